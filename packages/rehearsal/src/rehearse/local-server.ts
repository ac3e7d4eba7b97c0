import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LoginDocument, request } from '@pagedrop/sdk';
import { freePort } from '@pagedrop/server/platform/free-port.js';
import { nodeFlags } from '@pagedrop/server/platform/node-flags.js';
import { endPostgres } from '#rehearse/end-postgres.js';
import { Refusal } from '#rehearse/refusal.js';
import type { RemoteServer } from '#rehearse/remote-server.js';

const SERVER = path.resolve(import.meta.dirname, '../../../server/dist');
/** What the started server may take from our environment: how it is sized, and never whose database it uses. */
const PASSED_ON = ['PATH', 'HOME', 'TMPDIR', 'WORKERS', 'ISSUE_BATCH_MAX', 'ISSUE_QUEUE_MAX'];

/** A Pagedrop of our own. */
export interface LocalServer {
  readonly pid: number;
  readonly origin: string;
  /** Resolves when it ends, whoever ended it, with the last lines that it printed. */
  readonly ended: Promise<string>;
  /** With the token of an operator who exists for this rehearsal only. */
  login(): Promise<RemoteServer>;
  /** Ends it, and deletes its database. */
  stop(): Promise<void>;
}

/** Starts the built server on a free port with a throw-away data folder. @throws Refusal when it does not come up */
export async function startLocalServer(): Promise<LocalServer> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-rehearsal-'));
  const port = await freePort();
  const env = { ...sizing(), DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', JWT_SECRET: randomKey() };
  const server = run('main.js', [], env);
  const stop = async () => {
    await end(server);
    await endPostgres(dataDir);

    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await said(server, 'Pagedrop is open');
    return {
      pid: server.child.pid ?? 0,
      origin: `http://127.0.0.1:${port}`,
      ended: once(server.child, 'close').then(() => server.output.trim()),
      stop,
      async login() {
        const password = randomKey();
        const admin = run('commands/create-admin.js', ['rehearser', '--role', 'OPERATOR'], {
          ...env,
          PASSWORD: password,
        });
        await said(admin, 'Created rehearser');
        const endpoint = new URL(`http://127.0.0.1:${port}/graphql`);
        const who = { username: 'rehearser', password, returnRefreshToken: true };
        const { data } = await request({ url: endpoint.href, fetch, credentials: 'omit' }, LoginDocument, who);
        return { endpoint, token: data.login.accessToken };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

interface Program {
  readonly child: ChildProcess;
  output: string;
}

/** In a process group of its own, so that Ctrl-C at the terminal does not reach it before we are done with it. */
function run(file: string, args: readonly string[], env: NodeJS.ProcessEnv): Program {
  const command = ['--enable-source-maps', ...nodeFlags, path.join(SERVER, file), ...args];
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const program: Program = { child, output: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (program.output = (program.output + text.toString()).slice(-4000)));
  }
  return program;
}

/** Waits until the program has printed this. @throws Refusal with what it printed instead, when it ended without */
async function said(program: Program, text: string): Promise<void> {
  const { child } = program;
  const ended = once(child, 'close');
  while (!program.output.includes(text)) {
    if (child.exitCode !== null || child.signalCode !== null) {
      await ended.catch(() => undefined);
      if (program.output.includes(text)) return;
      throw new Refusal(`Pagedrop did not start:\n${program.output.trim()}`);
    }
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
}

/** As an operator would end it; after its own patience of 15 s by force. */
async function end({ child }: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 20_000);
  await gone;
  clearTimeout(force);
}

function sizing(): NodeJS.ProcessEnv {
  return Object.fromEntries(PASSED_ON.map((name) => [name, process.env[name]]));
}

function randomKey(): string {
  return randomBytes(32).toString('base64url');
}
