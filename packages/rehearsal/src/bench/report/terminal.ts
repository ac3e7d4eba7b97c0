import { goalsOf } from '#bench/report/goals.js';
import { goalTable, remarksOf, tablesOf, type Table } from '#bench/report/tables.js';
import type { BenchResults } from '#bench/results.js';

/** All tables as text. */
export function terminalReport(results: BenchResults): string {
  const { machine, options, tookSeconds } = results;
  const where = `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB · ${machine.os} · Node ${machine.node} · ${machine.postgres}`;
  const how = `${options.rounds} × ${options.seconds} s, ${options.connections} connections, ${Math.round(tookSeconds)} s in all`;
  const tables = [...tablesOf(results).map(withoutLesserRanges), goalTable(goalsOf(results))].map(textTable);
  const warning = options.quick ? ['Quick: these numbers show that it works and mean nothing.'] : [];
  return [`${where}\n${how}`, ...warning, ...tables, remarksOf(results).join('\n')].join('\n\n');
}

/** A terminal is not that wide: the range stands with the first figure and with p99; the page has the others. */
function withoutLesserRanges({ columns, rows, ...table }: Table): Table {
  const keeps = columns.map((name, i) => i === 1 || name.includes('p99'));
  const shorter = (cell: string, i: number) => (keeps[i] === true || i === 0 ? cell : cell.replace(/ \(.*/, ''));
  return { ...table, columns, rows: rows.map((cells) => cells.map(shorter)) };
}

export function textTable({ title, columns, rows }: Table): string {
  // What no row has says nothing: latencies of a design that has none, CPU where it is not measured.
  const shown = columns.map((_, i) => i === 0 || rows.some((row) => row[i] !== '–'));
  const cut = (cells: readonly string[]) => cells.filter((_, i) => shown[i]);
  const lines = [cut(columns), ...rows.map(cut)];
  const widths = cut(columns).map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0)));
  const text = lines.map((line) =>
    line
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...text].join('\n');
}
