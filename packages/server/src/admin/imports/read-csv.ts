import { pipeline } from 'node:stream/promises';
import { setImmediate } from 'node:timers/promises';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { bookColumns, columnsOf, couponColumns, fieldsOf } from '#admin/imports/columns.js';
import type { CouponLine, ImportLine, RawFields } from '#admin/imports/import-lines.js';
import { fileProblem } from '#admin/imports/file-problem.js';
import { LINES_MAX, tooMany } from '#admin/imports/import-limits.js';
import { readBookLine, readCouponLine } from '#admin/imports/read-line.js';

const row = z.object({ record: z.array(z.string()), info: z.object({ lines: z.int() }) });
/** Lines that are read before others have their turn. */
const TURN = 500;
/** Bytes that are parsed before others have theirs. */
const CHUNK = 64 * 1024;

/**
 * The lines of a CSV file of books or of coupons; its header says which.
 * @throws PublicError BAD_USER_INPUT for a file that has no lines to speak of
 */
export async function readCsv(text: string): Promise<ImportLine[]> {
  const [header, ...rows] = await parseRecords(text);
  if (!header || rows.length === 0)
    throw fileProblem('EMPTY', 'The file has no lines. The first line names the columns, the others are the rows.');

  const columns = columnsOf(header.cells);
  const fields = knownFields(header.cells, columns);
  const says = new Set(fields.filter((field) => field !== null));
  const lines: ImportLine[] = [];
  for (const [index, { cells, line }] of rows.entries()) {
    if (index % TURN === 0) await setImmediate();
    lines.push(readLine(cells, fields, { line, place: `line ${line}`, says }, columns === bookColumns));
  }
  return lines;
}

interface Row {
  readonly cells: readonly string[];
  /** On which it ends; a cell may have lines of its own. */
  readonly line: number;
}

/** Stops at the first row too many: the rest of a file of ten million is not looked at. */
async function parseRecords(text: string): Promise<Row[]> {
  const rows: Row[] = [];
  const parser = parse({
    bom: true,
    info: true,
    delimiter: delimiterOf(text),
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_empty_values: true,
  });
  try {
    await pipeline(chunksOf(text), parser, async (parsed: AsyncIterable<unknown>) => {
      for await (const each of parsed) {
        const { record, info } = row.parse(each);
        // The header is the first of the rows.
        if (rows.length > LINES_MAX) throw tooMany('lines');
        rows.push({ cells: record, line: info.lines });
      }
    });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw fileProblem('NOT_CSV', `The file cannot be read as CSV: ${error.message.replace(/\.$/, '')}.`);
  }
}

/** A stream alone would go through the file without letting anybody in between. */
async function* chunksOf(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += CHUNK) {
    await setImmediate();
    yield bytes.subarray(at, at + CHUNK);
  }
}

/** Excel separates by what the system's language does, and its “Unicode text” by tabs. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  return ['\t', ';'].find((delimiter) => first.includes(delimiter) && !first.includes(',')) ?? ',';
}

function knownFields(header: readonly string[], columns: typeof bookColumns): (string | null)[] {
  const fields = fieldsOf(header, columns);
  const what = columns === couponColumns ? 'coupons' : 'books';
  const known = Object.keys(columns).join(', ');
  return fields.map((field, index) => {
    if (field === undefined) {
      throw fileProblem(
        'UNKNOWN_COLUMN',
        `The column “${header[index]}” is none that ${what} have: ${known}. Rename it or leave it out.`,
      );
    }
    if (field !== null && fields.indexOf(field) !== index) {
      throw fileProblem('COLUMN_TWICE', `The column “${header[index]}” is there twice. Leave one of them out.`);
    }
    return field;
  });
}

function readLine(
  cells: readonly string[],
  fields: readonly (string | null)[],
  place: Pick<ImportLine, 'line' | 'place' | 'says'>,
  isBook: boolean,
): ImportLine {
  const raw: Record<string, unknown> = {};
  for (const [index, field] of fields.entries()) {
    const cell = withoutApostrophe(cells[index] ?? '');
    if (field !== null && cell !== '') raw[field] = NUMBERS.has(field) ? numberOf(cell) : cell;
  }
  const found = isBook ? readBookLine(raw, place) : readCouponLine(raw, bookOf(raw), place);
  if (cells.length > fields.length) {
    found.problems.push({
      field: '',
      reason: 'TOO_MANY_CELLS',
      message: `Expected ${fields.length} cells, and there are ${cells.length}. Put a text with commas in it between quotation marks.`,
    });
  }
  return found;
}

function bookOf({ bookId, bookTitle }: RawFields): CouponLine['book'] {
  if (typeof bookId === 'string') return { id: bookId.toLowerCase() };
  return typeof bookTitle === 'string' ? { title: bookTitle } : undefined;
}

const NUMBERS = new Set(['totalQuantity', 'useWithinDays', 'readingDays']);

/** A number as spreadsheets write it, `1,000` too; anything else stays what it is, and the rules refuse it. */
function numberOf(cell: string): number | string {
  return /^(\d+|\d{1,3}(,\d{3})+)$/.test(cell) ? Number(cell.replaceAll(',', '')) : cell;
}

/** What our own exports put before a cell that looks like a formula. */
function withoutApostrophe(cell: string): string {
  return /^'[=+\-@＝＋－＠]/.test(cell) ? cell.slice(1) : cell;
}
