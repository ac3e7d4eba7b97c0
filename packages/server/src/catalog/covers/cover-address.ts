import { createHash } from 'node:crypto';

/** Where the covers are served that were uploaded. */
export const COVERS_PATH = '/covers/';

/** The content names it: it can be cached for ever, the same picture is stored once, and no path fits in. */
const COVER_NAME = /^[0-9a-f]{32}\.webp$/;

export function coverNameFor(webp: Buffer): string {
  return `${createHash('sha256').update(webp).digest('hex').slice(0, 32)}.webp`;
}

export function isCoverName(name: string): boolean {
  return COVER_NAME.test(name);
}

/** Whether it is `/covers/…`, as an upload answers it. Whether there is such a picture, the storage knows. */
export function isCoverAddress(url: string): boolean {
  return url.startsWith(COVERS_PATH) && isCoverName(url.slice(COVERS_PATH.length));
}
