import type { InputProblem } from '#platform/errors.js';

type Value = string | number | Date | null;
type Facts = Readonly<Record<string, Value>>;

/** What the file says otherwise than the database; a field that it leaves out has only what a new one would get. */
export function differences(given: Facts, there: Facts, says: ReadonlySet<string>): InputProblem[] {
  return Object.entries(given)
    .filter(([field, value]) => says.has(field) && plain(value) !== plain(there[field] ?? null))
    .map(([field]) => ({
      field,
      reason: 'DIFFERS',
      message: `It is there already, with another ${field}: ${shown(there[field] ?? null)}. An import changes nothing: edit it on its page, or leave this line out.`,
    }));
}

const plain = (value: Value) => (value instanceof Date ? value.getTime() : value);

function shown(value: Value): string {
  if (value === null || value === '') return 'nothing';
  const text = value instanceof Date ? value.toISOString() : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
