import { couponInput, type CouponFacts } from '#admin/coupons/coupon-input.js';
import type { CouponInput, StaffCoupon } from '#admin/coupons/coupons.types.js';
import { editProblems, type CouponBeforeEdit } from '#admin/coupons/edit-rules.js';
import { findCoupon } from '#admin/coupons/find-coupons.js';
import { readLaunchFacts } from '#admin/coupons/launch/launch-facts.js';
import { launchSentence } from '#admin/coupons/launch/launch-sentence.js';
import { launchWarnings } from '#admin/coupons/launch/launch-warnings.js';
import type { LaunchSummary } from '#admin/coupons/launch/launch.types.js';
import { numberTaken } from '#admin/coupons/number-taken.js';
import { confirmOf } from '#admin/launch/confirm.js';
import type { StaffContext } from '#admin/staff-context.js';
import { badInput, readInput } from '#admin/staff-input.js';
import { PublicError } from '#platform/errors.js';

type Store = Pick<StaffContext, 'database'>;

/**
 * What would happen if this were saved, for somebody to read first. Everything that saving would refuse is refused
 * here, so that nobody confirms what then cannot be.
 * @throws PublicError BAD_USER_INPUT, NOT_FOUND
 */
export async function summariseLaunch(
  context: Store,
  { input, id }: { input: CouponInput; id: string | null },
): Promise<LaunchSummary> {
  const coupon = readInput(couponInput, input);
  const before = id === null ? undefined : await findCoupon(context, id);
  if (before === null) throw new PublicError('NOT_FOUND');
  const problems = before ? editProblems(beforeEdit(before), coupon) : [];
  if (await isTaken(context, coupon.number, before?.id)) problems.push(numberTaken(coupon.number));
  if (problems.length > 0) throw badInput(problems);
  return launchOf(context, coupon, before);
}

/** The summary of a launch that may be. @throws PublicError BAD_USER_INPUT when there is no such book */
export async function launchOf(
  { database }: Store,
  coupon: CouponFacts,
  before: StaffCoupon | undefined,
): Promise<LaunchSummary> {
  const { bookId, totalQuantity, visibility, startsAt, endsAt, useWithinDays, readingDays } = coupon;
  const facts = await readLaunchFacts(database.pool, { bookId, couponId: before?.id ?? null, totalQuantity });
  const { bookTitle, now } = facts;
  if (bookTitle === null) {
    throw badInput([{ field: 'bookId', reason: 'NOT_FOUND', message: 'There is no such book, or not any more.' }]);
  }
  const opensAtOnce = startsAt <= now && endsAt > now;
  const warnings = launchWarnings(coupon, facts, before);
  // Figures that move by themselves, like the number of readers, are left out: a confirmation must not expire of them.
  const reasons = warnings.map(({ reason }) => reason);
  const shown = { bookTitle, totalQuantity, visibility, startsAt, endsAt, opensAtOnce, useWithinDays, readingDays };
  return {
    ...shown,
    confirm: confirmOf({ ...shown, bookId, number: coupon.number, id: before?.id ?? null, reasons }),
    isNeeded: before === undefined || changesLaunch(before, coupon, now),
    sentence: launchSentence(coupon, facts, bookTitle),
    warnings,
  };
}

function beforeEdit({ book, number, startsAt, status, totalQuantity, issuedQuantity }: StaffCoupon): CouponBeforeEdit {
  return { bookId: book.id, number, startsAt, status, totalQuantity, issuedQuantity };
}

/** Whether an edit gives readers anything else than before. What is over and stays over gives nobody anything. */
function changesLaunch(before: StaffCoupon, after: CouponFacts, now: Date): boolean {
  if (before.endsAt <= now && after.endsAt <= now) return false;
  return (
    before.book.id !== after.bookId ||
    before.number !== after.number ||
    before.totalQuantity !== after.totalQuantity ||
    before.visibility !== after.visibility ||
    before.startsAt.getTime() !== after.startsAt.getTime() ||
    before.endsAt.getTime() !== after.endsAt.getTime() ||
    before.useWithinDays !== after.useWithinDays ||
    before.readingDays !== after.readingDays
  );
}

async function isTaken({ database }: Store, number: string, own: string | undefined): Promise<boolean> {
  const { rows } = await database.pool.query('select from coupon where number = $1 and id is distinct from $2', [
    number,
    own ?? null,
  ]);
  return rows.length > 0;
}
