import type { AuthContext } from '#auth/auth-context.js';
import { OPERATORS } from '#auth/role.js';
import { lockRehearsal } from '#rehearsals/lock-rehearsal.js';
import { noSuchRehearsal } from '#rehearsals/rehearsal-limits.js';
import { removeRehearsal } from '#rehearsals/remove-rehearsal.js';
import type { EndedRehearsal } from '#rehearsals/rehearsals.types.js';

/** Ends a rehearsal, whatever state it is in. @throws PublicError BAD_USER_INPUT when there is none with this id */
export async function endRehearsal(
  { database, requireRole }: Pick<AuthContext, 'database' | 'requireRole'>,
  { id }: { id: string },
): Promise<EndedRehearsal> {
  const actor = await requireRole(OPERATORS);
  const ended = await removeRehearsal(database.pool, actor, (client) => lockRehearsal(client, id));
  if (!ended) throw noSuchRehearsal();
  return ended;
}
