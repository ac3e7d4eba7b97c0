import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { runClosedLoop } from '#load/closed-loop.js';
import { latencies } from '#load/recorder.js';
import { requests, startTinyServer } from '#testing/tiny-server.js';

type Server = Awaited<ReturnType<typeof startTinyServer>>;
let server: Server;
const serve = async (...args: Parameters<typeof startTinyServer>) => (server = await startTinyServer(...args));
afterEach(() => server.stop());

const classify = ({ status, body }: { status: number; body: Buffer }) => `${status} ${body.toString()}`;
const counts = (recording: Awaited<ReturnType<typeof runClosedLoop>>) =>
  Object.fromEntries(Object.keys(recording.outcomes).map((name) => [name, latencies(recording, name).count]));

describe('runClosedLoop', () => {
  it('sends every request once, over as many connections as told, and keeps them', async () => {
    const seen: string[] = [];
    const { target } = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end('ok');
    });
    const recording = await runClosedLoop({ target, connections: 4, next: requests(200), classify });
    expect(counts(recording)).toEqual({ '200 ok': 200 });
    expect(new Set(seen).size).toBe(200);
    expect(seen).toHaveLength(200);
    expect(server.connections()).toBe(4);
    expect(recording.cpuSeconds).toBeGreaterThan(0);
  });

  it('never has two requests on their way on one connection', async () => {
    let now = 0;
    let most = 0;
    const { target } = await serve(async (_request, response) => {
      most = Math.max(most, ++now);
      await setTimeout(2);
      now -= 1;
      response.end('ok');
    });
    await runClosedLoop({ target, connections: 3, next: requests(30), classify });
    expect(most).toBe(3);
  });

  it('measures what the server took', async () => {
    const { target } = await serve((_request, response) => void setTimeout(50).then(() => response.end('slow')));
    const recording = await runClosedLoop({ target, connections: 2, next: requests(4), classify });
    expect(latencies(recording, '200 slow').percentile(0.01)).toBeGreaterThanOrEqual(49_000);
  });

  it('reads answers in chunks and in pieces', async () => {
    const { target } = await serve(async (_request, response) => {
      response.write('one, ');
      await setTimeout(5);
      response.write('two and ');
      response.end('three');
    });
    const recording = await runClosedLoop({ target, connections: 2, next: requests(6), classify });
    expect(counts(recording)).toEqual({ '200 one, two and three': 6 });
  });

  it('makes a new connection when the server closes one politely', async () => {
    const { target } = await serve((_request, response) => {
      response.setHeader('connection', 'close');
      response.end('bye');
    });
    const recording = await runClosedLoop({ target, connections: 1, next: requests(5), classify });
    expect(counts(recording)).toEqual({ '200 bye': 5 });
    expect(server.connections()).toBe(5);
  });

  it('calls it unknown when the connection is cut in the middle, and goes on', async () => {
    const unknown: number[] = [];
    const { target } = await serve((request, response) => {
      if (Number(request.url?.slice(1)) % 3 !== 0) return response.end('ok');
      response.writeHead(200, { 'content-length': 100 });
      response.write('not all of');
      return void setTimeout(5).then(() => request.socket.resetAndDestroy());
    });
    const onUnknown = ({ index }: { index: number }) => unknown.push(index);
    const recording = await runClosedLoop({ target, connections: 2, next: requests(9), classify, onUnknown });
    expect(counts(recording)).toEqual({ '200 ok': 6, unknown: 3 });
    expect(recording.reasons).toEqual({ ECONNRESET: 3 });
    expect(unknown.sort((a, b) => a - b)).toEqual([0, 3, 6]);
  });

  it('gives up on an answer that does not come', async () => {
    const { target } = await serve((request, response) => {
      if (request.url !== '/1') response.end('ok');
    });
    const recording = await runClosedLoop({ target, connections: 1, next: requests(3), classify, timeoutMs: 200 });
    expect(counts(recording)).toEqual({ '200 ok': 2, unknown: 1 });
    expect(recording.reasons).toEqual({ 'no answer in time': 1 });
  });

  it('refuses loudly what does not say where it ends', async () => {
    const { target } = await serve((request) => {
      request.socket.end('HTTP/1.1 200 OK\r\n\r\nuntil the end');
    });
    const recording = await runClosedLoop({ target, connections: 1, next: requests(1), classify });
    expect(recording.reasons).toEqual({ 'an answer that does not say where it ends': 1 });
  });

  it('ends when told, with what was on its way unknown', async () => {
    const told = new AbortController();
    const { target } = await serve((request, response) => {
      if (request.url === '/5') told.abort();
      else response.end('ok');
    });
    const next = requests(1_000_000);
    const recording = await runClosedLoop({ target, connections: 1, next, classify, signal: told.signal });
    expect(counts(recording)).toEqual({ '200 ok': 5, unknown: 1 });
  });

  it('says so when nobody listens', async () => {
    const { target } = await serve(() => undefined);
    await server.stop();
    await expect(runClosedLoop({ target, connections: 2, next: requests(1), classify })).rejects.toThrow(
      'ECONNREFUSED',
    );
    await serve(() => undefined);
  });
});
