import { setImmediate as nextTurn, setTimeout } from 'node:timers/promises';
import type { Connection } from '#load/connection.js';
import { openConnections } from '#load/connections.js';
import { DEFAULT_TIMEOUT_MS, type Load, type LoadRequest } from '#load/load.js';
import { Recorder, type Recording } from '#load/recorder.js';

export interface OpenLoad<R extends LoadRequest> extends Load<R> {
  /** When the request with this index (0, 1, …) should go out, in ms after the start; never falling. */
  readonly dueMs: (index: number) => number;
}

/** A steady stream. */
export function evenly(ratePerSecond: number): (index: number) => number {
  return (index) => (index * 1000) / ratePerSecond;
}

/**
 * Requests go out when they are due, whether the server keeps up or not, like readers who don't know of each other.
 * Latency counts from when a request should have gone out: one that found every connection busy has waited too, and
 * a server that stands still for a second is seen by all who came in that second (no coordinated omission).
 */
export async function runOpenLoop<R extends LoadRequest>(load: OpenLoad<R>): Promise<Recording> {
  const { next, classify, onUnknown, signal, dueMs } = load;
  const connections = await openConnections(load.target, load.connections, load.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const close = () => connections.close();
  signal?.addEventListener('abort', close, { once: true });

  const recorder = new Recorder();
  const start = performance.now();
  const idle = [...connections.all];
  const overdue = new Queue<{ request: R; due: number }>();
  const settled = Promise.withResolvers<void>();
  let onTheirWay = 0;
  let noMore = false;

  const dispatch = (connection: Connection) => {
    const first = signal?.aborted === true ? undefined : overdue.shift();
    if (!first) {
      idle.push(connection);
      if (noMore && onTheirWay === 0) settled.resolve();
      return;
    }
    const { request, due } = first;
    onTheirWay += 1;
    connection.send(request.bytes, (result) => {
      onTheirWay -= 1;
      try {
        if ('unknown' in result) {
          recorder.recordUnknown(result.unknown, due);
          onUnknown?.(request, result.unknown);
          setImmediate(dispatch, connection);
        } else {
          recorder.record(classify(result, request), due);
          dispatch(connection);
        }
      } catch (error) {
        settled.reject(error);
      }
    });
  };

  try {
    for (let index = 0; ; index += 1) {
      const due = start + dueMs(index);
      const early = due - performance.now();
      if (early > 0) await setTimeout(Math.ceil(early), undefined, { signal }).catch(() => undefined);
      else if (index % 32 === 0) await nextTurn(); // late ourselves: answers must still be read
      const request = signal?.aborted === true ? undefined : next();
      if (!request) break;
      overdue.push({ request, due });
      const connection = idle.pop();
      if (connection) dispatch(connection);
    }
    noMore = true;
    if (idle.length < connections.all.length) await settled.promise;
    return recorder.finish();
  } finally {
    signal?.removeEventListener('abort', close);
    close();
  }
}

/** First in, first out; taking the first of a long array would move all the others. */
class Queue<T> {
  #items: T[] = [];
  #head = 0;

  push(item: T): void {
    this.#items.push(item);
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (item === undefined) return undefined;
    this.#head += 1;
    if (this.#head === this.#items.length) {
      this.#items = [];
      this.#head = 0;
    }
    return item;
  }
}
