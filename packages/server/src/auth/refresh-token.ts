import { createHash, randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';

const SESSION_BYTES = 16;
const SECRET_BYTES = 32;

/** A refresh token taken apart: which session it belongs to, and the hash of its secret as the database keeps it. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly hash: Buffer;
}

/** Makes a new random token for a session. The text goes to the client, only the hash is kept. */
export function createRefreshToken(sessionId: string): RefreshToken & { text: string } {
  const secret = randomBytes(SECRET_BYTES);
  return { sessionId, hash: sha256(secret), text: Buffer.concat([parse(sessionId), secret]).toString('base64url') };
}

/** Undefined when the text has not the form of a token of ours. */
export function readRefreshToken(text: string): RefreshToken | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== SESSION_BYTES + SECRET_BYTES) return undefined;
  try {
    return { sessionId: stringify(bytes.subarray(0, SESSION_BYTES)), hash: sha256(bytes.subarray(SESSION_BYTES)) };
  } catch {
    return undefined; // 16 bytes that are no UUID
  }
}

/** The secret has 256 random bits, so a plain fast hash keeps it (no salt, no stretching). */
function sha256(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest();
}
