import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { allVariants } from '#bench/variants/all.js';

const PROGRAM = path.resolve(import.meta.dirname, '../../dist/bench/main.js');
const folder = mkdtempSync(path.join(tmpdir(), 'pagedrop-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The built bench, with a folder of its own for everything that it puts aside. */
function startBench(...args: readonly string[]) {
  const temporary = mkdtempSync(path.join(folder, 'tmp-'));
  const env = { PATH: process.env['PATH'], TMPDIR: temporary };
  const child = spawn(process.execPath, [PROGRAM, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'close').then(() => ({ code: child.exitCode, output, left: readdirSync(temporary) }));
  return { child, temporary, ended };
}

const results = z.object({
  measurements: z.array(
    z.object({
      variant: z.string(),
      workload: z.string(),
      recording: z.object({ outcomes: z.record(z.string(), z.unknown()), reasons: z.record(z.string(), z.number()) }),
      breaches: z.object({ overIssued: z.number(), lost: z.number(), double: z.number() }).optional(),
      strangeAnswer: z.string().optional(),
      transactions: z.number().optional(),
    }),
  ),
  killLosses: z.array(z.object({ accepted: z.number(), lost: z.number() })),
});

const goals = z.object({ goals: z.array(z.object({ reached: z.object({ median: z.number() }) })) });

type Seen = z.infer<typeof results>['measurements'][number];
const NOTHING_WRONG = { overIssued: 0, lost: 0, double: 0 };
const OUTCOMES: Record<string, readonly string[]> = {
  issue: ['UserCoupon'],
  drop: ['CouponSoldOut', 'UserCoupon'],
  refusals: ['CouponSoldOut'],
  events: ['ok'],
};

function seenIn({ variant, workload, recording, breaches = NOTHING_WRONG, strangeAnswer }: Seen) {
  const outcomes = Object.keys(recording.outcomes).sort();
  return { variant, workload, outcomes, reasons: recording.reasons, breaches, strangeAnswer };
}

function flawless({ variant, workload }: Seen): ReturnType<typeof seenIn> {
  const outcomes = [...(OUTCOMES[workload] ?? [])];
  return { variant, workload, outcomes, reasons: {}, breaches: NOTHING_WRONG, strangeAnswer: undefined };
}

describe('npm run bench', () => {
  it('measures everybody under everything, gives nobody too much or too little, and leaves nothing behind', async () => {
    const out = path.join(folder, 'out');
    const { code, output, left } = await startBench('--quick', '--connections', '32', '--out', out).ended;
    expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
    expect(left).toEqual([]);

    const { measurements, killLosses } = results.parse(
      JSON.parse(readFileSync(path.join(out, 'results.json'), 'utf8')),
    );
    const here = allVariants.filter(({ whyNot }) => whyNot === undefined);
    const wanted = here.flatMap(({ name, workloads }) => workloads.map((workload) => `${name} ${workload}`));
    expect(measurements.map(({ variant, workload }) => `${variant} ${workload}`).sort()).toEqual(wanted.sort());
    expect(measurements.map(seenIn)).toEqual(measurements.map(flawless));
    const drops = measurements.filter(({ workload }) => workload === 'drop');
    expect(drops.filter(({ transactions = 0 }) => transactions === 0)).toEqual([]);
    for (const { accepted, lost } of killLosses) expect(lost).toBeLessThanOrEqual(accepted);

    expect(output).toContain('What must be reached');
    expect(readFileSync(path.join(out, 'report.html'), 'utf8')).toContain('Durable issues');
  }, 90_000);

  it('stops cleanly at Ctrl-C, whatever it is doing', async () => {
    const { child, temporary, ended } = startBench(
      '--variants',
      'group-commit,limit',
      '--out',
      path.join(folder, 'no'),
    );
    const database = () =>
      readdirSync(temporary).some((name) => existsSync(path.join(temporary, name, 'postgres/postmaster.pid')));
    await expect.poll(database, { timeout: 30_000 }).toBe(true);
    await expect.poll(() => childrenOf(child.pid).length, { timeout: 30_000 }).toBeGreaterThan(2);
    await setTimeout(2500); // into the middle of a measurement
    const started = childrenOf(child.pid);
    child.kill('SIGINT');
    const { code, left, output } = await ended;
    expect({ code, output }).toEqual({ code: 130, output: 'Stopped.\n' });
    expect(left).toEqual([]);
    expect(started.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
    expect(existsSync(path.join(folder, 'no'))).toBe(false);
  }, 90_000);

  it.each(['rows', 'memory', 'logins', 'lists'])(
    'measures %s alone',
    async (only) => {
      const out = path.join(folder, only);
      const { code, output, left } = await startBench('--quick', '--connections', '16', '--only', only, '--out', out)
        .ended;
      expect({ code, output: code === 0 ? '' : output }).toEqual({ code: 0, output: '' });
      expect(left).toEqual([]);
      expect(output).toContain('What must be reached');
      expect(
        goals.parse(JSON.parse(readFileSync(path.join(out, `${only}.json`), 'utf8'))).goals[0]?.reached.median,
      ).toBeGreaterThan(0);
    },
    60_000,
  );

  it('says what is wrong with a flag, and starts nothing', async () => {
    const { code, output, left } = await startBench('--rounds', 'many').ended;
    expect({ code, output, left }).toEqual({
      code: 1,
      output: '--rounds must be a whole number from 1 to 50\n',
      left: [],
    });
  });
});

/** The processes that a process has started itself; none where there is no /proc. */
function childrenOf(pid: number | undefined): string[] {
  const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
  return list.split(' ').filter((child) => child !== '');
}
