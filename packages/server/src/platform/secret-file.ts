import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { StartupError } from '#platform/startup-error.js';
import { sqlState as errorCode } from '#platform/sql-state.js';

/**
 * A secret that is made once, from 48 random bytes, and kept in the data folder for its owner's eyes only.
 * @throws StartupError when the folder cannot be written to
 */
export function readSecretFile(dataDir: string, name: string): string {
  const file = path.join(dataDir, name);
  try {
    mkdirSync(dataDir, { recursive: true });
    if (!existsSync(file)) writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 });
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartupError(
      `DATA_DIR ${dataDir} cannot be written to (${errorCode(error) ?? 'unknown reason'}): choose a folder that can.`,
    );
  }
}
