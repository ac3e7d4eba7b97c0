import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Logger } from '#platform/logging.js';
import type { Redis } from '#platform/redis.js';

/** Ours are a topic and a name. Whatever is longer is not ours, and is not even parsed. */
const BYTES_MAX = 1000;
/** How often a connection that only listens asks whether it is still one. */
const HEARTBEAT_MS = 2000;

const message = z.object({ from: z.string(), topic: z.string(), text: z.string() });
const utf8 = new TextDecoder('utf-8', { fatal: true });

type Hear = (text: string) => void;

/**
 * Hints between the servers that something changed. Nothing may rest on one: it can be lost, come twice, or be made
 * up by whoever reaches Redis. Who hears one looks into the database.
 */
export interface Announcements {
  /** Tells every process, this one at once and the others when Redis carries it. Never throws, never waits: who does not hear it finds out within a second. */
  announce(topic: string, text: string): void;
  /** Called for this process's own announcements and for those of the others. */
  listen(topic: string, hear: Hear): void;
  close(): Promise<void> | void;
}

export function createAnnouncements(redis: Redis | undefined, logger: Logger): Announcements {
  const listeners = new Map<string, Set<Hear>>();
  const deliver = (topic: string, text: string) => {
    for (const hear of listeners.get(topic) ?? []) {
      try {
        hear(text);
      } catch (error) {
        logger.error({ err: error, topic }, 'A listener failed at an announcement');
      }
    }
  };
  const wire = redis && connectWire(redis, deliver);
  return {
    announce(topic, text) {
      deliver(topic, text);
      wire?.send(topic, text);
    },
    listen(topic, hear) {
      listeners.set(topic, (listeners.get(topic) ?? new Set()).add(hear));
    },
    close: () => wire?.close(),
  };
}

/** Sends on the connection of the commands and hears on one of its own, because one that listens can do nothing else. */
function connectWire(redis: Redis, deliver: (topic: string, text: string) => void) {
  // Channels know no database numbers, but who gave two services one Redis with two numbers meant them to be apart.
  const channel = `pagedrop:announcements:${redis.options.db ?? 0}`;
  const self = randomUUID();
  // No command time-out: a Redis that sleeps for a while keeps this connection and sends what it has when it wakes.
  const ear = redis.duplicate({ commandTimeout: undefined, autoResubscribe: false });
  ear.on('error', () => undefined); // the connection of the commands has the same trouble and reports it
  ear.on('ready', () => void ear.subscribe(channel).catch(() => ear.disconnect(true)));
  ear.on('messageBuffer', (_channel: unknown, bytes: unknown) => {
    const heard = read(bytes);
    if (heard && heard.from !== self) deliver(heard.topic, heard.text);
  });
  const heartbeat = setInterval(() => void ear.ping().catch(() => undefined), HEARTBEAT_MS).unref();
  return {
    send(topic: string, text: string): void {
      const written = JSON.stringify({ from: self, topic, text });
      redis.publish(channel, written).catch(() => undefined); // the others find out by themselves
    },
    close(): void {
      clearInterval(heartbeat);
      ear.removeAllListeners('messageBuffer'); // what is on its way already still arrives
      ear.disconnect();
    },
  };
}

/** Undefined for what is not an announcement of ours; anybody with access to Redis can send anything. */
function read(bytes: unknown) {
  if (!Buffer.isBuffer(bytes) || bytes.byteLength > BYTES_MAX) return undefined;
  try {
    return message.safeParse(JSON.parse(utf8.decode(bytes))).data;
  } catch {
    return undefined;
  }
}
