import { pino, type Logger } from 'pino';

export type { Logger } from 'pino';

/** One JSON line per event on standard error, so that standard output stays for people. */
export function createLogger(level: string): Logger {
  return pino(
    { level, redact: ['req.headers.authorization', 'req.headers.cookie'] },
    pino.destination({ fd: 2, sync: true }),
  );
}
