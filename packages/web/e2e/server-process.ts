import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SERVER = path.resolve(import.meta.dirname, '../../server/dist');

/** The built server as `npm start` runs it, on a free port and with a data folder of its own. */
export interface ServerProcess {
  readonly address: string;
  readonly dataDir: string;
  /** The administrator that the first start has made, as it printed him. */
  readonly administrator: { readonly username: string; readonly password: string };
  readonly stop: () => Promise<void>;
}

export async function startServer(): Promise<ServerProcess> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-e2e-'));
  const server = spawn(process.execPath, [path.join(SERVER, 'main.js')], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const printed = await printedAtStart(server);
  return {
    ...printed,
    dataDir,
    async stop() {
      const gone = once(server, 'exit');
      server.kill('SIGTERM');
      await gone;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Adds books and coupons while the server runs, by the operator's own command. */
export function loadData(dataDir: string, data: object): void {
  const file = path.join(dataDir, 'books.json');
  writeFileSync(file, JSON.stringify(data));
  const { status, stderr } = spawnSync(process.execPath, [path.join(SERVER, 'commands/load-data.js'), file], {
    env: { ...process.env, DATA_DIR: dataDir },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`load-data failed: ${stderr}`);
}

async function printedAtStart(server: ChildProcess): Promise<Pick<ServerProcess, 'address' | 'administrator'>> {
  let text = '';
  const printed = Promise.withResolvers<Pick<ServerProcess, 'address' | 'administrator'>>();
  server.stdout?.on('data', (more: Buffer) => {
    text += more.toString();
    const [, address] = /open: +(http:\/\/\S+)/.exec(text) ?? [];
    const [, username, password] = /Administrator: +(\S+) \/ (\S+)/.exec(text) ?? [];
    if (address !== undefined && username !== undefined && password !== undefined) {
      printed.resolve({ address, administrator: { username, password } });
    }
  });
  server.on('exit', (code) => printed.reject(new Error(`the server ended with ${code}: ${text}`)));
  return printed.promise;
}
