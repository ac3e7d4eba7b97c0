import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { describe, expect, it } from 'vitest';

import { ko } from '#i18n/ko.ts';
import { apiProblem } from '#lib/api-problem.ts';
import { problemWords } from '#lib/problem-words.ts';

function words(extensions: Record<string, unknown>) {
  const error = new CombinedGraphQLErrors({ errors: [{ message: 'from the server', extensions }] });
  return problemWords(apiProblem(error), ko.errors);
}

describe('problemWords', () => {
  it.each([
    ['username', 'USERNAME_LENGTH', ko.errors.usernameLength],
    ['username', 'USERNAME_CHARACTERS', ko.errors.usernameCharacters],
    ['password', 'PASSWORD_LENGTH', ko.errors.passwordLength],
    ['password', 'PASSWORD_COMMON', ko.errors.passwordCommon],
    ['password', 'SOMETHING_NEW', ko.errors.badInput],
  ])('puts %s %s at its field', (field, reason, message) => {
    expect(words({ code: 'BAD_USER_INPUT', field, reason })).toEqual({ field, message });
  });

  it('puts a taken name at the username', () => {
    expect(words({ code: 'USERNAME_TAKEN' })).toEqual({ field: 'username', message: ko.errors.usernameTaken });
  });

  it('never says which of the two was wrong at login', () => {
    expect(words({ code: 'INVALID_CREDENTIALS', field: 'password' }).field).toBeNull();
  });

  it('rounds the wait up to whole seconds, and from a minute on to whole minutes', () => {
    expect(words({ code: 'TOO_MANY_REQUESTS', retryAfterMs: 4_200 }).message).toContain('5초');
    expect(words({ code: 'TOO_MANY_REQUESTS', retryAfterMs: 893_000 }).message).toContain('15분 뒤에');
    expect(words({ code: 'TOO_MANY_REQUESTS' }).message).toBe(ko.errors.tooManyRequestsSoon);
  });

  it('has a general sentence for codes it does not know', () => {
    expect(words({ code: 'BRAND_NEW' }).message).toBe(ko.errors.unknown);
    expect(words({}).message).toBe(ko.errors.unknown);
  });

  it('takes a failed fetch for a lost connection', () => {
    expect(problemWords(apiProblem(new TypeError('Failed to fetch')), ko.errors).message).toBe(ko.errors.network);
  });
});
