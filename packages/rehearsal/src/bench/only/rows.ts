import { createCoupon, fillCoupon } from '#bench/database/coupons.js';
import type { Flags } from '#bench/flags.js';
import type { OnlyResult } from '#bench/only/only.js';
import { takeSeat, withCpu, type Bench, type Seat } from '#bench/seat.js';
import { sizesOf } from '#bench/sizes.js';
import { groupCommit } from '#bench/variants/this-server.js';
import { withBench, type Surroundings } from '#bench/with-bench.js';
import { latencies } from '#load/recorder.js';
import { formatNumber, formatSpread } from '#report/format.js';
import { ratioOf, spreadOf } from '#statistics/spread.js';

const LONGEST_SECONDS = 60;
/** After a checkpoint PostgreSQL writes each page that is touched whole, once: more pages, where more is in them. */
const WARM_UP_ROUNDS = 2;

interface Filled {
  readonly passes: number;
  readonly seat: Seat;
  readonly couponNumber: string;
  readonly micros: number[];
  readonly databaseMicros: (number | undefined)[];
}

/** Does an issue cost more when very many passes of the coupon are out? Both sides in turn, on databases alike otherwise. */
export async function measureRows(flags: Flags, surroundings: Surroundings): Promise<OnlyResult> {
  const [few, many, perRound] = flags.quick ? [100, 2000, 300] : [1000, 1_000_000, 10_000];
  const rounds = flags.rounds + WARM_UP_ROUNDS;
  const population = { readers: perRound * rounds, pastReaders: many };
  return withBench(sizesOf(flags), population, surroundings, async (bench) => {
    const sides: Filled[] = [];
    try {
      for (const passes of [few, many]) {
        surroundings.progress(`filling a coupon with ${formatNumber(passes)} passes`);
        sides.push(await fill(bench, passes, many + population.readers));
      }
      for (let round = 0; round < rounds; round += 1) {
        for (const side of round % 2 === 0 ? sides : sides.toReversed()) {
          bench.told.throwIfAborted();
          surroundings.progress(`round ${round + 1} of ${rounds}: on top of ${formatNumber(side.passes)} passes`);
          const cost = await issue(bench, side, round * perRound, perRound);
          if (round < WARM_UP_ROUNDS) continue;
          side.micros.push(cost.micros);
          side.databaseMicros.push(cost.databaseMicros);
        }
      }
      return resultOf(sides, perRound);
    } finally {
      await Promise.all(sides.map(({ seat }) => seat.close()));
    }
  });
}

async function fill(bench: Bench, passes: number, totalQuantity: number): Promise<Filled> {
  const seat = await takeSeat(bench, groupCommit, `bench_rows_${passes}`);
  const { number: couponNumber } = await createCoupon(seat.database, totalQuantity);
  await fillCoupon(seat.database, couponNumber, passes);
  return { passes, seat, couponNumber, micros: [], databaseMicros: [] };
}

async function issue(bench: Bench, { seat, couponNumber }: Filled, from: number, count: number) {
  const { connections } = bench.sizes;
  const claims = { kind: 'claims', address: seat.running.address, connections, couponNumber } as const;
  const { recording, cpu } = await withCpu(bench, seat, () =>
    bench.client.run({ ...claims, from, count, again: false, seconds: LONGEST_SECONDS }),
  );
  const issued = latencies(recording, 'UserCoupon').count;
  if (issued !== count) throw new Error(`${issued} of ${count} readers got a pass, and all should have`);
  const micros = (recording.seconds * 1e6) / issued;
  return { micros, databaseMicros: cpu.database === undefined ? undefined : cpu.database * micros };
}

function resultOf(sides: readonly Filled[], perRound: number): OnlyResult {
  const [few, many] = sides;
  const known = (values: readonly (number | undefined)[]) => spreadOf(values.filter((value) => value !== undefined));
  const border = { atLeast: 1.1, aim: 1, wanted: 'less' } as const;
  return {
    how: `${formatNumber(perRound)} readers per round, in turn on two databases with the same readers. CPU is PostgreSQL's alone.`,
    table: {
      title: 'What an issue costs, by how many passes of the coupon are out',
      columns: ['passes out', 'µs per issue', 'CPU µs of the database per issue'],
      rows: sides.map(({ passes, micros, databaseMicros }) => [
        formatNumber(passes),
        formatSpread(spreadOf(micros)),
        formatSpread(known(databaseMicros)),
      ]),
    },
    goals: [
      { title: 'time per issue, many ÷ few', reached: ratioOf(many?.micros ?? [], few?.micros ?? []), ...border },
      {
        title: "the database's CPU per issue, many ÷ few",
        reached: ratioOf(many?.databaseMicros ?? [], few?.databaseMicros ?? []),
        ...border,
      },
    ],
  };
}
