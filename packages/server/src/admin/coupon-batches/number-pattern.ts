import { randomCharacter, UNMISTAKABLE } from '#coupons/pass-code.js';

/** How many numbers a pattern must be able to make for each that is made: of 100 million guesses one hits. */
const ROOM_PER_NUMBER = 1e8;

const FORM = /^[A-Z0-9?][A-Z0-9?-]{2,30}[A-Z0-9?]$/;

/** A pattern as somebody typed it, in the form of coupon numbers with `?` for chance; undefined when it can be none. */
export function normalisePattern(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const pattern = typed.normalize('NFKC').trim().toUpperCase();
  return FORM.test(pattern) && pattern.includes('?') ? pattern : undefined;
}

/** A number made by chance; each `?` is one of the characters that nobody mistakes for another. */
export function randomNumber(pattern: string): string {
  return pattern.replaceAll('?', randomCharacter);
}

/** How many `?` a pattern has. */
export function chancesOf(pattern: string): number {
  return pattern.split('?').length - 1;
}

/** How many `?` it takes so that nobody guesses one of so many numbers. */
export function chancesFor(numbers: number): number {
  return Math.ceil(Math.log(numbers * ROOM_PER_NUMBER) / Math.log(UNMISTAKABLE.length));
}
