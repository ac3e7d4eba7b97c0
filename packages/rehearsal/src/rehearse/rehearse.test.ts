import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startLocalServer, type LocalServer } from '#rehearse/local-server.js';
import { Staff } from '#rehearse/staff.js';
import { startForgingProxy } from '#testing/forging-proxy.js';
import { endRehearsals, startRehearsal } from '#testing/programs.js';

const SMALL = ['--readers', '200', '--passes', '20', '--opens-in', '2s', '--within', '500ms', '--double-tap', '50%'];

const numbers = z.object({
  clean: z.boolean(),
  issued: z.int(),
  outcomes: z.record(z.string(), z.int()),
  accounts: z.record(z.string(), z.int()),
  counts: z.object({ retries: z.int(), early: z.int(), looks: z.int() }),
  doubleTaps: z.object({ winners: z.int(), samePass: z.int() }),
  fairness: z.object({ readers: z.int(), rankCorrelation: z.number() }),
  winners: z.array(z.object({ sequence: z.int() })),
});

let folder: string;
let server: LocalServer;
let remote: { readonly url: string; readonly token: string; readonly staff: Staff };

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'rehearse-test-'));
  server = await startLocalServer();
  const { endpoint, token } = await server.login();
  remote = { url: endpoint.origin, token, staff: new Staff({ endpoint, token }) };
});
afterEach(() => endRehearsals());
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

/** Data folders of servers that a rehearsal started; ours is one of them. */
const dataFolders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('pagedrop-rehearsal-'));

async function results(name: string) {
  const page = path.join(folder, `${name}.html`);
  return {
    page: readFileSync(page, 'utf8'),
    numbers: numbers.parse(JSON.parse(readFileSync(page.replace('.html', '.json'), 'utf8'))),
  };
}

describe('npm run rehearse', () => {
  it('rehearses on this machine, from nothing to nothing', async () => {
    const before = dataFolders();
    // A queue of three: most are told to come back, and all of them end up with a certain answer.
    const out = path.join(folder, 'here.html');
    const { code, output } = await startRehearsal([...SMALL, '--out', out], { ISSUE_QUEUE_MAX: '3' }).ended;
    expect(output).toContain('It held: exactly 20 passes, one per reader, none lost.');
    expect(output).toContain(`The result page: ${out}\nStopped the server and deleted its database.\n`);
    expect(code).toBe(0);
    expect(dataFolders()).toEqual(before);

    const { page, numbers: found } = await results('here');
    expect(found).toMatchObject({ clean: true, issued: 20, outcomes: { UserCoupon: 20, CouponSoldOut: 180 } });
    expect(Object.values(found.accounts)).toEqual(Array<number>(8).fill(0));
    expect(found.counts.retries).toBeGreaterThan(0);
    expect(found.counts.looks).toBe(200);
    expect(found.counts.early).toBeGreaterThan(0);
    expect(found.doubleTaps.winners).toBeGreaterThan(0);
    expect(found.fairness.readers).toBe(200);
    expect(found.winners.map(({ sequence }) => sequence).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(page).toContain('<h1>It held: exactly 20 passes, one per reader, none lost.</h1>');
    expect(page).not.toMatch(/undefined|NaN|\[object|src=|href=/); // whole, and in need of nothing else
  });

  it('rehearses on a server that runs already, and deletes what it made there', async () => {
    const args = [...SMALL, '--url', remote.url, '--yes', '--out', path.join(folder, 'there.html')];
    const { code, output } = await startRehearsal(args, { STAFF_TOKEN: remote.token }).ended;
    expect(output).toContain(`200 throw-away readers and a throw-away coupon of 20 passes on ${remote.url}.`);
    expect(output).toContain('Deleted 20 passes, the coupon and 200 readers.');
    expect(code).toBe(0);
    const { numbers: found } = await results('there');
    expect(found).toMatchObject({ clean: true, issued: 20 });
  });

  it('says loudly when a reader was told of a pass that is not there', async () => {
    let forged = false;
    const proxy = await startForgingProxy(new URL(remote.url), (body) => {
      if (forged || !body.includes('"UserCoupon"') || body.includes('"CouponSoldOut"')) return body;
      forged = true;
      return body.replace(/"sequence":\d+/, '"sequence":999');
    });
    // Nobody taps twice, or the honest answer to the second tap would be one more thing that is wrong.
    const args = [
      ...SMALL,
      '--double-tap',
      '0%',
      '--url',
      proxy.url,
      '--yes',
      '--out',
      path.join(folder, 'forged.html'),
    ];
    const { code, output } = await startRehearsal(args, { STAFF_TOKEN: remote.token }).ended;
    await proxy.stop();
    expect(output).toContain('It did not hold.\nPasses told of and not in the database as told: 1.\n');
    expect(output).toContain('Deleted 20 passes');
    expect(code).toBe(1);
    const { page, numbers: found } = await results('forged');
    expect(found).toMatchObject({ clean: false, accounts: { lost: 1 } });
    expect(page).toContain('<h1>It did not hold.</h1>');
  });

  it.each([
    ['while readers are made', 'Making 20,000 readers', '20000'],
    ['while they wait', 'Opens in', '200'],
  ])('cleans up after Ctrl-C, %s', async (_when, sign, readers) => {
    const args = ['--readers', readers, '--opens-in', '60s', '--passes', '20', '--url', remote.url, '--yes'];
    const program = startRehearsal(args, { STAFF_TOKEN: remote.token });
    await program.says(sign);
    program.kill('SIGINT');
    const { code, output } = await program.ended;
    expect(output).toMatch(
      /Breaking off\. Cleaning up first …[^]*Broken off: nothing was measured\.\nDeleted 0 passes/,
    );
    expect(code).toBe(130);
    await remote.staff.end(await remote.staff.begin()); // none is under way any more
  });

  it('takes down what it started here after Ctrl-C', async () => {
    const before = dataFolders();
    const program = startRehearsal(['--opens-in', '60s', '--readers', '50', '--passes', '5']);
    await program.says('Opens in');
    program.kill('SIGINT');
    const { code, output } = await program.ended;
    expect(output).toContain('Stopped the server and deleted its database.');
    expect(code).toBe(130);
    expect(dataFolders()).toEqual(before);
  });
});

describe('a server that was started here and is killed', () => {
  it('is said at once, and its PostgreSQL goes too', async () => {
    const before = dataFolders();
    const program = startRehearsal(['--opens-in', '60s', '--readers', '50', '--passes', '5']);
    await program.says('Opens in');
    const [folderOfIts = ''] = dataFolders().filter((name) => !before.includes(name));
    const pidFile = readFileSync(path.join(tmpdir(), folderOfIts, 'postgres/postmaster.pid'), 'utf8');
    const port = Number(pidFile.split('\n')[3]);
    await once(connect(port, '127.0.0.1'), 'connect');

    process.kill(Number(/process (\d+)\./.exec(program.output())?.[1]), 'SIGKILL');
    const { code, output } = await program.ended;
    expect(output).toMatch(/The server ended in the middle\. It said:\n[^]*Pagedrop is open/);
    expect(code).toBe(1);
    expect(dataFolders()).toEqual(before);
    await expect(once(connect(port, '127.0.0.1'), 'connect')).rejects.toThrow('ECONNREFUSED');
  });
});

describe('what it refuses before it begins anything', () => {
  it('nobody to ask', async () => {
    const { code, output } = await startRehearsal(['--url', remote.url, '--token', remote.token]).ended;
    expect(output).toMatch(/Real readers will feel the load\.[^]*There is no terminal to ask at\. .* add --yes\.\n$/);
    expect(code).toBe(1);
  });

  it('a bad flag', async () => {
    const { code, output } = await startRehearsal(['--readers', 'many']).ended;
    expect(output).toBe('--readers wants a whole number from 1 to 200,000, not "many".\n');
    expect(code).toBe(1);
  });

  it('a second rehearsal beside one that is under way', async () => {
    const id = await remote.staff.begin();
    const { code, output } = await startRehearsal([...SMALL, '--url', remote.url, '--token', remote.token, '--yes'])
      .ended;
    expect(output).toContain(`Another rehearsal is under way there since`);
    expect(output).toContain(`endRehearsal(id: "${id}")`);
    expect(code).toBe(1);
    await remote.staff.end(id);
  });

  it('a token that the server does not take, and a server that is none', async () => {
    const [head, claims] = remote.token.split('.');
    const forged = `${head}.${claims}.${'A'.repeat(43)}`;
    const bad = await startRehearsal([...SMALL, '--url', remote.url, '--token', forged, '--yes']).ended;
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.output).toContain('does not take the staff token: it has expired, or is another server');
    const away = await startRehearsal([...SMALL, '--url', 'http://127.0.0.1:9', '--token', remote.token, '--yes'])
      .ended;
    expect(away).toMatchObject({ code: 1 });
    expect(away.output).toContain('http://127.0.0.1:9 does not answer');
  });
});
