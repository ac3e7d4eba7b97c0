import { dictionary } from '@zxcvbn-ts/language-common';
import { PublicError, type InputProblem } from '#platform/errors.js';

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
  return usernameProblem(name) === undefined;
}

/** @throws PublicError BAD_USER_INPUT on the field `username`. */
export function assertUsername(name: Username): void {
  refuse(usernameProblem(name));
}

/** What is wrong with a username, on the field `username`. */
export function usernameProblem({ username, usernameKey }: Username): InputProblem | undefined {
  const length = Array.from(username).length;
  if (length < 3 || length > 30) {
    return problem('username', 'USERNAME_LENGTH', 'A username has 3 to 30 characters.');
  }
  if (!/^[\p{L}\p{N}_-]+$/u.test(username) || !/^[\p{L}\p{M}\p{N}_-]{1,60}$/u.test(usernameKey)) {
    return problem('username', 'USERNAME_CHARACTERS', 'A username is made of letters, digits, _ and -.');
  }
  return undefined;
}

/** @throws PublicError BAD_USER_INPUT on the field `password`. */
export function assertPassword(password: string): void {
  refuse(passwordProblem(password));
}

/**
 * What is wrong with a password, on the field `password`. Length counts characters as a person does, and the password
 * stays exactly as typed (NIST SP 800-63B, 3.1.1.2). Looked at before hashing, so that a megabyte of it costs nothing.
 */
export function passwordProblem(password: string): InputProblem | undefined {
  const length = password.length > 1000 ? Infinity : Array.from(password).length;
  if (length < 8 || length > 128) {
    return problem('password', 'PASSWORD_LENGTH', 'A password has 8 to 128 characters.');
  }
  if (commonPasswords.has(password.toLowerCase())) {
    return problem('password', 'PASSWORD_COMMON', 'This password is among the most common ones. Choose another.');
  }
  return undefined;
}

function problem(field: string, reason: string, message: string): InputProblem {
  return { field, reason, message };
}

function refuse(found: InputProblem | undefined): void {
  if (found) throw new PublicError('BAD_USER_INPUT', { ...found, problems: [found] });
}
