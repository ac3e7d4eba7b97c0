import type { FastifyInstance, FastifyReply, FastifyRequest, onRequestHookHandler } from 'fastify';
import { uploadCover, type CoverContext } from '#admin/covers/upload-cover.js';

export interface ReceiveCoversOptions {
  readonly contextOf: (request: FastifyRequest, reply: FastifyReply) => CoverContext;
  /** Sends away what can wait while the server is behind. */
  readonly shed: onRequestHookHandler;
}

/** `POST /staff/covers`: the body is the picture, whatever type it says it has; the answer, `{ "url": "/covers/…" }`. */
export async function receiveCovers(http: FastifyInstance, { contextOf, shed }: ReceiveCoversOptions): Promise<void> {
  await http.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, done) => done(null)); // the command reads it, bounded
    scope.post('/staff/covers', { onRequest: shed }, async (request, reply) => {
      const url = await uploadCover(contextOf(request, reply), request.raw);
      return reply.status(201).send({ url });
    });
  });
}
