import { z } from 'zod';

import { sortOf, type FormValues, type Send, type StaffResource } from '#admin/data-provider/staff-resource.ts';
import { filterIds, filterText, formText } from '#admin/data-provider/value-schemas.ts';
import {
  CreateRecurringDropDocument,
  DeleteRecurringDropsDocument,
  RecurringDropDocument,
  RecurringDropsDocument,
  RecurringDropSummaryDocument,
  UpdateRecurringDropDocument,
} from '#admin/generated/operations.ts';
import { WEEKDAYS } from '#admin/resources/recurringDrops/weekdays.ts';

const SORTS = { createdAt: 'CREATED_AT', numberPattern: 'NUMBER_PATTERN', totalQuantity: 'TOTAL_QUANTITY' } as const;

const filters = z.object({
  search: filterText,
  ids: filterIds,
  bookId: filterText,
  isPaused: z.boolean().optional().catch(undefined),
  createdFrom: filterText,
  createdTo: filterText,
});

/** When it opens, as the form has it. */
export const schedule = z.object({
  timeOfDay: formText,
  zone: formText,
  days: z
    .array(z.enum(WEEKDAYS))
    .nullish()
    .transform((days) => days ?? []),
  openMinutes: z.coerce.number(),
  startsOn: formText,
  endsOn: z
    .string()
    .nullish()
    .transform((day) => day || null),
});

const input = schedule.extend({
  bookId: formText,
  numberPattern: formText,
  totalQuantity: z.coerce.number(),
  visibility: z.enum(['LISTED', 'KEPT', 'UNLISTED']),
  useWithinDays: z.coerce.number(),
  readingDays: z.coerce.number(),
});

/** What a summary says of the form itself. */
export const confirmed = input.pick({
  days: true,
  timeOfDay: true,
  zone: true,
  openMinutes: true,
  totalQuantity: true,
  useWithinDays: true,
  readingDays: true,
});

/** What saving would do, to be read before it is saved. `id`: of the one that is edited. */
export async function summariseDrop(send: Send, values: FormValues, id: string | null) {
  return (await send(RecurringDropSummaryDocument, { input: input.parse(values), id })).recurringDropSummary;
}

const confirmOf = (values: FormValues) => formText.parse(values['confirm']);

/** The form holds the book's id; the record brings the book. */
function toForm<Drop extends { readonly book: { readonly id: string } }>(drop: Drop) {
  return { ...drop, bookId: drop.book.id };
}

export const dropsData: StaffResource = {
  async list(send, { sort, filter, ...page }) {
    const variables = { ...page, ...sortOf(SORTS, sort), filter: filters.parse(filter) };
    return (await send(RecurringDropsDocument, variables)).recurringDrops;
  },
  async one(send, id) {
    const { recurringDrop } = await send(RecurringDropDocument, { id });
    return recurringDrop && toForm(recurringDrop);
  },
  async create(send, id, values) {
    const variables = { id, input: input.parse(values), confirm: confirmOf(values) };
    return toForm((await send(CreateRecurringDropDocument, variables)).createRecurringDrop);
  },
  async update(send, { id, version }, values) {
    const variables = { id, version, input: input.parse(values), confirm: confirmOf(values) };
    return toForm((await send(UpdateRecurringDropDocument, variables)).updateRecurringDrop);
  },
  async remove(send, ids) {
    return (await send(DeleteRecurringDropsDocument, { ids })).deleteRecurringDrops;
  },
};
