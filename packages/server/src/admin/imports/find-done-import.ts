import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { z } from 'zod';
import type { Creates } from '#admin/imports/import-report.js';
import { PublicError } from '#platform/errors.js';

/** What the audit log keeps of an import: what it made, and of which file. */
const entry = z.object({
  after: z.object({ books: z.int(), coupons: z.int(), passes: z.int(), fileHash: z.string() }),
});

/** Tells one file from every other. */
export function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * What this person's import of this file with this `confirm` made; undefined when there was none.
 * @throws PublicError CONFLICT (UNCONFIRMED) when `confirm` was used for another file, or for one that nobody remembers
 */
export async function findDoneImport(
  client: Pick<ClientBase, 'query'>,
  { confirm, actorId, fileHash }: { confirm: string; actorId: string; fileHash: string },
): Promise<Pick<Creates, 'books' | 'coupons' | 'passes'> | undefined> {
  const { rows } = await client.query(
    `select after from audit_entry where object_type = 'IMPORT' and object_id = $1 and actor_id = $2`,
    [confirm, actorId],
  );
  if (rows.length === 0) return undefined;
  // Entries from before files were remembered have no hash: of this file they say nothing.
  const { data } = entry.safeParse(rows[0]);
  if (data?.after.fileHash !== fileHash) {
    throw new PublicError('CONFLICT', {
      reason: 'UNCONFIRMED',
      message: 'This confirm was used before. Nothing of this file was imported now; look at its report again.',
    });
  }
  const { books, coupons, passes } = data.after;
  return { books, coupons, passes };
}
