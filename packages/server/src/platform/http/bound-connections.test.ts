import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
const sockets: Socket[] = [];
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await server.close();
});

/** A reader's connection, kept. */
async function open(): Promise<Socket> {
  const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
  sockets.push(socket);
  await once(socket, 'connect');
  return socket;
}

/** The head of the answer, or how the connection ended without one. */
async function getOn(socket: Socket): Promise<string> {
  socket.write('GET /livez HTTP/1.1\r\nhost: localhost\r\n\r\n');
  return Promise.race([
    once(socket, 'data').then(([data]) => String(data)),
    once(socket, 'close').then(() => 'closed'),
  ]).catch((error: Error) => ('code' in error ? String(error.code) : error.message));
}

test('past the bound a connection is closed at once, those within it are served, and a place that is free is given', async () => {
  server = await startTestServer({ connectionsMax: 2 });
  const [first, second] = [await open(), await open()];
  expect(await getOn(await open())).toMatch(/^(closed|ECONNRESET|EPIPE)$/);
  for (const socket of [first, second, first]) expect(await getOn(socket)).toMatch(/^HTTP\/1.1 200 /);

  first.destroy();
  await expect.poll(async () => getOn(await open())).toMatch(/^HTTP\/1.1 200 /);
});

test('an idle connection outlives a load balancer that keeps it a minute, unless it is crowded: then a second', async () => {
  server = await startTestServer({ connectionsMax: 10 });
  const first = await open();
  expect(await getOn(first)).toContain('Keep-Alive: timeout=72\r\n');
  const others = await Promise.all(Array.from({ length: 7 }, open));
  await expect.poll(() => getOn(first)).toContain('Keep-Alive: timeout=1\r\n');
  await once(first, 'close'); // by the server, and with it the crowd is over
  expect(await getOn(others[0] ?? first)).toContain('Keep-Alive: timeout=72\r\n');
});

test('who has been idle since before the crowd came makes room too, who waits for an answer or was never asked does not', async () => {
  server = await startTestServer({ connectionsMax: 10 });
  let answer: () => void = () => undefined;
  server.app.http.server.prependListener('request', (request, response) => {
    if (request.url !== '/slow') return;
    const end = response.end.bind(response);
    response.end = () => {
      answer = () => end();
      return response;
    };
  });
  const [idle, slow] = [await open(), await open()];
  expect(await getOn(idle)).toContain('Keep-Alive: timeout=72\r\n');
  slow.write('GET /slow HTTP/1.1\r\nhost: localhost\r\n\r\n');
  const others = await Promise.all(Array.from({ length: 6 }, open));
  await once(idle, 'close'); // by the server
  await setTimeout(500);
  for (const socket of [slow, ...others]) expect(socket.readyState).toBe('open');
  answer();
});
