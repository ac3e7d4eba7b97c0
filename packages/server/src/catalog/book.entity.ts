import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** A novel. */
export const BookEntity = defineEntity({
  name: 'Book',
  tableName: 'book',
  properties: {
    id: p.uuid().primary(),
    title: p.string().length(200),
    author: p.string().length(120),
    description: p.string().length(4000),
    /** An https address or a cover of ours (/covers/…); null: the page draws one. */
    coverUrl: p.string().length(2000).nullable(),
    createdAt: p.datetime().defaultRaw('now()'),
    version: p.integer().version().default(1),
  },
});

export type Book = InferEntity<typeof BookEntity>;
