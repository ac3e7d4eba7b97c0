import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startServer } from '#bench/variants/start-server.js';
import type { Place, Variant } from '#bench/variants/variant.js';

/** The built server, as `npm start` runs it. */
const SERVER_PROGRAM = path.join(
  path.dirname(fileURLToPath(import.meta.resolve('@pagedrop/server/open-database.js'))),
  'main.js',
);

const common = { workloads: ['issue', 'drop', 'refusals', 'events'], answersEarly: false } as const;

/** One transaction per request, behind the coupon's row lock: how it is usually done. */
export const rowLock: Variant = {
  ...common,
  name: 'row-lock',
  title: 'this server, row lock per request',
  start: (place) => thisServer(place, { ISSUE_BATCH_MAX: '1' }),
};

/** This server, with settings of one's own. */
export function thisServer({ databaseUrl, jwtSecret }: Place, settings: Readonly<Record<string, string>> = {}) {
  return startServer(SERVER_PROGRAM, { DATABASE_URL: databaseUrl, JWT_SECRET: jwtSecret, ...settings });
}

export const groupCommit: Variant = {
  ...common,
  name: 'group-commit',
  title: 'this server, group commit',
  start: (place) => thisServer(place),
};
