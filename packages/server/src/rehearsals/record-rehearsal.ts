import type { PoolClient } from 'pg';
import { recordEntry, type Actor } from '#audit/record-entry.js';

interface RehearsalRecord {
  readonly id: string;
  readonly action: string;
  readonly after?: object;
}

/** Says in the audit log what somebody did with a rehearsal, on the connection of the transaction that does it. */
export function recordRehearsal(
  client: PoolClient,
  actor: Actor,
  { id, action, after }: RehearsalRecord,
): Promise<void> {
  const about = { objectType: 'REHEARSAL', objectId: id, objectLabel: 'Rehearsal' } as const;
  return recordEntry(client, actor, { action, ...about, after: after ? { ...after } : null });
}
