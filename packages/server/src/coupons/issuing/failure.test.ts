import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { issueBatch } from '#coupons/issuing/issue-batch.js';
import { issueStatements } from '#coupons/issuing/statements.js';
import { createPassSecret } from '#coupons/pass-code.js';
import { verify } from '#coupons/verify.js';
import { startDatabaseLine } from '#testing/database-line.js';
import { claimAll, startEngine, tally } from '#testing/engines.js';
import { buildCoupon, buildUser, buildUsers } from '#testing/factories.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.close());

async function expectEveryInvariant(): Promise<void> {
  const { checks } = await verify(database.pool);
  expect(checks.flatMap(({ breaches }) => breaches)).toEqual([]);
}

describe('when COMMIT is done and its answer is lost', () => {
  test('the reader is told of the very pass that was made, as new', async () => {
    const line = await startDatabaseLine(database.url);
    const server = await startEngine(database, { url: line.url });
    const coupon = await buildCoupon(database, { totalQuantity: 3 });
    const readers = await buildUsers(database, 5);
    line.stealCommits(2);
    const outcomes = await claimAll([server], coupon.number, readers);
    expect(line.stolen).toBe(2);
    expect(tally(outcomes)).toEqual({ issued: 3, 'sold-out': 2 });
    expect(outcomes.every((outcome) => outcome.kind !== 'issued' || !outcome.alreadyIssued)).toBe(true);
    await expectEveryInvariant();
    await server.close();
    await line.close();
  });

  test('control: to repeat it blindly, without looking who holds one, gives a second pass', async () => {
    // The code is made with the claim, so that its unique key, too, would catch a second pass.
    await database.pool.query(
      'alter table user_coupon drop constraint user_coupon_one_per_user, drop constraint user_coupon_code_unique',
    );
    const blind = { ...issueStatements, findHeld: `${issueStatements.findHeld} and false` };
    const line = await startDatabaseLine(database.url);
    const server = await startEngine(database, { url: line.url, statements: blind });
    const coupon = await buildCoupon(database, { totalQuantity: 3 });
    line.stealCommits(1);
    await server.engine.claim(coupon.number, await buildUser(database));
    const { checks } = await verify(database.pool);
    expect(checks.filter(({ breaches }) => breaches.length > 0).map(({ rule }) => rule)).toContain(
      'at most one pass per reader and coupon',
    );
    await server.close();
    await line.close();
  });
});

describe('when COMMIT is still under way after its connection was lost', () => {
  test('nobody is told that the coupon has ended: the next look waits for the lock', async () => {
    const line = await startDatabaseLine(database.url);
    const server = await startEngine(database, { url: line.url });
    await database.pool.query(`
      create function take_long() returns trigger language plpgsql as $$ begin perform pg_sleep(1.5); return null; end $$;
      create constraint trigger a_long_commit after insert on user_coupon
        deferrable initially deferred for each row execute function take_long()`);
    const coupon = await buildCoupon(database, { endsInMs: 700 });
    const reader = await buildUser(database);
    const claim = server.engine.claim(coupon.number, reader);
    await setTimeout(800); // over by now, and a look without the lock sees no pass yet
    line.cut();
    line.mend();
    expect(await claim).toMatchObject({ kind: 'issued' });
    await expectEveryInvariant();
    await server.close();
    await line.close();
  });
});

describe('when connections are cut in the middle', () => {
  test('every reader gets a definite answer or RetryLater, and exactly the passes there are', async () => {
    const servers = await Promise.all([1, 2].map(() => startEngine(database, { batchMax: 20 })));
    const coupon = await buildCoupon(database, { totalQuantity: 300 });
    const readers = await buildUsers(database, 600);
    const storm = new AbortController();
    const stormOver = cutConnections(storm.signal);
    const first = await claimAll(servers, coupon.number, readers);
    storm.abort();
    await stormOver;
    const second = await claimAll(servers, coupon.number, readers);
    expect(tally(second)).toEqual({ issued: 300, 'sold-out': 300 });

    const passOf = (outcome: (typeof first)[number] | undefined) =>
      outcome?.kind === 'issued' ? outcome.pass.code : undefined;
    const lost = first.filter(
      (outcome, index) => outcome.kind === 'issued' && passOf(outcome) !== passOf(second[index]),
    );
    expect(lost).toEqual([]);
    await expectEveryInvariant();
    await Promise.all(servers.map((server) => server.close()));
  });
});

describe('when the database falls silent', () => {
  test('a reader is told to come back in time, and the next one is served once it speaks again', async () => {
    const line = await startDatabaseLine(database.url);
    const server = await startEngine(database, { url: line.url, queryTimeoutMs: 500 });
    const coupon = await buildCoupon(database);
    const [first = '', second = '', third = ''] = await buildUsers(database, 3);
    expect(await server.engine.claim(coupon.number, first)).toMatchObject({ kind: 'issued' });
    line.swallow();
    expect(await server.engine.claim(coupon.number, second)).toMatchObject({ kind: 'retry-later' });
    line.mend();
    expect(await server.engine.claim(coupon.number, third)).toMatchObject({ kind: 'issued' });
    expect(await server.engine.claim(coupon.number, second)).toMatchObject({ kind: 'issued' });
    await server.close();
    await line.close();
  });
});

describe('when another process freezes while it holds the lock', () => {
  test('PostgreSQL ends its transaction and the others go on', async () => {
    const server = await startEngine(database);
    const coupon = await buildCoupon(database, { totalQuantity: 3 });
    const frozen = await database.pool.connect();
    frozen.on('error', () => undefined);
    await frozen.query(`begin; set local idle_in_transaction_session_timeout = '1s'`);
    await frozen.query('select from coupon where number = $1 for update', [coupon.number]);
    expect(await server.engine.claim(coupon.number, await buildUser(database))).toMatchObject({ kind: 'issued' });
    frozen.release(true);
    await server.close();
  });
});

describe('when a user is deleted in mid-batch', () => {
  test('his neighbours get their passes all the same', async () => {
    const coupon = await buildCoupon(database, { totalQuantity: 10 });
    const readers = await buildUsers(database, 5);
    await database.pool.query('delete from "user" where id = $1', [readers[2]]);
    const { outcomes } = await issueBatch(
      database.pool,
      coupon.number,
      readers.map((userId) => ({ userId, secret: createPassSecret() })),
      issueStatements,
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(['issued', 'issued', 'no-such-user', 'issued', 'issued']);
    await expectEveryInvariant();
  });

  test.each([1, 2, 500])('a claim that no statement can digest fails alone, in batches of %i', async (batchMax) => {
    const server = await startEngine(database, { batchMax });
    const coupon = await buildCoupon(database, { totalQuantity: 10 });
    const [first = '', second = '', third = ''] = await buildUsers(database, 3);
    const outcomes = await claimAll([server], coupon.number, [first, 'not-a-uuid', second, third]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['issued', 'retry-later', 'issued', 'issued']);
    await server.close();
  });
});

describe('when the database is gone', () => {
  test('readers are told to come back, never that it is sold out', async () => {
    const server = await startEngine(database);
    const coupon = await buildCoupon(database);
    const reader = await buildUser(database);
    const name = new URL(database.url).pathname.slice(1);
    const other = await createTestDatabase();
    await other.pool.query(`alter database ${name} allow_connections false`);
    await other.pool.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [name]);
    expect(await server.engine.claim(coupon.number, reader)).toMatchObject({ kind: 'retry-later' });
    await other.pool.query(`alter database ${name} allow_connections true`);
    expect(await server.engine.claim(coupon.number, reader)).toMatchObject({ kind: 'issued', alreadyIssued: false });
    await server.close();
    await other.close();
  }, 40_000);
});

/** Ends every other connection to the database again and again, until told to stop. */
async function cutConnections(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await database.pool
      .query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      )
      .catch(() => undefined);
    await setTimeout(15);
  }
}
