import type { StaffContext } from '#admin/staff-context.js';
import { badInput } from '#admin/staff-input.js';
import { actOnPasses } from '#admin/user-coupons/act-on-passes.js';
import { assertNotRevoked } from '#admin/user-coupons/assert-not-revoked.js';
import { keyArrays, type LockedPass } from '#admin/user-coupons/lock-passes.js';
import type { StaffUserCoupon } from '#admin/user-coupons/user-coupons.types.js';

/** As far as a coupon can set the clocks of its passes. */
const DAYS_MAX = 3650;

/**
 * Moves the clock that runs for each pass to one moment: until when it can be used, or, once used, read. So that
 * nobody loses days by a slip, an earlier moment than now in force is taken only with `allowEarlier`.
 * @throws PublicError BAD_USER_INPUT, NOT_FOUND, CONFLICT (REVOKED)
 */
export async function extendUserCoupons(
  context: StaffContext,
  input: { ids: readonly string[]; expiresAt: Date; reason: string; allowEarlier: boolean },
): Promise<StaffUserCoupon[]> {
  const { expiresAt } = input;
  return actOnPasses(context, {
    action: 'userCoupon.extend',
    input,
    async change(passes, { em }) {
      assertNotRevoked(passes);
      assertMoment(passes, input);
      const due = passes.filter((pass) => clockOf(pass).getTime() !== expiresAt.getTime());
      await em.execute(
        `update user_coupon set
           expires_at = case when used_at is null then ?::timestamptz else expires_at end,
           readable_until = case when used_at is null then null else ?::timestamptz end
         where (coupon_id, sequence) in (select * from unnest(?::uuid[], ?::integer[]))`,
        [expiresAt, expiresAt, ...keyArrays(due)],
      );
      return due.map((pass) => {
        const clock = pass.usedAt ? 'readableUntil' : 'expiresAt';
        return { pass, before: { [clock]: clockOf(pass) }, after: { [clock]: expiresAt } };
      });
    },
  });
}

/** Until when the reader can do with it what he can. */
function clockOf({ readableUntil, expiresAt }: LockedPass): Date {
  return readableUntil ?? expiresAt;
}

function assertMoment(passes: readonly LockedPass[], input: { expiresAt: Date; allowEarlier: boolean }): void {
  const [{ now } = { now: new Date() }] = passes;
  const { expiresAt, allowEarlier } = input;
  if (expiresAt <= now) throw bad('IN_THE_PAST', 'This moment has passed. To end a pass now, revoke it.');
  if (expiresAt.getTime() > now.getTime() + DAYS_MAX * 86_400_000) {
    throw bad('TOO_LARGE', `A pass can be extended by ${DAYS_MAX.toLocaleString('en')} days at the most.`, DAYS_MAX);
  }
  const later = passes.filter((pass) => clockOf(pass) > expiresAt).length;
  if (later > 0 && !allowEarlier) {
    const which = passes.length === 1 ? 'The pass is' : `${later} of the ${passes.length} passes are`;
    throw bad('EARLIER', `${which} good for longer than that. Choose a later moment, or say that earlier is meant.`);
  }
}

function bad(reason: string, message: string, limit?: number) {
  return badInput([{ field: 'expiresAt', reason, message, limit }]);
}
