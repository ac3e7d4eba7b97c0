import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { when, type Condition } from '#admin/lists/list.js';

/** What every list can be narrowed by. */
@InputType()
export abstract class ListFilter {
  @Field(() => String, { nullable: true, description: 'What somebody typed to find a row.' })
  declare readonly search?: string | null;

  @Field(() => [ID], { nullable: true, description: 'These rows only.' })
  declare readonly ids?: readonly string[] | null;

  @Field(() => GraphQLDateTime, { nullable: true })
  declare readonly createdFrom?: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Up to this moment, without it.' })
  declare readonly createdTo?: Date | null;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The conditions of a filter's `ids`; what is no id is the id of nothing. */
export function amongIds(column: string, ids: readonly string[] | null | undefined): readonly Condition[] {
  return when(ids, (all, place) => `${column} = any(${place(all.filter((id) => UUID.test(id)))}::uuid[])`);
}

/** The conditions of a span of time; its end is outside. */
export function within(
  column: string,
  from: Date | null | undefined,
  to: Date | null | undefined,
): readonly Condition[] {
  return [
    ...when(from, (moment, place) => `${column} >= ${place(moment)}`),
    ...when(to, (moment, place) => `${column} < ${place(moment)}`),
  ];
}

/** What somebody typed, without the spaces around it; nothing when that is nothing. */
export function typed(search: string | null | undefined): string | undefined {
  const text = search?.normalize('NFKC').replaceAll('\0', '').trim();
  return text === '' ? undefined : text;
}
