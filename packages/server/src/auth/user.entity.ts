import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { roles } from '#auth/role.js';

export const UserEntity = defineEntity({
  name: 'User',
  tableName: 'user',
  properties: {
    id: p.uuid().primary(),
    username: p.string().length(30),
    /** The username in NFKC and lower case, by which it is unique. */
    usernameKey: p.string().length(90).unique(),
    /** argon2id; null: nobody can log in as this user. */
    passwordHash: p.text().nullable(),
    role: p.enum(roles).default('READER'),
    createdAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version().default(1),
  },
});

export type User = InferEntity<typeof UserEntity>;
