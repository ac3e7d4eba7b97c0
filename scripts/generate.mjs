// Emits the schema from the server's code, then the SDK's types and documents from the schema: `npm run generate`.
// With --check it leaves every file as it was, and fails when one would have changed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const generated = [
  'packages/sdk/schema.graphql',
  'packages/sdk/src/generated/operations.ts',
  'packages/rehearsal/src/generated/operations.ts',
  'packages/web/src/admin/generated/operations.ts',
];
const emitSchema = 'packages/server/src/commands/emit-schema.ts';
const before = new Map(generated.map((file) => [file, read(file)]));
const checking = process.argv.includes('--check');

try {
  if (existsSync(emitSchema)) {
    // From the server's folder: its tsconfig says how decorators are compiled.
    run('tsx', ['--conditions=source', path.relative('packages/server', emitSchema)], 'packages/server');
  }
  run('graphql-codegen', ['--config', 'codegen.yml', '--silent'], 'packages/sdk');
  run('oxfmt', ['--no-error-on-unmatched-pattern', ...generated], '.');
  if (checking) reportDrift();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  if (checking) restore();
}

function reportDrift() {
  const drifted = generated.filter((file) => read(file) !== before.get(file));
  if (drifted.length === 0) return;
  throw new Error(
    `${drifted.join(' and ')} no longer matches its source. Run "npm run generate" and commit the result.`,
  );
}

function restore() {
  for (const [file, content] of before)
    if (content !== undefined && content !== read(file)) writeFileSync(file, content);
}

function run(command, args, folder) {
  const bins = [path.join(root, folder, 'node_modules/.bin'), path.join(root, 'node_modules/.bin')];
  const { status, error } = spawnSync(command, args, {
    cwd: path.join(root, folder),
    env: { ...process.env, PATH: [...bins, process.env.PATH].join(path.delimiter) },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw new Error(`Could not run ${command}: ${error.message}`);
  if (status !== 0) throw new Error(`${command} failed; what it says above is the reason.`);
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
