import type { Server } from 'node:http';
import { ConnectionUses } from '#platform/http/connection-uses.js';
import type { Logger } from '#platform/logging.js';

/** Longer than the 60 s of common load balancers: who ends an idle connection first must be the one who sends on it. */
const KEEP_ALIVE_MS = 72_000;
/** An idle connection's time once places are scarce. */
const CROWDED_KEEP_ALIVE_MS = 1000;
const CROWDED_SHARE = 0.8;
const SWEEP_INTERVAL_MS = 250;
const COMPLAINT_INTERVAL_MS = 60_000;

/**
 * Holds `max` connections at the most; the one past it is closed at once, so that whoever is connected is answered
 * and nobody waits for nothing. From four fifths on, idle ones make room after a second, also those that were idle before.
 */
export function boundConnections(server: Server, max: number, logger: Logger): Server {
  server.maxConnections = max;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  const uses = new ConnectionUses(server);
  let open = 0;
  let sweeping: NodeJS.Timeout | undefined;
  const count = (change: 1 | -1) => {
    open += change;
    const crowded = open >= max * CROWDED_SHARE;
    server.keepAliveTimeout = crowded ? CROWDED_KEEP_ALIVE_MS : KEEP_ALIVE_MS;
    if (crowded === (sweeping !== undefined)) return;
    clearInterval(sweeping);
    // Node's own timer runs on with the long time for who fell idle before the crowd came.
    sweeping = crowded ? setInterval(() => uses.endIdle(CROWDED_KEEP_ALIVE_MS), SWEEP_INTERVAL_MS).unref() : undefined;
  };
  server.on('connection', (socket) => {
    count(1);
    socket.once('close', () => count(-1));
  });

  let complainedAt = -Infinity;
  server.on('drop', () => {
    if (performance.now() - complainedAt < COMPLAINT_INTERVAL_MS) return;
    complainedAt = performance.now();
    logger.warn({ connectionsMax: max }, 'CONNECTIONS_MAX is reached; new connections are closed until others end');
  });
  return server;
}
