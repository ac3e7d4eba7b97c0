/** The database's clock as this page knows it. Never the device's: that one may be minutes off. */
export interface ServerClock {
  /** Milliseconds since 1970 by the server's clock. */
  now: () => number;
  /** Takes over the server's clock from an answer that has just arrived. */
  sync: (serverTime: string) => void;
  /** Calls back at every whole second and at every `sync`; returns the function that stops it. */
  subscribe: (listener: () => void) => () => void;
  /** The last announced whole second: the same value until the next call to the listeners. */
  second: () => number;
}

/**
 * Counts on from the last `serverTime` with a monotonic clock, so that a change of the device's clock changes nothing.
 * The way of the answer is left out on purpose: the page then lags by at most that way and never opens a drop early.
 */
export function createServerClock(monotonic: () => number = () => performance.now()): ServerClock {
  let offset = Date.now() - monotonic();
  let second = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  const now = () => monotonic() + offset;

  function tick() {
    second = floorToSecond(now());
    for (const listener of listeners) listener();
    schedule();
  }

  function schedule() {
    clearTimeout(timer);
    // A few milliseconds past the second, because a timer may fire early.
    if (listeners.size > 0) timer = setTimeout(tick, 1_004 - (now() % 1_000));
  }

  return {
    now,
    sync(serverTime) {
      const at = Date.parse(serverTime);
      if (Number.isNaN(at)) return;
      offset = at - monotonic();
      tick();
    },
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) schedule();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) clearTimeout(timer);
      };
    },
    second() {
      if (second === 0 || listeners.size === 0) second = floorToSecond(now());
      return second;
    },
  };
}

function floorToSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000) * 1_000;
}
