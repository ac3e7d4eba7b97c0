import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { Allow } from '#auth/allow.js';
import type { AuthContext } from '#auth/auth-context.js';
import { OPERATORS } from '#auth/role.js';
import { addRehearsalReaders } from '#rehearsals/add-rehearsal-readers.js';
import { beginRehearsal } from '#rehearsals/begin-rehearsal.js';
import { endRehearsal } from '#rehearsals/end-rehearsal.js';
import { openRehearsal } from '#rehearsals/open-rehearsal.js';
import { rehearsalPasses } from '#rehearsals/rehearsal-passes.js';
import { rehearsalVerdict } from '#rehearsals/rehearsal-verdict.js';
import {
  BeginRehearsalResult,
  EndedRehearsal,
  RehearsalDrop,
  RehearsalPass,
  RehearsalReader,
  RehearsalVerdict,
} from '#rehearsals/rehearsals.types.js';

@Resolver()
export class RehearsalsResolver {
  @Allow(OPERATORS)
  @Mutation(() => BeginRehearsalResult, {
    description: 'Begins a rehearsal. One that was abandoned more than an hour ago is deleted first.',
  })
  beginRehearsal(@Ctx() context: AuthContext) {
    return beginRehearsal(context);
  }

  @Allow(OPERATORS)
  @Mutation(() => [RehearsalReader], { description: 'Makes throw-away readers, at most 1,000 in one request.' })
  addRehearsalReaders(
    @Arg('id', () => ID) id: string,
    @Arg('count', () => Int) count: number,
    @Ctx() context: AuthContext,
  ): Promise<RehearsalReader[]> {
    return addRehearsalReaders(context, { id, count });
  }

  @Allow(OPERATORS)
  @Mutation(() => RehearsalDrop, {
    description: 'Makes the throw-away coupon and says when it opens. Called again, it answers the same coupon.',
  })
  openRehearsal(
    @Arg('id', () => ID) id: string,
    @Arg('passes', () => Int) passes: number,
    @Arg('opensInSeconds', () => Int) opensInSeconds: number,
    @Ctx() context: AuthContext,
  ): Promise<RehearsalDrop> {
    return openRehearsal(context, { id, passes, opensInSeconds });
  }

  @Allow(OPERATORS)
  @Query(() => RehearsalVerdict, { description: "Checks the rehearsal's coupon and passes as `npm run verify` does." })
  rehearsalVerdict(@Arg('id', () => ID) id: string, @Ctx() context: AuthContext): Promise<RehearsalVerdict> {
    return rehearsalVerdict(context, { id });
  }

  @Allow(OPERATORS)
  @Query(() => [RehearsalPass], { description: 'The passes issued in the rehearsal, at most 1,000 in one request.' })
  rehearsalPasses(
    @Arg('id', () => ID) id: string,
    @Arg('afterSequence', () => Int, { defaultValue: 0 }) afterSequence: number,
    @Ctx() context: AuthContext,
  ): Promise<RehearsalPass[]> {
    return rehearsalPasses(context, { id, afterSequence });
  }

  @Allow(OPERATORS)
  @Mutation(() => EndedRehearsal, {
    description: 'Deletes everything that the rehearsal made: passes, coupon, book, readers.',
  })
  endRehearsal(@Arg('id', () => ID) id: string, @Ctx() context: AuthContext): Promise<EndedRehearsal> {
    return endRehearsal(context, { id });
  }
}
