import type { Pool } from 'pg';
import { z } from 'zod';
import type { Connection, SortOrder } from '#admin/lists/connection.types.js';
import { countRows } from '#admin/lists/count-rows.js';
import { whereOf, type Condition, type List, type SortColumn } from '#admin/lists/list.js';
import { PAGE_MAX } from '#admin/lists/list-args.js';
import { badInput } from '#admin/staff-input.js';
import { sqlState } from '#platform/sql-state.js';

/** Which part of the rows. */
export interface Page {
  readonly order: SortOrder;
  readonly first: number;
  readonly after?: string | null;
}

/** For whoever looks for one row by its id. */
export const ONE_ROW: Page = { first: 1, order: 'ASC' };

/** Which rows, in what order. */
export interface Selection<Sort extends string> {
  readonly sort: Sort;
  readonly conditions: readonly Condition[];
}

const place = z.object({ cursor: z.array(z.string()) });

/**
 * One page, found by key: the thousandth costs what the first does. Cursors carry PostgreSQL's own text of a time, to
 * the microsecond; a whole batch of passes shares one, and a Date would lose its place among them.
 * @throws PublicError BAD_USER_INPUT for a cursor or a size that cannot be
 */
export async function findPage<Sort extends string, Row>(
  pool: Pool,
  list: List<Sort, Row>,
  { order, first, after = null }: Page,
  { sort, conditions }: Selection<Sort>,
): Promise<Connection<Row>> {
  if (first < 1 || first > PAGE_MAX) {
    throw badInput([
      { field: 'first', reason: 'TOO_LARGE', message: `Ask for 1 to ${PAGE_MAX} rows at a time.`, limit: PAGE_MAX },
    ]);
  }
  const columns = [list.sorts[sort], ...list.key.filter(({ column }) => column !== list.sorts[sort].column)];
  const { where, parameters } = whereOf([...conditions, ...begin(columns, order, after)]);
  const asked = pool.query(
    `select ${list.columns}, array[${columns.map(({ column }) => `${column}::text`).join(', ')}] as cursor
     from ${list.from} ${where}
     order by ${columns.map(({ column }) => `${column} ${order}`).join(', ')} limit ${first + 1}`,
    parameters,
  );
  const { rows } = await asked.catch((error: unknown) => {
    // Only PostgreSQL knows every day and zone that is none.
    throw after !== null && NO_TIME.has(sqlState(error)) ? badCursor() : error;
  });
  const edges = rows
    .slice(0, first)
    .map((row: unknown) => ({ cursor: writeCursor(place.parse(row).cursor), node: list.row.parse(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    count: () => countRows(pool, list.from, conditions),
  };
}

function begin(columns: readonly SortColumn[], order: SortOrder, after: string | null): readonly Condition[] {
  if (after === null) return [];
  const values = readCursor(after, columns);
  return [
    (place) => {
      const bounds = columns.map(({ type }, index) => `${place(values[index])}::${type}`);
      return `(${columns.map(({ column }) => column).join(', ')}) ${order === 'ASC' ? '>' : '<'} (${bounds.join(', ')})`;
    },
  ];
}

function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

const FORMS: Readonly<Record<SortColumn['type'], RegExp>> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]*$/,
  integer: /^-?\d{1,9}$/,
  timestamptz: /^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d){0,2}$/,
};

/** What PostgreSQL says of a text that is no time, of a time that cannot be, and of a zone that cannot. */
const NO_TIME: ReadonlySet<string | undefined> = new Set(['22007', '22008', '22009']);

function readCursor(cursor: string, columns: readonly SortColumn[]): readonly string[] {
  const values = parse(Buffer.from(cursor, 'base64url').toString());
  const fits =
    values?.length === columns.length && columns.every(({ type }, index) => FORMS[type].test(values[index] ?? ''));
  if (!values || !fits) throw badCursor();
  return values;
}

function badCursor() {
  const message = 'This cursor is not of this list and this sort. Begin without one.';
  return badInput([{ field: 'after', reason: 'BAD_CURSOR', message }]);
}

function parse(json: string): string[] | undefined {
  try {
    return z.array(z.string()).safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
