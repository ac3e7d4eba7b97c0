import { v7 as uuid } from 'uuid';
import { carryOut } from '#admin/imports/carry-out.js';
import { decodeText } from '#admin/imports/decode-text.js';
import { findDoneImport, hashOf } from '#admin/imports/find-done-import.js';
import { reportOf, type Creates, type ImportReport } from '#admin/imports/import-report.js';
import { planImport } from '#admin/imports/plan-import.js';
import { readCsv } from '#admin/imports/read-csv.js';
import { readJson } from '#admin/imports/read-json.js';
import { whatIsThere } from '#admin/imports/what-is-there.js';
import { assertConfirmed } from '#admin/launch/confirm.js';
import type { StaffContext } from '#admin/staff-context.js';
import { recordEntry } from '#audit/record-entry.js';
import { OPERATORS } from '#auth/role.js';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import { PublicError } from '#platform/errors.js';
import { sqlState } from '#platform/sql-state.js';
import { inTransaction } from '#platform/transaction.js';

export type ImportContext = Pick<StaffContext, 'database' | 'requireRole' | 'announcements'>;

export interface ImportFile {
  readonly bytes: Buffer;
  readonly format: 'csv' | 'json';
}

const UNIQUE_VIOLATION = '23505';
/** Any number, the same in every server: one import after the other, so that two cannot both be the first with a title. */
const IMPORT_LOCK = 7_243_004;

/** Says what an import would do, and does nothing. @throws PublicError BAD_USER_INPUT for what is no file of lines */
export async function tryImport(context: ImportContext, file: ImportFile): Promise<ImportReport> {
  await context.requireRole(OPERATORS);
  const { lines, encoding } = await readFile(file);
  const plan = planImport(lines, await whatIsThere(context.database.pool, lines));
  return reportOf(plan, { bytes: file.bytes, encoding, id: uuid(), isDone: false });
}

/**
 * Imports a file as its report said, all of it in one transaction or nothing. Asked again after a lost answer, with the
 * same `confirm`, it says what it did.
 * @throws PublicError BAD_USER_INPUT; CONFLICT (UNCONFIRMED) when it would do something else by now, or `confirm` was
 *   used for another file
 */
export async function importFile(context: ImportContext, file: ImportFile, confirm: string): Promise<ImportReport> {
  const actor = await context.requireRole(OPERATORS);
  const [id = ''] = confirm.split('.');
  const { lines, encoding } = await readFile(file);
  const facts = { bytes: file.bytes, encoding, id };
  const fileHash = hashOf(file.bytes);

  const { report, numbers } = await refusingRaces(() =>
    inTransaction(context.database.pool, async (client) => {
      await client.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
      const plan = planImport(lines, await whatIsThere(client, lines));
      const planned = reportOf(plan, { ...facts, isDone: true });
      const done = await findDoneImport(client, { confirm, actorId: actor.userId, fileHash });
      if (done) return { report: repeated(planned, done), numbers: [] };

      assertConfirmed(confirm, { confirm: planned.confirm ?? '' });
      const numbers = await carryOut(client, plan, actor);
      const { books, coupons, passes } = planned.creates;
      await recordEntry(client, actor, {
        action: 'import',
        objectType: 'IMPORT',
        objectId: confirm,
        objectLabel: planned.sentence,
        after: { books, coupons, passes, fileHash },
      });
      return { report: planned, numbers };
    }),
  );
  for (const number of numbers) context.announcements.announce(COUPON_CHANGED, number);
  return report;
}

async function readFile({ bytes, format }: ImportFile) {
  const { text, encoding } = await decodeText(bytes);
  return { encoding, lines: await (format === 'csv' ? readCsv(text) : readJson(text)) };
}

/** What it did, and not what it would do now: everything is there. */
function repeated(report: ImportReport, done: Partial<Creates>): ImportReport {
  return { ...report, creates: { ...report.creates, ...done }, sentence: 'This import was done already.' };
}

/** Somebody made the same coupon at the same moment: the unique key decides, and the later one looks again. */
async function refusingRaces<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) !== UNIQUE_VIOLATION && sqlState(error) !== '23503') throw error;
    throw new PublicError('CONFLICT', {
      reason: 'UNCONFIRMED',
      message:
        'Somebody changed at the same moment what this file names. Nothing was imported; look at the report again.',
    });
  }
}
