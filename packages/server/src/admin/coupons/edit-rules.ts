import type { CouponFacts } from '#admin/coupons/coupon-input.js';
import { isClosed, type Stock } from '#admin/coupons/coupon-stock.js';
import type { InputProblem } from '#platform/errors.js';

export interface CouponBeforeEdit extends Stock {
  readonly bookId: string;
  readonly number: string;
  readonly startsAt: Date;
}

const LOCKED = {
  number: 'Readers hold passes that they got by this number. Make another coupon for another number.',
  bookId: 'Readers hold passes of this book. Make another coupon for another book.',
  startsAt: 'Passes were issued, so it has opened already. Pause it to hold it.',
};

/**
 * What an edit may not do to a coupon as it is now. Once passes are out, what readers were told stays: number, book and
 * opening. The end may move both ways (earlier closes it), the clocks of passes count for those to come, and the total
 * may move down to what is issued.
 */
export function editProblems(before: CouponBeforeEdit, after: CouponFacts): InputProblem[] {
  const { issuedQuantity } = before;
  const problems: InputProblem[] = [];
  const lock = (field: keyof typeof LOCKED) => {
    problems.push({ field, reason: 'LOCKED', message: LOCKED[field] });
  };
  if (issuedQuantity > 0) {
    if (after.number !== before.number) lock('number');
    if (after.bookId !== before.bookId) lock('bookId');
    if (after.startsAt.getTime() !== before.startsAt.getTime()) lock('startsAt');
  }
  if (after.totalQuantity < issuedQuantity) {
    problems.push({
      field: 'totalQuantity',
      reason: 'TOO_SMALL',
      message: `${issuedQuantity.toLocaleString('en')} passes were issued already, and readers keep them: the total cannot be lower.`,
      limit: issuedQuantity,
    });
  }
  if (isClosed(before) && after.totalQuantity !== before.totalQuantity) {
    problems.push({
      field: 'totalQuantity',
      reason: 'CLOSED',
      message: 'This coupon was closed for good, and gives none of its passes. Make another one.',
    });
  }
  return problems;
}
