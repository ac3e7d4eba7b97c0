import { createHash } from 'node:crypto';
import { PublicError } from '#platform/errors.js';

/**
 * The digest of everything that a summary says. Who sends it back has read exactly that: when something of it changed
 * meanwhile, be it the book's title or that it opens at once by now, the digest is another.
 */
export function confirmOf(facts: Readonly<Record<string, unknown>>): string {
  const sorted = Object.entries(facts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('base64url');
}

/** @throws PublicError CONFLICT (UNCONFIRMED) when `given` confirms something else than what would be done. */
export function assertConfirmed(given: string, { confirm }: { readonly confirm: string }): void {
  if (given === confirm) return;
  throw new PublicError('CONFLICT', {
    reason: 'UNCONFIRMED',
    message: 'What this does is not, or is no longer, what was confirmed. Read the summary again; nothing was written.',
  });
}
