import { z } from 'zod';

import { sortOf, type StaffResource } from '#admin/data-provider/staff-resource.ts';
import { filterIds, filterText, filterWords } from '#admin/data-provider/value-schemas.ts';
import { ExportUserCouponsDocument, StaffPassDocument, StaffPassesDocument } from '#admin/generated/operations.ts';
import { PASS_STATES } from '#admin/resources/userCoupons/pass.ts';

const SORTS = { createdAt: 'CREATED_AT', usedAt: 'USED_AT', revokedAt: 'REVOKED_AT' } as const;

const filters = z.object({
  search: filterText,
  ids: filterIds,
  couponId: filterText,
  userId: filterText,
  bookId: filterText,
  state: filterWords(PASS_STATES),
  createdFrom: filterText,
  createdTo: filterText,
});

export const userCouponsData: StaffResource = {
  async list(send, { sort, filter, ...page }) {
    const variables = { ...page, ...sortOf(SORTS, sort), filter: filters.parse(filter) };
    return (await send(StaffPassesDocument, variables)).userCoupons;
  },
  async one(send, id) {
    return (await send(StaffPassDocument, { id })).userCoupon;
  },
  async exportRows(send, filter) {
    return (await send(ExportUserCouponsDocument, { filter: filters.parse(filter) })).exportUserCoupons;
  },
};
