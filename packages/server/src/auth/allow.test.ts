import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { expect, test } from 'vitest';
import { Allow, enforceRules } from '#auth/allow.js';
import { createSchema } from '#schema.js';

/** Root fields that say nobody who may call them. */
function unguarded(schema: GraphQLSchema): string[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.entries(type?.getFields() ?? {})
      .filter(([, { extensions }]) => extensions['rule'] === undefined)
      .map(([name]) => `${type?.name}.${name}`),
  );
}

/** What each root field says of who may call it. */
function rules(schema: GraphQLSchema): Record<string, unknown> {
  const fields = { ...schema.getQueryType()?.getFields(), ...schema.getMutationType()?.getFields() };
  return Object.fromEntries(Object.entries(fields).map(([name, { extensions }]) => [name, extensions['rule']]));
}

test('every root field states who may call it', async () => {
  expect(unguarded(await createSchema())).toEqual([]);
});

test('what a reader holds is only for who is logged in', async () => {
  expect(rules(await createSchema())).toMatchObject({
    me: 'everyone',
    activeEventBooks: 'everyone',
    myCoupons: 'logged-in',
    downloadCoupon: 'logged-in',
    useCoupon: 'logged-in',
  });
});

test('a root field that forgot to state it is found', async () => {
  @Resolver()
  class Forgetful {
    @Allow('everyone')
    @Query(() => Boolean)
    guarded() {
      return true;
    }

    @Query(() => Boolean)
    forgotten() {
      return true;
    }

    @Mutation(() => Boolean)
    forgottenToo() {
      return true;
    }
  }
  const schema = await buildSchema({ resolvers: [Forgetful], validate: false });
  expect(unguarded(schema)).toEqual(['Query.forgotten', 'Mutation.forgottenToo']);
  expect(() => enforceRules(schema)).toThrow('Query.forgotten does not say who may call it');
});

test('a subscription is refused, because its rule would guard only what comes after it', async () => {
  @Resolver()
  class Chatty {
    @Allow('everyone')
    @Query(() => Boolean)
    guarded() {
      return true;
    }

    @Allow('logged-in')
    @Subscription(() => Boolean, { topics: 'anything' })
    overheard(@Root() said: boolean) {
      return said;
    }
  }
  const pubSub = { publish: () => undefined, subscribe: () => ({ [Symbol.asyncIterator]: async function* none() {} }) };
  const schema = await buildSchema({ resolvers: [Chatty], validate: false, pubSub });
  expect(() => enforceRules(schema)).toThrow('The schema has subscriptions, which @Allow does not guard');
});
