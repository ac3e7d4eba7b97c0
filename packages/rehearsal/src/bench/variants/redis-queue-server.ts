// The popular design, as its tutorials have it: a script in Redis takes one off the stock, the reader is told at once,
// and a worker brings what is in the queue to the database. It is fast, and it says "issued" before that is so.
import { issueStatements } from '@pagedrop/server/coupons/issuing/statements.js';
import { createPassSecret, groupCode, passCode } from '@pagedrop/server/coupons/pass-code.js';
import { Redis } from 'ioredis';
import { Pool } from 'pg';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { claimAnswer, servePlainly, setting, SOLD_OUT } from '#bench/variants/plain-http.js';

/** Gives how many were left before this one; 0 when none was, -1 when this reader has had one. */
const TAKE = `
  if redis.call('SISMEMBER', KEYS[2], ARGV[1]) == 1 then return -1 end
  local left = tonumber(redis.call('GET', KEYS[1]))
  if left <= 0 then return 0 end
  redis.call('DECR', KEYS[1])
  redis.call('SADD', KEYS[2], ARGV[1])
  redis.call('RPUSH', KEYS[3], ARGV[2])
  return left`;
const QUEUE = 'claims';
const BATCH_MAX = 500;
const WHEN_EMPTY_MS = 20;

const couponRow = z.object({
  id: z.string(),
  serial: z.int(),
  totalQuantity: z.int(),
  issuedQuantity: z.int(),
  quantity: z.int(),
  useWithinDays: z.int(),
  readingDays: z.int(),
});
type Coupon = z.infer<typeof couponRow>;
const asked = z.object({ variables: z.object({ couponNumber: z.string() }) });
const queued = z.object({ number: z.string(), userId: z.string(), code: z.string() });
type Queued = z.infer<typeof queued>;

const pool = new Pool({ connectionString: setting('DATABASE_URL'), max: 10 });
pool.on('error', () => undefined);
const redis = new Redis(setting('REDIS_URL'));
redis.on('error', () => undefined);
await redis.ping();
const takeSha = z.string().parse(await redis.script('LOAD', TAKE));
const coupons = new Map<string, Promise<Coupon>>();

void drain();

servePlainly(async (body, userId) => {
  if (userId === undefined) return claimAnswer('error', {});
  const number = asked.parse(JSON.parse(body.toString())).variables.couponNumber;
  const coupon = await known(number);
  const code = passCode(coupon.serial, createPassSecret());
  const claim = JSON.stringify({ number, userId, code } satisfies Queued);
  const left = z.int().parse(await redis.evalsha(takeSha, 3, stockOf(number), `held:${number}`, QUEUE, userId, claim));
  if (left === -1) return claimAnswer('error', {});
  if (left === 0) return SOLD_OUT;
  const sequence = coupon.totalQuantity - left + 1;
  return claimAnswer('UserCoupon', { sequence, code: groupCode(code), alreadyIssued: false, coupon });
});

function stockOf(number: string): string {
  return `stock:${number}`;
}

/** The coupon, read once, and its stock put into Redis by whoever comes first. */
function known(number: string): Promise<Coupon> {
  let coupon = coupons.get(number);
  if (!coupon) {
    coupon = read(number).then(async (found) => {
      await redis.set(stockOf(number), found.quantity, 'NX');
      return found;
    });
    coupons.set(number, coupon);
  }
  return coupon;
}

async function read(number: string): Promise<Coupon> {
  const { rows } = await pool.query(issueStatements.lockCoupon, [number]);
  return couponRow.parse(rows[0]);
}

/** Brings what was promised to the database, in the order in which it was. */
async function drain(): Promise<never> {
  for (;;) {
    const items = (await redis.lpop(QUEUE, BATCH_MAX)) ?? [];
    const claims = items.map((item) => queued.parse(JSON.parse(item)));
    for (const [number, ofCoupon] of Map.groupBy(claims, (claim) => claim.number)) await write(number, ofCoupon);
    if (items.length === 0) await setTimeout(WHEN_EMPTY_MS);
  }
}

async function write(number: string, claims: readonly Queued[]): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const coupon = couponRow.parse((await client.query(issueStatements.lockCoupon, [number])).rows[0]);
    await client.query(issueStatements.insertPasses, [
      coupon.id,
      coupon.issuedQuantity,
      claims.map(({ userId }) => userId),
      claims.map(({ code }) => code),
      coupon.quantity,
      coupon.useWithinDays,
      coupon.readingDays,
    ]);
    await client.query('commit');
    client.release();
  } catch {
    client.release(true);
    await redis.lpush(QUEUE, ...claims.toReversed().map((claim) => JSON.stringify(claim)));
    await setTimeout(WHEN_EMPTY_MS);
  }
}
