import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  BookConnection,
  BookFilter,
  BookInput,
  BookSortEnum,
  StaffBook,
  type BookSort,
} from '#admin/books/books.types.js';
import { countCoupons } from '#admin/books/count-coupons.js';
import { createBook } from '#admin/books/create-book.js';
import { deleteBooks } from '#admin/books/delete-books.js';
import { findBook, findBooks } from '#admin/books/find-books.js';
import { updateBook } from '#admin/books/update-book.js';
import { ListArgs } from '#admin/lists/list-args.js';
import type { StaffContext } from '#admin/staff-context.js';
import { Allow } from '#auth/allow.js';
import { OPERATORS, STAFF } from '#auth/role.js';

@Resolver(() => StaffBook)
export class StaffBooksResolver {
  @Allow(STAFF)
  @Query(() => BookConnection, { description: 'The books.' })
  books(
    @Args(() => ListArgs) page: ListArgs,
    @Arg('sort', () => BookSortEnum, { defaultValue: 'CREATED_AT' }) sort: BookSort,
    @Arg('filter', () => BookFilter, { nullable: true }) filter: BookFilter | null,
    @Ctx() context: StaffContext,
  ) {
    return findBooks(context, page, { sort, filter });
  }

  @Allow(STAFF)
  @Query(() => StaffBook, { nullable: true })
  book(@Arg('id', () => ID) id: string, @Ctx() context: StaffContext) {
    return findBook(context, id);
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffBook, { description: 'Adds a book. Safe to repeat with the same id.' })
  createBook(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => BookInput) input: BookInput,
    @Ctx() context: StaffContext,
  ) {
    return createBook(context, { id, input });
  }

  @Allow(OPERATORS)
  @Mutation(() => StaffBook, { description: 'Edits the version that was read; refused when there is a newer one.' })
  updateBook(
    @Arg('id', () => ID) id: string,
    @Arg('version', () => Int) version: number,
    @Arg('input', () => BookInput) input: BookInput,
    @Ctx() context: StaffContext,
  ) {
    return updateBook(context, { id, version, input });
  }

  @Allow(OPERATORS)
  @Mutation(() => [ID], {
    description: 'Deletes books with their coupons; all of them or none. Refused where a pass was ever issued.',
  })
  deleteBooks(@Arg('ids', () => [ID]) ids: string[], @Ctx() context: StaffContext) {
    return deleteBooks(context, { ids });
  }

  @FieldResolver(() => Int, { description: 'How many coupons it has ever had.' })
  couponCount(@Root() book: StaffBook, @Ctx() context: StaffContext) {
    return countCoupons(context, book.id);
  }
}
