/** A refusal to start, or to run a command, that the person at the terminal can mend; printed without a stack. */
export class StartupError extends Error {
  override readonly name = 'StartupError';
}
