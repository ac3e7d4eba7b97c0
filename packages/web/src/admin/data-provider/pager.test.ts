import { describe, expect, test } from 'vitest';

import { createPager, PageTooFar, type PageOf } from '#admin/data-provider/pager.ts';
import type { Connection, PageRequest } from '#admin/data-provider/staff-resource.ts';

const query: PageOf['query'] = { sort: 'createdAt', order: 'DESC', filter: {}, withCount: true };

/** A server with so many rows, whose cursors are their places; it keeps what it was asked. */
function server(total: number) {
  const asked: PageRequest[] = [];
  const fetch = async (request: PageRequest): Promise<Connection> => {
    asked.push(request);
    const from = Number(request.after ?? 0);
    const to = Math.min(from + request.first, total);
    const rows = Array.from({ length: to - from }, (_, n) => ({ node: { id: String(from + n + 1) } }));
    return {
      ...(request.withRows && { edges: rows }),
      pageInfo: { hasNextPage: to < total, endCursor: rows.length > 0 ? String(to) : null },
      ...(request.withCount && { count: { value: total, isExact: true } }),
    };
  };
  return { asked, fetch, steps: () => asked.map(({ first, after, withRows }) => ({ first, after, withRows })) };
}

describe('turning pages over a server that knows only "after this row"', () => {
  test('the next page begins where the last one ended', async () => {
    const { fetch, steps } = server(60);
    const turnTo = createPager();
    await turnTo({ list: 'books', page: 1, perPage: 25, query }, fetch);
    const second = await turnTo({ list: 'books', page: 2, perPage: 25, query }, fetch);
    expect(second.rows.map(({ id }) => id)).toEqual(Array.from({ length: 25 }, (_, n) => String(26 + n)));
    expect(second).toMatchObject({ hasNextPage: true, hasPreviousPage: true, count: { value: 60, isExact: true } });
    expect(steps()).toEqual([
      { first: 25, after: null, withRows: true },
      { first: 25, after: '25', withRows: true },
    ]);
    const third = await turnTo({ list: 'books', page: 3, perPage: 25, query }, fetch);
    expect(third).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(third.rows).toHaveLength(10);
  });

  test('a reload at a later page walks there in the longest steps, without their rows', async () => {
    const { fetch, steps } = server(5_000);
    const page = await createPager()({ list: 'books', page: 101, perPage: 25, query }, fetch);
    expect(page.rows[0]?.id).toBe('2501');
    expect(steps()).toEqual([
      { first: 1_000, after: null, withRows: false },
      { first: 1_000, after: '1000', withRows: false },
      { first: 500, after: '2000', withRows: false },
      { first: 25, after: '2500', withRows: true },
    ]);
  });

  test('a walk begins at the nearest page that was seen', async () => {
    const { fetch, asked, steps } = server(500);
    const turnTo = createPager();
    await turnTo({ list: 'books', page: 1, perPage: 25, query }, fetch);
    asked.length = 0;
    await turnTo({ list: 'books', page: 4, perPage: 25, query }, fetch);
    expect(steps()).toEqual([
      { first: 50, after: '25', withRows: false },
      { first: 25, after: '75', withRows: true },
    ]);
  });

  test.each([
    ['another filter', { query: { ...query, filter: { search: '무' } } }],
    ['another order', { query: { ...query, order: 'ASC' as const } }],
    ['another sort', { query: { ...query, sort: 'title' } }],
    ['another list', { list: 'users' }],
  ])('%s has cursors of its own', async (_, other) => {
    const { fetch, asked } = server(500);
    const turnTo = createPager();
    await turnTo({ list: 'books', page: 1, perPage: 25, query }, fetch);
    await turnTo({ list: 'books', page: 2, perPage: 25, query, ...other }, fetch);
    expect(asked.slice(1).map(({ after }) => after)).toEqual([null, '25']);
  });

  test('a page behind the end is empty, and leads back', async () => {
    const { fetch } = server(30);
    const page = await createPager()({ list: 'books', page: 9, perPage: 25, query }, fetch);
    expect(page).toEqual({ rows: [], hasNextPage: false, hasPreviousPage: true, count: undefined });
  });

  test('a page that would take minutes to walk to is refused at once', async () => {
    const { fetch, asked } = server(10_000_000);
    await expect(createPager()({ list: 'books', page: 100_000, perPage: 25, query }, fetch)).rejects.toThrow(
      PageTooFar,
    );
    expect(asked).toEqual([]);
  });
});
