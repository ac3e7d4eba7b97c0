import { createPagedropClient } from '@pagedrop/sdk';
import { startClient, type Client } from '#bench/client/client.js';
import type { LoadResult } from '#bench/client/jobs.js';
import { createCoupon } from '#bench/database/coupons.js';
import type { Flags } from '#bench/flags.js';
import type { OnlyResult } from '#bench/only/only.js';
import { takeSeat, type Bench, type Seat } from '#bench/seat.js';
import { sizesOf } from '#bench/sizes.js';
import { groupCommit, thisServer } from '#bench/variants/this-server.js';
import { withBench, type Surroundings } from '#bench/with-bench.js';
import { latencies } from '#load/recorder.js';
import { formatNumber, formatSpread } from '#report/format.js';
import { ratioOf, spreadOf } from '#statistics/spread.js';

const LOGINS_PER_SECOND = 200;
const USERS = 200;
const PASSWORD = 'a long enough passphrase';
/** Of what the server can issue: enough to be busy, not enough to fall behind by itself. */
const LOAD = 0.3;
const LOGIN_CONNECTIONS = 64;

/** Behind a proxy, so that every log-in comes from an address of its own and none is turned away as guessing. */
const behindProxy = {
  ...groupCommit,
  start: (place: Parameters<typeof thisServer>[0]) => thisServer(place, { TRUST_PROXY: '1' }),
};

/** Do those who log in slow those who win? An open loop of claims, in turn with and without 200 log-ins a second. */
export async function measureLogins(flags: Flags, surroundings: Surroundings): Promise<OnlyResult> {
  const sizes = sizesOf(flags);
  return withBench(sizes, sizes, surroundings, async (bench) => {
    const seat = await takeSeat(bench, behindProxy);
    const crowd = startClient();
    try {
      const usernames = await giveUsersAPassword(seat);
      surroundings.progress('finding out what the server can issue');
      const rate = Math.max(1, Math.round(LOAD * (await issuesPerSecond(bench, seat))));
      const [quiet, busy]: [LoadResult[], LoadResult[]] = [[], []];
      let loggedIn = 0;
      for (let round = 1; round <= flags.rounds; round += 1) {
        for (const withLogins of round % 2 === 0 ? [true, false] : [false, true]) {
          bench.told.throwIfAborted();
          surroundings.progress(`round ${round} of ${flags.rounds}, ${withLogins ? 'with' : 'without'} log-ins`);
          const logins = withLogins ? logIn(crowd, seat, usernames, sizes.seconds) : undefined;
          const claims = await claim(bench, seat, rate);
          (withLogins ? busy : quiet).push(claims);
          const result = await logins;
          if (result) loggedIn += latencies(result.recording, 'logged in').count / result.recording.seconds;
        }
      }
      return resultOf({ quiet, busy, rate, loggedIn: loggedIn / flags.rounds });
    } finally {
      await crowd.stop();
      await seat.close();
    }
  });
}

/** One reader registers as anybody does; the others get the same password by copying its hash. */
async function giveUsersAPassword({ running, database }: Seat): Promise<string[]> {
  const username = 'the-first-one';
  await createPagedropClient({ url: running.address }).register(username, PASSWORD);
  const { rows } = await database.query<{ username: string }>(
    `update "user" set password_hash = (select password_hash from "user" where username = $1)
     where id in (select id from "user" where username like 'reader-%' limit $2) returning username`,
    [username, USERS],
  );
  return rows.map((row) => row.username);
}

async function issuesPerSecond(bench: Bench, seat: Seat): Promise<number> {
  const { recording } = await claim(bench, seat, undefined);
  return latencies(recording, 'UserCoupon').count / recording.seconds;
}

async function claim({ client, sizes }: Bench, { running, database }: Seat, rate: number | undefined) {
  const { number: couponNumber } = await createCoupon(database, sizes.readers);
  const { connections, seconds, readers } = sizes;
  const { address } = running;
  const load = { kind: 'claims', address, connections, couponNumber, from: 0, count: readers, again: false } as const;
  return client.run({ ...load, seconds, rate });
}

function logIn(crowd: Client, { running }: Seat, usernames: string[], seconds: number): Promise<LoadResult> {
  const { address } = running;
  const load = { kind: 'logins', address, connections: LOGIN_CONNECTIONS, usernames, password: PASSWORD } as const;
  return crowd.run({ ...load, seconds, rate: LOGINS_PER_SECOND });
}

interface Seen {
  readonly quiet: readonly LoadResult[];
  readonly busy: readonly LoadResult[];
  readonly rate: number;
  readonly loggedIn: number;
}

function resultOf({ quiet, busy, rate, loggedIn }: Seen): OnlyResult {
  const ms = (results: readonly LoadResult[], part: number) =>
    results.map(({ recording }) => latencies(recording, 'UserCoupon').percentile(part) / 1000);
  const row = (name: string, results: readonly LoadResult[]) => [
    name,
    ...[0.5, 0.95, 0.99].map((part) => formatSpread(spreadOf(ms(results, part)))),
  ];
  return {
    how: `${formatNumber(rate)} claims a second, counted from when each should have gone out. Of ${LOGINS_PER_SECOND} log-ins offered a second, ${formatNumber(loggedIn)} were let in.`,
    table: {
      title: 'How long winners wait',
      columns: ['', 'p50 ms', 'p95 ms', 'p99 ms'],
      rows: [row('alone', quiet), row('beside log-ins', busy)],
    },
    goals: [
      {
        title: 'p99 of winners, beside log-ins ÷ alone',
        atLeast: 2,
        aim: 1.2,
        wanted: 'less',
        reached: ratioOf(ms(busy, 0.99), ms(quiet, 0.99)),
      },
    ],
  };
}
