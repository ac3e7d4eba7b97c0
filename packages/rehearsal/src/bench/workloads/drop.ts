import { createCoupon, issuedRowsOf } from '#bench/database/coupons.js';
import { startCountingTransactions } from '#bench/database/transactions.js';
import { withCpu, type Bench, type Seat } from '#bench/seat.js';
import { READERS_PER_PASS } from '#bench/sizes.js';
import type { Finding } from '#bench/workloads/measure.js';
import { untilWritten } from '#bench/workloads/issue.js';
import { compareWithRows } from '#drop/compare-with-rows.js';

const LONGEST_SECONDS = 60;

/** A whole drop, from the first to the last of 20 readers per pass: what does it cost the database? */
export async function measureDrop(bench: Bench, seat: Seat): Promise<Finding> {
  const { client, sizes, patiently, told: signal } = bench;
  const { connections, dropPasses } = sizes;
  const { number: couponNumber } = await createCoupon(seat.database, dropPasses);

  const counted = await startCountingTransactions(seat.database, {
    idleSince: seat.lastBusyAt,
    patiently,
    told: signal,
  });
  const { recording, told, cpu, strangeAnswer } = await withCpu(bench, seat, () =>
    client.run({
      kind: 'claims',
      address: seat.running.address,
      connections,
      couponNumber,
      from: 0,
      count: READERS_PER_PASS * dropPasses,
      again: false,
      seconds: LONGEST_SECONDS,
    }),
  );
  const transactions = await counted();
  if (seat.variant.answersEarly) await untilWritten(seat, couponNumber, told.length);
  const rows = await issuedRowsOf(seat.database, couponNumber);
  const breaches = compareWithRows(dropPasses, told, rows);
  return { recording, cpu, strangeAnswer, transactions, issued: rows.length, breaches };
}
