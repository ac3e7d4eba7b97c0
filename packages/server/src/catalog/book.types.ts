import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('Book', { simpleResolvers: true, description: 'A novel.' })
export class BookType {
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
    description: 'Address of the cover picture: https://…, or /covers/… on this server; null: the page draws one.',
  })
  declare readonly coverUrl: string | null;
}
