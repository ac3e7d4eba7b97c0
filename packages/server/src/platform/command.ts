import { PublicError } from '#platform/errors.js';
import { StartupError } from '#platform/startup-error.js';

/** Runs a program to its end. What a person can mend is printed as a sentence, anything else with its stack; both exit with 1. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    process.exitCode ??= 0;
  } catch (error) {
    console.error(error instanceof StartupError || error instanceof PublicError ? error.message : error);
    process.exitCode = 1;
  }
}
