import type { Pool, PoolClient } from 'pg';
import type { CouponRow, PassRow } from '#coupons/coupon-rows.js';
import type { CouponMemory } from '#coupons/issuing/coupon-memory.js';
import type { BatchAnswer, Claim, ClaimOutcome } from '#coupons/issuing/claim.js';
import { refuse } from '#coupons/issuing/judge.js';
import { sight, type Sighting } from '#coupons/issuing/sighting.js';
import {
  findHeldPasses,
  insertPasses,
  issueStatements,
  lockCoupon,
  lookAtCoupon,
  type CouponAtTime,
  type IssueStatements,
} from '#coupons/issuing/statements.js';
import { inTransaction } from '#platform/transaction.js';

/**
 * Answers claims without a transaction when the coupon gives none anyway: holders get their pass back, the
 * others the refusal. Undefined when the coupon is open, so that only the transaction can decide.
 * Only readers are looked up whom the memory takes for holders.
 */
export async function answerWithoutLock(
  pool: Pool,
  number: string,
  claims: readonly Claim[],
  memory: CouponMemory,
): Promise<BatchAnswer | undefined> {
  const { found } = memory.closed(number) ?? (await lookAndRemember(pool, number, memory));
  if (!found) return { outcomes: claims.map(() => ({ kind: 'not-found' })), open: false };
  const refusal = refuse(found);
  if (!refusal) return undefined;
  const { coupon } = found;
  await memory.learnHolders(coupon);
  const unsure = uniqueUsers(claims).filter((userId) => memory.mayHold(coupon, userId));
  const held = unsure.length > 0 ? await findHeldPasses(pool, issueStatements.findHeld, coupon.id, unsure) : [];
  return { outcomes: answer(claims, coupon, held, refusal), open: false, couponId: coupon.id };
}

async function lookAndRemember(pool: Pool, number: string, memory: CouponMemory): Promise<Sighting> {
  const seen = await sight(() => lookAtCoupon(pool, number));
  memory.remember(number, seen);
  return seen;
}

/**
 * One transaction for all claims: lock the coupon, look who holds a pass, judge, insert the winners, COMMIT.
 * Nobody is answered before COMMIT has returned (invariant 3). `seen` is the coupon as the batch leaves it.
 * @throws whatever the database says; nothing is issued then, unless COMMIT itself was lost
 */
export async function issueBatch(
  pool: Pool,
  number: string,
  claims: readonly Claim[],
  statements: IssueStatements,
): Promise<BatchAnswer & { readonly seen: Sighting }> {
  const askedAt = performance.now();
  const { outcomes, after } = await inTransaction(pool, async (client) => {
    const found = await lockCoupon(client, statements.lockCoupon, number);
    if (!found) return { outcomes: claims.map((): ClaimOutcome => ({ kind: 'not-found' })), after: undefined };
    return issueLocked(client, found, claims, statements);
  });
  const open = after !== undefined && refuse(after) === undefined;
  return { outcomes, open, couponId: after?.coupon.id, seen: { found: after, askedAt, heardAt: performance.now() } };
}

async function issueLocked(
  client: PoolClient,
  found: CouponAtTime,
  claims: readonly Claim[],
  statements: IssueStatements,
): Promise<{ outcomes: ClaimOutcome[]; after: CouponAtTime }> {
  const { coupon } = found;
  const held = await findHeldPasses(client, statements.findHeld, coupon.id, uniqueUsers(claims));
  const refusal = refuse(found);
  if (refusal) return { outcomes: answer(claims, coupon, held, refusal), after: found };

  const holders = new Set(held.map(({ userId }) => userId));
  const candidates = firstClaims(claims).filter(({ userId }) => !holders.has(userId));
  const issued = candidates.length > 0 ? await insertPasses(client, statements.insertPasses, coupon, candidates) : [];

  const left = coupon.quantity - issued.length;
  const after: CouponRow = {
    ...coupon,
    issuedQuantity: coupon.issuedQuantity + issued.length,
    quantity: left,
    status: left > 0 ? coupon.status : 'COMPLETE',
  };
  // With passes left, a candidate who got none has no account any more; otherwise he came too late.
  const missed: ClaimOutcome = left > 0 ? { kind: 'no-such-user' } : { kind: 'sold-out' };
  return { outcomes: answer(claims, after, [...held, ...issued], missed), after: { coupon: after, now: found.now } };
}

/** Who holds a pass gets it, everyone else gets `otherwise`. */
function answer(
  claims: readonly Claim[],
  coupon: CouponRow,
  passes: readonly PassRow[],
  otherwise: ClaimOutcome,
): ClaimOutcome[] {
  const passOf = new Map(passes.map((pass) => [pass.userId, pass]));
  return claims.map(({ userId, secret }) => {
    const pass = passOf.get(userId);
    return pass ? { kind: 'issued', coupon, pass, alreadyIssued: !pass.code.endsWith(secret) } : otherwise;
  });
}

function uniqueUsers(claims: readonly Claim[]): string[] {
  return [...new Set(claims.map(({ userId }) => userId))];
}

/** Of several claims by one user, the first to arrive. */
function firstClaims(claims: readonly Claim[]): Claim[] {
  const seen = new Set<string>();
  return claims.filter(({ userId }) => !seen.has(userId) && seen.add(userId));
}
