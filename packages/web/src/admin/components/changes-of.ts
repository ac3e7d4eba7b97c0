/** One field of an audit entry; a side that it has not is undefined. */
export interface Change {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Kept for joins and locks; they tell a person nothing. */
const DUMB = new Set(['id', 'version']);

/** What an entry changed, field by field, in the order in which it was written. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const was = asRecord(before);
  const is = asRecord(after);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((field) => !DUMB.has(field))
    .map((field) => ({ field, before: was[field], after: is[field] }));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
