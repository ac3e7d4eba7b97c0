import { ForeignKeyConstraintViolationException } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { v7 as uuid } from 'uuid';
import { auditChanges } from '#admin/audit-changes.js';
import type { StaffContext } from '#admin/staff-context.js';
import { AuditEntryEntity } from '#audit/audit-entry.entity.js';
import type { AuditRecord } from '#audit/record-entry.js';
import { STAFF } from '#auth/role.js';
import { COUPON_CHANGED } from '#coupons/coupon-changed.js';
import { PublicError } from '#platform/errors.js';
import { TRANSACTION_LIMITS } from '#platform/transaction.js';

export interface StaffWork {
  /** Whatever is changed through it is in the audit log by itself. */
  readonly em: EntityManager;
  /** For what SQL changes without the ORM: it must be told. */
  readonly record: (entry: Omit<AuditRecord, 'action' | 'note'> & { readonly action?: string }) => void;
  /** For a coupon that SQL changes without the ORM: every process hears of it after COMMIT. */
  readonly couponChanged: (number: string) => void;
}

export interface StaffAction {
  /** Object and verb, as the audit log has it: `coupon.pause`. */
  readonly action: string;
  /** The reason that was given. */
  readonly note?: string | undefined;
  /** The id of the entry, for a write that makes one at the most: a client chose it, so that a repeat is recognised. */
  readonly entryId?: string | undefined;
}

/**
 * One write of somebody of the staff: what it changes and what the audit log says of it are committed together, or
 * neither is. Only after COMMIT do the processes hear of the coupons that it changed.
 * @throws whatever `work` throws; nothing is changed then
 */
export async function staffWrite<T>(
  context: Pick<StaffContext, 'database' | 'requireRole' | 'announcements'>,
  { action, note, entryId }: StaffAction,
  work: (tools: StaffWork) => Promise<T>,
): Promise<T> {
  const actor = await context.requireRole(STAFF);
  const changedCoupons = new Set<string>();
  const couponChanged = (number: string) => void changedCoupons.add(number);
  const entryOf = (entry: AuditRecord) => ({
    before: null,
    after: null,
    ...entry,
    id: entry.id ?? entryId ?? uuid(),
    actorId: actor.userId,
    actorName: actor.username,
    actorRole: actor.role,
    note: note ?? null,
  });

  const em = context.database.orm.em.fork({ freshEventManager: true });
  em.getEventManager().registerSubscriber({
    onFlush: ({ uow, em: flushing }) => {
      for (const change of uow.getChangeSets()) {
        const valuesOf = (entity: object) => flushing.getComparator().prepareEntity(entity);
        const entry = auditChanges(change, { action, couponChanged, valuesOf });
        if (entry) uow.computeChangeSet(flushing.create(AuditEntryEntity, entryOf(entry)));
      }
    },
  });
  const result = await refusingOrphans(() =>
    em.transactional(async (inner) => {
      await inner.execute(TRANSACTION_LIMITS);
      const record: StaffWork['record'] = (entry) => {
        inner.persist(inner.create(AuditEntryEntity, entryOf({ action, ...entry })));
      };
      return work({ em: inner, record, couponChanged });
    }),
  );
  for (const number of changedCoupons) context.announcements.announce(COUPON_CHANGED, number);
  return result;
}

/** Two at once: one deletes what the other begins to use. The foreign key decides, and says no to the later one. */
async function refusingOrphans<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ForeignKeyConstraintViolationException)) throw error;
    throw new PublicError('CONFLICT', {
      reason: 'IN_USE',
      message: 'Something else belongs to this, or what it belongs to is gone. Nothing was changed; load it again.',
    });
  }
}
