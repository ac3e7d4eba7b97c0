import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { takeBack } from '#admin/recurring-drops/coming-coupons.js';
import { dropNumber } from '#admin/recurring-drops/drop-number.js';
import { openingsSql, SCHEDULE_OF_DROP } from '#admin/recurring-drops/openings.js';
import type { RecurringDropRow } from '#admin/recurring-drops/recurring-drop.entity.js';
import type { Coupon } from '#coupons/coupon.entity.js';
import { instant } from '#coupons/coupon-rows.js';

const windows = z.array(z.object({ day: z.string(), startsAt: instant, endsAt: instant }));

/**
 * Lets the coupons that have not opened follow an edit of their drop, which must have been flushed. What has opened
 * stays as readers saw it. A coupon whose day is none any more is taken back.
 */
export async function followEdit(
  { em, couponChanged }: { em: EntityManager; couponChanged: (number: string) => void },
  drop: RecurringDropRow,
  coming: readonly Coupon[],
): Promise<void> {
  const rows = await em.execute(
    `select o.day::text, to_jsonb(o.starts_at) #>> '{}' as "startsAt", to_jsonb(o.ends_at) #>> '{}' as "endsAt"
     from recurring_drop r cross join lateral ${openingsSql(SCHEDULE_OF_DROP)} o where r.id = ?`,
    [drop.id],
  );
  const windowOf = new Map(windows.parse(rows).map(({ day, ...window }) => [day, window]));
  for (const coupon of coming) couponChanged(coupon.number); // also by the number that it loses
  await takeBack(
    em,
    drop.id,
    coming.filter(({ dropDay }) => !windowOf.has(dropDay ?? '')),
  );
  const { book, numberPattern, totalQuantity, visibility, useWithinDays, readingDays } = drop;
  for (const coupon of coming) {
    const window = windowOf.get(coupon.dropDay ?? '');
    if (!window) continue;
    const number = dropNumber(numberPattern, coupon.dropDay ?? '');
    em.assign(coupon, { book, number, totalQuantity, visibility, useWithinDays, readingDays, ...window });
    // One at a time: of several that get another number at once the ORM holds the numbers back, also from the log.
    await em.flush();
  }
}
