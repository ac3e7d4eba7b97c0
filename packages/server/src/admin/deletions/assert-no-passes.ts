import { PublicError } from '#platform/errors.js';

/** @throws PublicError CONFLICT (IN_USE) naming those that have issued passes. */
export function assertNoPasses(coupons: readonly { number: string; issuedQuantity: number }[]): void {
  const used = coupons.filter(({ issuedQuantity }) => issuedQuantity > 0).map(({ number }) => number);
  if (used.length === 0) return;
  const named = `${used.slice(0, 3).join(', ')}${used.length > 3 ? ` and ${used.length - 3} more` : ''}`;
  throw new PublicError('CONFLICT', {
    reason: 'IN_USE',
    message: `Passes of ${named} were issued, and readers hold them: nothing was deleted. Close the coupon instead.`,
  });
}
