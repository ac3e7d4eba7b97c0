import { createPagedropClient } from '@pagedrop/sdk';
import { expect, test } from 'vitest';
import { z } from 'zod';

import type { FormValues, Send } from '#admin/data-provider/staff-resource.ts';
import { couponsData } from '#admin/resources/coupons/coupons-data.ts';

const sent = z.object({ variables: z.object({ filter: z.object({ printed: z.boolean().optional() }) }) });

/** The `printed` that the server is asked for by the coupons' list, which narrows to `printed: false`. */
async function printedOf(filter: FormValues): Promise<unknown> {
  let body = '';
  const client = createPagedropClient({
    url: 'http://localhost/graphql',
    fetch: async (_, init) => {
      body = z.string().parse(init?.body);
      return Response.json({ data: { coupons: { edges: [], pageInfo: { hasNextPage: false, endCursor: null } } } });
    },
  });
  const send: Send = (...asked) => client.send(...asked);
  const page = { first: 25, after: null, sort: 'createdAt', order: 'DESC', withRows: true, withCount: false } as const;
  await couponsData.list(send, { ...page, filter });
  return sent.parse(JSON.parse(body)).variables.filter.printed;
}

test.each([
  ['by itself it has no printed codes', { printed: false }, false],
  ['with the switch on it has them too', { printed: false, withPrinted: true }, undefined],
  ['with the switch off again it has none', { printed: false, withPrinted: false }, false],
  ['a batch asked for is shown', { printed: false, batchId: 'b1' }, undefined],
  ['whoever picks a coupon in another form finds all', { search: 'DROP' }, undefined],
])('the list of coupons: %s', async (_, filter, printed) => {
  expect(await printedOf(filter)).toBe(printed);
});
