import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cpuSecondsOf, parseStat } from '#machine/cpu-time.js';

describe('cpuSecondsOf', () => {
  it('reads times after a name that contains anything', () => {
    const line = '4711 (a) b (c)) S 42 1 1 0 -1 4194560 1 2 3 4 150 50 25 75 20 0 7 0 100';
    expect(parseStat(4711, line)).toEqual({ pid: 4711, parent: 42, cpuSeconds: 3 });
  });

  it.runIf(existsSync('/proc/self/stat'))('counts what a child has used, while it lives and afterwards', async () => {
    const before = cpuSecondsOf([process.pid]) ?? Number.NaN;
    const burn = 'const end = Date.now() + 300; while (Date.now() < end); console.log(1); setInterval(() => {}, 1e6)';
    const child = spawn(process.execPath, ['-e', burn], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    const during = cpuSecondsOf([process.pid]) ?? Number.NaN;
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(during - before).toBeGreaterThan(0.1);
    expect(cpuSecondsOf([process.pid])).toBeGreaterThanOrEqual(during);
  });
});
