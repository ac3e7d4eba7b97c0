import { setTimeout } from 'node:timers/promises';
import { countIssued, createCoupon, issuedRowsOf } from '#bench/database/coupons.js';
import { withCpu, type Bench, type Seat } from '#bench/seat.js';
import type { Finding } from '#bench/workloads/measure.js';
import { compareWithRows } from '#drop/compare-with-rows.js';
import { latencies } from '#load/recorder.js';

const PATIENCE_MS = 15_000;
const LOOK_EVERY_MS = 20;

/** Everybody wins: as many passes as readers, each of whom comes once. How many can be given out a second? */
export async function measureIssue(bench: Bench, seat: Seat): Promise<Finding> {
  const { client, sizes } = bench;
  const { seconds, warmUpSeconds, connections, readers } = sizes;
  const { address } = seat.running;
  const claims = { kind: 'claims', address, connections, from: 0, count: readers, again: false } as const;

  const { number: warmUp } = await createCoupon(seat.database, readers);
  await client.run({ ...claims, couponNumber: warmUp, seconds: warmUpSeconds });

  const { number: couponNumber } = await createCoupon(seat.database, readers);
  const startedAt = performance.now();
  const { recording, told, cpu, strangeAnswer } = await withCpu(bench, seat, () =>
    client.run({ ...claims, couponNumber, seconds }),
  );
  const lateSeconds = seat.variant.answersEarly ? await untilWritten(seat, couponNumber, told.length) : 0;
  const rows = await issuedRowsOf(seat.database, couponNumber);
  const finding = {
    recording,
    cpu,
    strangeAnswer,
    durableSeconds: recording.seconds + lateSeconds,
    issued: rows.length,
    breaches: compareWithRows(readers, told, rows),
  };
  if (latencies(recording, 'UserCoupon').count === 0) {
    const why = strangeAnswer ?? JSON.stringify(recording.reasons);
    throw new Error(`${seat.variant.title} issued nothing in ${performance.now() - startedAt} ms: ${why}`);
  }
  return finding;
}

/** Seconds until a design that answers early has written what it promised, or has had its time. */
export async function untilWritten(seat: Seat, couponNumber: string, promised: number): Promise<number> {
  const startedAt = performance.now();
  const passed = () => performance.now() - startedAt;
  while (passed() < PATIENCE_MS && (await countIssued(seat.database, couponNumber)) < promised) {
    await setTimeout(LOOK_EVERY_MS);
  }
  return passed() / 1000;
}
