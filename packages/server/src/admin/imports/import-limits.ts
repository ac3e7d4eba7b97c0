import { fileProblem } from '#admin/imports/file-problem.js';

/** Of one file. */
export const FILE_BYTES_MAX = 10 * 1024 * 1024;
/** Books and coupons in one file: they are written in one transaction. */
export const LINES_MAX = 20_000;

/** The refusal of a file with more than that, of which nobody counts how many more. */
export function tooMany(what: 'lines' | 'entries') {
  const max = LINES_MAX.toLocaleString('en');
  return fileProblem('TOO_MANY', `The file has more than ${max} ${what}. Divide it, and import ${max} at a time.`);
}
