import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { Crowd } from '#rehearse/crowd/crowd.js';
import { castReaders } from '#rehearse/crowd/reader.js';
import { startTinyServer } from '#testing/tiny-server.js';

type Server = Awaited<ReturnType<typeof startTinyServer>>;
let server: Server | undefined;
afterEach(() => server?.stop());

interface Asked {
  readonly at: number;
  readonly who: string;
}

const pass = { __typename: 'UserCoupon', sequence: 1, code: 'AAAA-BBBB' };

/** A server that answers the n-th claim by a script (the last line for all that follow), and remembers who asked when. */
async function serve(...script: (object | string | number)[]) {
  const claims: Asked[] = [];
  const seen = { looks: 0 };
  server = await startTinyServer(async (request, response) => {
    const body = await textOf(request);
    if (!body.includes('downloadCoupon')) {
      seen.looks += 1;
      return response.end(JSON.stringify({ data: { activeEventBooks: [] } }));
    }
    const answer = script[Math.min(claims.length, script.length - 1)];
    claims.push({ at: performance.now(), who: request.headers.authorization ?? '' });
    if (answer === 'reset') return request.socket.resetAndDestroy();
    if (typeof answer === 'number') return response.writeHead(answer).end('no GraphQL');
    return response.end(
      JSON.stringify(typeof answer === 'object' && 'errors' in answer ? answer : { data: { downloadCoupon: answer } }),
    );
  });
  return { endpoint: new URL('/graphql', server.target), claims, seen };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  request.on('data', (chunk: Buffer) => (text += chunk.toString()));
  await once(request, 'end');
  return text;
}

/** One reader, or some, who come at the opening. */
async function rush(endpoint: URL, habits: Partial<Parameters<typeof castReaders>[1]> = {}, count = 1, opensInMs = 50) {
  const made = Array.from({ length: count }, (_, index) => ({ id: `r${index}`, accessToken: `token-${index}` }));
  const readers = castReaders(made, { withinMs: 0, early: 0, doubleTap: 0, ...habits });
  const { signal } = new AbortController();
  const crowd = await Crowd.gather({ endpoint, couponNumber: 'REHEARSAL-X', connections: 4, readers, signal });
  const opening = performance.now() + opensInMs;
  await crowd.rush(opening);
  return { readers, tally: crowd.tally, opening };
}

describe('a crowd', () => {
  it('reads the event page while it waits, and asks for nothing before the opening', async () => {
    const { endpoint, claims, seen } = await serve(pass);
    const { readers, opening } = await rush(endpoint, { withinMs: 50 }, 20, 300);
    expect(seen.looks).toBe(20);
    expect(claims).toHaveLength(20);
    expect(Math.min(...claims.map(({ at }) => at))).toBeGreaterThanOrEqual(opening);
    expect(new Set(claims.map(({ who }) => who)).size).toBe(20);
    expect(readers.every(({ passes, open }) => passes.length === 1 && open === 0)).toBe(true);
  });

  it('waits as long as RetryLater says, and asks again', async () => {
    const { endpoint, claims } = await serve({ __typename: 'RetryLater', retryAfterMs: 200 }, pass);
    const { readers, tally } = await rush(endpoint);
    expect((claims[1]?.at ?? 0) - (claims[0]?.at ?? 0)).toBeGreaterThanOrEqual(199);
    expect(readers[0]).toMatchObject({ retries: 1, passes: [{ sequence: 1, code: 'AAAA-BBBB' }], refusals: [] });
    expect(tally).toMatchObject({ issued: 1, refused: 0, retried: 1 });
  });

  it.each([
    ['a reset', 'reset'],
    ['a proxy that has no server', 502],
    ['a server that is busy', { errors: [{ message: '', extensions: { code: 'SERVICE_UNAVAILABLE' } }] }],
  ])('asks again after %s, which is no answer', async (_what, trouble) => {
    const { endpoint, claims } = await serve(trouble, trouble, pass);
    const { readers } = await rush(endpoint);
    expect(claims).toHaveLength(3);
    expect(readers[0]).toMatchObject({ retries: 2, refusals: [], open: 0 });
    expect(readers[0]?.passes).toHaveLength(1);
  });

  it('takes "too early" for a countdown, and taps again at the opening by the server’s clock', async () => {
    const now = new Date();
    const startsAt = new Date(now.getTime() + 400);
    const tooEarly = { __typename: 'CouponNotStarted', startsAt, serverTime: now };
    const { endpoint, claims } = await serve(tooEarly, pass);
    const { readers, tally } = await rush(endpoint, { early: 1, doubleTap: 0 }, 1, 500);
    expect(tally.early).toBe(1);
    expect((claims[1]?.at ?? 0) - (claims[0]?.at ?? 0)).toBeGreaterThanOrEqual(399);
    expect(readers[0]?.refusals).toEqual([]);
    expect(readers[0]?.passes).toHaveLength(1);
    expect(readers[0]?.arrivalMs).toBeGreaterThan(-150); // when he came the second time
  });

  it('sends both taps of an impatient hand, and keeps both answers', async () => {
    const { endpoint, claims } = await serve(pass);
    const { readers, tally } = await rush(endpoint, { doubleTap: 1 });
    expect(claims).toHaveLength(2);
    expect(readers[0]?.passes).toHaveLength(2);
    expect(tally.issued).toBe(1);
  });

  it('keeps a refusal, and an error that is none of a drop', async () => {
    const { endpoint } = await serve(
      { __typename: 'CouponSoldOut' },
      { errors: [{ message: '', extensions: { code: 'INTERNAL_SERVER_ERROR' } }] },
    );
    const { readers } = await rush(endpoint, { withinMs: 40 }, 2);
    expect(readers.flatMap(({ refusals }) => refusals).sort()).toEqual(['CouponSoldOut', 'INTERNAL_SERVER_ERROR']);
  });

  it('breaks off when told', async () => {
    const { endpoint } = await serve({ __typename: 'RetryLater', retryAfterMs: 60_000 });
    const told = new AbortController();
    const readers = castReaders([{ id: 'r', accessToken: 't' }], { withinMs: 0, early: 0, doubleTap: 0 });
    const crowd = await Crowd.gather({ endpoint, couponNumber: 'X', connections: 1, readers, signal: told.signal });
    const rushing = crowd.rush(performance.now());
    setTimeout(() => told.abort(new Error('enough')), 100);
    await expect(rushing).rejects.toThrow('enough');
  });
});

describe('castReaders', () => {
  const made = Array.from({ length: 20_000 }, (_, index) => ({ id: String(index), accessToken: '' }));

  it('brings half of them in the first quarter of the time', () => {
    const readers = castReaders(made, { withinMs: 4000, early: 0.1, doubleTap: 0.2 });
    const share = (count: number) => count / readers.length;
    expect(share(readers.filter(({ tapMs }) => tapMs < 1000).length)).toBeCloseTo(0.5, 1);
    expect(Math.max(...readers.map(({ tapMs }) => tapMs))).toBeLessThan(4000);
    expect(share(readers.filter(({ early }) => early).length)).toBeCloseTo(0.1, 1);
    expect(share(readers.filter(({ doubles }) => doubles).length)).toBeCloseTo(0.2, 1);
  });
});
