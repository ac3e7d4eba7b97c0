import type { AuthContext } from '#auth/auth-context.js';
import { beginSession } from '#auth/begin-session.js';
import { createUser } from '#auth/create-user.js';
import type { AuthPayload } from '#auth/session-tokens.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly returnRefreshToken: boolean;
}

/**
 * Creates a reader and logs him in.
 * @throws PublicError BAD_USER_INPUT, USERNAME_TAKEN, TOO_MANY_REQUESTS
 */
export async function register(context: AuthContext, input: Credentials): Promise<AuthPayload> {
  context.passwords.assertRoom();
  await context.loginLimiter.beginRegistration(context.address);
  const user = await createUser(context, { ...input, role: 'READER' });
  return beginSession(context, user, input.returnRefreshToken);
}
