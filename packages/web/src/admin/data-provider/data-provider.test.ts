import { PagedropError } from '@pagedrop/sdk';
import { describe, expect, test, vi } from 'vitest';

import { createDataProvider } from '#admin/data-provider/data-provider.ts';
import type { PageRequest, Send, StaffResource } from '#admin/data-provider/staff-resource.ts';

const send: Send = () => Promise.reject(new Error('The resource below asks nobody.'));
const row = { id: 'b1', title: '무정', version: 3 };

function build(overrides: Partial<StaffResource> = {}) {
  const asked: PageRequest[] = [];
  const books: StaffResource = {
    async list(_, page) {
      asked.push(page);
      return { edges: [{ node: row }], pageInfo: { hasNextPage: false, endCursor: 'c1' } };
    },
    one: async () => row,
    ...overrides,
  };
  return { asked, provider: createDataProvider({ send, translate: (key) => key, table: { books } }) };
}

describe('the data provider', () => {
  test('a list has page info instead of a total, and empty filters are not sent', async () => {
    const { asked, provider } = build();
    const filter = { search: '', createdFrom: null, ids: ['b1'] };
    const { data, total, pageInfo } = await provider.getList('books', { filter });
    expect([data, total, pageInfo]).toEqual([[row], undefined, { hasNextPage: false, hasPreviousPage: false }]);
    expect(asked).toMatchObject([{ first: 25, filter: { ids: ['b1'] }, withCount: true }]);
  });

  test('rows are counted unless nobody looks', async () => {
    const { asked, provider } = build();
    await provider.getList('books', { meta: { count: false } });
    expect(asked).toMatchObject([{ withCount: false }]);
  });

  test('what belongs to a row is a list filtered by it', async () => {
    const { asked, provider } = build();
    const pagination = { page: 1, perPage: 10 };
    const sort = { field: 'title', order: 'ASC' as const };
    await provider.getManyReference('books', {
      target: 'authorId',
      id: 'a1',
      pagination,
      sort,
      filter: { search: 'x' },
    });
    expect(asked).toMatchObject([{ first: 10, sort: 'title', order: 'ASC', filter: { authorId: 'a1', search: 'x' } }]);
  });

  test('many are asked for in one list', async () => {
    const { asked, provider } = build();
    expect(await provider.getMany('books', { ids: ['b1', 'b2'] })).toEqual({ data: [row] });
    expect(asked).toMatchObject([{ first: 2, filter: { ids: ['b1', 'b2'] }, withCount: false }]);
  });

  test('a row that is gone is not found', async () => {
    const { provider } = build({ one: async () => null });
    await expect(provider.getOne('books', { id: 'b9' })).rejects.toMatchObject({
      status: 404,
      message: 'errors.NOT_FOUND',
    });
  });

  test('a repeated create has the id of the form', async () => {
    const create = vi.fn<NonNullable<StaffResource['create']>>(async () => row);
    const { provider } = build({ create });
    const data = { id: 'made-once', title: '무정' };
    await provider.create('books', { data });
    await provider.create('books', { data });
    expect(create.mock.calls.map(([, id]) => id)).toEqual(['made-once', 'made-once']);
  });

  test('an edit names the version that its form began from', async () => {
    const update = vi.fn<NonNullable<StaffResource['update']>>(async () => ({ ...row, version: 4 }));
    const { provider } = build({ update });
    const previousData = { ...row, version: 5 };
    await provider.update('books', { id: 'b1', data: row, previousData });
    expect(update).toHaveBeenCalledWith(send, { id: 'b1', version: 3 }, row);
  });

  test('one row and many are deleted by the same operation, and a refusal is said in words', async () => {
    const remove = vi.fn<NonNullable<StaffResource['remove']>>(async (_, ids) => ids);
    const { provider } = build({ remove });
    expect(await provider.delete('books', { id: 'b1', previousData: row })).toEqual({ data: row });
    expect(await provider.deleteMany('books', { ids: ['b1', 'b2'] })).toEqual({ data: ['b1', 'b2'] });
    remove.mockRejectedValue(new PagedropError('CONFLICT', 'Used.', { reason: 'IN_USE' }));
    await expect(provider.deleteMany('books', { ids: ['b1'] })).rejects.toMatchObject({ message: 'reasons.IN_USE' });
  });
});
