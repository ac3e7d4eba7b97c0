import { LockMode, type EntityName, type FilterQuery } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { PublicError } from '#platform/errors.js';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/**
 * The row to be edited, locked until the transaction ends.
 * @throws PublicError NOT_FOUND; CONFLICT with the reason STALE when somebody changed it since `version` was read
 */
export async function findForEdit<Entity extends Versioned>(
  em: EntityManager,
  entity: EntityName<Entity>,
  where: FilterQuery<NoInfer<Entity>>,
  version: number,
): Promise<Entity> {
  const found = await em.findOne(entity, where, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!found) throw new PublicError('NOT_FOUND');
  if (found.version !== version) {
    throw new PublicError('CONFLICT', {
      reason: 'STALE',
      version: found.version,
      message: 'Somebody else changed this since you opened it. Load it again; nothing of yours was written.',
    });
  }
  return found;
}
