/** How wide the steps of the record are. */
export const STEP_MS = 100;

export interface Step {
  issued: number;
  refused: number;
  retried: number;
}

/** Counts what happens while it happens, for the bar on the terminal and for the chart. */
export class Tally implements Step {
  issued = 0;
  refused = 0;
  retried = 0;
  /** Event pages read, and readers told that they were early. */
  looks = 0;
  early = 0;
  /** Steps of 100 ms from the opening on. */
  readonly steps: Step[] = [];

  count(what: keyof Step, afterOpeningMs: number): void {
    this[what] += 1;
    const index = Math.max(0, Math.floor(afterOpeningMs / STEP_MS));
    while (this.steps.length <= index) this.steps.push({ issued: 0, refused: 0, retried: 0 });
    const step = this.steps[index];
    if (step) step[what] += 1;
  }
}
