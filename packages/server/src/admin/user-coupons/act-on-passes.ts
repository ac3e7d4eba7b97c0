import type { EntityManager } from '@mikro-orm/postgresql';
import type { StaffContext } from '#admin/staff-context.js';
import { staffWrite, type StaffWork } from '#admin/staff-write.js';
import { findUserCoupons } from '#admin/user-coupons/find-user-coupons.js';
import { lockPasses, PASS_LOCKS, type LockedPass, type PassKey } from '#admin/user-coupons/lock-passes.js';
import { readPassInput } from '#admin/user-coupons/pass-input.js';
import type { StaffUserCoupon } from '#admin/user-coupons/user-coupons.types.js';
import { passId } from '#coupons/present.js';

/** What becomes of one pass, as the log tells it. */
export interface PassChange {
  readonly pass: LockedPass;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
}

interface PassAct {
  readonly action: string;
  readonly input: { readonly ids: readonly string[]; readonly reason: string };
  /** Locks what comes before passes. */
  readonly lockFirst?: (em: EntityManager, keys: readonly PassKey[]) => Promise<void>;
  readonly locks?: { readonly passes: string };
  /** Judges the locked passes, changes those that are not yet as they shall be, and says which and how. */
  readonly change: (passes: readonly LockedPass[], tools: StaffWork) => Promise<readonly PassChange[]>;
}

/**
 * Does something with passes, all of them or none. Each that is changed has its entry in the log, with the reason;
 * asked again, nothing is left to change. Answers them all as they are then.
 */
export async function actOnPasses(
  context: StaffContext,
  { action, input, lockFirst, locks = PASS_LOCKS, change }: PassAct,
): Promise<StaffUserCoupon[]> {
  const { keys, reason } = readPassInput(input);
  await staffWrite(context, { action, note: reason }, async (tools) => {
    await lockFirst?.(tools.em, keys);
    const changes = await change(await lockPasses(tools.em, keys, locks), tools);
    for (const { pass, before, after } of changes) {
      tools.record({ objectType: 'USER_COUPON', objectId: passId(pass), objectLabel: pass.code, before, after });
    }
  });
  const ids = keys.map(passId);
  const { edges } = await findUserCoupons(
    context,
    { first: ids.length, order: 'ASC' },
    { sort: 'CREATED_AT', filter: { ids } },
  );
  const byId = new Map(edges.map(({ node }) => [node.id, node]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
