import type { FastifyInstance } from 'fastify';

/**
 * From `close` on, every answer ends its connection, and one that fell idle without that word is ended here.
 * Otherwise a client that keeps its connection after the last answer would keep us from closing, for over a minute.
 */
export function closeGracefully(http: FastifyInstance): { readonly closing: boolean } {
  const state = { closing: false };
  http.addHook('preClose', (done) => {
    state.closing = true;
    // Keeps nobody alive: a server that never got its port has nobody, and is never closed.
    const timer = setInterval(() => http.server.closeIdleConnections(), 100).unref();
    http.server.once('close', () => clearInterval(timer));
    done();
  });
  http.addHook('onSend', (_request, reply, _payload, done) => {
    if (state.closing) reply.header('connection', 'close');
    done();
  });
  return state;
}
