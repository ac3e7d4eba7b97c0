/** Where every drop is announced. */
export const KST = 'Asia/Seoul';

/** The operator's zone, as in `Europe/Berlin`. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Whether the clocks of the two zones differ at this instant: a zone of another name may show the same time. */
export function differsFromKst(at: Date, zone: string): boolean {
  return wallClock(at, zone) !== wallClock(at, KST);
}

function wallClock(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** Whether the operator's clock is another than Korea's now. */
export function isFarFromKorea(): boolean {
  return differsFromKst(new Date(), ownZone());
}
