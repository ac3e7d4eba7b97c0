import { CleanUp } from '#rehearse/clean-up.js';
import { confirm, summaryOf } from '#rehearse/confirm.js';
import { readOptions, USAGE, type Options } from '#rehearse/options.js';
import { Refusal } from '#rehearse/refusal.js';
import { rehearse } from '#rehearse/rehearse.js';
import { summarise } from '#rehearse/report/summarise.js';
import { writeReport } from '#rehearse/report/write-report.js';

const told = new AbortController();
const cleanUp = new CleanUp();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (told.signal.aborted) return; // told already: what is being deleted now must not be left half done
    console.log('\nBreaking off. Cleaning up first …');
    told.abort(new Refusal('Broken off: nothing was measured.'));
  });
}

let code = 1;
try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options === 'help') console.log(USAGE);
  code = options === 'help' ? 0 : await perform(options);
} catch (error) {
  // A broken-off connection, a closed question: after Ctrl-C only that one thing is worth saying.
  const reason: unknown = told.signal.aborted ? told.signal.reason : error;
  console.error(reason instanceof Refusal ? reason.message : reason);
}
for (const failure of await cleanUp.run()) {
  console.error(failure);
  code = 1;
}
process.exitCode = told.signal.aborted ? 130 : code;

/** The exit code: 0 only when everything held. */
async function perform(options: Options): Promise<number> {
  console.log(summaryOf(options));
  const { stdin: input, stdout: output } = process;
  if (!(await confirm(options, { input, output }, told.signal))) {
    console.log('Nothing was begun.');
    return 1;
  }
  const findings = await rehearse(options, { screen: output, told: told.signal, cleanUp });
  const page = writeReport(findings, options.out);
  console.log(`\n${summarise(findings)}\n\nThe result page: ${page}`);
  return findings.clean ? 0 : 1;
}
