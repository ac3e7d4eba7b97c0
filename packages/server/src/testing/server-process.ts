import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const running = new Set<ChildProcess>();

type Environment = Readonly<Record<string, string>>;

/** One of the built programs, as a person runs it. */
export interface Program {
  readonly pid: number;
  /** Everything it has printed so far, both streams. */
  output(): string;
  kill(signal: NodeJS.Signals): void;
  /** Its exit code, once it has ended; -1 for a signal. */
  readonly ended: Promise<number>;
}

/** Runs `dist/…` with these environment variables and no others. */
export function startProgram(file: string, args: readonly string[], env: Environment): Program {
  const child = spawn(process.execPath, [path.join(DIST, file), ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'close').then(() => {
    running.delete(child);
    return child.exitCode ?? -1;
  });
  return { pid: child.pid ?? 0, output: () => output, kill: (signal) => void child.kill(signal), ended };
}

/** Runs one of the built programs to its end. */
export async function runProgram(file: string, args: readonly string[], env: Environment) {
  const program = startProgram(file, args, env);
  return { code: await program.ended, output: program.output() };
}

/** Starts the built server on a free port and waits until it says that it is open. */
export async function startServer(env: Environment): Promise<Program & { address: string }> {
  const program = startProgram('main.js', [], { PORT: '0', ...env });
  const hasEnded = program.ended.then(() => true);
  for (;;) {
    const address = /Pagedrop is open: (\S+)/.exec(program.output())?.[1];
    if (address !== undefined) return { ...program, address };
    if (await Promise.race([hasEnded, setTimeout(50, false)])) throw new Error(`did not start: ${program.output()}`);
  }
}

/** Ends whatever a test left running, and the PostgreSQL of its data folder. */
export async function endPrograms(dataDir: string): Promise<void> {
  const gone = [...running].map((child) => once(child, 'close'));
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(gone);
  const postgres = postgresOf(dataDir);
  if (postgres === undefined) return;
  process.kill(postgres, 'SIGQUIT'); // PostgreSQL's word for: at once
  while (postgresOf(dataDir) !== undefined) await setTimeout(50);
}

/** The worker processes of a server: their numbers, and the command lines that everybody on the machine can read. */
export function workersOf(server: Pick<Program, 'pid'>): { pid: number; commandLine: string }[] {
  return processes()
    .filter(({ parent, commandLine }) => parent === server.pid && commandLine.includes('worker.js'))
    .map(({ pid, commandLine }) => ({ pid, commandLine }));
}

/** Those of the processes that have not ended. */
export function alive(pids: readonly number[]): number[] {
  const numbers = new Set(pids);
  return processes().flatMap(({ pid, state }) => (numbers.has(pid) && !state.startsWith('Z') ? [pid] : []));
}

function processes() {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').map((line) => {
    const [pid, parent, state = '', ...args] = line.trim().split(/ +/);
    return { pid: Number(pid), parent: Number(parent), state, commandLine: args.join(' ') };
  });
}

/** The process of the PostgreSQL that runs on the data folder; undefined when none does. */
export function postgresOf(dataDir: string): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
