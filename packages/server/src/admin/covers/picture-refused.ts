import { z } from 'zod';
import { PublicError } from '#platform/errors.js';

/** What the program that reads pictures says of one that it refuses. */
export const refusal = z.discriminatedUnion('reason', [
  z.object({ reason: z.literal(['NOT_A_PICTURE', 'DAMAGED']) }),
  z.object({ reason: z.literal('TOO_MANY_PIXELS'), width: z.int(), height: z.int(), limit: z.int() }),
]);

export type Refusal = z.infer<typeof refusal>;

/** In words, for who chose the picture. */
export function pictureRefused(refusal: Refusal): PublicError {
  return new PublicError('BAD_USER_INPUT', { reason: refusal.reason, message: sentence(refusal) });
}

function sentence(refusal: Refusal): string {
  switch (refusal.reason) {
    case 'NOT_A_PICTURE':
      return 'This is no picture that can be a cover. Send a JPEG, PNG, WebP, AVIF or GIF; save an SVG or HEIC as one of them first.';
    case 'DAMAGED':
      return 'The picture is damaged and cannot be read to its end. Save or download it again, and send that.';
    case 'TOO_MANY_PIXELS': {
      const [width, height] = [refusal.width, refusal.height].map((n) => n.toLocaleString('en'));
      return `The picture has ${width} × ${height} pixels; ${refusal.limit / 1_000_000} million are the most. Make it smaller: 800 × 1200 is enough.`;
    }
  }
}
