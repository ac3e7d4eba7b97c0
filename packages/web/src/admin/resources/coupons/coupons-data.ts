import { z } from 'zod';

import { sortOf, type FormValues, type StaffResource } from '#admin/data-provider/staff-resource.ts';
import { filterFlag, filterIds, filterText, filterWords, formText } from '#admin/data-provider/value-schemas.ts';
import {
  CreateCouponDocument,
  DeleteCouponsDocument,
  ExportCouponsDocument,
  StaffCouponDocument,
  StaffCouponsDocument,
  UpdateCouponDocument,
  type CouponInput,
  type StaffCouponRowFragment,
} from '#admin/generated/operations.ts';

const SORTS = {
  createdAt: 'CREATED_AT',
  startsAt: 'STARTS_AT',
  endsAt: 'ENDS_AT',
  number: 'NUMBER',
  totalQuantity: 'TOTAL_QUANTITY',
  issuedQuantity: 'ISSUED_QUANTITY',
} as const;

export const STATUSES = ['ACTIVE', 'PAUSED', 'COMPLETE'] as const;
export const VISIBILITIES = ['LISTED', 'KEPT', 'UNLISTED'] as const;
export const WINDOWS = ['UPCOMING', 'OPEN', 'OVER'] as const;

const conditions = z.object({
  search: filterText,
  ids: filterIds,
  status: filterWords(STATUSES),
  visibility: filterWords(VISIBILITIES),
  window: z.enum(WINDOWS).optional().catch(undefined),
  bookId: filterText,
  batchId: filterText,
  printed: filterFlag,
  withPrinted: filterFlag,
  recurringDropId: filterText,
  startsFrom: filterText,
  startsTo: filterText,
});

/** The list leaves printed codes out, unless they or a batch of them are asked for. */
const filters = conditions.transform(({ withPrinted, printed, ...filter }) => ({
  ...filter,
  printed: withPrinted === true || filter.batchId !== undefined ? undefined : printed,
}));

/** An emptied number is sent as 0, which the server refuses at its field. */
const formNumber = z.coerce.number().int().catch(0);

const input = z.object({
  bookId: formText,
  number: formText,
  totalQuantity: formNumber,
  visibility: z.enum(VISIBILITIES),
  startsAt: z.string(),
  endsAt: z.string(),
  useWithinDays: formNumber,
  readingDays: formNumber,
});

/** What a form holds, as the server takes it. */
export function couponInput(values: FormValues): CouponInput {
  return input.parse(values);
}

/** The digest of the launch that somebody has just read and confirmed. */
const confirmed = z.object({ confirm: z.string() });

/** A form has a book's id, and a row the book. */
const withBookId = (row: StaffCouponRowFragment) => ({ ...row, bookId: row.book.id });

export const couponsData: StaffResource = {
  async list(send, { sort, filter, ...page }) {
    const variables = { ...page, ...sortOf(SORTS, sort), filter: filters.parse(filter) };
    const { edges, ...rest } = (await send(StaffCouponsDocument, variables)).coupons;
    return { ...rest, ...(edges && { edges: edges.map(({ node }) => ({ node: withBookId(node) })) }) };
  },
  async one(send, id) {
    const { coupon } = await send(StaffCouponDocument, { id });
    return coupon && withBookId(coupon);
  },
  async create(send, id, values) {
    const { confirm } = confirmed.parse(values);
    return withBookId((await send(CreateCouponDocument, { id, input: couponInput(values), confirm })).createCoupon);
  },
  async update(send, target, values) {
    const variables = { ...target, input: couponInput(values), ...confirmed.parse(values) };
    return withBookId((await send(UpdateCouponDocument, variables)).updateCoupon);
  },
  async remove(send, ids) {
    return (await send(DeleteCouponsDocument, { ids })).deleteCoupons;
  },
  async exportRows(send, filter) {
    return (await send(ExportCouponsDocument, { filter: filters.parse(filter) })).exportCoupons;
  },
};
