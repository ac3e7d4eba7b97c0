import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '@pagedrop/server/platform/command.js';
import { HELP, parseFlags } from '#bench/flags.js';
import { measureOnly, onlyReport } from '#bench/only/only.js';
import { reportPage } from '#bench/report/page.js';
import { terminalReport } from '#bench/report/terminal.js';
import { runBench } from '#bench/run-bench.js';

const PATIENCE = { patienceMs: 20_000 };

await runCommand(async (told) => {
  const flags = parseFlags(process.argv.slice(2));
  if (flags === 'help') {
    console.log(HELP);
    return;
  }
  const { only, out, ...options } = flags;
  const write = (name: string, text: string) => {
    mkdirSync(out, { recursive: true });
    writeFileSync(path.join(out, name), text);
  };

  if (only !== undefined) {
    const result = await measureOnly[only](flags, { told, patiently: !flags.quick, progress: showProgress });
    hideProgress();
    console.log(`\n${onlyReport(result)}\n`);
    write(`${only}.json`, `${JSON.stringify(result, null, 1)}\n`);
    return;
  }
  const results = await runBench(options, told, showProgress);
  hideProgress();
  console.log(`\n${terminalReport(results)}\n`);
  write('results.json', `${JSON.stringify(results, null, 1)}\n`);
  write('report.html', reportPage(results));
  console.log(`With charts: ${path.resolve(out, 'report.html')}`);
}, PATIENCE);

/** One line that changes, where there is a terminal; nothing elsewhere. */
function showProgress(doing: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${doing} …`);
}

function hideProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
