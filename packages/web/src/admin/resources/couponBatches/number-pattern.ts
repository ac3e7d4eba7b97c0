/** What the server puts for each `?`: characters that nobody mistakes for another. */
const ALPHABET = '34679ACDEFGHJKMNPQRTUWXY';
/** The server's bound: of so many possible numbers at most one works. */
const ROOM_PER_NUMBER = 1e8;

/** How many `?` a pattern has, and how many it takes so that nobody guesses one of `count` numbers. */
export function roomOf(pattern: string, count: number): { has: number; needs: number } {
  const needs = Math.ceil(Math.log(Math.max(count, 1) * ROOM_PER_NUMBER) / Math.log(ALPHABET.length));
  return { has: pattern.split('?').length - 1, needs };
}

/** Numbers as they may look. Only to look at: the server makes its own. */
export function exampleNumbers(pattern: string, howMany: number): string[] {
  const letter = () => ALPHABET.charAt(Math.floor(Math.random() * ALPHABET.length));
  return Array.from({ length: howMany }, () => pattern.trim().toUpperCase().replaceAll('?', letter));
}
