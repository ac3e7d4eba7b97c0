// The server on port 4000 and the page on port 5173, both anew at every change: `npm run dev`.
import { spawn } from 'node:child_process';

const programs = ['server', 'web'].map((name) =>
  spawn('npm', ['run', '--silent', 'dev'], {
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
