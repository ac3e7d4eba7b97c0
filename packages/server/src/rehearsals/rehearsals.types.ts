import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A try-out of a drop with throw-away readers and a throw-away coupon.' })
export class Rehearsal {
  @Field(() => ID)
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }
}

@ObjectType({ description: 'One rehearsal at a time: two would measure each other.' })
export class RehearsalUnderWay {
  @Field(() => String)
  message =
    'Another rehearsal is under way. Wait until it has ended; if it was left behind, end it by its id: mutation { endRehearsal(id: "…") { readers } }.';

  @Field(() => ID)
  readonly id: string;

  @Field(() => GraphQLDateTime)
  readonly startedAt: Date;

  constructor(id: string, startedAt: Date) {
    this.id = id;
    this.startedAt = startedAt;
  }
}

export const BeginRehearsalResult = createUnionType({
  name: 'BeginRehearsalResult',
  types: () => [Rehearsal, RehearsalUnderWay] as const,
});

@ObjectType({ description: 'A throw-away reader. Nobody can log in as one: it has a token and no password.' })
export class RehearsalReader {
  @Field(() => ID)
  declare readonly id: string;

  @Field(() => String, { description: 'For the header `Authorization: Bearer …`. Valid for 15 minutes.' })
  declare readonly accessToken: string;
}

@ObjectType({ description: 'The throw-away coupon of a rehearsal. It is on no page.' })
export class RehearsalDrop {
  @Field(() => String)
  declare readonly couponNumber: string;

  @Field(() => GraphQLDateTime, { description: "When the window opens, by the database's clock." })
  declare readonly startsAt: Date;

  @Field(() => GraphQLDateTime, { description: 'When it closes by itself.' })
  declare readonly endsAt: Date;

  @Field(() => GraphQLDateTime, { description: "The database's clock as this was answered." })
  declare readonly serverTime: Date;
}

@ObjectType()
export class RehearsalCheck {
  @Field(() => String, { description: 'A rule that every row must keep.' })
  declare readonly rule: string;

  @Field(() => [String], { description: 'What breaks it, at most 20 of them; empty when it holds.' })
  declare readonly breaches: readonly string[];
}

@ObjectType({ description: "What `verify` says of a rehearsal's coupon." })
export class RehearsalVerdict {
  @Field(() => Int)
  declare readonly totalQuantity: number;

  @Field(() => Int)
  declare readonly issuedQuantity: number;

  @Field(() => [RehearsalCheck])
  declare readonly checks: readonly RehearsalCheck[];
}

@ObjectType({ description: 'A pass of a rehearsal, as the database holds it.' })
export class RehearsalPass {
  @Field(() => Int)
  declare readonly sequence: number;

  @Field(() => String, { description: 'As the reader was told it.' })
  declare readonly code: string;

  @Field(() => ID)
  declare readonly readerId: string;
}

@ObjectType({ description: 'What went with a rehearsal.' })
export class EndedRehearsal {
  @Field(() => Int, { description: 'Passes deleted.' })
  declare readonly passes: number;

  @Field(() => Int, { description: 'Readers deleted.' })
  declare readonly readers: number;

  @Field(() => Int, {
    description: 'Readers left, because they hold a pass of another coupon, which their tokens are not good for.',
  })
  declare readonly readersKept: number;
}
