import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { tryLock } from '#platform/file-lock.js';
import { StartupError } from '#platform/startup-error.js';

/** Longer than PostgreSQL may take to start or to stop. */
const TURN_MS = 120_000;

/**
 * Does the work while nobody else starts or stops anything in the data folder.
 * @throws StartupError when others do for two minutes
 */
export async function inTurn<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const file = path.join(dataDir, 'turn.lock');
  for (const deadline = Date.now() + TURN_MS; Date.now() < deadline; await setTimeout(50)) {
    const release = tryLock(file, 'alone');
    if (!release) continue;
    try {
      return await work();
    } finally {
      release();
    }
  }
  throw new StartupError(
    `Another Pagedrop has been starting or stopping on ${dataDir} for two minutes. Stop that one first.`,
  );
}

export interface FolderUse {
  /** Ends the use; true when nobody else uses the folder. Ask in turn. */
  readonly leave: () => boolean;
}

/**
 * Marks the data folder as used by this process. Ask in turn.
 * @throws StartupError naming the other one when both want to be the only server
 */
export function useDataFolder(dataDir: string, purpose: string, exclusive: boolean): FolderUse {
  const file = path.join(dataDir, 'in-use.lock');
  const nameFile = path.join(dataDir, 'in-use-by');
  const release = tryLock(file, exclusive ? 'first' : 'shared');
  if (!release) {
    throw new StartupError(
      `The data in ${dataDir} is in use by ${readFileSync(nameFile, 'utf8')}. ` +
        'Stop that one first, or set DATA_DIR to another folder.',
    );
  }
  if (exclusive) writeFileSync(nameFile, `${purpose} (process ${process.pid})`);
  return {
    leave() {
      release();
      const releaseAll = tryLock(file, 'alone');
      releaseAll?.();
      return releaseAll !== undefined;
    },
  };
}
