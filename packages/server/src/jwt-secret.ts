import type { Config } from '#config.js';
import { readSecretFile } from '#platform/secret-file.js';
import { StartupError } from '#platform/startup-error.js';

/**
 * The key that signs access tokens: the given one, or one made once and kept beside the embedded database.
 * @throws StartupError when there is none and a database of one's own is given: several servers must share it
 */
export function jwtSecretOf({ jwtSecret, databaseUrl, dataDir }: Config): string {
  if (jwtSecret !== undefined) return jwtSecret;
  if (databaseUrl !== undefined) {
    throw new StartupError(
      'JWT_SECRET is needed when DATABASE_URL is set, the same on every server: make one with: openssl rand -base64 48',
    );
  }
  return readSecretFile(dataDir, 'jwt-secret');
}
