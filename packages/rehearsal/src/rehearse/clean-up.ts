/** What has to be undone, in the reverse order of its doing; a step that fails does not keep the others from running. */
export class CleanUp {
  readonly #steps: { readonly failed: string; readonly undo: () => Promise<void> }[] = [];

  /** `failed` says what is left behind, and what to do about it. */
  add(failed: string, undo: () => Promise<void>): void {
    this.#steps.push({ failed, undo });
  }

  /** What could not be undone, as sentences; runs each step once. */
  async run(): Promise<string[]> {
    const failures: string[] = [];
    for (let step = this.#steps.pop(); step; step = this.#steps.pop()) {
      try {
        await step.undo();
      } catch (error) {
        failures.push(`${step.failed} (${error instanceof Error ? error.message : String(error)})`);
      }
    }
    return failures;
  }
}
