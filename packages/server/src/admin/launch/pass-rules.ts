import { z } from 'zod';

/** Passes of one coupon: as many as a reader can imagine, and far below where PostgreSQL's integers end. */
const PASSES_MAX = 100_000_000;
const DAYS_MAX = 3650;

/** What every coupon says of the passes that it issues. */
export const passRules = {
  totalQuantity: z.int().min(1).max(PASSES_MAX),
  useWithinDays: z.int().min(1).max(DAYS_MAX),
  readingDays: z.int().min(1).max(DAYS_MAX),
};
