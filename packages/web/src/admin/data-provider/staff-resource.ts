import type { PagedropClient } from '@pagedrop/sdk';

/** Sends a typed operation as whoever is logged in. */
export type Send = PagedropClient['send'];

/** What react-admin's forms hold: anything; a resource's schema picks what the server takes. */
export type FormValues = Readonly<Record<string, unknown>>;

export interface Row {
  readonly id: string;
}

/** One page of a list, after a row of which the cursor is known. */
export interface PageRequest {
  /** From 1 to 1,000. */
  readonly first: number;
  readonly after: string | null;
  /** A field of the record; the resource knows the server's name for it. */
  readonly sort: string;
  readonly order: 'ASC' | 'DESC';
  /** Without empty values. */
  readonly filter: FormValues;
  /** False when only the way to a later page is looked for. */
  readonly withRows: boolean;
  readonly withCount: boolean;
}

/** How many rows match; past 10,000 an estimate. */
export interface ListCountValue {
  readonly value: number;
  readonly isExact: boolean;
}

export interface Connection {
  readonly edges?: readonly { readonly node: Row }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly count?: ListCountValue;
}

/** The operations of one resource; those that are absent it does not have. */
export interface StaffResource {
  readonly list: (send: Send, page: PageRequest) => Promise<Connection>;
  readonly one: (send: Send, id: string) => Promise<Row | null>;
  /** The id is the client's, so that a repeated request makes one. */
  readonly create?: (send: Send, id: string, values: FormValues) => Promise<Row>;
  /** `version`: of the record as it was loaded. */
  readonly update?: (send: Send, target: { id: string; version: number }, values: FormValues) => Promise<Row>;
  /** Where the rows of a filter, the same that `list` takes, can be downloaded: once, and soon. */
  readonly exportRows?: (send: Send, filter: FormValues) => Promise<{ readonly url: string }>;
  /** All or none. */
  readonly remove?: (send: Send, ids: readonly string[]) => Promise<readonly string[]>;
}

/** The server's name of a sort field; nothing, and with it the server's default, for a column that it can't sort. */
export function sortOf<Sort extends string>(sorts: Readonly<Record<string, Sort>>, field: string): { sort?: Sort } {
  const sort = sorts[field];
  return sort === undefined ? {} : { sort };
}
