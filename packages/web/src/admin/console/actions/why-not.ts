import { dropState, type DropFacts } from '#admin/console/drop-state.ts';
import type { DropConsole } from '#admin/console/use-console.ts';

/** What an operator may do with a drop; pausing and resuming are one button. */
export type ActionName = 'pause' | 'resume' | 'topUp' | 'lower' | 'close';

export type WhyNot = 'soldOut' | 'closed' | 'over' | 'least';

type Stock = DropFacts & Pick<DropConsole['coupon'], 'issuedQuantity' | 'totalQuantity'>;

/** Why something cannot be done now, or would do nothing; undefined when it can. The server has the last word. */
export function whyNot(action: ActionName, coupon: Stock, now: number): WhyNot | undefined {
  const { name } = dropState(coupon, now);
  // Sold out is said before over; but topping up what is over as well would give to nobody.
  if (now >= Date.parse(coupon.endsAt)) return name === 'closed' || name === 'soldOut' ? name : 'over';
  if (name === 'closed') return name;
  if (action === 'topUp') return undefined;
  if (name === 'soldOut') return name;
  return action === 'lower' && coupon.totalQuantity <= leastTotal(coupon) ? 'least' : undefined;
}

/** A total cannot go below what is issued, nor below one. */
export function leastTotal({ issuedQuantity }: Pick<Stock, 'issuedQuantity'>): number {
  return Math.max(1, issuedQuantity);
}
