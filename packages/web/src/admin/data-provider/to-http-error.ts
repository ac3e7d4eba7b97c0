import { PagedropError, type InputProblem } from '@pagedrop/sdk';
import { HttpError, type TranslateFunction } from 'react-admin';

import { PageTooFar } from '#admin/data-provider/pager.ts';

/** react-admin speaks in HTTP's numbers. 401 makes it ask for a log-in; of the rest only our own code takes notice. */
const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  BAD_USER_INPUT: 422,
  TOO_MANY_REQUESTS: 429,
  NETWORK: 503,
  SERVICE_UNAVAILABLE: 503,
};

/** What a refusal is about, for programs, such as `STALE`. */
export interface ErrorBody {
  readonly code: string;
  readonly reason: string | undefined;
  /** Sentences by field; react-admin shows them there. */
  readonly errors?: Readonly<Record<string, string>>;
}

/** Any failure of an operation as react-admin's error, its sentence in the language on the screen. */
export function toHttpError(error: unknown, translate: TranslateFunction): HttpError {
  if (error instanceof HttpError) return error;
  if (error instanceof PageTooFar) return new HttpError(translate('errors.pageTooFar'), 422);
  if (!(error instanceof PagedropError)) {
    // No refusal of the server but a fault of this page: the console has the details.
    console.error(error);
    return new HttpError(translate('errors.UNKNOWN'), 500);
  }
  const { code, reason, problems } = error;
  const body: ErrorBody = {
    code,
    reason,
    ...(problems.length > 0 && { errors: fieldErrors(problems, translate) }),
  };
  return new HttpError(sentenceOf(error, translate), STATUS[code] ?? 500, body);
}

function fieldErrors(problems: readonly InputProblem[], translate: TranslateFunction): Record<string, string> {
  // The first problem of a field is the one to mend first.
  return Object.fromEntries(problems.toReversed().map((problem) => [problem.field, inWords(problem, translate)]));
}

function sentenceOf(error: PagedropError, translate: TranslateFunction): string {
  const [problem] = error.problems;
  if (problem) return inWords(problem, translate);
  const { reason, message, retryAfterMs } = error;
  if (reason !== undefined) return inWords({ reason, message }, translate);
  const seconds = Math.max(1, Math.ceil((retryAfterMs ?? 1_000) / 1_000));
  return translate(`errors.${error.code}`, { seconds, _: error.message || translate('errors.UNKNOWN') });
}

/** Our words for the reason; the server's sentence for one that this page has never heard of. */
function inWords(
  { reason, message, limit }: Pick<InputProblem, 'reason' | 'message' | 'limit'>,
  translate: TranslateFunction,
) {
  const bound = typeof limit === 'number' ? limit.toLocaleString() : (limit ?? '');
  return translate(`reasons.${reason}`, { limit: bound, message, _: message });
}
