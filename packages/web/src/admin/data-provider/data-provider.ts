import { HttpError, type DataProvider, type GetOneResult, type TranslateFunction } from 'react-admin';
import { v4 as newId } from 'uuid';

import { createPager } from '#admin/data-provider/pager.ts';
import { resourceTable } from '#admin/data-provider/resource-table.ts';
import type { Row, Send, StaffResource } from '#admin/data-provider/staff-resource.ts';
import { toHttpError } from '#admin/data-provider/to-http-error.ts';
import { withoutEmpty } from '#admin/data-provider/without-empty.ts';

interface DataProviderDeps {
  send: Send;
  translate: TranslateFunction;
  table?: Readonly<Record<string, StaffResource>>;
}

const FIRST_PAGE = { page: 1, perPage: 25 };

/**
 * react-admin's questions as operations of the resource table. Lists are keyset-paged: `pageInfo` instead of a total,
 * and `meta.count` with how many rows match, unless asked with `meta: { count: false }`.
 */
export function createDataProvider({ send, translate, table = resourceTable }: DataProviderDeps): DataProvider {
  const turnTo = createPager();

  function resourceOf(name: string): StaffResource {
    const resource = table[name];
    if (!resource) throw new TypeError(`resource-table.ts has no ${name}.`);
    return resource;
  }

  /** Whatever fails, fails in words. */
  async function inWords<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toHttpError(error, translate);
    }
  }

  const list: DataProvider['getList'] = (name, { pagination = FIRST_PAGE, sort, filter, meta }) =>
    inWords(async () => {
      const resource = resourceOf(name);
      const query = {
        sort: sort?.field ?? '',
        order: sort?.order ?? 'DESC',
        filter: withoutEmpty(filter),
        withCount: countIsWanted(meta),
      };
      const page = await turnTo({ list: name, ...pagination, query }, (request) => resource.list(send, request));
      const { hasNextPage, hasPreviousPage, count } = page;
      return { data: page.rows.map(toRecord), pageInfo: { hasNextPage, hasPreviousPage }, meta: { count } };
    });

  const remove = (name: string, ids: readonly unknown[]) =>
    inWords(() => required(resourceOf(name).remove, name, 'remove')(send, ids.map(String)));

  return {
    getList: list,
    getManyReference: (name, { target, id, filter, ...rest }) =>
      list(name, { ...rest, filter: { ...filter, [target]: id } }),
    getOne: (name, { id }) =>
      inWords(async () => {
        const row = await resourceOf(name).one(send, String(id));
        if (!row) throw new HttpError(translate('errors.NOT_FOUND'), 404);
        return { data: toRecord(row) };
      }),
    getMany: (name, { ids }) =>
      inWords(async () => {
        const pages = chunks(ids.map(String)).map((chunk) =>
          resourceOf(name).list(send, {
            first: chunk.length,
            after: null,
            sort: '',
            order: 'DESC',
            filter: { ids: chunk },
            withRows: true,
            withCount: false,
          }),
        );
        const rows = (await Promise.all(pages)).flatMap(({ edges = [] }) => edges.map(({ node }) => node));
        return { data: rows.map(toRecord) };
      }),
    create: (name, { data }) =>
      inWords(async () => {
        const id = typeof data['id'] === 'string' ? data['id'] : newId();
        return { data: toRecord(await required(resourceOf(name).create, name, 'create')(send, id, data)) };
      }),
    update: (name, { id, data, previousData }) =>
      inWords(async () => {
        // The form began from the version that it holds, whatever has been loaded since.
        const version = Number(data['version'] ?? previousData?.['version']);
        const update = required(resourceOf(name).update, name, 'update');
        return { data: toRecord(await update(send, { id: String(id), version }, data)) };
      }),
    updateMany: () => Promise.reject(new TypeError('Rows are edited one by one: each has its own version.')),
    delete: async (name, { id, previousData }) => {
      await remove(name, [id]);
      return { data: toRecord({ ...previousData, id: String(id) }) };
    },
    deleteMany: async (name, { ids }) => ({ data: [...(await remove(name, ids))] }),
  };
}

function required<T>(operation: T | undefined, name: string, what: string): T {
  if (!operation) throw new TypeError(`${name} cannot ${what}: its data has no such operation.`);
  return operation;
}

/**
 * react-admin lets each caller name the record's type and can't know better. The operation was checked against the
 * schema, so a row of the resource is what its callers expect.
 */
function toRecord(row: Row): GetOneResult['data'] {
  return row;
}

function countIsWanted(meta: unknown): boolean {
  return !(typeof meta === 'object' && meta !== null && 'count' in meta && meta.count === false);
}

/** The server takes at most 1,000 ids at once. */
function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / 1_000) }, (_, n) => ids.slice(n * 1_000, (n + 1) * 1_000));
}
