import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** A real HTTP server on a free port, with whatever manners a test wants. */
export async function startTinyServer(answer: (request: IncomingMessage, response: ServerResponse) => unknown) {
  const sockets = new Set<Socket>();
  const server = createServer(answer).listen(0, '127.0.0.1');
  server.on('connection', (socket) => sockets.add(socket));
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    target: new URL(`http://127.0.0.1:${address.port}`),
    /** How many connections it has seen. */
    connections: () => sockets.size,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** `count` requests of the simplest kind; the index is in the path. */
export function requests(count: number): () => { bytes: string; index: number } | undefined {
  let index = 0;
  return () => {
    if (index === count) return undefined;
    index += 1;
    return { bytes: `GET /${index - 1} HTTP/1.1\r\nhost: test\r\n\r\n`, index: index - 1 };
  };
}
