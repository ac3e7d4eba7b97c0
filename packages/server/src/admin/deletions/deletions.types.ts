import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType('RefusedDeletion', { simpleResolvers: true, description: 'What cannot be deleted, and why.' })
export class RefusedDeletion {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => String, { description: 'What people call it.' })
  declare readonly label: string;

  @Field(() => Int, { description: 'How many passes hang on it.' })
  declare readonly passes: number;

  @Field(() => String, { description: 'PASSES, BATCH or RECURRING_DROP: what it is that needs it.' })
  declare readonly reason: string;
}

@ObjectType('DeletionPreview', {
  simpleResolvers: true,
  description: 'What would go with the things that are deleted.',
})
export class DeletionPreview {
  @Field(() => Int)
  declare readonly coupons: number;

  @Field(() => Int, { description: 'Passes never go: whatever has some is refused.' })
  declare readonly passes: number;

  @Field(() => Int, { description: 'Log-ins that would end.' })
  declare readonly sessions: number;

  @Field(() => [RefusedDeletion])
  declare readonly refused: readonly RefusedDeletion[];
}
