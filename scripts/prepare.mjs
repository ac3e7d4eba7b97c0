// Makes a fresh clone runnable with nothing but Node and npm: `node scripts/prepare.mjs install build`.
// Each step leaves a stamp under .stamps/ and is skipped while nothing that it reads has changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
process.chdir(root);

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Pagedrop needs Node 20 or newer; this is Node ${process.versions.node}.`);

const packages = ['sdk', 'server', 'web', 'rehearsal']; // in the order in which they are built
const { packageManager } = JSON.parse(readFileSync('package.json', 'utf8'));
const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packageFiles('package.json')];

const steps = {
  install: {
    says: 'Installing what package.json names …',
    reads: () => manifests,
    makes: ['node_modules/.bin/node'],
    run: () => run('npx', ['--yes', packageManager, 'install', '--frozen-lockfile', '--prefer-offline']),
  },
  build: {
    says: 'Building server, SDK, page and rehearsal …',
    reads: () => [
      ...manifests,
      'tsconfig.base.json',
      ...packageFiles('tsconfig.json', 'tsconfig.build.json', 'vite.config.ts', 'vite.admin.config.ts', 'index.html'),
      ...packages.flatMap((name) => filesBelow(`packages/${name}/src`)),
      ...filesBelow('packages/web/public'),
    ],
    makes: ['packages/sdk/dist', 'packages/server/dist', 'packages/web/dist/admin', 'packages/rehearsal/dist'],
    run: () => {
      for (const name of packages) run('npm', ['run', '--silent', 'build'], `packages/${name}`);
    },
  },
};

for (const name of process.argv.slice(2)) {
  const step = steps[name];
  const stamp = `.stamps/${name}`;
  const digest = hash(step.reads());
  const done =
    step.makes.every((file) => existsSync(file)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest;
  if (done) continue;
  console.log(step.says);
  rmSync(stamp, { force: true }); // what a failure leaves behind is no build of anything
  step.run();
  mkdirSync('.stamps', { recursive: true });
  writeFileSync(stamp, digest);
}

/** Quiet when it works: what the tools say is shown only when one of them fails. */
function run(command, args, cwd = root) {
  const shell = process.platform === 'win32';
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    shell,
    maxBuffer: 2 ** 28,
  });
  if (error) fail(`Could not run ${command}: ${error.message}`);
  if (status !== 0)
    fail(`${stdout}${stderr}\n"${command} ${args.join(' ')}" failed; what it says above is the reason.`);
}

function packageFiles(...names) {
  return packages.flatMap((pkg) => names.map((name) => `packages/${pkg}/${name}`)).filter((file) => existsSync(file));
}

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}

function hash(files) {
  const digest = createHash('sha256');
  for (const file of files) digest.update(file).update(existsSync(file) ? readFileSync(file) : '');
  return digest.digest('hex');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
