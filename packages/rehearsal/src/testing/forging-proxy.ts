import { once } from 'node:events';
import { createServer, request as forward } from 'node:http';

/** Stands before a server and changes one thing in the answers that pass through it. */
export async function startForgingProxy(target: URL, forge: (body: string) => string) {
  const proxy = createServer((incoming, outgoing) => {
    const { method, headers, url = '/' } = incoming;
    const onward = forward(new URL(url, target), { ...(method !== undefined && { method }), headers }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('end', () => {
        const body = Buffer.from(forge(Buffer.concat(pieces).toString()));
        outgoing.writeHead(answer.statusCode ?? 502, {
          'content-type': 'application/json',
          'content-length': body.length,
        });
        outgoing.end(body);
      });
    });
    incoming.pipe(onward);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      proxy.closeAllConnections();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
