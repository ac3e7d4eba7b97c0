import { z } from 'zod';

const DURATION = /^([+-])P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
/** Date itself would take the 30th of February. */
const INSTANT = z.iso.datetime({ offset: true });
const SECONDS = [86_400, 3600, 60, 1];

/** An instant with its offset, as files have it; undefined for anything else. */
export function parseInstant(text: string): Date | undefined {
  return INSTANT.safeParse(text).success ? new Date(text) : undefined;
}

/** A signed duration from now (`+P1D`, `-PT20M`); undefined for anything else. */
export function parseFromNow(text: string): Date | undefined {
  const [, sign, ...parts] = DURATION.exec(text) ?? [];
  if (sign === undefined || parts.every((part) => part === undefined)) return undefined;
  const seconds = parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (SECONDS[index] ?? 0), 0);
  return new Date(Date.now() + (sign === '-' ? -1000 : 1000) * seconds);
}
