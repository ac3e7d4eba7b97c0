import { dictionary } from '@zxcvbn-ts/language-common';
import { PublicError } from '#platform/errors.js';

const commonPasswords = new Set<string>(dictionary['passwords-common']);

/** A username as it is shown, and the key by which it is unique: Ａnna, anna and ANNA are one. */
export interface Username {
  readonly username: string;
  readonly usernameKey: string;
}

/** NFKC (Unicode TR 15) makes one form of what looks alike in width or composition. */
export function normaliseUsername(text: string): Username {
  const username = text.normalize('NFKC').trim();
  return { username, usernameKey: username.toLowerCase().normalize('NFKC') };
}

/** Whether somebody can have this username; who cannot need not be looked for (PostgreSQL chokes on a null byte). */
export function isUsername(name: Username): boolean {
  return usernameFault(name) === undefined;
}

/** @throws PublicError BAD_USER_INPUT on the field `username`. */
export function assertUsername(name: Username): void {
  const fault = usernameFault(name);
  if (fault) throw fault;
}

function usernameFault({ username, usernameKey }: Username): PublicError | undefined {
  const length = Array.from(username).length;
  if (length < 3 || length > 30) {
    return invalid('username', 'USERNAME_LENGTH', 'A username has 3 to 30 characters.');
  }
  if (!/^[\p{L}\p{N}_-]+$/u.test(username) || !/^[\p{L}\p{M}\p{N}_-]{1,60}$/u.test(usernameKey)) {
    return invalid('username', 'USERNAME_CHARACTERS', 'A username is made of letters, digits, _ and -.');
  }
  return undefined;
}

/**
 * Length counts characters as a person does, and the password stays exactly as typed (NIST SP 800-63B, 3.1.1.2).
 * Checked before hashing, so that a megabyte of password costs nothing.
 * @throws PublicError BAD_USER_INPUT on the field `password`.
 */
export function assertPassword(password: string): void {
  const length = password.length > 1000 ? Infinity : Array.from(password).length;
  if (length < 8 || length > 128) {
    throw invalid('password', 'PASSWORD_LENGTH', 'A password has 8 to 128 characters.');
  }
  if (commonPasswords.has(password.toLowerCase())) {
    throw invalid('password', 'PASSWORD_COMMON', 'This password is among the most common ones. Choose another.');
  }
}

function invalid(field: string, reason: string, message: string): PublicError {
  return new PublicError('BAD_USER_INPUT', { field, reason, message });
}
