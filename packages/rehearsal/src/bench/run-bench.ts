import { killRedisDesign } from '#bench/kill-redis.js';
import type { BenchOptions, BenchResults, KillLoss, Measurement } from '#bench/results.js';
import { takeSeat, type Bench, type Seat } from '#bench/seat.js';
import { sizesOf } from '#bench/sizes.js';
import { allVariants } from '#bench/variants/all.js';
import { WORKLOADS, type Variant, type Workload } from '#bench/variants/variant.js';
import { withBench, type Progress } from '#bench/with-bench.js';
import { measure } from '#bench/workloads/measure.js';
import { describeMachine } from '#machine/describe-machine.js';

/** Measures the chosen variants, interleaved, and leaves nothing behind, also when it is told to stop. */
export async function runBench(options: BenchOptions, told: AbortSignal, progress: Progress): Promise<BenchResults> {
  const startedAt = new Date();
  const chosen = allVariants.filter(({ name }) => options.variants.includes(name));
  const here = chosen.filter(({ whyNot }) => whyNot === undefined);

  const sizes = sizesOf(options);
  return withBench(sizes, sizes, { told, patiently: !options.quick, progress }, async (bench) => {
    const seats: Seat[] = [];
    try {
      for (const variant of here) {
        progress(`starting ${variant.title}`);
        seats.push(await takeSeat(bench, variant));
      }
      const measurements = await measureAll(bench, seats, options.rounds, progress);
      const killLosses = await killAll(bench, seats, progress);
      return {
        startedAt: startedAt.toISOString(),
        tookSeconds: (Date.now() - startedAt.getTime()) / 1000,
        machine: { ...describeMachine(), postgres: bench.database.version },
        options,
        measurements,
        killLosses,
        leftOut: chosen.flatMap(({ name, whyNot }) => (whyNot === undefined ? [] : [{ variant: name, why: whyNot }])),
      };
    } finally {
      await Promise.all(seats.map((seat) => seat.close()));
    }
  });
}

/** Round by round, workload by workload, each time another variant first: what disturbs one round disturbs all alike. */
async function measureAll(
  bench: Bench,
  seats: readonly Seat[],
  rounds: number,
  progress: Progress,
): Promise<Measurement[]> {
  const measurements: Measurement[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const [turn, workload] of WORKLOADS.entries()) {
      for (const seat of rotated(able(seats, workload), round + turn)) {
        bench.told.throwIfAborted();
        progress(`round ${round} of ${rounds}, ${workload}: ${seat.variant.title}`);
        const finding = await measure[workload](bench, seat);
        measurements.push({ variant: seat.variant.name, workload, round, ...finding });
      }
    }
  }
  return measurements;
}

async function killAll(bench: Bench, seats: readonly Seat[], progress: Progress): Promise<KillLoss[]> {
  const losses: KillLoss[] = [];
  const seat = seats.find(({ variant }) => variant.answersEarly);
  if (!seat) return losses;
  for (const persistence of ['snapshots', 'append-only file'] as const) {
    bench.told.throwIfAborted();
    progress(`killing Redis and its server in mid-run (${persistence})`);
    losses.push(await killRedisDesign(bench, seat.databaseUrl, persistence));
  }
  return losses;
}

function able(seats: readonly Seat[], workload: Workload): Seat[] {
  const can = ({ workloads }: Variant) => workloads.includes(workload);
  return seats.filter(({ variant }) => can(variant));
}

function rotated<T>(items: readonly T[], by: number): T[] {
  const first = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}
