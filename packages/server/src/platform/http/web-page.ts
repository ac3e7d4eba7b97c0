import { existsSync } from 'node:fs';
import path from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Files under assets/ carry their content's hash in their name. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Serves the built page; any address that is no file is the page itself, whose router knows it. */
export async function serveWebPage(http: FastifyInstance, root: string): Promise<void> {
  const built = existsSync(path.join(root, 'index.html'));
  if (built) {
    await http.register(serveStatic, {
      root,
      cacheControl: false,
      preCompressed: true, // the build left a compressed twin beside each text file
      setHeaders: (reply, file) => {
        reply.header('cache-control', path.relative(root, file).startsWith('assets') ? FOREVER : 'no-cache');
      },
    });
  }
  http.setNotFoundHandler((request, reply) => {
    if (['GET', 'HEAD'].includes(request.method) && request.headers.accept?.includes('text/html')) {
      if (built) return reply.header('cache-control', 'no-cache').sendFile('index.html');
      return reply.status(404).type('text/plain').send('The page is not built. Run: npm start');
    }
    return reply
      .status(404)
      .send({ errors: [{ message: 'Nothing is here. The API is POST /graphql.', extensions: { code: 'NOT_FOUND' } }] });
  });
}
