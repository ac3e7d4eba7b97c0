import { defineEntity, p } from '@mikro-orm/core';
import { UserEntity } from '#auth/user.entity.js';

/** One log-in and all refresh tokens that descend from it. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    user: () => p.manyToOne(UserEntity),
    /** SHA-256 of the refresh token's secret that is valid now. */
    tokenHash: p.blob(),
    /** The one before it, taken a little longer: the answer with its successor may have been lost on the way. */
    previousTokenHash: p.blob().nullable(),
    /** Makes the token that is valid now out of the one before it; neither is of use without the other. */
    successorSalt: p.blob().nullable(),
    rotatedAt: p.datetime().defaultRaw('now()'),
    createdAt: p.datetime().defaultRaw('now()'),
    expiresAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
  },
});
