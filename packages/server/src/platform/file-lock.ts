import { DatabaseSync } from 'node:sqlite';

/**
 * `shared`: beside other `shared` ones and one `first`. `first`: beside `shared` ones, but only one of its kind.
 * `alone`: beside nothing.
 */
export type LockKind = 'shared' | 'first' | 'alone';

const STATEMENT = {
  shared: 'begin; select * from sqlite_schema',
  first: 'begin immediate',
  alone: 'begin exclusive',
} as const satisfies Record<LockKind, string>;
const SQLITE_BUSY = 5;

/**
 * A lock of the operating system on a file, which ends with its holder however that ends: nothing to judge as stale,
 * also between containers that cannot see each other's processes. Node has such locks only inside its SQLite;
 * the file stays empty.
 * @returns what lets go of it; undefined when others hold it
 */
export function tryLock(file: string, kind: LockKind): (() => void) | undefined {
  const database = new DatabaseSync(file);
  try {
    database.exec(STATEMENT[kind]);
    return () => {
      if (database.isOpen) database.close();
    };
  } catch (error) {
    database.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) return undefined;
    throw error;
  }
}
