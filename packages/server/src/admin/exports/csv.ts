import { stringify } from 'csv-stringify/sync';
import type { SnapshotRow } from '#admin/exports/read-snapshot.js';

/** Excel takes a file without it for one of its own code page, and shows no Hangul. */
const BOM = '\uFEFF';

/** Cells that a spreadsheet would take for a formula get an apostrophe; numbers stay numbers. Lines end as RFC 4180 says. */
const FORM = { escape_formulas: true, record_delimiter: '\r\n' } as const;

export function csvHeader(names: readonly string[]): string {
  return BOM + stringify([[...names]], FORM);
}

export function csvLines(rows: readonly SnapshotRow[]): string {
  return stringify([...rows], { ...FORM, cast: { boolean: (value) => (value ? 'true' : 'false') } });
}
