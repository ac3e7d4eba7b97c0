import type { Dictionary } from '#i18n/ko.ts';
import type { PromptMode } from '#session/login-prompt.ts';

/** What the reader typed. */
export interface Credentials {
  username: string;
  password: string;
}

/** One sentence per field, or one for both. */
export interface CredentialErrors {
  username?: string;
  password?: string;
  form?: string;
}

const USERNAME = /^[\p{L}\p{M}\p{N}_-]+$/u;

/**
 * Spares the reader a round trip for what the server would surely refuse. Lengths are counted in characters, the
 * username's after NFKC, as the server does. At login only emptiness counts: the rules may have been others once.
 */
export function checkCredentials(
  mode: PromptMode,
  { username, password }: Credentials,
  errors: Dictionary['errors'],
): CredentialErrors {
  const found: CredentialErrors = {};
  const name = username.trim().normalize('NFKC');
  if (name === '') found.username = errors.usernameRequired;
  if (password === '') found.password = errors.passwordRequired;
  if (mode === 'login') return found;

  if (!found.username && outside(name, 3, 30)) found.username = errors.usernameLength;
  else if (!found.username && !USERNAME.test(name)) found.username = errors.usernameCharacters;
  if (!found.password && outside(password, 8, 128)) found.password = errors.passwordLength;
  return found;
}

function outside(text: string, least: number, most: number): boolean {
  const { length } = Array.from(text);
  return length < least || length > most;
}
