import { z } from 'zod';

import { sortOf, type FormValues, type Send, type StaffResource } from '#admin/data-provider/staff-resource.ts';
import { filterIds, filterText, filterWords, formText } from '#admin/data-provider/value-schemas.ts';
import {
  CouponBatchDocument,
  CouponBatchesDocument,
  CouponBatchSummaryDocument,
  CreateCouponBatchDocument,
  DeleteCouponBatchesDocument,
} from '#admin/generated/operations.ts';

const SORTS = { createdAt: 'CREATED_AT', pattern: 'PATTERN', count: 'COUNT' } as const;

const filters = z.object({
  search: filterText,
  ids: filterIds,
  bookId: filterText,
  status: filterWords(['RUNNING', 'DONE', 'CANCELLED', 'FAILED']),
  createdFrom: filterText,
  createdTo: filterText,
});

const input = z.object({
  bookId: formText,
  pattern: formText,
  count: z.coerce.number(),
  totalQuantity: z.coerce.number(),
  startsAt: formText,
  endsAt: formText,
  useWithinDays: z.coerce.number(),
  readingDays: z.coerce.number(),
});

/** What a batch would do, to be read before it is ordered. */
export async function summariseBatch(send: Send, values: FormValues) {
  return (await send(CouponBatchSummaryDocument, { input: input.parse(values) })).couponBatchSummary;
}

export const batchesData: StaffResource = {
  async list(send, { sort, filter, ...page }) {
    const variables = { ...page, ...sortOf(SORTS, sort), filter: filters.parse(filter) };
    return (await send(CouponBatchesDocument, variables)).couponBatches;
  },
  async one(send, id) {
    return (await send(CouponBatchDocument, { id })).couponBatch;
  },
  async create(send, id, values) {
    const confirm = formText.parse(values['confirm']);
    return (await send(CreateCouponBatchDocument, { id, input: input.parse(values), confirm })).createCouponBatch;
  },
  async remove(send, ids) {
    return (await send(DeleteCouponBatchesDocument, { ids })).deleteCouponBatches;
  },
};
