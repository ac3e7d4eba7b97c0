import type { FastifyInstance } from 'fastify';
import { COVERS_PATH, isCoverName } from '#catalog/covers/cover-address.js';
import type { Covers } from '#catalog/covers/covers.js';
import { PublicError } from '#platform/errors.js';

/** A name never means another picture. */
const FOREVER = 'public, max-age=31536000, immutable';

/** Serves the uploaded covers to everybody; the page draws one in place of what does not come. */
export function serveCovers(http: FastifyInstance, covers: Pick<Covers, 'get'>): void {
  http.get<{ Params: { name: string } }>(`${COVERS_PATH}:name`, async ({ params: { name }, headers }, reply) => {
    const webp = isCoverName(name) ? await covers.get(name) : undefined;
    if (!webp) throw new PublicError('NOT_FOUND', { message: 'There is no such cover.' });
    const etag = `"${name.replace('.webp', '')}"`;
    void reply.headers({ 'cache-control': FOREVER, etag, 'x-content-type-options': 'nosniff' });
    if (headers['if-none-match']?.includes(etag)) return reply.status(304).send();
    return reply.type('image/webp').send(webp);
  });
}
