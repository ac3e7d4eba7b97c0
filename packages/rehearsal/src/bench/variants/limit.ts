import path from 'node:path';
import { startServer } from '#bench/variants/start-server.js';
import type { Variant } from '#bench/variants/variant.js';

/** How fast the same transaction in the same batches can be with nothing around it. */
export const limit: Variant = {
  name: 'limit',
  title: 'the limit: node:http, pg, the same batches',
  workloads: ['issue', 'drop', 'refusals'],
  answersEarly: false,
  start: ({ databaseUrl, jwtSecret }) =>
    startServer(path.join(import.meta.dirname, 'limit-server.js'), {
      DATABASE_URL: databaseUrl,
      JWT_SECRET: jwtSecret,
    }),
};
