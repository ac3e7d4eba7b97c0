import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeFlags } from '#platform/node-flags.js';

const root = path.resolve(import.meta.dirname, '../../../..');

test.each([
  [
    'package.json',
    (flags: readonly string[]) => `node --enable-source-maps ${flags.join(' ')} packages/server/dist/main.js`,
  ],
  [
    'Dockerfile',
    (flags: readonly string[]) =>
      `CMD [${['node', ...flags, 'packages/server/dist/main.js'].map((word) => `"${word}"`).join(', ')}]`,
  ],
])('%s starts the server with them', (file, command) => {
  expect(readFileSync(path.join(root, file), 'utf8')).toContain(command(nodeFlags));
});
