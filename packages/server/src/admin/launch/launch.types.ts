import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType('LaunchWarning', {
  simpleResolvers: true,
  description: 'Something that whoever confirms should have seen. It forbids nothing.',
})
export class LaunchWarning {
  @Field(() => String, { description: 'For programs and translations: OPENS_AT_ONCE.' })
  declare readonly reason: string;

  @Field(() => String, { description: 'For people, in English.' })
  declare readonly message: string;

  @Field(() => Int, { nullable: true, description: 'What was asked for, where the warning is about a number.' })
  declare readonly value?: number | null;

  @Field(() => Int, { nullable: true, description: 'What it was held against.' })
  declare readonly limit?: number | null;
}
