import { cutLine, MEASURE, widthOf } from '#components/cover/text-width.ts';

/** A title set on a cover: its lines and the size they are set in, in units of the 200 × 300 drawing. */
export interface TitleSetting {
  lines: string[];
  size: number;
}

const SMALLEST = 19;
const MOST_LINES = 4;
/** Largest first; the first one in which the title fits wins. */
const SIZES = [62, 52, 44, 38, 33, 29, 25, 22, SMALLEST];
const DEEPEST = 128;
/** Line height as a share of the size. */
export const TITLE_LEADING = 1.16;

/** Sets a title as large as it goes, in at most four lines, broken between words whenever the words fit. */
export function titleLines(title: string): TitleSetting {
  const words = title.trim().split(/\s+/u);
  for (const size of SIZES) {
    const lines = breakLines(words, MEASURE / size);
    const fits = lines.every((line) => widthOf(line) * size <= MEASURE);
    if (fits && lines.length <= MOST_LINES && lines.length * size * TITLE_LEADING <= DEEPEST) return { lines, size };
  }
  return { lines: squeeze(words), size: SMALLEST };
}

function breakLines(words: readonly string[], measure: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= measure) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A title that fits in no size: four lines, still broken between words, the rest cut. */
function squeeze(words: readonly string[]): string[] {
  const measure = MEASURE / SMALLEST;
  const lines = breakLines(
    words.flatMap((word) => splitWord(word, measure)),
    measure,
  );
  if (lines.length <= MOST_LINES) return lines;
  // What follows makes the last line too long for sure, and its end is cut at a word again.
  return [...lines.slice(0, MOST_LINES - 1), cutLine(lines.slice(MOST_LINES - 1).join(' '), SMALLEST)];
}

/** A word that is longer than a line on its own, in pieces of a line each; every other word as it is. */
function splitWord(word: string, measure: number): string[] {
  const pieces = [''];
  for (const letter of word) {
    const last = pieces.at(-1) ?? '';
    if (widthOf(last + letter) <= measure) pieces[pieces.length - 1] = last + letter;
    else pieces.push(letter);
  }
  return pieces;
}
