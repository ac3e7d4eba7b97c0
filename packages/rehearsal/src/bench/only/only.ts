import type { Flags, Only } from '#bench/flags.js';
import { measureLists } from '#bench/only/lists.js';
import { measureLogins } from '#bench/only/logins.js';
import { measureMemory } from '#bench/only/memory.js';
import { measureRows } from '#bench/only/rows.js';
import type { Goal } from '#bench/report/goals.js';
import { goalTable, type Table } from '#bench/report/tables.js';
import { textTable } from '#bench/report/terminal.js';
import type { Surroundings } from '#bench/with-bench.js';

/** What one of the measurements found that take too long for every run. */
export interface OnlyResult {
  readonly table: Table;
  readonly goals: readonly Goal[];
  /** In a sentence or two: how it was measured. */
  readonly how: string;
}

/** Does one of them alone. */
export const measureOnly: Readonly<Record<Only, (flags: Flags, surroundings: Surroundings) => Promise<OnlyResult>>> = {
  rows: measureRows,
  memory: measureMemory,
  logins: measureLogins,
  lists: measureLists,
};

export function onlyReport({ table, goals, how }: OnlyResult): string {
  return [textTable(table), how, textTable(goalTable(goals))].join('\n\n');
}
