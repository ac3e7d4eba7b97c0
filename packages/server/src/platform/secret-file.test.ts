import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { readSecretFile } from '#platform/secret-file.js';

const ROUNDS = 100;
const MODULE = new URL('../../dist/platform/secret-file.js', import.meta.url).href;
/** Reads a new secret per round, each round at the same moment as all the others. */
const READER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { arrived, readers, dataDir, rounds } = workerData;
  import(${JSON.stringify(MODULE)}).then(({ readSecretFile }) => {
    const secrets = [];
    for (let round = 1; round <= rounds; round += 1) {
      Atomics.add(arrived, 0, 1);
      while (Atomics.load(arrived, 0) < round * readers);
      secrets.push(readSecretFile(dataDir, 'secret-' + round));
    }
    parentPort.postMessage(secrets);
  });`;

test('whoever asks at the same moment gets the same secret', async () => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'pagedrop-secret-'));
  const workerData = { arrived: new Int32Array(new SharedArrayBuffer(4)), readers: 2, dataDir, rounds: ROUNDS };
  const [one, other] = await Promise.all(
    [1, 2].map(async () => {
      const [secrets]: unknown[] = await once(new Worker(READER, { eval: true, workerData }), 'message');
      return secrets;
    }),
  );
  expect(one).toHaveLength(ROUNDS);
  expect(other).toEqual(one);
  expect(readSecretFile(dataDir, 'secret-1')).toMatch(/^[\w-]{64}$/);
  expect(statSync(path.join(dataDir, 'secret-1')).mode & 0o777).toBe(0o600);
  expect(readdirSync(dataDir)).toHaveLength(ROUNDS);
  rmSync(dataDir, { recursive: true });
});
