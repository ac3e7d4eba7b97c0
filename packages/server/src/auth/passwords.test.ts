import { fork } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Hasher } from '#auth/hasher.js';
import { Passwords } from '#auth/passwords.js';

const UNAVAILABLE = { code: 'SERVICE_UNAVAILABLE', extensions: { retryAfterMs: expect.any(Number) } };

let passwords: Passwords;
beforeEach(() => {
  passwords = new Passwords();
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await passwords.close();
});

/** The process that hashes, after it has done so once. */
async function started(): Promise<number> {
  await passwords.hash('once');
  if (passwords.pid === undefined) throw new Error('a process was started');
  return passwords.pid;
}

/** Of a promise that has to fail: how long to wait before asking again. */
async function retryAfterMs(promise: Promise<unknown>): Promise<number> {
  const error: unknown = await promise.then(
    () => 'an answer',
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject(UNAVAILABLE);
  return Number(Object(error).extensions.retryAfterMs);
}

describe('a password', () => {
  test('is told from every other by its hash, which is never the same', async () => {
    const [one, other] = await Promise.all([passwords.hash('열쇠 1'), passwords.hash('열쇠 1')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(other);
    expect(await passwords.verify(one, '열쇠 1')).toBe(true);
    expect(await passwords.verify(one, '열쇠 2')).toBe(false);
  });

  test('of nobody is never right, and is looked at all the same', async () => {
    using run = vi.spyOn(Hasher.prototype, 'run');
    expect(await passwords.verify(undefined, '')).toBe(false);
    expect(await passwords.verify(null, '')).toBe(false);
    expect(run).toHaveBeenCalledTimes(2);
  });

  test('whose hash is damaged is an error of ours, not a wrong password', async () => {
    await expect(passwords.verify('no hash', 'password')).rejects.toThrow('Decoding failed');
  });
});

describe('the process that hashes', () => {
  test('steps back behind every other', async () => {
    expect(os.getPriority(await started())).toBeGreaterThan(os.getPriority());
  });

  test('is replaced when it dies, and nobody hangs on it', async () => {
    const pid = await started();
    process.kill(pid, 'SIGSTOP');
    const asked = [passwords.hash('a'), passwords.hash('b')].map(retryAfterMs);
    process.kill(pid, 'SIGKILL');
    await Promise.all(asked);
    await vi.waitFor(async () => expect(await passwords.hash('c')).toContain('argon2id'), { timeout: 10_000 });
    expect(passwords.pid).not.toBe(pid);
  });

  test('is killed when it hangs, and who waits for it is told after 5 seconds', async () => {
    const pid = await started();
    process.kill(pid, 'SIGSTOP');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const under = [passwords.hash('a'), passwords.hash('b')].map(retryAfterMs);
    const waiting = retryAfterMs(passwords.hash('c'));
    await vi.advanceTimersByTimeAsync(5000);
    await waiting;
    await vi.advanceTimersByTimeAsync(5000);
    await Promise.all(under);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  test('goes on when the terminal tells all processes to stop, and ends with its server', async () => {
    const pid = await started();
    process.kill(pid, 'SIGINT');
    process.kill(pid, 'SIGTERM');
    await setTimeout(100);
    expect(await passwords.hash('a')).toContain('argon2id');
    expect(passwords.pid).toBe(pid);

    await passwords.close();
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await retryAfterMs(passwords.hash('too late'));
  });

  test('ends when its server was killed', async () => {
    const program = fork(`${import.meta.dirname}/hashing-process.ts`, { execArgv: [] });
    program.send({ id: 1, password: 'a' });
    await once(program, 'message');
    const gone = once(program, 'exit');
    program.disconnect(); // as when the server's end of the channel goes
    expect(await gone).toEqual([0, null]);
  });
});

describe('who waits', () => {
  test('are 500 at the most; the others are told at once to come back, later the more they are', async () => {
    process.kill(await started(), 'SIGSTOP');
    const asked = Array.from({ length: 502 }, () => retryAfterMs(passwords.hash('a')));
    const away: number[] = [];
    for (let one = 0; one < 1000; one += 1) away.push(await retryAfterMs(passwords.hash('b')));
    expect(Math.max(...away.slice(0, 20))).toBeLessThan(Math.min(...away.slice(-20)));
    expect(new Set(away.slice(0, 20)).size).toBeGreaterThan(10);
    expect(Math.max(...away)).toBeLessThanOrEqual(75_000);

    await passwords.close();
    await Promise.all(asked);
  });

  test.each([
    ['busy', 0.9, 199],
    ['idle', 0.1, 0],
  ])('wait for a rest only while the server is busy: %s', async (_what, utilization, rests) => {
    vi.spyOn(performance, 'eventLoopUtilization').mockReturnValue({ utilization, active: 0, idle: 0 });
    const crowded = new Passwords({ processes: 50 });
    await setTimeout(60); // a shorter look says nothing
    const runs: number[] = [];
    vi.spyOn(Hasher.prototype, 'run').mockImplementation(async () => {
      runs.push(performance.now());
      await setTimeout(20);
      return 'hash';
    });
    const [, , third] = [crowded.hash('a'), crowded.hash('b'), crowded.hash('c')].map((hash) =>
      hash.catch(() => 'away'),
    );
    await Promise.race([third, setTimeout(1000)]);
    expect(runs).toHaveLength(rests > 0 ? 2 : 3);
    await crowded.close();
  });
});
