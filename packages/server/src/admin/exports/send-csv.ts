import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { BegunExport } from '#admin/exports/begin-export.js';
import type { Csv } from '#admin/exports/open-csv.js';
import type { Logger } from '#platform/logging.js';

/**
 * Sends a file as fast as its reader takes it: nothing more is read from the database until he has taken the last
 * piece. When anything fails, the connection is reset: a file that is broken off must not look whole, and behind a
 * proxy that speaks HTTP/1.0 an orderly end is all that would tell the two apart.
 */
export async function sendCsv(
  { pieces, rowsRead }: Csv,
  response: ServerResponse,
  { begun, signal, logger }: { begun: BegunExport; signal: AbortSignal; logger: Logger },
): Promise<void> {
  let isComplete = false;
  try {
    for await (const piece of pieces) {
      if (!response.write(piece)) await once(response, 'drain', { signal });
    }
    response.end();
    await once(response, 'finish', { signal });
    isComplete = true;
  } catch (error) {
    const level = signal.aborted ? 'info' : 'error';
    logger[level]({ err: error, list: begun.list.name, rows: rowsRead() }, 'an export was broken off');
    response.socket?.resetAndDestroy();
  }
  await begun.end({ rows: rowsRead(), isComplete });
}
