// The server on port 4000 and the page on port 5173, with the staff's under /admin, all anew at every change:
// `npm run dev`.
import { spawn } from 'node:child_process';

const programs = [
  { name: 'server', script: 'dev' },
  { name: 'web', script: 'dev' },
  { name: 'web', script: 'dev:admin' },
].map(({ name, script }) =>
  spawn('npm', ['run', '--silent', script], {
    cwd: `packages/${name}`,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  }),
);

for (const program of programs) {
  program.on('exit', () => {
    for (const other of programs) other.kill('SIGTERM');
  });
}
