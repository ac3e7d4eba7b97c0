import { z } from 'zod';
import type { FilterFields } from '#admin/exports/export-list.js';
import type { ListFilter } from '#admin/lists/list-filters.js';

/** A moment of a filter: as GraphQL parsed it, or as the ticket carries it. */
export const filterMoment = z.coerce.date().nullable().default(null);

/** What every list can be narrowed by. */
export const listFilterFields = {
  search: z.string().nullable().default(null),
  ids: z.array(z.string()).nullable().default(null),
  createdFrom: filterMoment,
  createdTo: filterMoment,
} satisfies FilterFields<ListFilter>;
