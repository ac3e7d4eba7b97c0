import type { Config } from '#config.js';

/**
 * What a worker must be told beside our own environment. For it every database is a given one, so that it starts,
 * migrates and loads nothing; what follows from the embedded one is therefore said here.
 */
export function workerEnvironment(config: Config, databaseUrl: string, jwtSecret: string): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    JWT_SECRET: jwtSecret,
    PLAYGROUND: config.playground ? 'on' : 'off',
    INTROSPECTION: config.introspection ? 'on' : 'off',
  };
}
