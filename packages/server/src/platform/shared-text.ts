import type { Redis } from '#platform/redis.js';

/** A text that the servers share for a moment, to save each other a query. */
export interface SharedText {
  /** The text and how old it is in milliseconds; undefined when there is none, or when Redis does not say so at once. */
  read(): Promise<{ readonly text: string; readonly ageMs: number } | undefined>;
  /** Shares a text that was true `ageMs` ago. Never throws, never waits. */
  write(text: string, ageMs: number): void;
}

/** `lifeMs`: how old a text may grow. */
export function shareText(redis: Redis, key: string, lifeMs: number): SharedText {
  return {
    async read() {
      try {
        // As one: between two commands another server could renew it, and an old text would pass for young.
        const [[, text], [, leftMs]] = pair(await redis.multi().get(key).pttl(key).exec());
        if (typeof text !== 'string' || typeof leftMs !== 'number' || leftMs <= 0 || leftMs > lifeMs) return undefined;
        return { text, ageMs: lifeMs - leftMs };
      } catch {
        return undefined;
      }
    },
    write(text, ageMs) {
      const leftMs = Math.floor(lifeMs - ageMs);
      if (leftMs > 0) redis.set(key, text, 'PX', leftMs).catch(() => undefined);
    },
  };
}

type Reply = [error: Error | null, result: unknown];

function pair(replies: readonly Reply[] | null): [Reply, Reply] {
  const [first, second] = replies ?? [];
  if (!first || !second) throw new Error('Redis did not answer both');
  return [first, second];
}
