import { z } from 'zod';
import { buildUser } from '#testing/factories.js';
import type { TestServer } from '#testing/test-server.js';

const taken = z.object({ downloadCoupon: z.object({ id: z.string(), code: z.string(), sequence: z.int() }) });

/** A pass that a reader has just taken through the front door, and the reader. */
export async function takePass(server: TestServer, couponNumber: string, userId?: string) {
  const readerId = userId ?? (await buildUser(server.database));
  const token = server.tokenFor(readerId);
  const { data } = await server.graphql(
    `mutation { downloadCoupon(couponNumber: "${couponNumber}") { ... on UserCoupon { id code sequence } } }`,
    { token },
  );
  return { ...taken.parse(data).downloadCoupon, readerId, token };
}

/** What becomes of a reader who asks for a pass now: `UserCoupon`, or the refusal. */
export async function claim(server: TestServer, couponNumber: string): Promise<string> {
  const { data } = await server.graphql(`mutation { downloadCoupon(couponNumber: "${couponNumber}") { __typename } }`, {
    token: server.tokenFor(await buildUser(server.database)),
  });
  return z.object({ downloadCoupon: z.object({ __typename: z.string() }) }).parse(data).downloadCoupon.__typename;
}
