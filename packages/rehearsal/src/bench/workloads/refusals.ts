import { createCoupon, issuedRowsOf } from '#bench/database/coupons.js';
import { withCpu, type Bench, type Seat } from '#bench/seat.js';
import type { Finding } from '#bench/workloads/measure.js';
import { compareWithRows } from '#drop/compare-with-rows.js';

/** It is sold out, and they still come. How many can be told so a second? */
export async function measureRefusals(bench: Bench, seat: Seat): Promise<Finding> {
  const { client, sizes } = bench;
  const { seconds, warmUpSeconds, connections, readers } = sizes;
  const { number: couponNumber } = await createCoupon(seat.database, 1);
  const claims = { kind: 'claims', address: seat.running.address, connections, couponNumber } as const;

  const first = await client.run({ ...claims, connections: 1, from: 0, count: 1, again: false, seconds: 5 });
  const others = { ...claims, from: 1, count: readers - 1, again: true };
  await client.run({ ...others, seconds: warmUpSeconds });
  const result = await withCpu(bench, seat, () => client.run({ ...others, seconds }));
  const { recording, cpu, strangeAnswer } = result;
  if (!seat.variant.workloads.includes('issue')) return { recording, cpu, strangeAnswer }; // a constant has no rows

  const rows = await issuedRowsOf(seat.database, couponNumber);
  const breaches = compareWithRows(1, [...first.told, ...result.told], rows);
  return { recording, cpu, strangeAnswer, issued: rows.length, breaches };
}
