import type { ClassType } from 'type-graphql';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export const sortOrders = ['ASC', 'DESC'] as const;
export type SortOrder = (typeof sortOrders)[number];
export const SortOrderEnum = Object.fromEntries(sortOrders.map((order) => [order, order]));
registerEnumType(SortOrderEnum, { name: 'SortOrder' });

@ObjectType('PageInfo', { simpleResolvers: true, description: 'As the Relay specification of connections has it.' })
export class PageInfo {
  @Field(() => Boolean)
  declare readonly hasNextPage: boolean;

  @Field(() => Boolean)
  declare readonly hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  declare readonly startCursor: string | null;

  @Field(() => String, { nullable: true })
  declare readonly endCursor: string | null;
}

@ObjectType('ListCount', { simpleResolvers: true, description: 'How many rows match; a large number is an estimate.' })
export class ListCount {
  @Field(() => Int)
  declare readonly value: number;

  @Field(() => Boolean)
  declare readonly isExact: boolean;
}

/** A page of a list, as its GraphQL type says. The count is made only for who asks for it. */
export interface Connection<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: PageInfo;
  readonly count: () => Promise<ListCount>;
}

/** The connection type of a list: `BookConnection` for the name `Book`. */
export function connectionOf<Node extends object>(node: ClassType<Node>, name: string) {
  @ObjectType(`${name}Edge`, { simpleResolvers: true })
  class Edge {
    @Field(() => String)
    declare readonly cursor: string;

    @Field(() => node)
    declare readonly node: Node;
  }

  @ObjectType(`${name}Connection`, { simpleResolvers: true })
  class ConnectionType {
    @Field(() => [Edge])
    declare readonly edges: readonly Edge[];

    @Field(() => PageInfo)
    declare readonly pageInfo: PageInfo;

    @Field(() => ListCount, { description: 'Exact up to 10,000 rows.' })
    declare readonly count: () => Promise<ListCount>;
  }
  return ConnectionType;
}
