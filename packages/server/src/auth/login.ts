import type { AuthContext } from '#auth/auth-context.js';
import { beginSession } from '#auth/begin-session.js';
import { isUsername, normaliseUsername, type Username } from '#auth/credential-rules.js';
import type { Credentials } from '#auth/register.js';
import type { AuthPayload } from '#auth/session-tokens.js';
import { UserEntity, type User } from '#auth/user.entity.js';
import { PublicError } from '#platform/errors.js';

/**
 * Begins a session. An unknown user and a wrong password are the same answer in the same time.
 * @throws PublicError INVALID_CREDENTIALS, TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE
 */
export async function login(context: AuthContext, input: Credentials): Promise<AuthPayload> {
  context.passwords.assertRoom();
  const name = normaliseUsername(input.username.slice(0, 100));
  const { usernameKey } = name;
  await context.loginLimiter.beginLogin(usernameKey, context.address);

  const user = await findByPassword(context, name, input.password).catch(async (error: unknown) => {
    await context.loginLimiter.loginUndecided(usernameKey, context.address);
    throw error;
  });
  if (!user) throw new PublicError('INVALID_CREDENTIALS');
  await context.loginLimiter.loginSucceeded(usernameKey, context.address);
  return beginSession(context, user, input.returnRefreshToken);
}

/** Null for an unknown user and for a wrong password, in the same time. */
async function findByPassword(context: AuthContext, name: Username, password: string): Promise<User | null> {
  const { usernameKey } = name;
  const user = isUsername(name) ? await context.database.fork().findOne(UserEntity, { usernameKey }) : null;
  const bounded = password.slice(0, 1000); // longer than any that could match, short enough to hash
  return (await context.passwords.verify(user?.passwordHash, bounded)) ? user : null;
}
