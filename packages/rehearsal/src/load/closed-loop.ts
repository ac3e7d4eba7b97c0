import type { Connection } from '#load/connection.js';
import { openConnections } from '#load/connections.js';
import { DEFAULT_TIMEOUT_MS, type Load, type LoadRequest } from '#load/load.js';
import { Recorder, type Recording } from '#load/recorder.js';

/**
 * Each connection sends its next request when the answer to the one before is there: as many requests on their way
 * as there are connections, and as fast as the server answers. For throughput; its latencies are those of a crowd
 * that waits politely.
 */
export async function runClosedLoop<R extends LoadRequest>(load: Load<R>): Promise<Recording> {
  const { next, classify, onUnknown, signal } = load;
  const connections = await openConnections(load.target, load.connections, load.timeoutMs ?? DEFAULT_TIMEOUT_MS);
  const close = () => connections.close();
  signal?.addEventListener('abort', close, { once: true });
  const recorder = new Recorder();

  const drive = (connection: Connection) =>
    new Promise<void>((resolve, reject) => {
      const step = () => {
        try {
          const request = signal?.aborted === true ? undefined : next();
          if (!request) return resolve();
          const since = performance.now();
          connection.send(request.bytes, (result) => {
            if ('unknown' in result) {
              recorder.recordUnknown(result.unknown, since);
              onUnknown?.(request, result.unknown);
              setImmediate(step); // a server that is away fails at once: not in this very call, for ever
            } else {
              recorder.record(classify(result, request), since);
              step();
            }
          });
        } catch (error) {
          reject(error);
        }
      };
      step();
    });

  try {
    await Promise.all(connections.all.map((connection) => drive(connection)));
    return recorder.finish();
  } finally {
    signal?.removeEventListener('abort', close);
    close();
  }
}
