import { ArgsType, Field, Int } from 'type-graphql';
import { SortOrderEnum, type SortOrder } from '#admin/lists/connection.types.js';

/** Rows in one page at the most: enough for a client that walks to a far page. */
export const PAGE_MAX = 1000;

/** What every list takes; its own sort and filter come beside it. */
@ArgsType()
export class ListArgs {
  @Field(() => Int, { defaultValue: 25, description: 'How many rows, from 1 to 1,000.' })
  declare readonly first: number;

  @Field(() => String, { nullable: true, description: 'The cursor of the row after which the page begins.' })
  declare readonly after?: string | null;

  @Field(() => SortOrderEnum, { defaultValue: 'DESC' })
  declare readonly order: SortOrder;
}
