import path from 'node:path';
import { startServer } from '#bench/variants/start-server.js';
import type { Variant } from '#bench/variants/variant.js';

/** As fast as one Node process can be: HTTP, the token, and a constant. */
export const ceiling: Variant = {
  name: 'ceiling',
  title: 'the ceiling: node:http, token, constant',
  workloads: ['refusals', 'events'],
  answersEarly: false,
  start: ({ jwtSecret }) => startServer(path.join(import.meta.dirname, 'ceiling-server.js'), { JWT_SECRET: jwtSecret }),
};
