import { z } from 'zod';
import { optionalText, requiredText } from '#admin/staff-input.js';
import { AUTHOR_MAX, COVER_URL_MAX, DESCRIPTION_MAX, TITLE_MAX } from '#catalog/book-limits.js';
import { isCoverAddress } from '#catalog/covers/cover-address.js';

/** The rules of a book; an import holds its lines against the same. */
export const bookInput = z.object({
  title: requiredText(TITLE_MAX),
  author: requiredText(AUTHOR_MAX),
  description: optionalText(DESCRIPTION_MAX),
  coverUrl: z
    .string()
    .trim()
    .max(COVER_URL_MAX)
    .nullish()
    .transform((url) => url || null)
    .refine((url) => url === null || isCoverAddress(url) || isHttps(url), {
      error: 'expected an address that begins with https://, or an uploaded cover',
      params: { reason: 'NOT_HTTPS' },
    }),
});

function isHttps(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:' && url.startsWith('https://');
}
