import type { Pool } from 'pg';
import type { z } from 'zod';
import { whereOf, type Condition, type SortColumn } from '#admin/lists/list.js';
import type { Role } from '#auth/role.js';

/** A column of the file: its name in the header, and the SQL of its value. */
export interface ExportColumn {
  readonly name: string;
  readonly sql: string;
}

/** A statement that reads every row of an export. */
export interface ExportStatement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What can be exported: who may, under which name, which rows, in which columns. */
export interface ExportList {
  /** As the mutation has it: `books` for `exportBooks`. */
  readonly name: string;
  /** What the file is called. */
  readonly label: { readonly en: string; readonly ko: string };
  readonly roles: readonly Role[];
  readonly columns: readonly ExportColumn[];
  /** @throws ZodError for a filter that this list does not have: never more rows than were asked for. */
  readonly check: (filter: unknown) => void;
  /** All rows that a filter matches. What it searches for may have to be looked up first. @throws ZodError likewise */
  readonly select: (pool: Pool, filter: unknown) => Promise<ExportStatement>;
}

/** The rule of every field of a filter; one that is forgotten here does not compile. */
export type FilterFields<Filter> = { readonly [Field in keyof Filter]-?: z.ZodType<Filter[Field]> };

interface Definition<Filter> extends Omit<ExportList, 'check' | 'select'> {
  readonly filter: z.ZodType<Filter>;
  /** The list's own `from` and conditions, so that the file has the rows that the page shows. */
  readonly from: string;
  readonly conditions: (filter: Filter, pool: Pool) => readonly Condition[] | Promise<readonly Condition[]>;
  /** Should be an index: the first row then comes at once. */
  readonly order: readonly SortColumn[];
}

export function defineExport<Filter>(definition: Definition<Filter>): ExportList {
  const { filter: rules, from, conditions, order, ...list } = definition;
  const columns = list.columns.map(({ sql }, index) => `${sql} as c${index}`).join(', ');
  return {
    ...list,
    check: (filter) => void rules.parse(filter),
    async select(pool, filter) {
      const { where, parameters } = whereOf(await conditions(rules.parse(filter), pool));
      const by = order.map(({ column }) => column).join(', ');
      return { text: `select ${columns} from ${from} ${where} order by ${by}`, values: parameters };
    },
  };
}

/** Columns that go into the file as the database has them, by name. */
export function plain(columns: Readonly<Record<string, string>>): ExportColumn[] {
  return Object.entries(columns).map(([name, sql]) => ({ name, sql }));
}

/**
 * A moment, twice: for programs (ISO 8601 with its offset, to the millisecond), and as spreadsheets take it for a time.
 * Both are in the zone of the transaction, Korea's.
 */
export function moment(name: string, sql: string): ExportColumn[] {
  return [
    { name, sql: `to_char(${sql}, 'YYYY-MM-DD"T"HH24:MI:SS.MSTZH:TZM')` },
    { name: `${name}Kst`, sql: `to_char(${sql}, 'YYYY-MM-DD HH24:MI:SS')` },
  ];
}
