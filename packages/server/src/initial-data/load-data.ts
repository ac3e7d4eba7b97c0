import type { PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import { recordEntry, type AuditRecord } from '#audit/record-entry.js';
import { issueStatements, insertPasses, lockCoupon } from '#coupons/issuing/statements.js';
import { createPassSecret } from '#coupons/pass-code.js';
import type { DataFile } from '#initial-data/data-file.js';
import type { Database } from '#platform/database.js';
import { StartupError } from '#platform/startup-error.js';
import { inTransaction } from '#platform/transaction.js';

type BookData = DataFile['books'][number];
type CouponData = BookData['coupons'][number];

export interface LoadedData {
  readonly books: number;
  readonly coupons: number;
  /** Entries that the database had already; they stay as they are. */
  readonly alreadyThere: number;
  /** Titles and numbers of those of them that the file has otherwise. Windows that move with the clock do not count. */
  readonly differing: readonly string[];
}

/**
 * Loads books and coupons in one transaction. A book is known by its id, a coupon by its number.
 * @param command what the audit log names for what is new: `npm run load-data`
 */
export function loadData({ pool }: Pick<Database, 'pool'>, data: DataFile, command: string): Promise<LoadedData> {
  const actor = { userId: null, username: command, role: null };
  return inTransaction(pool, async (client) => {
    const loaded = { books: 0, coupons: 0, alreadyThere: 0 };
    const differing = await findDiffering(client, data);
    const readers = await sampleReaders(client, data.readers);
    for (const book of data.books) {
      if (await insertBook(client, book)) {
        await recordEntry(client, actor, newBook(book));
        loaded.books += 1;
      } else loaded.alreadyThere += 1;
      for (const coupon of book.coupons) {
        const couponId = await insertCoupon(client, book, coupon);
        if (couponId !== undefined) {
          await recordEntry(client, actor, newCoupon(couponId, book, coupon));
          await issueSamples(client, coupon, readers);
          loaded.coupons += 1;
        } else loaded.alreadyThere += 1;
      }
    }
    return { ...loaded, differing };
  });
}

/** Asked before anything is inserted, so that only what was there can differ. */
async function findDiffering(client: PoolClient, { books }: DataFile): Promise<string[]> {
  const coupons = books.flatMap((book) => book.coupons);
  const { rows } = await client.query<{ name: string }>(
    `select given.title as name from jsonb_to_recordset($1) as given(id uuid, title text, author text, description text, "coverUrl" text)
     join book b using (id)
     where (b.title, b.author, b.description, b.cover_url) is distinct from (given.title, given.author, given.description, given."coverUrl")
     union all
     select number from jsonb_to_recordset($2) as given(number text, "totalQuantity" int, visibility text, "useWithinDays" int, "readingDays" int)
     join coupon c using (number)
     where (c.total_quantity, c.visibility, c.use_within_days, c.reading_days)
       is distinct from (given."totalQuantity", given.visibility, given."useWithinDays", given."readingDays")`,
    [JSON.stringify(books), JSON.stringify(coupons)],
  );
  return rows.map(({ name }) => name);
}

async function insertBook(
  client: PoolClient,
  { id, title, author, description, coverUrl }: BookData,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into book (id, title, author, description, cover_url) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
    [id, title, author, description, coverUrl],
  );
  return rowCount === 1;
}

/** The id of the coupon that was made; undefined when the book has it already. */
async function insertCoupon(client: PoolClient, book: BookData, coupon: CouponData): Promise<string | undefined> {
  const { number, totalQuantity, visibility, startsAt, endsAt, useWithinDays, readingDays } = coupon;
  const id = uuid();
  const { rowCount } = await client.query(
    `insert into coupon (id, book_id, number, total_quantity, visibility, starts_at, ends_at, use_within_days, reading_days)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (number) do nothing`,
    [id, book.id, number, totalQuantity, visibility, startsAt, endsAt, useWithinDays, readingDays],
  );
  if (rowCount === 1) return id;
  const { rows } = await client.query<{ book_id: string }>('select book_id from coupon where number = $1', [number]);
  if (rows[0]?.book_id === book.id) return undefined;
  throw new StartupError(
    `Coupon ${number} belongs to another book in the database; nothing was loaded. Give it another number.`,
  );
}

function newBook({ id, title, author, description, coverUrl }: BookData): AuditRecord {
  const after = { title, author, description, coverUrl };
  return { action: 'book.create', objectType: 'BOOK', objectId: id, objectLabel: title, after };
}

function newCoupon(id: string, book: BookData, coupon: CouponData): AuditRecord {
  const after = { book: book.id, ...coupon };
  return { action: 'coupon.create', objectType: 'COUPON', objectId: id, objectLabel: coupon.number, after };
}

/** Real passes of real rows, through the engine's own statement, so that every invariant holds for them too. */
async function issueSamples(client: PoolClient, coupon: CouponData, readers: readonly string[]): Promise<void> {
  const found = await lockCoupon(client, issueStatements.lockCoupon, coupon.number);
  if (!found) throw new Error(`coupon ${coupon.number} vanished while it was loaded`);
  if (coupon.issued > 0) {
    const claims = readers.slice(0, coupon.issued).map((userId) => ({ userId, secret: createPassSecret() }));
    await insertPasses(client, issueStatements.insertPasses, found.coupon, claims);
  }
  await client.query('update coupon set status = $2 where number = $1', [coupon.number, coupon.status]);
}

/** Readers without a password: nobody can log in as one. They are made once and used again. */
async function sampleReaders(client: PoolClient, count: number): Promise<string[]> {
  const names = Array.from({ length: count }, (_, index) => `sample-${String(index + 1).padStart(5, '0')}`);
  await client.query(
    `insert into "user" (id, username, username_key)
     select id, name, name from unnest($1::uuid[], $2::text[]) as sample(id, name) on conflict (username_key) do nothing`,
    [names.map(() => uuid()), names],
  );
  const { rows } = await client.query<{ id: string }>(
    `select id from "user" where username_key = any($1) and password_hash is null order by username_key`,
    [names],
  );
  if (rows.length < count) {
    throw new StartupError(
      'Somebody registered as one of the sample readers (sample-00001 …); nothing was loaded. Leave out "issued" in the file.',
    );
  }
  return rows.map(({ id }) => id);
}
