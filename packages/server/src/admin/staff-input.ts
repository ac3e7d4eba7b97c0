import { z } from 'zod';
import { PublicError, type InputProblem } from '#platform/errors.js';

/** PostgreSQL has no place for a null byte, nor JSON in it for half a character. */
const text = z
  .string()
  .trim()
  .refine((value) => !value.includes('\0') && value.isWellFormed(), {
    error: 'has a character that cannot be stored',
    params: { reason: 'BAD_TEXT' },
  });

/** A line of text that must be there: spaces at its ends are no text. */
export const requiredText = (max: number) => text.pipe(z.string().min(1).max(max));
/** Text that may be empty. */
export const optionalText = (max: number) => text.pipe(z.string().max(max));
/** Why somebody did what cannot be seen from the rows. */
export const reasonText = requiredText(500);

/** An id that the client made, so that a repeated request makes one thing. */
export const clientId = z.uuid().toLowerCase();
/** What one request does to many: all or none. */
export const clientIds = z.array(clientId).min(1).max(1000);

/** Holds an input against its rules: what it is, or everything that is wrong with it, by field. */
export function checkInput<Schema extends z.ZodType>(
  schema: Schema,
  input: unknown,
): { data: z.infer<Schema>; problems: [] } | { data: undefined; problems: InputProblem[] } {
  const { data, error } = schema.safeParse(input);
  return error ? { data: undefined, problems: error.issues.map(problemOf) } : { data, problems: [] };
}

/**
 * Holds an input against its rules.
 * @throws PublicError BAD_USER_INPUT with everything that is wrong, by field
 */
export function readInput<Schema extends z.ZodType>(schema: Schema, input: unknown): z.infer<Schema> {
  const { data, error } = schema.safeParse(input);
  if (error) throw badInput(error.issues.map(problemOf));
  return data;
}

/** The error that says what is wrong with an input. */
export function badInput(problems: readonly InputProblem[]): PublicError {
  const [first] = problems;
  return new PublicError('BAD_USER_INPUT', {
    problems,
    ...(first && { message: first.message, field: first.field, reason: first.reason }),
  });
}

function problemOf(issue: z.core.$ZodIssue): InputProblem {
  const field = issue.path.join('.');
  switch (issue.code) {
    case 'too_small':
      return small(field, issue);
    case 'too_big':
      return {
        field,
        reason: issue.origin === 'string' ? 'TOO_LONG' : 'TOO_LARGE',
        message: `Expected at most ${words(issue.maximum)}${issue.origin === 'string' ? ' characters' : ''}.`,
        limit: Number(issue.maximum),
      };
    case 'custom':
      return { field, reason: reasonOf(issue.params), message: sentence(issue.message) };
    case 'invalid_type':
      return { field, reason: 'BAD_FORMAT', message: `Expected ${KINDS[issue.expected] ?? issue.expected}.` };
    case 'invalid_value':
      return { field, reason: 'BAD_FORMAT', message: `Expected one of ${issue.values.join(', ')}.` };
    default:
      return { field, reason: 'BAD_FORMAT', message: sentence(issue.message) };
  }
}

const KINDS: Readonly<Record<string, string>> = { string: 'a text', int: 'a whole number', number: 'a whole number' };

function small(field: string, { origin, minimum }: z.core.$ZodIssueTooSmall): InputProblem {
  if (origin === 'string' && Number(minimum) === 1)
    return { field, reason: 'REQUIRED', message: 'This must not be empty.' };
  return {
    field,
    reason: origin === 'string' ? 'TOO_SHORT' : 'TOO_SMALL',
    message: `Expected at least ${words(minimum)}${origin === 'string' ? ' characters' : ''}.`,
    limit: Number(minimum),
  };
}

const paramsOfReason = z.object({ reason: z.string() });

function reasonOf(params: unknown): string {
  return paramsOfReason.safeParse(params).data?.reason ?? 'BAD_FORMAT';
}

const words = (bound: number | bigint) => bound.toLocaleString('en');
const sentence = (message: string) =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)}${/[.!?]$/.test(message) ? '' : '.'}`;
