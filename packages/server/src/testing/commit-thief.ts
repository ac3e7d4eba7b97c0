import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A proxy between server and PostgreSQL that lets COMMIT through and steals its answer. */
export interface CommitThief {
  /** The database's address, through the proxy. */
  readonly url: string;
  /** How many of the next COMMITs lose their answer. */
  steal(count: number): void;
  readonly stolen: number;
  close(): Promise<void>;
}

/** A simple query as it stands on the wire: 'Q', its length, the text, a zero byte. */
const COMMIT = Buffer.from('commit\0');

export async function startCommitThief(databaseUrl: string): Promise<CommitThief> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let toSteal = 0;
  let stolen = 0;

  const proxy = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname);
    let robbing = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [client, upstream].forEach((end) => end.destroy()));
    }
    client.on('data', (data) => {
      if (toSteal > 0 && data.includes(COMMIT)) {
        toSteal -= 1;
        robbing = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (!robbing) {
        client.write(data);
        return;
      }
      stolen += 1; // PostgreSQL has committed and says so; nobody hears it
      client.destroy();
    });
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  const url = new URL(databaseUrl);
  url.port = String(typeof address === 'object' ? address?.port : '');

  return {
    url: url.href,
    steal: (count) => void (toSteal = count),
    get stolen() {
      return stolen;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
