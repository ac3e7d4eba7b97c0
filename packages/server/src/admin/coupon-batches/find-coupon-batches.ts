import { batchConditions, batchList } from '#admin/coupon-batches/batch-list.js';
import type { BatchSort, CouponBatch, CouponBatchFilter } from '#admin/coupon-batches/coupon-batches.types.js';
import type { Connection } from '#admin/lists/connection.types.js';
import { findPage, ONE_ROW, type Page } from '#admin/lists/find-page.js';
import type { StaffContext } from '#admin/staff-context.js';
import { PublicError } from '#platform/errors.js';

type Reader = Pick<StaffContext, 'database'>;

/** A page of batches. @throws PublicError BAD_USER_INPUT */
export function findCouponBatches(
  { database }: Reader,
  page: Page,
  { sort, filter }: { sort: BatchSort; filter?: CouponBatchFilter | null },
): Promise<Connection<CouponBatch>> {
  return findPage(database.pool, batchList, page, { sort, conditions: batchConditions(filter) });
}

/** One batch; null when there is none. */
export async function findCouponBatch(context: Reader, id: string): Promise<CouponBatch | null> {
  const { edges } = await findCouponBatches(context, ONE_ROW, { sort: 'CREATED_AT', filter: { ids: [id] } });
  return edges[0]?.node ?? null;
}

/** One that must be there. @throws PublicError NOT_FOUND */
export async function getCouponBatch(context: Reader, id: string): Promise<CouponBatch> {
  const batch = await findCouponBatch(context, id);
  if (!batch) throw new PublicError('NOT_FOUND');
  return batch;
}
