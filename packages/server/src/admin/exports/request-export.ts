import type { ExportServices } from '#admin/exports/export-context.js';
import type { ExportList } from '#admin/exports/export-list.js';
import type { ExportTicketType } from '#admin/exports/exports.types.js';
import { badInput } from '#admin/staff-input.js';
import type { StaffContext } from '#admin/staff-context.js';
import { requireViewer } from '#auth/require-viewer.js';

/** Where the file of a ticket is. */
export const EXPORTS_PATH = '/staff/exports/';
/** Balancers take no longer address. */
const ADDRESS_MAX = 7000;

/**
 * The address from which the rows of a filter can be downloaded: once, within a minute, by whoever has it.
 * @throws PublicError SERVICE_UNAVAILABLE when this process writes as many as it may; BAD_USER_INPUT for a filter that
 * an address has no room for
 */
export async function requestExport(
  context: Pick<StaffContext, 'database' | 'viewer'> & ExportServices,
  list: ExportList,
  filter: object | null,
): Promise<ExportTicketType> {
  const { userId, sessionId } = await requireViewer(context);
  list.check(filter ?? {}); // refused here, where somebody reads it, rather than at the download
  context.exportSlots.assertFree();
  const { ticket, expiresAt } = context.exportTickets.sign({
    userId,
    sessionId,
    list: list.name,
    filter: { ...filter },
  });
  if (ticket.length > ADDRESS_MAX) {
    throw badInput([
      {
        field: 'filter',
        reason: 'TOO_LONG',
        message: 'Choose fewer rows by hand, about 100 at the most, or narrow the list by its filters instead.',
      },
    ]);
  }
  return { url: `${EXPORTS_PATH}${ticket}`, expiresAt };
}
