import type { z } from 'zod';

/** A column to sort by, and the type that its text is cast back to when a page begins after it. */
export interface SortColumn {
  readonly column: string;
  readonly type: 'uuid' | 'text' | 'integer' | 'timestamptz';
}

/** What a list of rows is read from. Everything here is our own SQL; what clients say comes as parameters. */
export interface List<Sort extends string, Row> {
  /** SQL after `from`. */
  readonly from: string;
  /** SQL after `select`, with the names that `row` expects. */
  readonly columns: string;
  readonly row: z.ZodType<Row>;
  readonly sorts: Readonly<Record<Sort, SortColumn>>;
  /** What tells rows apart that sort alike; together with a sort column it should be an index. */
  readonly key: readonly SortColumn[];
}

/** Gives a value its place among the statement's parameters: `$3`. */
export type Place = (value: unknown) => string;

/** SQL that a row must fulfil. */
export type Condition = (place: Place) => string;

/** A condition for each filter that is set; those that are not ask for nothing. */
export function when<Value>(
  value: Value | null | undefined,
  condition: (value: Value, place: Place) => string,
): readonly Condition[] {
  return value === null || value === undefined ? [] : [(place) => condition(value, place)];
}

/** `where …` and the parameters that stand in it. */
export function whereOf(
  conditions: readonly Condition[],
  parameters: unknown[] = [],
): { where: string; parameters: unknown[] } {
  const place: Place = (value) => `$${parameters.push(value)}`;
  const all = conditions.map((condition) => `(${condition(place)})`);
  return { where: all.length > 0 ? `where ${all.join(' and ')}` : '', parameters };
}

/** For `like`: what people type is looked for as it is, also when it has a `%` in it. */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
