import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The line between server and PostgreSQL, to be cut and mended. */
export interface DatabaseLine {
  /** The database's address, by this line. */
  readonly url: string;
  /** Every connection breaks, and none comes through until `mend`. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

export async function startDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let broken = false;
  const breakAll = () => sockets.forEach((socket) => socket.destroy());

  const proxy = createServer((client) => {
    if (broken) {
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [client, upstream].forEach((end) => end.destroy()));
    }
    client.pipe(upstream).pipe(client);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' ? address?.port : '');

  return {
    url: url.href,
    cut() {
      broken = true;
      breakAll();
    },
    mend: () => void (broken = false),
    async close() {
      breakAll();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
