import type { StaffResource } from '#admin/data-provider/staff-resource.ts';
import { booksData } from '#admin/resources/books/books-data.ts';
import { couponsData } from '#admin/resources/coupons/coupons-data.ts';

/** The operations of each resource, under react-admin's name for it. */
export const resourceTable: Readonly<Record<string, StaffResource>> = {
  books: booksData,
  coupons: couponsData,
};
