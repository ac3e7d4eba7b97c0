import { withCpu, type Bench, type Seat } from '#bench/seat.js';
import type { Finding } from '#bench/workloads/measure.js';

/** Everybody looks at the event page. How many can see it a second? */
export async function measureEvents(bench: Bench, seat: Seat): Promise<Finding> {
  const { client, sizes } = bench;
  const { seconds, warmUpSeconds, connections } = sizes;
  const read = { kind: 'events', address: seat.running.address, connections } as const;
  await client.run({ ...read, seconds: warmUpSeconds });
  const { recording, cpu, strangeAnswer } = await withCpu(bench, seat, () => client.run({ ...read, seconds }));
  return { recording, cpu, strangeAnswer };
}
