import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const sdkFolder = path.dirname(import.meta.dirname);
const rootFolder = path.resolve(sdkFolder, '../..');
const marked = /<!-- sdk-example -->\s*```ts\n(?<code>.*?)```/s;

test.for([
  ["the SDK's README", path.join(sdkFolder, 'README.md')],
  ["the repository's README", path.join(rootFolder, 'README.md')],
] as const)('the example in %s compiles', async ([, file], { skip }) => {
  const code = existsSync(file) ? marked.exec(await readFile(file, 'utf8'))?.groups?.['code'] : undefined;
  skip(code === undefined, 'it has no example');
  expect(await compileErrors(code ?? '')).toBe('');
});

test('an example that is out of date does not compile', async () => {
  const errors = await compileErrors(`import { createClient } from '@pagedrop/sdk';\ncreateClient();\n`);
  expect(errors).toContain("no exported member 'createClient'");
});

/** Compiles the code as a file of its own beside src/, so that `@pagedrop/sdk` means this package, as for its users. */
async function compileErrors(code: string): Promise<string> {
  const folder = await mkdtemp(path.join(sdkFolder, '.readme-example-'));
  try {
    await writeFile(path.join(folder, 'example.ts'), code);
    const config = {
      extends: '../tsconfig.json',
      compilerOptions: { rootDir: '..', noEmit: true },
      files: ['example.ts'],
      include: [],
    };
    await writeFile(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const compiler = path.join(sdkFolder, 'node_modules/typescript/bin/tsc');
    return await promisify(execFile)(process.execPath, [compiler, '-p', folder]).then(
      ({ stdout }) => stdout,
      (failure: { stdout: string }) => failure.stdout,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}
