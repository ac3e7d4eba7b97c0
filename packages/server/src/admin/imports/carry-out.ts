import type { PoolClient } from 'pg';
import { v7 as uuid } from 'uuid';
import type { PlannedLine } from '#admin/imports/plan-import.js';
import type { Actor } from '#audit/record-entry.js';

/** Rows in one statement; between two the process serves others. */
const PORTION = 500;

interface Row {
  readonly id: string;
  /** What people call it. */
  readonly label: string;
  /** As the log has it, and as the statement below reads it. */
  readonly facts: Readonly<Record<string, unknown>>;
}

const INSERT_BOOKS = `
  insert into book (id, title, author, description, cover_url)
  select id, title, author, description, "coverUrl"
  from jsonb_to_recordset($1) as given(id uuid, title text, author text, description text, "coverUrl" text)`;
const INSERT_COUPONS = `
  insert into coupon (id, book_id, number, total_quantity, visibility, starts_at, ends_at, use_within_days, reading_days)
  select id, book, number, "totalQuantity", visibility, "startsAt", "endsAt", "useWithinDays", "readingDays"
  from jsonb_to_recordset($1) as given(id uuid, book uuid, number text, "totalQuantity" integer, visibility text,
    "startsAt" timestamptz, "endsAt" timestamptz, "useWithinDays" integer, "readingDays" integer)`;
const INSERT_ENTRIES = `
  insert into audit_entry (id, actor_id, actor_name, actor_role, action, object_type, object_id, object_label, after)
  select "entryId", $2, $3, $4, $5, $6, id, label, facts
  from jsonb_to_recordset($1) as given("entryId" uuid, id text, label text, facts jsonb)`;

/** Writes what a plan creates, books before their coupons, and of each an entry in the log. Gives the coupons' numbers. */
export async function carryOut(client: PoolClient, plan: readonly PlannedLine[], actor: Actor): Promise<string[]> {
  const made = plan.filter(({ outcome }) => outcome === 'CREATE');
  const books = made.flatMap(({ of, bookId }) =>
    of.type === 'BOOK' && of.facts && bookId !== undefined
      ? [{ id: bookId, label: of.facts.title, facts: of.facts }]
      : [],
  );
  const coupons = made.flatMap(({ of, bookId }) =>
    of.type === 'COUPON' && of.facts && bookId !== undefined
      ? [{ id: uuid(), label: of.facts.number, facts: { ...of.facts, book: bookId } }]
      : [],
  );
  if (books.length + coupons.length < made.length) throw new Error('a line without facts was planned to be created');

  await insert(client, books, { sql: INSERT_BOOKS, about: ['book.import', 'BOOK'], actor });
  await insert(client, coupons, { sql: INSERT_COUPONS, about: ['coupon.import', 'COUPON'], actor });
  return coupons.map(({ label }) => label);
}

async function insert(
  client: PoolClient,
  rows: readonly Row[],
  { sql, about, actor }: { sql: string; about: readonly [action: string, type: string]; actor: Actor },
): Promise<void> {
  for (let start = 0; start < rows.length; start += PORTION) {
    const portion = rows.slice(start, start + PORTION);
    await client.query(sql, [JSON.stringify(portion.map(({ id, facts }) => ({ id, ...facts })))]);
    const entries = portion.map((row) => ({ ...row, entryId: uuid() }));
    await client.query(INSERT_ENTRIES, [JSON.stringify(entries), actor.userId, actor.username, actor.role, ...about]);
  }
}
