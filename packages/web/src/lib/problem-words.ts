import type { Dictionary } from '#i18n/ko.ts';
import type { ApiProblem } from '#lib/api-problem.ts';

/** A sentence for the reader, and the input it belongs to when it belongs to one. */
export interface ProblemWords {
  field: 'username' | 'password' | null;
  message: string;
}

/** Says what happened and what to do next. Codes this page has never heard of get the general sentence. */
export function problemWords(problem: ApiProblem, errors: Dictionary['errors']): ProblemWords {
  return { field: fieldOf(problem), message: sentence(problem, errors) };
}

function fieldOf({ code, field }: ApiProblem): ProblemWords['field'] {
  if (code === 'USERNAME_TAKEN') return 'username';
  if (code !== 'BAD_USER_INPUT') return null;
  return field === 'username' || field === 'password' ? field : null;
}

function sentence({ code, reason, retryAfterMs }: ApiProblem, errors: Dictionary['errors']): string {
  switch (code) {
    case 'BAD_USER_INPUT':
      return inputSentence(reason, errors);
    case 'USERNAME_TAKEN':
      return errors.usernameTaken;
    case 'INVALID_CREDENTIALS':
      return errors.invalidCredentials;
    case 'TOO_MANY_REQUESTS':
      return retryAfterMs === undefined ? errors.tooManyRequestsSoon : waitSentence(retryAfterMs, errors);
    case 'SERVICE_UNAVAILABLE':
      return errors.unavailable;
    case 'UNAUTHENTICATED':
      return errors.unauthenticated;
    case 'FORBIDDEN':
      return errors.forbidden;
    case 'NETWORK':
      return errors.network;
    default:
      return errors.unknown;
  }
}

/** From a minute on nobody counts seconds. */
function waitSentence(retryAfterMs: number, errors: Dictionary['errors']): string {
  const seconds = Math.max(1, Math.ceil(retryAfterMs / 1_000));
  if (seconds < 60) return errors.tooManyRequests(String(seconds));
  const minutes = Math.ceil(seconds / 60);
  return errors.tooManyRequestsMinutes(String(minutes), minutes === 1);
}

function inputSentence(reason: string | undefined, errors: Dictionary['errors']): string {
  switch (reason) {
    case 'USERNAME_LENGTH':
      return errors.usernameLength;
    case 'USERNAME_CHARACTERS':
      return errors.usernameCharacters;
    case 'PASSWORD_LENGTH':
      return errors.passwordLength;
    case 'PASSWORD_COMMON':
      return errors.passwordCommon;
    default:
      return errors.badInput;
  }
}
