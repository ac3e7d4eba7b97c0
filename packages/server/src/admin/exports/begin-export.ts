import { v7 as uuid } from 'uuid';
import { exportedList } from '#admin/exports/exported-lists.js';
import type { ExportList, ExportStatement } from '#admin/exports/export-list.js';
import type { ExportTicket } from '#admin/exports/export-tickets.js';
import { recordEntry, type Actor } from '#audit/record-entry.js';
import type { ViewerContext } from '#auth/auth-context.js';
import { assertRole, readStaffMember } from '#auth/staff-member.js';
import type { RevokedSessions } from '#auth/revoked-sessions.js';
import type { Database } from '#platform/database.js';
import { PublicError } from '#platform/errors.js';
import { sqlState } from '#platform/sql-state.js';

const UNIQUE_VIOLATION = '23505';

export interface BegunExport {
  readonly list: ExportList;
  readonly statement: ExportStatement;
  /** Writes into the log how it ended. */
  end(result: { rows: number; isComplete: boolean }): Promise<void>;
}

interface Services {
  readonly database: Database;
  readonly revokedSessions: Pick<RevokedSessions, 'has'>;
}

/**
 * Spends a ticket: whoever it was given to must still be logged in and have the role, and the log must take it. The
 * entry has the ticket's id, and its unique key is what makes a ticket work once, in however many processes.
 * @throws PublicError NOT_FOUND (TICKET_SPENT), UNAUTHENTICATED, FORBIDDEN
 */
export async function beginExport(
  { database, revokedSessions }: Services,
  ticket: ExportTicket | undefined,
): Promise<BegunExport> {
  const list = ticket && exportedList(ticket.list);
  if (!ticket || !list) throw ticketSpent();
  if (await revokedSessions.has(ticket.sessionId)) throw new PublicError('UNAUTHENTICATED');
  const holder: ViewerContext['viewer'] = () => Promise.resolve({ ...ticket, role: 'READER' });
  const { userId, username, role } = assertRole(await readStaffMember({ database, viewer: holder }), list.roles);

  const statement = await list.select(database.pool, ticket.filter);
  const actor: Actor = { userId, username, role };
  const about = { objectType: 'EXPORT', objectId: ticket.id, objectLabel: list.name } as const;
  const action = `export.${list.name}`;
  try {
    await recordEntry(database.pool, actor, { ...about, id: ticket.id, action, after: { filter: ticket.filter } });
  } catch (error) {
    throw sqlState(error) === UNIQUE_VIOLATION ? ticketSpent() : error;
  }
  return {
    list,
    statement,
    end: (result) =>
      recordEntry(database.pool, actor, { ...about, id: uuid(), action: `${action}.end`, after: { ...result } }),
  };
}

function ticketSpent(): PublicError {
  return new PublicError('NOT_FOUND', {
    reason: 'TICKET_SPENT',
    message: 'This download has been used, or is older than a minute. Go back to the list and export it again.',
  });
}
