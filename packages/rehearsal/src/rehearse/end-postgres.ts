import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** Ends the PostgreSQL of a data folder when its server was killed and could not do it; nothing when none runs. */
export async function endPostgres(dataDir: string): Promise<void> {
  const pid = postmasterOf(dataDir);
  if (pid === undefined) return;
  process.kill(pid, 'SIGQUIT'); // PostgreSQL's word for: at once
  while (postmasterOf(dataDir) !== undefined) await setTimeout(50);
}

/** The process that `postmaster.pid` names; undefined when it is gone, or there is none. */
function postmasterOf(dataDir: string): number | undefined {
  const file = path.join(dataDir, 'postgres', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  try {
    process.kill(pid, 0);
    return pid;
  } catch {
    return undefined;
  }
}
