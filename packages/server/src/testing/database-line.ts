import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** The line between server and PostgreSQL: a proxy that can be told to misbehave. */
export interface DatabaseLine {
  /** The database's address, by this line. */
  readonly url: string;
  /** Every connection breaks, and none comes through until `mend`. */
  cut(): void;
  /** Connections stay, but no byte arrives any more, as when a cable is pulled; what is swallowed stays lost. */
  swallow(): void;
  mend(): void;
  /** The next so many COMMITs reach PostgreSQL and are done; their answers are lost and the connection breaks. */
  stealCommits(count: number): void;
  /** How many answers have been stolen. */
  readonly stolen: number;
  close(): Promise<void>;
}

/** A simple query as it stands on the wire: its text and a zero byte. */
const COMMIT = Buffer.from('commit\0');

export async function startDatabaseLine(databaseUrl: string): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let state: 'whole' | 'cut' | 'swallowing' = 'whole';
  let toSteal = 0;
  let stolen = 0;
  const breakAll = () => sockets.forEach((socket) => socket.destroy());

  const proxy = createServer((client) => {
    if (state === 'cut') {
      client.destroy();
      return;
    }
    const upstream = connect(Number(target.port), target.hostname);
    let robbed = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => [client, upstream].forEach((end) => end.destroy()));
    }
    client.on('data', (data) => {
      if (state === 'swallowing') return;
      if (toSteal > 0 && data.includes(COMMIT)) {
        toSteal -= 1;
        robbed = true;
      }
      upstream.write(data);
    });
    upstream.on('data', (data) => {
      if (state === 'swallowing') return;
      if (!robbed) {
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
    cut() {
      state = 'cut';
      breakAll();
    },
    swallow: () => void (state = 'swallowing'),
    mend: () => void (state = 'whole'),
    stealCommits: (count) => void (toSteal = count),
    get stolen() {
      return stolen;
    },
    async close() {
      breakAll();
      proxy.close();
      await once(proxy, 'close');
    },
  };
}
