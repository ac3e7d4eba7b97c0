import { z } from 'zod';

// A filter may come from an address that somebody typed: what makes no sense is left out, not sent.

export const filterText = z.string().optional().catch(undefined);
export const filterIds = z.array(z.string()).optional().catch(undefined);
export const filterFlag = z.boolean().optional().catch(undefined);
/** One of the server's words, or several of them. */
export const filterWords = <Word extends string>(words: readonly [Word, ...Word[]]) =>
  z
    .union([z.array(z.enum(words)), z.enum(words).transform((word) => [word])])
    .optional()
    .catch(undefined);

/** react-admin makes null of an emptied input; the server says what must not be empty. */
export const formText = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
