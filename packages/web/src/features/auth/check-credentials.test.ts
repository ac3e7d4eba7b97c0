import { describe, expect, it } from 'vitest';

import { checkCredentials } from '#features/auth/check-credentials.ts';
import { ko } from '#i18n/ko.ts';

function register(username: string, password = 'long enough') {
  return checkCredentials('register', { username, password }, ko.errors);
}

describe('checkCredentials', () => {
  it('lets through what the server takes', () => {
    for (const name of ['독서가', 'book_worm-7', 'ＡＢＣ', '가'.repeat(30)]) expect(register(name)).toEqual({});
  });

  it('names the rule that is broken', () => {
    expect(register('둘자').username).toBe(ko.errors.usernameLength);
    expect(register('가'.repeat(31)).username).toBe(ko.errors.usernameLength);
    expect(register('has space').username).toBe(ko.errors.usernameCharacters);
    expect(register('독서가', 'short').password).toBe(ko.errors.passwordLength);
    expect(register('독서가', 'x'.repeat(129)).password).toBe(ko.errors.passwordLength);
  });

  it('takes a password exactly as typed', () => {
    expect(register('독서가', '        ')).toEqual({});
  });

  it('asks at login only for both', () => {
    expect(checkCredentials('login', { username: 'a', password: 'b' }, ko.errors)).toEqual({});
    expect(checkCredentials('login', { username: ' ', password: '' }, ko.errors)).toEqual({
      username: ko.errors.usernameRequired,
      password: ko.errors.passwordRequired,
    });
  });
});
