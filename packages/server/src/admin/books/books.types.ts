import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '#admin/lists/connection.types.js';
import { ListFilter } from '#admin/lists/list-filters.js';

@ObjectType('StaffBook', { simpleResolvers: true, description: 'A novel, as staff see it.' })
export class StaffBook {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => String)
  declare readonly title: string;

  @Field(() => String)
  declare readonly author: string;

  @Field(() => String)
  declare readonly description: string;

  @Field(() => String, {
    nullable: true,
    description: 'https address, or /covers/… of this server; null: one is drawn.',
  })
  declare readonly coverUrl: string | null;

  @Field(() => GraphQLDateTime)
  declare readonly createdAt: Date;

  @Field(() => Int, { description: 'Raised by every edit; an edit names the one that it began from.' })
  declare readonly version: number;
}

export const BookConnection = connectionOf(StaffBook, 'Book');

export const bookSorts = ['CREATED_AT', 'TITLE', 'AUTHOR'] as const;
export type BookSort = (typeof bookSorts)[number];
export const BookSortEnum = Object.fromEntries(bookSorts.map((sort) => [sort, sort]));
registerEnumType(BookSortEnum, { name: 'BookSort' });

@InputType('BookFilter', { description: 'Search looks into title and author.' })
export class BookFilter extends ListFilter {}

@InputType('BookInput')
export class BookInput {
  @Field(() => String)
  declare readonly title: string;

  @Field(() => String)
  declare readonly author: string;

  @Field(() => String)
  declare readonly description: string;

  @Field(() => String, { nullable: true })
  declare readonly coverUrl?: string | null;
}
