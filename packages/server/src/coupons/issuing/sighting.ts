import type { CouponAtTime } from '#coupons/issuing/statements.js';

/** What the database showed of a coupon, and between which moments of this process's own clock, in milliseconds. */
export interface Sighting {
  /** Undefined: there is no such coupon. */
  readonly found: CouponAtTime | undefined;
  readonly askedAt: number;
  readonly heardAt: number;
}

/** Notes the time around a look at the database. */
export async function sight(look: () => Promise<CouponAtTime | undefined>): Promise<Sighting> {
  const askedAt = performance.now();
  const found = await look();
  return { found, askedAt, heardAt: performance.now() };
}

/**
 * The same coupon, `afterMs` on this process's clock later. The database read its clock somewhere between our asking
 * and our hearing, so its time now is no earlier than one and no later than the other.
 */
export function laterOn({
  found,
  askedAt,
  heardAt,
}: Sighting): { earliest: CouponAtTime; latest: CouponAtTime } | undefined {
  if (!found) return undefined;
  const now = performance.now();
  const at = (since: number) => ({ coupon: found.coupon, now: new Date(found.now.getTime() + now - since) });
  return { earliest: at(heardAt), latest: at(askedAt) };
}
