import type { Pool, PoolClient } from 'pg';
import { z } from 'zod';
import type { BookLine, CouponLine, ImportLine } from '#admin/imports/import-lines.js';
import { couponVisibilities } from '#coupons/coupon.entity.js';
import { instant } from '#coupons/coupon-rows.js';

const bookRows = z.array(
  z.object({
    id: z.string(),
    title: z.string(),
    author: z.string(),
    description: z.string(),
    coverUrl: z.string().nullable(),
  }),
);
const couponRows = z.array(
  z.object({
    number: z.string(),
    bookId: z.string(),
    totalQuantity: z.int(),
    visibility: z.enum(couponVisibilities),
    startsAt: instant,
    endsAt: instant,
    useWithinDays: z.int(),
    readingDays: z.int(),
  }),
);
export type BookThere = z.infer<typeof bookRows>[number];
export type CouponThere = z.infer<typeof couponRows>[number];

/** What the database has of what a file names. */
export interface WhatIsThere {
  readonly booksById: ReadonlyMap<string, BookThere>;
  readonly booksByTitle: ReadonlyMap<string, readonly BookThere[]>;
  readonly coupons: ReadonlyMap<string, CouponThere>;
}

const BOOK = 'select id, title, author, description, cover_url as "coverUrl" from book';

/** Two looks, however many lines there are. */
export async function whatIsThere(client: Pool | PoolClient, lines: readonly ImportLine[]): Promise<WhatIsThere> {
  const ids = lines.flatMap((line) => idOf(line) ?? []).filter((id) => z.uuid().safeParse(id).success);
  const titles = lines.flatMap((line) => titleOf(line) ?? []);
  const numbers = lines.flatMap((line) => (line.type === 'COUPON' && line.facts ? [line.facts.number] : []));

  const found = await client.query(`${BOOK} where id = any($1::uuid[]) or title = any($2::text[]) order by id`, [
    ids,
    titles,
  ]);
  const books = bookRows.parse(found.rows);
  const { rows } = await client.query(
    `select number, book_id as "bookId", total_quantity as "totalQuantity", visibility, starts_at as "startsAt",
       ends_at as "endsAt", use_within_days as "useWithinDays", reading_days as "readingDays"
     from coupon where number = any($1::text[])`,
    [numbers],
  );
  return {
    booksById: new Map(books.map((book) => [book.id, book])),
    booksByTitle: Map.groupBy(books, ({ title }) => title),
    coupons: new Map(couponRows.parse(rows).map((coupon) => [coupon.number, coupon])),
  };
}

function idOf(line: BookLine | CouponLine): string | undefined {
  if (line.type === 'BOOK') return line.id;
  return line.book && 'id' in line.book ? line.book.id : undefined;
}

function titleOf(line: BookLine | CouponLine): string | undefined {
  if (line.type === 'BOOK') return line.facts?.title;
  return line.book && 'title' in line.book ? line.book.title : undefined;
}
