import type { GraphQLFieldExtensions } from 'graphql';
import { Extensions } from 'type-graphql';
import { z } from 'zod';

export interface HotOptions {
  /**
   * The answer is the same for everybody, and one that was made so many milliseconds ago will do. Absent: every
   * request gets an answer of its own.
   */
  readonly sharedForMs?: number;
}

const hot = z.object({ hot: z.object({ sharedForMs: z.number().optional() }) });

/**
 * Lets the operations that ask for this root field take the hot path once Apollo has admitted them. The field must
 * need nothing of the request but who asks: neither cookie nor address.
 */
export function Hot(options: HotOptions = {}): MethodDecorator {
  return Extensions({ hot: options });
}

/** What `@Hot` says of a root field; undefined: nothing. */
export function hotOptionsOf(extensions: Readonly<GraphQLFieldExtensions<unknown, unknown>>): HotOptions | undefined {
  const { data } = hot.safeParse(extensions);
  return data && { ...(data.hot.sharedForMs !== undefined && { sharedForMs: data.hot.sharedForMs }) };
}
