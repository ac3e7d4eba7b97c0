import type { EntityManager } from '@mikro-orm/postgresql';
import { z } from 'zod';
import { uuidArray } from '#admin/uuid-array.js';
import { staffPassColumns, staffPassRow, type StaffPassRow } from '#admin/user-coupons/user-coupon-list.js';
import { instant } from '#coupons/coupon-rows.js';
import { PublicError } from '#platform/errors.js';

/** What tells a pass from all others. */
export interface PassKey {
  readonly couponId: string;
  readonly sequence: number;
}

/** Coupons first, then passes, each in one order for everybody. A race test takes the locks away to see itself go red. */
export const PASS_LOCKS = {
  coupons: `select id from coupon where id = any(?::uuid[]) order by id for update`,
  passes: `
    select ${staffPassColumns}, now() from user_coupon p
    where (p.coupon_id, p.sequence) in (select * from unnest(?::uuid[], ?::integer[]))
    order by p.coupon_id, p.sequence for update`,
};
export type PassLocks = typeof PASS_LOCKS;

const lockedPass = staffPassRow.extend({ now: instant });
export type LockedPass = StaffPassRow & { readonly now: Date };

/** The keys as the two parameters of `unnest`. */
export function keyArrays(keys: readonly PassKey[]): [string, string] {
  return [uuidArray(keys.map(({ couponId }) => couponId)), `{${keys.map(({ sequence }) => sequence).join(',')}}`];
}

/**
 * The passes, locked until the transaction ends, with the moment at which it began.
 * @throws PublicError NOT_FOUND when one of them is not there
 */
export async function lockPasses(
  em: EntityManager,
  keys: readonly PassKey[],
  { passes }: Pick<PassLocks, 'passes'>,
): Promise<readonly LockedPass[]> {
  const found = z.array(lockedPass).parse(await em.execute(passes, keyArrays(keys)));
  if (found.length < keys.length) throw new PublicError('NOT_FOUND');
  return found;
}
