import { setInterval } from 'node:timers';
import { createCoupon } from '#bench/database/coupons.js';
import type { Flags } from '#bench/flags.js';
import type { OnlyResult } from '#bench/only/only.js';
import { takeSeat } from '#bench/seat.js';
import { sizesOf } from '#bench/sizes.js';
import { groupCommit } from '#bench/variants/this-server.js';
import { withBench, type Surroundings } from '#bench/with-bench.js';
import { residentBytesOf } from '#machine/cpu-time.js';
import { formatNumber } from '#report/format.js';
import { spreadOf } from '#statistics/spread.js';

const LONGEST_SECONDS = 120;
const LOOK_EVERY_MS = 50;
const STEPS = 5;

interface Sample {
  readonly requests: number;
  readonly now: number | undefined;
  readonly most: number;
}

/** How much memory does one process need for a crowd in which everybody is somebody else? */
export async function measureMemory(flags: Flags, surroundings: Surroundings): Promise<OnlyResult> {
  const readers = flags.quick ? 1000 : 100_000;
  const step = readers / STEPS;
  return withBench(sizesOf(flags), { readers }, surroundings, async (bench) => {
    const seat = await takeSeat(bench, groupCommit);
    const megabytes = () => {
      const bytes = residentBytesOf(seat.running.pids[0] ?? 0);
      return bytes === undefined ? undefined : bytes / 2 ** 20;
    };
    let most = 0;
    const look = setInterval(() => (most = Math.max(most, megabytes() ?? 0)), LOOK_EVERY_MS);
    try {
      const samples: Sample[] = [{ requests: 0, now: megabytes(), most }];
      // Half of them win. The second time everybody asks again: holders get theirs back, the others a refusal.
      const { number: couponNumber } = await createCoupon(seat.database, readers / 2);
      for (let done = 0; done < 2 * readers; done += step) {
        bench.told.throwIfAborted();
        surroundings.progress(`${formatNumber(done)} requests of ${formatNumber(2 * readers)}`);
        await bench.client.run({
          kind: 'claims',
          address: seat.running.address,
          connections: flags.connections,
          couponNumber,
          from: done % readers,
          count: step,
          again: false,
          seconds: LONGEST_SECONDS,
        });
        samples.push({ requests: done + step, now: megabytes(), most });
      }
      return resultOf(samples, readers);
    } finally {
      clearInterval(look);
      await seat.close();
    }
  });
}

function resultOf(samples: readonly Sample[], readers: number): OnlyResult {
  const warm = samples[2]?.now;
  const last = samples.at(-1);
  const shown = (value: number | undefined) => (value === undefined ? 'not measured' : formatNumber(value));
  const growth = warm === undefined || last?.now === undefined ? undefined : last.now / warm;
  return {
    how: `${formatNumber(readers)} readers, half of whom win; then all of them once more.`,
    table: {
      title: 'Memory that one process holds (resident, MB)',
      columns: ['after requests', 'now', 'at the most so far'],
      rows: samples.map(({ requests, now, most }) => [formatNumber(requests), shown(now), shown(most || now)]),
    },
    goals: [
      {
        title: 'resident at the most, MB',
        atLeast: 300,
        aim: 200,
        wanted: 'less',
        reached: last && warm !== undefined ? spreadOf([last.most]) : undefined,
      },
      {
        title: 'at the end ÷ after two fifths of the readers',
        atLeast: 1.2,
        aim: 1.05,
        wanted: 'less',
        reached: growth === undefined ? undefined : spreadOf([growth]),
      },
    ],
  };
}
