import { Connection, type Target } from '#load/connection.js';

/** As many as a server takes at once without dropping any of them from its backlog. */
const AT_ONCE = 64;
const CHECK_EVERY_MS = 100;

/** Connections that are open, and looked after while a load runs. */
export interface Connections {
  readonly all: readonly Connection[];
  close(): void;
}

/**
 * Opens them before anything is measured.
 * @throws the system's error when the target does not let us in
 */
export async function openConnections(target: Target, count: number, timeoutMs: number): Promise<Connections> {
  const all = Array.from({ length: count }, () => new Connection(target));
  const close = () => {
    for (const connection of all) connection.close();
  };
  try {
    for (let from = 0; from < count; from += AT_ONCE) {
      await Promise.all(all.slice(from, from + AT_ONCE).map((connection) => connection.open(timeoutMs)));
    }
  } catch (error) {
    close();
    throw error;
  }
  // One look at all of them now and then; a timer per request would cost more than the request.
  const timer = setInterval(() => {
    const tooLongAgo = performance.now() - timeoutMs;
    for (const connection of all) connection.giveUpIfSince(tooLongAgo);
  }, CHECK_EVERY_MS);
  return {
    all,
    close() {
      clearInterval(timer);
      close();
    },
  };
}
