import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { runClosedLoop } from '#load/closed-loop.js';
import { evenly, runOpenLoop } from '#load/open-loop.js';
import { latencies } from '#load/recorder.js';
import { requests, startTinyServer } from '#testing/tiny-server.js';

type Server = Awaited<ReturnType<typeof startTinyServer>>;
let server: Server;
afterEach(() => server.stop());

const STALL_MS = 400;
const classify = () => 'ok';

/** Answers at once, except that it stands still once, for everybody. */
async function startServerThatStallsOnce() {
  let seen = 0;
  let stalled: Promise<void> = Promise.resolve();
  server = await startTinyServer((_request, response) => {
    seen += 1;
    if (seen === 50) stalled = setTimeout(STALL_MS);
    void stalled.then(() => response.end('ok'));
  });
  return server.target;
}

describe('runOpenLoop', () => {
  it('sends at the rate it was told, not at the rate of the answers', async () => {
    server = await startTinyServer((_request, response) => void setTimeout(20).then(() => response.end('ok')));
    const { target } = server;
    const recording = await runOpenLoop({ target, connections: 50, next: requests(100), classify, dueMs: evenly(400) });
    expect(latencies(recording, 'ok').count).toBe(100);
    // 99 gaps of 2.5 ms; one connection that waits for each answer would need two seconds.
    expect(recording.seconds).toBeGreaterThanOrEqual(0.2475);
    expect(recording.seconds).toBeLessThan(1.5);
  });

  it('shows a server that stood still once to all who came in that time', async () => {
    const target = await startServerThatStallsOnce();
    const load = { target, connections: 2, next: requests(1000), classify };
    const recording = await runOpenLoop({ ...load, dueMs: evenly(1000) });
    // 400 of 1,000 should have gone out while it stood: the one that came first waited 400 ms, the last nearly 0.
    expect(latencies(recording, 'ok').percentile(0.99)).toBeGreaterThan(0.8 * STALL_MS * 1000);
    expect(latencies(recording, 'ok').percentile(0.8)).toBeGreaterThan(0.2 * STALL_MS * 1000);
  });

  it('control: a closed loop omits them, and its p99 knows nothing of the stall', async () => {
    const target = await startServerThatStallsOnce();
    const recording = await runClosedLoop({ target, connections: 2, next: requests(1000), classify });
    expect(latencies(recording, 'ok').percentile(0.99)).toBeLessThan(0.5 * STALL_MS * 1000);
    expect(latencies(recording, 'ok').max).toBeGreaterThan(0.9 * STALL_MS * 1000);
  });

  it('ends when told, and sends nothing of what was still waiting', async () => {
    const told = new AbortController();
    let seen = 0;
    server = await startTinyServer((_request, response) => {
      seen += 1;
      if (seen === 3) told.abort();
      else response.end('ok');
    });
    const { target } = server;
    const load = { target, connections: 1, next: requests(1_000_000), classify, signal: told.signal };
    const recording = await runOpenLoop({ ...load, dueMs: evenly(5000) });
    expect(latencies(recording, 'ok').count).toBe(2);
    expect(latencies(recording, 'unknown').count).toBe(1);
    expect(seen).toBe(3);
  });
});
