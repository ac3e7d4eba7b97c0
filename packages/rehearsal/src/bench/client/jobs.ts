import { z } from 'zod';
import { recording } from '#load/recorder.js';

/** Who the readers are, and the secret that signs their tokens: told once, before anything is measured. */
const readersJob = z.object({ kind: z.literal('readers'), ids: z.array(z.string()), jwtSecret: z.string() });

/** Closed loop, unless a rate is given. */
const load = {
  address: z.string(),
  connections: z.int(),
  /** Ends when this much time is over. */
  seconds: z.number(),
  /** Requests per second, whether answers come or not. */
  rate: z.number().optional(),
};

/** Readers `from`…`from + count - 1` ask for the coupon, each once, in this order; `again`: then from the start. */
const claimsJob = z.object({
  kind: z.literal('claims'),
  ...load,
  couponNumber: z.string(),
  from: z.int(),
  count: z.int(),
  again: z.boolean(),
});

/** Everybody reads the event page. */
const eventsJob = z.object({ kind: z.literal('events'), ...load });

/** Readers log in, each over a network address of its own. */
const loginsJob = z.object({
  kind: z.literal('logins'),
  ...load,
  usernames: z.array(z.string()),
  password: z.string(),
});

export const job = z.discriminatedUnion('kind', [readersJob, claimsJob, eventsJob, loginsJob]);
export type Job = z.infer<typeof job>;
export type LoadJob = Exclude<Job, { kind: 'readers' }>;

const told = z.object({ userId: z.string(), sequence: z.number(), code: z.string() });

export const loadResult = z.object({
  recording,
  /** Every answer "issued". */
  told: z.array(told),
  /** What an answer that was no answer of ours said, the first of them. */
  strangeAnswer: z.string().optional(),
});
export type LoadResult = z.infer<typeof loadResult>;
