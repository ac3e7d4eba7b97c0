import type { ExportSlots } from '#admin/exports/export-slots.js';
import type { ExportTickets } from '#admin/exports/export-tickets.js';

/** What exports need beside what every command of staff has. */
export interface ExportServices {
  readonly exportTickets: ExportTickets;
  readonly exportSlots: ExportSlots;
}
