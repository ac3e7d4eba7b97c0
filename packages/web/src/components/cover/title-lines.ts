/** A title set on a cover: its lines and the size they are set in, in units of the 200 × 300 drawing. */
export interface TitleSetting {
  lines: string[];
  size: number;
}

/** Largest first; the first one in which the title fits wins. */
const SIZES = [62, 52, 44, 38, 33, 29, 25, 22, 19];
const MEASURE = 164;
const DEEPEST = 128;
/** Line height as a share of the size. */
export const TITLE_LEADING = 1.16;

/** Sets a title as large as it goes, in at most four lines, broken between words whenever the words fit. */
export function titleLines(title: string): TitleSetting {
  const words = title.trim().split(/\s+/u);
  for (const size of SIZES) {
    const lines = breakLines(words, MEASURE / size);
    const fits = lines.every((line) => widthOf(line) * size <= MEASURE);
    if (fits && lines.length <= 4 && lines.length * size * TITLE_LEADING <= DEEPEST) return { lines, size };
  }
  return { lines: squeeze(words.join(' ')), size: 19 };
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

/** A title that fits in no size: four lines, broken anywhere, the rest cut. */
function squeeze(title: string): string[] {
  const lines = [''];
  for (const letter of title) {
    const last = lines.at(-1) ?? '';
    if (widthOf(last + letter) <= MEASURE / 19) lines[lines.length - 1] = last + letter;
    else if (lines.length === 4) return [...lines.slice(0, 3), `${last.slice(0, -1)}…`];
    else lines.push(letter.trimStart());
  }
  return lines;
}

/** About how many em a line is wide in a bold grotesque. */
function widthOf(line: string): number {
  let em = 0;
  for (const letter of line) em += letterWidth(letter);
  return em;
}

function letterWidth(letter: string): number {
  if (letter === ' ') return 0.24;
  if (/[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7a3]/u.test(letter)) return 0.9;
  if (/[mwMW]/u.test(letter)) return 0.9;
  if (/[ijlftrI.,:;'’\-1]/u.test(letter)) return 0.36;
  return /\p{Lu}/u.test(letter) ? 0.69 : 0.58;
}
