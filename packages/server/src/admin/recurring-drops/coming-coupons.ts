import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { CouponEntity, type Coupon } from '#coupons/coupon.entity.js';

const ids = z.array(z.object({ id: z.string() }));

/**
 * The coupons of a recurring drop that have not opened, locked: nobody holds a pass of one, and none opens for a
 * reader before the transaction ends. Coupons are locked before the drop, in order of id: whoever deletes one locks
 * it first, and the database then notes the day in the drop. Called once more under the drop's lock, after which
 * none is added.
 */
export async function lockComing(em: EntityManager, dropId: string): Promise<Coupon[]> {
  const rows = await em.execute(
    `select id from coupon where recurring_drop_id = ? and starts_at > now() and issued_quantity = 0
     order by id for update`,
    [dropId],
  );
  return em.find(CouponEntity, { id: { $in: ids.parse(rows).map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
}

/**
 * Deletes coupons that nobody could download yet. Their days are not skipped by that: when the drop opens on them
 * again, they get their coupons again.
 */
export async function takeBack(em: EntityManager, dropId: string, coupons: readonly Coupon[]): Promise<void> {
  if (coupons.length === 0) return;
  for (const coupon of coupons) em.remove(coupon);
  await em.flush();
  await em.execute(
    `update recurring_drop set skipped_days = array(select unnest(skipped_days) except select unnest(?::date[]))
     where id = ?`,
    [`{${coupons.map(({ dropDay }) => dropDay).join(',')}}`, dropId],
  );
}
