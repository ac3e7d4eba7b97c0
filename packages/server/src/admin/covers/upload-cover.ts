import type { IncomingMessage } from 'node:http';
import type { Pictures } from '#admin/covers/pictures.js';
import { recordEntry } from '#audit/record-entry.js';
import type { ViewerContext } from '#auth/auth-context.js';
import { OPERATORS } from '#auth/role.js';
import type { Covers } from '#catalog/covers/covers.js';
import { readBody } from '#platform/http/read-body.js';

const PICTURE_BYTES_MAX = 10 * 1024 * 1024;

export interface CoverContext extends Pick<ViewerContext, 'database' | 'requireRole'> {
  readonly covers: Pick<Covers, 'put'>;
  readonly pictures: Pictures;
}

/**
 * Makes a cover of a picture and keeps it; no book has it yet. Nothing is kept before the whole picture has come and
 * has been read, so an upload that is cut off leaves nothing.
 * @throws PublicError UNAUTHENTICATED or FORBIDDEN before anything is read; BAD_USER_INPUT with what is wrong with the
 * picture; SERVICE_UNAVAILABLE, reason BUSY or STORAGE_DOWN
 * @returns the address that a book names it by
 */
export async function uploadCover(context: CoverContext, request: IncomingMessage): Promise<string> {
  const actor = await context.requireRole(OPERATORS);
  using _place = context.pictures.takePlace();
  const webp = await context.pictures.encode(await readBody(request, PICTURE_BYTES_MAX));
  const url = await context.covers.put(webp);
  await recordEntry(context.database.pool, actor, {
    action: 'cover.upload',
    objectType: 'COVER',
    objectId: url,
    objectLabel: url,
    after: { url, bytes: webp.length },
  });
  return url;
}
