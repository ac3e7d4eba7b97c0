import { z } from 'zod';
import type { TestServer } from '#testing/test-server.js';

type Server = Pick<TestServer, 'graphql'>;

const begun = z.object({ beginRehearsal: z.object({ __typename: z.string(), id: z.string() }) });
const readers = z.object({ addRehearsalReaders: z.array(z.object({ id: z.string(), accessToken: z.string() })) });
const drop = z.object({
  openRehearsal: z.object({
    couponNumber: z.string(),
    startsAt: z.string(),
    endsAt: z.string(),
    serverTime: z.string(),
  }),
});
const ended = z.object({
  endRehearsal: z.object({ passes: z.int(), readers: z.int(), readersKept: z.int() }),
});
const verdict = z.object({
  rehearsalVerdict: z.object({
    totalQuantity: z.int(),
    issuedQuantity: z.int(),
    checks: z.array(z.object({ rule: z.string(), breaches: z.array(z.string()) })),
  }),
});
const taken = z.object({
  downloadCoupon: z.object({ __typename: z.string(), code: z.string().optional(), sequence: z.int().optional() }),
});

/** What a rehearsal's client asks, as a member of staff; each throws when the answer is an error. */
export function rehearser(server: Server, token: string) {
  const ask = async (query: string) => {
    const { data, errors } = await server.graphql(query, { token });
    if (errors) throw new Error(errors.map(({ message }) => message).join(' '));
    return data;
  };
  return {
    begin: async () =>
      begun.parse(
        await ask(
          `mutation { beginRehearsal { __typename ... on Rehearsal { id } ... on RehearsalUnderWay { id message startedAt } } }`,
        ),
      ).beginRehearsal,
    addReaders: async (id: string, count: number) =>
      readers.parse(await ask(`mutation { addRehearsalReaders(id: "${id}", count: ${count}) { id accessToken } }`))
        .addRehearsalReaders,
    open: async (id: string, passes: number, opensInSeconds = 0) =>
      drop.parse(
        await ask(
          `mutation { openRehearsal(id: "${id}", passes: ${passes}, opensInSeconds: ${opensInSeconds}) { couponNumber startsAt endsAt serverTime } }`,
        ),
      ).openRehearsal,
    verdict: async (id: string) =>
      verdict.parse(
        await ask(`{ rehearsalVerdict(id: "${id}") { totalQuantity issuedQuantity checks { rule breaches } } }`),
      ).rehearsalVerdict,
    end: async (id: string) =>
      ended.parse(await ask(`mutation { endRehearsal(id: "${id}") { passes readers readersKept } }`)).endRehearsal,
    ask,
  };
}

/** A reader takes a pass; the answer. */
export async function take(server: Server, token: string, couponNumber: string) {
  const { data } = await server.graphql(
    `mutation { downloadCoupon(couponNumber: "${couponNumber}") { __typename ... on UserCoupon { code sequence } } }`,
    { token },
  );
  return taken.parse(data).downloadCoupon;
}
