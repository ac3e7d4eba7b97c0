import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startOwnProcess, type OwnProcess } from '#load/own-process.js';

// The built one: a process of its own knows nothing of the test runner's way with sources.
const PROGRAM = path.resolve(import.meta.dirname, '../../dist/bench/client/main.js');
let program: OwnProcess;
afterEach(() => program.stop());

describe('startOwnProcess', () => {
  it('does job after job', async () => {
    program = startOwnProcess(PROGRAM);
    const job = { kind: 'readers', ids: [], jwtSecret: 'x'.repeat(32) };
    expect(await program.do(job)).toBe(true);
    expect(await program.do(job)).toBe(true);
  });

  it('passes on what goes wrong there, and goes on', async () => {
    program = startOwnProcess(PROGRAM);
    const nobody = { kind: 'events', address: 'http://127.0.0.1:1/graphql', connections: 1, seconds: 1 };
    await expect(program.do(nobody)).rejects.toThrow('ECONNREFUSED');
    await expect(program.do({ kind: 'unheard of' })).rejects.toThrow('kind');
    expect(await program.do({ kind: 'readers', ids: [], jwtSecret: 'x'.repeat(32) })).toBe(true);
  });

  it('waits for nobody who is gone', async () => {
    program = startOwnProcess(PROGRAM);
    await program.do({ kind: 'readers', ids: [], jwtSecret: 'x'.repeat(32) });
    const waiting = program.do({ kind: 'readers', ids: ['a'], jwtSecret: 'x'.repeat(32) });
    process.kill(program.pid, 'SIGKILL');
    await expect(waiting).rejects.toThrow(/ended/);
    await expect(program.do({ kind: 'readers', ids: [], jwtSecret: '' })).rejects.toThrow(/ended|closed/);
  });
});
