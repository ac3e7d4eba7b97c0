// Everything that can be checked without running the code, one after the other: `npm run check`.
import { spawnSync } from 'node:child_process';

const checks = [
  { name: 'format', command: 'oxfmt', args: ['--check'] },
  { name: 'lint and import directions', command: 'oxlint', args: [] },
  { name: 'types of sdk', command: 'tsc', args: ['--noEmit', '-p', 'packages/sdk'] },
  { name: 'types of server', command: 'tsc', args: ['--noEmit', '-p', 'packages/server'] },
  { name: 'types of web', command: 'tsc', args: ['--noEmit', '-p', 'packages/web'] },
  { name: 'types of rehearsal', command: 'tsc', args: ['--noEmit', '-p', 'packages/rehearsal'] },
  { name: 'generated files', command: 'node', args: ['scripts/generate.mjs', '--check'] },
];

const failed = checks.filter(({ name, command, args }) => {
  console.log(`\n— ${name}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status !== 0;
});

console.log(
  failed.length === 0
    ? '\nAll clean.'
    : `\nNot clean: ${failed.map(({ name }) => name).join(', ')}. "npm run fix" mends format and some of lint.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
