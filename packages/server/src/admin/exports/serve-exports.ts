import type { FastifyInstance, onRequestHookHandler } from 'fastify';
import { z } from 'zod';
import { beginExport, type BegunExport } from '#admin/exports/begin-export.js';
import type { ExportServices } from '#admin/exports/export-context.js';
import { contentDisposition } from '#admin/exports/file-name.js';
import { EXPORTS_PATH } from '#admin/exports/request-export.js';
import { openCsv, type Csv, type CsvContext } from '#admin/exports/open-csv.js';
import { sendCsv } from '#admin/exports/send-csv.js';
import type { RevokedSessions } from '#auth/revoked-sessions.js';
import type { Database } from '#platform/database.js';
import { PublicError } from '#platform/errors.js';
import type { Logger } from '#platform/logging.js';
import { isTransient } from '#platform/transient.js';

export interface ServeExportsOptions {
  readonly services: CsvContext &
    ExportServices & { readonly database: Database; readonly revokedSessions: Pick<RevokedSessions, 'has'> };
  readonly logger: Logger;
  /** Sends away what can wait while the server is behind. */
  readonly shed: onRequestHookHandler;
}

/** The page downloads in a frame of its own, so that a refusal neither replaces it nor goes unread. */
const FRAMED = "default-src 'none'; frame-ancestors 'self'";
/** However little its reader takes at a time: a snapshot that is held keeps PostgreSQL from tidying up. */
const LIFE_MS = 30 * 60_000;

const parameters = z.object({ '*': z.string() });

/** `GET /staff/exports/<ticket>`: the file, as long as it takes, or a refusal in words before its first byte. */
export function serveExports(http: FastifyInstance, { services, logger, shed }: ServeExportsOptions): void {
  const running = new Set<AbortController>();
  http.addHook('preClose', (done) => {
    for (const one of running) one.abort(new Error('the server stops'));
    done();
  });

  // A wildcard, because a named parameter may not be as long as a ticket. No HEAD: whoever looks ahead would spend it.
  http.get(`${EXPORTS_PATH}*`, { onRequest: shed, exposeHeadRoute: false }, async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'content-security-policy': FRAMED });
    const ticket = services.exportTickets.verify(parameters.parse(request.params)['*']);
    const free = services.exportSlots.take();
    const ending = new AbortController();
    running.add(ending);
    const { signal } = ending;
    const life = setTimeout(() => ending.abort(new Error('its time is over')), LIFE_MS);
    reply.raw.once('close', () => ending.abort(new Error('the client went away')));
    try {
      const begun = await beginExport(services, ticket);
      const csv = await openOrRefuse(services, begun, signal);
      reply.headers({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': contentDisposition(begun.list, request.headers['accept-language']),
      });
      reply.hijack(); // from here on an error must break the file off, and not be sent as its last line
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      await sendCsv(csv, reply.raw, { begun, signal, logger });
    } finally {
      clearTimeout(life);
      running.delete(ending);
      free();
    }
  });
}

/** The log tells of an export that never began, too. @throws PublicError SERVICE_UNAVAILABLE when the database is away */
async function openOrRefuse(services: CsvContext, begun: BegunExport, signal: AbortSignal): Promise<Csv> {
  try {
    return await openCsv(services, begun, signal);
  } catch (error) {
    await begun.end({ rows: 0, isComplete: false }).catch(() => undefined); // the first trouble is the one to tell
    throw isTransient(error) ? new PublicError('SERVICE_UNAVAILABLE') : error;
  }
}
