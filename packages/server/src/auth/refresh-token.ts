import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { parse, stringify } from 'uuid';

const SESSION_BYTES = 16;
const SECRET_BYTES = 32;

/** A refresh token: `text` goes to the client, only `hash` (of `secret`) is kept, `sessionId` says where. */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: Buffer;
  readonly hash: Buffer;
  readonly text: string;
}

/** Makes a new random token for a session. */
export function createRefreshToken(sessionId: string): RefreshToken {
  return refreshToken(sessionId, randomBytes(SECRET_BYTES));
}

/**
 * The token that follows this one, always the same for the same salt (HKDF, RFC 5869). The salt must be random: whoever
 * has an old token must not be able to work out the next, nor whoever reads the database.
 */
export function successorOf({ sessionId, secret }: RefreshToken, salt: Uint8Array): RefreshToken {
  const next = hkdfSync('sha256', secret, salt, 'pagedrop refresh token', SECRET_BYTES);
  return refreshToken(sessionId, Buffer.from(next));
}

/** Undefined when the text has not the form of a token of ours. */
export function readRefreshToken(text: string): RefreshToken | undefined {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== SESSION_BYTES + SECRET_BYTES) return undefined;
  try {
    return refreshToken(stringify(bytes.subarray(0, SESSION_BYTES)), bytes.subarray(SESSION_BYTES));
  } catch {
    return undefined; // 16 bytes that are no UUID
  }
}

function refreshToken(sessionId: string, secret: Buffer): RefreshToken {
  const text = Buffer.concat([parse(sessionId), secret]).toString('base64url');
  return { sessionId, secret, hash: sha256(secret), text };
}

/** The secret has 256 random bits, so a plain fast hash keeps it (no salt, no stretching). */
function sha256(secret: Uint8Array): Buffer {
  return createHash('sha256').update(secret).digest();
}
