// A hundred lines that issue passes in batches, and do nothing else: no GraphQL, no retries, no second look at a lost
// COMMIT, no sessions, no limits. What is lost between this and the server is what all of that costs.
import { issueStatements } from '@pagedrop/server/coupons/issuing/statements.js';
import { createPassSecret, groupCode, passCode } from '@pagedrop/server/coupons/pass-code.js';
import { Pool, type PoolClient } from 'pg';
import { z } from 'zod';
import { claimAnswer, servePlainly, setting, SOLD_OUT } from '#bench/variants/plain-http.js';

const BATCH_MAX = 500;

interface Coupon {
  readonly id: string;
  readonly serial: number;
  readonly quantity: number;
  readonly issuedQuantity: number;
  readonly useWithinDays: number;
  readonly readingDays: number;
}

interface Pass {
  readonly userId: string;
  readonly sequence: number;
  readonly code: string;
}

interface Claim {
  readonly userId: string;
  readonly answer: (body: string) => void;
}

const pool = new Pool({ connectionString: setting('DATABASE_URL'), max: 10 });
pool.on('error', () => undefined);

const asked = z.object({ variables: z.object({ couponNumber: z.string() }) });
const queues = new Map<string, Claim[]>();

servePlainly((body, userId) => {
  if (userId === undefined) return claimAnswer('error', {});
  const { couponNumber } = asked.parse(JSON.parse(body.toString())).variables;
  return new Promise((answer) => {
    const queue = queues.get(couponNumber);
    if (queue) {
      queue.push({ userId, answer });
      return;
    }
    queues.set(couponNumber, [{ userId, answer }]);
    void work(couponNumber);
  });
});

/** One batch after the other, until nobody waits. */
async function work(number: string): Promise<void> {
  for (;;) {
    const batch = queues.get(number)?.splice(0, BATCH_MAX) ?? [];
    if (batch.length === 0) break;
    try {
      const answers = await issue(number, batch);
      for (const { userId, answer } of batch) answer(answers.get(userId) ?? SOLD_OUT);
    } catch (error) {
      for (const { answer } of batch) answer(claimAnswer('RetryLater', { message: String(error), retryAfterMs: 1000 }));
    }
  }
  queues.delete(number);
}

async function issue(number: string, batch: readonly Claim[]): Promise<Map<string, string>> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rows } = await client.query<Coupon>(issueStatements.lockCoupon, [number]);
    const passes = rows[0] ? await issueLocked(client, rows[0], [...new Set(batch.map(({ userId }) => userId))]) : [];
    await client.query('commit');
    client.release();
    return new Map(passes.map((pass) => [pass.userId, present(rows[0], pass)]));
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function issueLocked(client: PoolClient, coupon: Coupon, userIds: readonly string[]): Promise<Pass[]> {
  const { rows: held } = await client.query<Pass>(issueStatements.findHeld, [coupon.id, userIds]);
  if (coupon.quantity === 0) return held;
  const holders = new Set(held.map(({ userId }) => userId));
  const candidates = userIds.filter((id) => !holders.has(id));
  const { rows: issued } = await client.query<Pass>(issueStatements.insertPasses, [
    coupon.id,
    coupon.issuedQuantity,
    candidates,
    candidates.map(() => passCode(coupon.serial, createPassSecret())),
    coupon.quantity,
    coupon.useWithinDays,
    coupon.readingDays,
  ]);
  return [...held, ...issued];
}

/** As much as the server's answer says. */
function present(coupon: Coupon | undefined, pass: Pass): string {
  const { userId: _, ...shown } = pass;
  return claimAnswer('UserCoupon', { ...shown, code: groupCode(pass.code), alreadyIssued: false, coupon });
}
