import type { DropConsole } from '#admin/console/use-console.ts';

/** What an operator has to know of a drop before all else. */
export type DropStateName = 'opens' | 'open' | 'paused' | 'soldOut' | 'closed' | 'over';

export interface DropState {
  readonly name: DropStateName;
  /** Until it opens, while it has not. */
  readonly opensInMs: number | undefined;
  /** Until its window ends, while it is on. */
  readonly endsInMs: number | undefined;
}

export type DropFacts = Pick<DropConsole['coupon'], 'status' | 'quantity' | 'startsAt' | 'endsAt'>;

/** The state by the server's clock, in the order in which one thing hides another. */
export function dropState({ status, quantity, startsAt, endsAt }: DropFacts, now: number): DropState {
  const opensIn = Date.parse(startsAt) - now;
  const endsIn = Date.parse(endsAt) - now;
  const opensInMs = opensIn > 0 ? opensIn : undefined;
  const endsInMs = opensIn <= 0 && endsIn > 0 ? endsIn : undefined;
  return { name: nameOf(status, quantity, opensIn, endsIn), opensInMs, endsInMs };
}

function nameOf(status: DropFacts['status'], quantity: number, opensIn: number, endsIn: number): DropStateName {
  if (quantity <= 0) return 'soldOut';
  if (status === 'COMPLETE') return 'closed';
  if (endsIn <= 0) return 'over';
  if (status === 'PAUSED') return 'paused';
  return opensIn > 0 ? 'opens' : 'open';
}
