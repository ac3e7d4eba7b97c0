import { PublicError } from '#platform/errors.js';
import { listenForStop } from '#platform/signals.js';
import { sqlState } from '#platform/sql-state.js';
import { StartupError } from '#platform/startup-error.js';
import { isTransient } from '#platform/transient.js';

export interface CommandOptions {
  /** How long the work may go on once it has been told to stop. */
  readonly patienceMs?: number;
  /** Takes a sentence for a person, or an error nobody expected. Default: standard error. */
  readonly report?: (reason: unknown) => void;
}

/**
 * Runs a program to its end. What a person can mend is printed as a sentence, anything else with its stack; both exit
 * with 1. Ctrl-C aborts the signal that the work gets, and ends the process `patienceMs` later with 130; no PostgreSQL
 * that was started for the work is left behind.
 */
export async function runCommand(
  work: (told: AbortSignal) => Promise<void>,
  { patienceMs = 0, report = console.error }: CommandOptions = {},
): Promise<void> {
  const told = listenForStop(patienceMs);
  try {
    await work(told);
    process.exitCode ??= 0;
  } catch (error) {
    if (told.aborted && patienceMs === 0) return; // the work broke off because its database was taken away
    report(explain(error));
    process.exitCode = told.aborted ? 130 : 1;
  }
}

function explain(error: unknown): unknown {
  if (error instanceof StartupError || error instanceof PublicError) return error.message;
  if (isTransient(error)) {
    return `The database went away before the work was done (${sqlState(error) ?? 'connection lost'}). Run it again when the database is back.`;
  }
  return error;
}
