import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
    if (!existsSync(file)) create(file);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new StartupError(
      `DATA_DIR ${dataDir} cannot be written to (${errorCode(error) ?? 'unknown reason'}): choose a folder that can.`,
    );
  }
}

/** Written whole before it gets its name, which only one can give: of two that start at once, both read the same secret. */
function create(file: string): void {
  const own = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(own, randomBytes(48).toString('base64url'), { mode: 0o600, flush: true });
  try {
    linkSync(own, file);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(own);
  }
}
