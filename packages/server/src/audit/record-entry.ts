import type { ClientBase } from 'pg';
import { v7 as uuid } from 'uuid';
import type { AuditObjectType } from '#audit/audit-entry.entity.js';
import type { Role } from '#auth/role.js';

/** Who did it: somebody of the staff, or a command or the server itself, which have a name only. */
export interface Actor {
  readonly userId: string | null;
  readonly username: string;
  readonly role: Role | null;
}

/** What was done to what. */
export interface AuditRecord {
  /** Object and verb: `coupon.pause`. */
  readonly action: string;
  readonly objectType: AuditObjectType;
  readonly objectId: string;
  /** What people call it. */
  readonly objectLabel: string;
  readonly before?: Readonly<Record<string, unknown>> | null;
  readonly after?: Readonly<Record<string, unknown>> | null;
  readonly note?: string | null | undefined;
  /** The entry's own id, when a client chose it so that a repeat is recognised. */
  readonly id?: string;
}

/** Writes one entry, on the connection of the transaction that does what it tells of. */
export async function recordEntry(
  client: Pick<ClientBase, 'query'>,
  actor: Actor,
  { action, objectType, objectId, objectLabel, before = null, after = null, note = null, id = uuid() }: AuditRecord,
): Promise<void> {
  await client.query(
    `insert into audit_entry (id, actor_id, actor_name, actor_role, action, object_type, object_id, object_label, before, after, note)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      actor.userId,
      actor.username,
      actor.role,
      action,
      objectType,
      objectId,
      objectLabel,
      before && storable(before),
      after && storable(after),
      note,
    ],
  );
}

/** As JSON that PostgreSQL can keep: without null bytes and halves of characters, which a filter may have in it. */
function storable(facts: object): string {
  return JSON.stringify(facts, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '') : value,
  );
}
