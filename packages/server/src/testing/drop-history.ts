import { DownloadCouponDocument } from '@pagedrop/sdk';
import type { Pool } from 'pg';
import { verify } from '#coupons/verify.js';
import { buildUsers } from '#testing/factories.js';
import type { TestServer } from '#testing/test-server.js';

/** What one reader was told, in the end: a pass, each time that he asked, or a definite no. */
interface Told {
  readonly userId: string;
  readonly passes: readonly { readonly id: string; readonly code: string }[];
  readonly refusal: string | undefined;
}

/** Readers at work in a drop, through the front door of several servers, and whatever was seen on the way. */
export interface DropHistory {
  readonly told: readonly Told[];
  /** Readings of the coupon's row that were no possible state. */
  readonly impossible: readonly string[];
}

const AT_ONCE = 120;
/** Who is told that it is sold out asks some more times: an operator may have added passes. */
const SOLD_OUT_TRIES = 2;

/**
 * Lets readers claim, some of them twice, until each has a pass or a definite no; what says "later" is asked again.
 * Meanwhile the coupon's row is read twenty times a second.
 */
export async function claimThrough(
  servers: readonly TestServer[],
  { id, number }: { id: string; number: string },
  readers: number,
): Promise<DropHistory> {
  const [first] = servers;
  if (!first) throw new Error('no server');
  const waiting = await buildUsers(first.database, readers);
  const told: Told[] = [];
  const impossible: string[] = [];
  const sampling = setInterval(() => void sample(first.database.pool, id, impossible), 50);
  const oneAfterTheOther = async (index: number) => {
    const server = servers[index % servers.length] ?? first;
    for (let userId = waiting.pop(); userId !== undefined; userId = waiting.pop()) {
      told.push(await claim(server, number, userId, told.length % 10 === 0));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, (_, index) => oneAfterTheOther(index)));
  clearInterval(sampling);
  return { told, impossible };
}

async function claim(server: TestServer, couponNumber: string, userId: string, twice: boolean): Promise<Told> {
  const token = server.tokenFor(userId);
  const passes: { id: string; code: string }[] = [];
  for (let tries = 0; ; tries += 1) {
    const { downloadCoupon: answer } = await server.run(DownloadCouponDocument, { couponNumber }, { token });
    if (answer.__typename === 'UserCoupon') {
      passes.push({ id: answer.id, code: answer.code.replaceAll('-', '') });
      if (!twice || passes.length === 2) return { userId, passes, refusal: undefined };
    } else if (answer.__typename === 'CouponPaused' || answer.__typename === 'RetryLater') {
      await new Promise((resolve) => setTimeout(resolve, 20));
    } else if (answer.__typename === 'CouponSoldOut' && tries < SOLD_OUT_TRIES) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } else return { userId, passes, refusal: answer.__typename };
  }
}

async function sample(pool: Pool, id: string, impossible: string[]): Promise<void> {
  const { rows } = await pool.query<{ total: number; issued: number; left: number; status: string }>(
    'select total_quantity as total, issued_quantity as issued, quantity as left, status from coupon where id = $1',
    [id],
  );
  for (const { total, issued, left, status } of rows) {
    const isPossible = issued <= total && left === total - issued && (left > 0 || status === 'COMPLETE');
    if (!isPossible) impossible.push(`total ${total}, issued ${issued}, left ${left}, ${status}`);
  }
}

/** What of I1 to I4 and I6 of a drop is broken, in words: what readers were told, held against the rows. */
export async function breachesOf(pool: Pool, couponId: string, { told, impossible }: DropHistory): Promise<string[]> {
  const { checks } = await verify(pool, { couponId });
  const broken = checks.filter(({ breaches }) => breaches.length > 0).map(({ rule }) => rule);
  if (impossible.length > 0) broken.push(`seen on the way: ${impossible[0]}`);

  const { rows } = await pool.query<{ userId: string; id: string; code: string }>(
    `select user_id as "userId", coupon_id || ':' || sequence as id, code from user_coupon where coupon_id = $1`,
    [couponId],
  );
  const rowOf = new Map(rows.map((row) => [row.userId, row]));
  for (const { userId, passes, refusal } of told) {
    const row = rowOf.get(userId);
    rowOf.delete(userId);
    if (refusal !== undefined && passes.length > 0) broken.push(`${userId} was refused after he had a pass`);
    if (refusal !== undefined && passes.length === 0 && row)
      broken.push(`${userId} was told ${refusal} and has a pass`);
    for (const { id, code } of passes) {
      if (row?.id !== id || row.code !== code) broken.push(`${userId} was told of a pass that is not his: ${id}`);
    }
  }
  if (rowOf.size > 0) broken.push(`${rowOf.size} passes belong to nobody who asked`);
  return broken;
}
