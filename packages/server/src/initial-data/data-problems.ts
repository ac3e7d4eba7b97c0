import { z } from 'zod';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  int: 'a whole number',
  number: 'a whole number',
  array: 'a list',
  object: 'an object',
};

/** What is wrong with a field, for whoever wrote the file. Rules with words of their own keep them. */
export function problemWords(issue: RawIssue): string | undefined {
  if (issue.input === undefined && issue.code !== 'custom') return 'is missing';
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return `expected one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys':
      return `does not know ${issue.keys.join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' ? 'must not be empty' : `expected ${issue.minimum} or more`;
    case 'too_big':
      return `expected at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return undefined;
  }
}

/** Where it is wrong: `books[0].coupons[1].number (MUJEONG-1000)`, with the nearest title or number, if it has one. */
export function problemPlace(file: unknown, path: readonly PropertyKey[]): string {
  const names = path.map((_, depth) => nameOf(path.slice(0, depth).reduce(step, file)));
  const name = names.findLast((found) => found !== undefined);
  const place = z.core.toDotPath(path) || 'the file';
  return name === undefined ? place : `${place} (${name})`;
}

function nameOf(entry: unknown): string | undefined {
  return [step(entry, 'number'), step(entry, 'title')]
    .find((name) => typeof name === 'string' && name !== '')
    ?.toString();
}

function step(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
