import { WORK_IS_DUE } from '#admin/background/work-is-due.js';
import { makeBatchCoupons } from '#admin/coupon-batches/make-batch-coupons.js';
import { makeDueCoupons } from '#admin/recurring-drops/make-due-coupons.js';
import type { IssuingEngine } from '#coupons/issuing/issuing-engine.js';
import type { Announcements } from '#platform/announcements.js';
import { Background } from '#platform/background.js';
import { calm } from '#platform/calm.js';
import type { Database } from '#platform/database.js';
import type { Logger } from '#platform/logging.js';

export interface BackgroundServices {
  readonly database: Database;
  readonly announcements: Announcements;
  readonly issuing: Pick<IssuingEngine, 'isRush'>;
}

/** What staff ordered and nobody waits for, done by every process as it has time. */
export function openBackground({ database, announcements, issuing }: BackgroundServices, logger: Logger): Background {
  const { pool } = database;
  const background = new Background({
    jobs: [
      { name: 'recurring drops', doPortion: () => makeDueCoupons(pool, announcements) },
      { name: 'coupon batches', doPortion: () => makeBatchCoupons(pool) },
    ],
    // One who waits while a connection is idle has it in a moment.
    isBusy: () => issuing.isRush || (pool.waitingCount > 0 && pool.idleCount === 0),
    logger,
  });
  const wake = () => background.wake();
  announcements.listen(WORK_IS_DUE, calm(wake, wake));
  return background;
}
