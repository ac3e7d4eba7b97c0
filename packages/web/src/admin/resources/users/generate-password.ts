/** Of each group that looks alike when it is read out or written down, one at the most. */
const LETTERS = '34679ACDEFGHJKMNPQRTUWXY';
const LENGTH = 16;

/** A password nobody guesses, in groups of four: 24^16 is about 2^73. From the browser's random source. */
export function generatePassword(): string {
  const letters: string[] = [];
  while (letters.length < LENGTH) {
    // A byte past the last whole multiple would make the first letters likelier than the others.
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < 256 - (256 % LETTERS.length)) letters.push(LETTERS.charAt(byte % LETTERS.length));
  }
  return letters.join('').replaceAll(/(.{4})(?=.)/g, '$1-');
}
