import type { StaffResource } from '#admin/data-provider/staff-resource.ts';
import { auditEntriesData } from '#admin/resources/auditEntries/audit-entries-data.ts';
import { booksData } from '#admin/resources/books/books-data.ts';
import { userCouponsData } from '#admin/resources/userCoupons/user-coupons-data.ts';
import { usersData } from '#admin/resources/users/users-data.ts';
import { batchesData } from '#admin/resources/couponBatches/batches-data.ts';
import { dropsData } from '#admin/resources/recurringDrops/drops-data.ts';
import { couponsData } from '#admin/resources/coupons/coupons-data.ts';

/** The operations of each resource, under react-admin's name for it. */
export const resourceTable: Readonly<Record<string, StaffResource>> = {
  books: booksData,
  userCoupons: userCouponsData,
  users: usersData,
  auditEntries: auditEntriesData,
  couponBatches: batchesData,
  recurringDrops: dropsData,
  coupons: couponsData,
};
