import type { IncomingMessage } from 'node:http';
import { PublicError } from '#platform/errors.js';

const MB = 1024 * 1024;
/** Who sends somewhat too much is heard to the end, or a browser would show no answer; who sends more is cut off. */
const HEARD_FACTOR = 5;

/**
 * Reads a body whole, and never holds more of it than it may have.
 * @throws PublicError BAD_USER_INPUT with the reason TOO_LARGE, or CUT_OFF when the client went away in the middle
 */
export async function readBody(request: IncomingMessage, limitBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes * HEARD_FACTOR) throw tooLarge(limitBytes);
  let parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of request) {
      if (!Buffer.isBuffer(part)) throw new TypeError('a body is bytes');
      bytes += part.length;
      if (bytes <= limitBytes) parts.push(part);
      else parts = [];
      if (bytes > limitBytes * HEARD_FACTOR) break;
    }
  } catch (error) {
    if (!request.destroyed) throw error;
    throw new PublicError('BAD_USER_INPUT', { reason: 'CUT_OFF', message: 'The upload was cut off. Send it again.' });
  }
  if (bytes > limitBytes) throw tooLarge(limitBytes);
  return Buffer.concat(parts);
}

function tooLarge(limitBytes: number): PublicError {
  return new PublicError('BAD_USER_INPUT', {
    reason: 'TOO_LARGE',
    message: `The file is too large: ${limitBytes / MB} MB at the most.`,
  });
}
