import { existsSync } from 'node:fs';
import path from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Files under assets/ carry their content's hash in their name. */
const FOREVER = 'public, max-age=31536000, immutable';

/** The staff's page has a build of its own in this folder; its router knows every address below. */
const ADMIN = 'admin';

/** Serves the built pages; any address that is no file is a page itself, whose router knows it. */
export async function serveWebPage(http: FastifyInstance, root: string): Promise<void> {
  const built = existsSync(path.join(root, 'index.html'));
  if (built) {
    await http.register(serveStatic, {
      root,
      cacheControl: false,
      preCompressed: true, // the build left a compressed twin beside each text file
      setHeaders: (reply, file) => {
        reply.header('cache-control', isHashed(path.relative(root, file)) ? FOREVER : 'no-cache');
      },
    });
  }
  http.setNotFoundHandler((request, reply) => {
    if (['GET', 'HEAD'].includes(request.method) && request.headers.accept?.includes('text/html')) {
      if (built) return reply.header('cache-control', 'no-cache').sendFile(pageOf(request.url));
      return reply.status(404).type('text/plain').send('The page is not built. Run: npm start');
    }
    return reply
      .status(404)
      .send({ errors: [{ message: 'Nothing is here. The API is POST /graphql.', extensions: { code: 'NOT_FOUND' } }] });
  });
}

function isHashed(file: string): boolean {
  const [first, second] = file.split(path.sep);
  return (first === ADMIN ? second : first) === 'assets';
}

function pageOf(url: string): string {
  return /^\/admin(?:[/?]|$)/.test(url) ? `${ADMIN}/index.html` : 'index.html';
}
