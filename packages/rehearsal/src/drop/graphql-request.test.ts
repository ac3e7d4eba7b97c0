import { ActiveEventBooksDocument, createPagedropClient, DownloadCouponDocument } from '@pagedrop/sdk';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { prepareRequest } from '#drop/graphql-request.js';
import { runClosedLoop } from '#load/closed-loop.js';
import { startTinyServer } from '#testing/tiny-server.js';

const operation = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()) });
let server: Awaited<ReturnType<typeof startTinyServer>>;
afterEach(() => server.stop());

/** Answers a log-in, and keeps what it was sent otherwise. */
async function startListener() {
  const seen: { headers: object; operation: unknown }[] = [];
  server = await startTinyServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    const { accept, authorization, 'content-type': contentType } = request.headers;
    seen.push({ headers: { accept, authorization, contentType }, operation: operation.parse(JSON.parse(body)) });
    const user = { id: '1', username: 'minji', role: 'READER', createdAt: '2026-01-01T00:00:00Z' };
    const login = { accessToken: 'a.b.c', accessTokenExpiresAt: '2099-01-01T00:00:00Z', refreshToken: null, user };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ data: { login, downloadCoupon: { __typename: 'CouponSoldOut', message: '' } } }));
  });
  return seen;
}

describe('prepareRequest', () => {
  it('sends what the SDK sends', async () => {
    const seen = await startListener();
    const client = createPagedropClient({ url: new URL('/graphql', server.target).href });
    await client.login('minji', 'a long enough passphrase');
    await client.downloadCoupon('MUJEONG-1000');

    const target = new URL('/graphql', server.target);
    const prepared = prepareRequest(target, DownloadCouponDocument, { couponNumber: 'MUJEONG-1000' });
    await send(prepared.withToken('a.b.c'));

    const [, bySdk, byUs] = seen;
    expect(byUs).toEqual(bySdk);
  });

  it('counts bytes, not characters', async () => {
    const seen = await startListener();
    await send(prepareRequest(server.target, DownloadCouponDocument, { couponNumber: '무정-1000' }).anonymous);
    expect(seen[0]?.operation).toMatchObject({ variables: { couponNumber: '무정-1000' } });
  });

  it('names the operation', () => {
    const { anonymous } = prepareRequest(new URL('http://localhost/graphql'), ActiveEventBooksDocument, {});
    expect(anonymous).toContain('"operationName":"ActiveEventBooks"');
  });
});

async function send(bytes: string): Promise<void> {
  const [first] = [{ bytes }];
  let left: typeof first | undefined = first;
  const next = () => {
    const request = left;
    left = undefined;
    return request;
  };
  const recording = await runClosedLoop({ target: server.target, connections: 1, next, classify: () => 'answered' });
  expect(recording.reasons).toEqual({});
}
