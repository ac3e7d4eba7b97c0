import type { Connection, ListCountValue, PageRequest, Row } from '#admin/data-provider/staff-resource.ts';

/** The server's bound for one page, and so for one step of a walk. */
const LONGEST_STEP = 1_000;
/** Nobody reads further than this; search and filters lead there sooner. */
const LONGEST_WALK = 20;

export class PageTooFar extends Error {}

/** What is asked for, by page number as react-admin counts. */
export interface PageOf {
  /** Tells lists apart: their cursors mean nothing to each other. */
  readonly list: string;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
  readonly query: Pick<PageRequest, 'sort' | 'order' | 'filter' | 'withCount'>;
}

export interface Page {
  readonly rows: readonly Row[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly count: ListCountValue | undefined;
}

type Fetch = (request: PageRequest) => Promise<Connection>;

/**
 * Page numbers over a server that knows only "after this row". It remembers where each page ended; for a page that
 * nobody has turned to (a reload at page 7) it walks there in the longest steps, without fetching the rows between.
 */
export function createPager(): (wanted: PageOf, fetch: Fetch) => Promise<Page> {
  // By list, filter, sort and page size: the cursor after so many rows.
  const memory = new Map<string, Map<number, string>>();

  return async ({ list, page, perPage, query }, fetch) => {
    const { withCount, ...order } = query;
    const key = JSON.stringify([list, order]);
    const known = memory.get(key) ?? new Map<number, string>();
    memory.set(key, known);

    const after = await walkTo((page - 1) * perPage, known, (first, from) =>
      fetch({ ...order, first, after: from, withRows: false, withCount: false }),
    );
    if (after === undefined) return { rows: [], hasNextPage: false, hasPreviousPage: page > 1, count: undefined };

    const { edges = [], pageInfo, count } = await fetch({ ...order, first: perPage, after, withRows: true, withCount });
    if (pageInfo.endCursor !== null) known.set(page * perPage, pageInfo.endCursor);
    return {
      rows: edges.map(({ node }) => node),
      hasNextPage: pageInfo.hasNextPage,
      hasPreviousPage: page > 1,
      count,
    };
  };
}

/** The cursor after `offset` rows (null: the beginning); undefined when the list is not that long. */
async function walkTo(
  offset: number,
  known: Map<number, string>,
  step: (first: number, after: string | null) => Promise<Connection>,
): Promise<string | null | undefined> {
  let at = Math.max(0, ...[...known.keys()].filter((position) => position <= offset));
  let after = known.get(at) ?? null;
  if (offset - at > LONGEST_STEP * LONGEST_WALK) throw new PageTooFar();
  while (at < offset) {
    const first = Math.min(LONGEST_STEP, offset - at);
    const { pageInfo } = await step(first, after);
    if (!pageInfo.hasNextPage || pageInfo.endCursor === null) return undefined;
    at += first;
    after = pageInfo.endCursor;
    known.set(at, after);
  }
  return after;
}
