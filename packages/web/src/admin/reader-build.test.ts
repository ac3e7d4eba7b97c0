import path from 'node:path';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';

const web = path.resolve(import.meta.dirname, '../..');
const STAFFS = /node_modules\/(?:react-admin|ra-|@mui|@emotion|@tanstack|react-hook-form)|\/src\/admin\//;

async function modulesOf(configFile: string): Promise<string[]> {
  const outcome = await build({
    root: web,
    configFile: path.join(web, configFile),
    logLevel: 'error',
    build: { write: false, minify: false, sourcemap: false },
    plugins: [],
  });
  const outputs = Array.isArray(outcome) ? outcome : [outcome];
  return outputs.flatMap((each) => ('output' in each ? each.output : [])).flatMap(modulesOfChunk);
}

function modulesOfChunk(chunk: Rolldown.OutputChunk | Rolldown.OutputAsset): string[] {
  return chunk.type === 'chunk' ? [...Object.keys(chunk.modules), ...chunk.imports, ...chunk.dynamicImports] : [];
}

let reader: string[];
beforeAll(async () => {
  reader = await modulesOf('vite.config.ts');
}, 60_000);

test('the reader’s page is built of nothing that is the staff’s', () => {
  expect(reader.some((module) => module.includes('/src/features/events/'))).toBe(true);
  expect(reader.filter((module) => STAFFS.test(module))).toEqual([]);
});
