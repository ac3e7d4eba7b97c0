/**
 * An instant as `<input type="datetime-local">` has it, by the operator's clock: "2026-11-27T12:00". Empty for what is
 * no instant.
 */
export function toLocalMoment(iso: unknown): string {
  const at = typeof iso === 'string' ? new Date(iso) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime())) return '';
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}

/** The instant that the operator's clock shows so; null when it is none. */
export function fromLocalMoment(local: string): string | null {
  const at = new Date(local);
  return local === '' || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** The day, by the operator's clock, as `<input type="date">` has it. */
export function toLocalDay(iso: unknown): string {
  return toLocalMoment(iso).slice(0, 10);
}

/** The moment at which that day begins by the operator's clock; with `after: 1`, the day behind it. */
export function fromLocalDay(day: string, { after = 0 } = {}): string | null {
  const at = new Date(`${day}T00:00`);
  if (Number.isNaN(at.getTime())) return null;
  at.setDate(at.getDate() + after);
  return at.toISOString();
}
