import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { z } from 'zod';
import { fileProblem } from '#admin/imports/file-problem.js';
import { importFile, tryImport, type ImportContext, type ImportFile } from '#admin/imports/import-file.js';
import { FILE_BYTES_MAX } from '#admin/imports/import-limits.js';
import { OPERATORS } from '#auth/role.js';
import { readBody } from '#platform/http/read-body.js';

export interface ReceiveImportsOptions {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => ImportContext;
  /** Sends away what can wait while the server is behind. */
  readonly shed: onRequestHookHandler;
}

const query = z.object({ dryRun: z.enum(['true', 'false']), confirm: z.string().max(200).optional() });

/** `POST /staff/imports?dryRun=true`: the body is the file; the answer says line by line what it would do, or did. */
export async function receiveImports(http: FastifyInstance, { contextOf, shed }: ReceiveImportsOptions): Promise<void> {
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null)); // read below, bounded, by who may send one
    scope.post('/staff/imports', { onRequest: shed }, async (request, reply) => {
      const context = contextOf(request, reply);
      await context.requireRole(OPERATORS);
      const asked = query.safeParse(request.query).data;
      if (!asked) throw fileProblem('BAD_FORMAT', 'Say dryRun=true, or dryRun=false with the confirm of the dry run.');
      const file = { format: formatOf(request), bytes: await readBody(request.raw, FILE_BYTES_MAX) };
      const isDry = asked.dryRun === 'true';
      return isDry ? tryImport(context, file) : importFile(context, file, asked.confirm ?? '');
    });
  });
}

function formatOf({ headers }: FastifyRequest): ImportFile['format'] {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type === 'text/csv') return 'csv';
  if (type === 'application/json') return 'json';
  throw fileProblem('BAD_TYPE', 'Send a CSV file as text/csv, or a JSON file as application/json.');
}
