import { createHash } from 'node:crypto';
import type { DecodedText } from '#admin/imports/decode-text.js';
import type { ImportLine } from '#admin/imports/import-lines.js';
import type { Outcome, PlannedLine } from '#admin/imports/plan-import.js';
import { sayMoment, sayNumber } from '#admin/launch/say.js';
import type { InputProblem } from '#platform/errors.js';

/** What an import would do, or did, line by line. */
export interface ImportReport {
  /** Whether it is done; otherwise nothing was written. */
  readonly isDone: boolean;
  /** To be sent back by who wants just this; null when there is nothing to do, or a problem. */
  readonly confirm: string | null;
  readonly encoding: DecodedText['encoding'];
  readonly counts: Readonly<Record<Outcome, number>>;
  readonly creates: Creates;
  /** For people, in English: what is asked to be confirmed. */
  readonly sentence: string;
  readonly lines: readonly ReportLine[];
}

/** What would come into being. */
export interface Creates {
  readonly books: number;
  readonly coupons: number;
  readonly passes: number;
  /** Of these coupons, how many open at once; how many are over before they begin. */
  readonly openAtOnce: number;
  readonly over: number;
  /** The first opening; null without coupons. */
  readonly firstStartsAt: Date | null;
}

export interface ReportLine {
  readonly line: number | null;
  readonly place: string;
  readonly type: ImportLine['type'];
  readonly label: string;
  readonly outcome: Outcome;
  readonly problems: readonly InputProblem[];
}

/** The report of a plan. `id` tells one look at a file from the next. */
export function reportOf(
  plan: readonly PlannedLine[],
  { bytes, encoding, id, isDone }: { bytes: Buffer; encoding: DecodedText['encoding']; id: string; isDone: boolean },
): ImportReport {
  const counts = { CREATE: 0, SAME: 0, PROBLEM: 0 };
  for (const { outcome } of plan) counts[outcome] += 1;
  const creates = createsOf(plan);
  return {
    isDone,
    confirm: counts.PROBLEM > 0 || counts.CREATE === 0 ? null : `${id}.${digest(bytes, plan)}`,
    encoding,
    counts,
    creates,
    sentence: counts.PROBLEM > 0 ? sayProblems(counts.PROBLEM) : sayCreates(creates, isDone),
    lines: plan.map(({ of: { line, place, type, label }, outcome, problems }) => ({
      line,
      place,
      type,
      label,
      outcome,
      problems,
    })),
  };
}

/** Of the file, and of what it would do to what is there: a coupon that somebody else made meanwhile changes it. */
function digest(bytes: Buffer, plan: readonly PlannedLine[]): string {
  const hash = createHash('sha256').update(bytes);
  for (const { of, outcome, bookId } of plan) {
    // A book that is to be made has no id yet that would be the same at the next look.
    hash.update(`\0${of.place} ${outcome} ${of.type === 'COUPON' && !(of.book && 'line' in of.book) ? bookId : ''}`);
  }
  return hash.digest('base64url');
}

function createsOf(plan: readonly PlannedLine[], now = new Date()): Creates {
  const made = plan.filter(({ outcome }) => outcome === 'CREATE').map(({ of }) => of);
  const coupons = made.flatMap((line) => (line.type === 'COUPON' && line.facts ? [line.facts] : []));
  const starts = coupons.map(({ startsAt }) => startsAt.getTime());
  return {
    books: made.length - coupons.length,
    coupons: coupons.length,
    passes: coupons.reduce((sum, { totalQuantity }) => sum + totalQuantity, 0),
    openAtOnce: coupons.filter(({ startsAt, endsAt }) => startsAt <= now && endsAt > now).length,
    over: coupons.filter(({ endsAt }) => endsAt <= now).length,
    firstStartsAt: starts.length > 0 ? new Date(starts.reduce((a, b) => Math.min(a, b))) : null,
  };
}

function sayProblems(count: number): string {
  return `${sayNumber(count, 'line has a problem', 'lines have problems')}: nothing is imported until none has.`;
}

function sayCreates({ books, coupons, passes, openAtOnce, over, firstStartsAt }: Creates, isDone: boolean): string {
  const what = [
    ...(books > 0 ? [sayNumber(books, 'book', 'books')] : []),
    ...(coupons > 0 ? [`${sayNumber(coupons, 'coupon', 'coupons')} with ${sayNumber(passes, 'pass', 'passes')}`] : []),
  ].join(' and ');
  if (what === '') return 'Everything in this file is there already: there is nothing to do.';
  return [
    `${isDone ? 'Imported' : 'Imports'} ${what}`,
    ...(firstStartsAt ? [`the first opens ${sayMoment(firstStartsAt)}`] : []),
    ...(openAtOnce > 0 ? [`${sayNumber(openAtOnce, 'opens', 'open')} at once`] : []),
    ...(over > 0 ? [`${sayNumber(over, 'is', 'are')} over already`] : []),
  ]
    .join('; ')
    .concat('.');
}
