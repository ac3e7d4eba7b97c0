import { z } from 'zod';

/** As the server bounds it: what is larger need not be sent. */
export const COVER_BYTES_MAX = 10 * 1024 * 1024;

/** Why a picture did not become a cover: the server's reason, or its error's code when it gives none. */
export class CoverRefused extends Error {
  readonly reason: string;

  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

interface UploadOptions {
  /** Of the session, good now; null: nobody is logged in any more. */
  readonly accessToken: string | null;
  readonly signal: AbortSignal;
  /** From 0 to 1; at 1 the server has it and makes a cover of it. */
  readonly onProgress: (share: number) => void;
}

const stored = z.object({ url: z.string() });
const refused = z.object({
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string(), reason: z.string().optional() }) }))
    .nonempty(),
});

/**
 * Sends a picture; the address that a book names its cover by. Not with `fetch`, which cannot tell how far it is.
 * @throws CoverRefused, with the reason NETWORK when no answer came; or the signal's reason
 */
export async function uploadCover(picture: Blob, options: UploadOptions): Promise<string> {
  const { accessToken, signal, onProgress } = options;
  if (picture.size > COVER_BYTES_MAX) throw new CoverRefused('TOO_LARGE', '');
  signal.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const request = new XMLHttpRequest();
  request.open('POST', '/staff/covers');
  if (accessToken !== null) request.setRequestHeader('authorization', `Bearer ${accessToken}`);
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
  request.upload.addEventListener('load', () => onProgress(1));
  request.addEventListener('load', () => settle(request.responseText, resolve, reject));
  request.addEventListener('error', () => reject(new CoverRefused('NETWORK', '')));
  request.addEventListener('abort', () => reject(signal.reason));
  const stop = () => request.abort();
  signal.addEventListener('abort', stop);
  request.send(picture);
  try {
    return await promise;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function settle(body: string, resolve: (url: string) => void, reject: (error: CoverRefused) => void): void {
  const answer = parseJson(body);
  const { data: kept } = stored.safeParse(answer);
  if (kept) return resolve(kept.url);
  const [error] = refused.safeParse(answer).data?.errors ?? [];
  // Whatever a proxy says in between, no cover has come of it.
  if (!error) return reject(new CoverRefused('NETWORK', ''));
  reject(new CoverRefused(error.extensions.reason ?? error.extensions.code, error.message));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
