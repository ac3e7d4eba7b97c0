/** How wide a line on a cover may be, in units of the 200 × 300 drawing. */
export const MEASURE = 164;

/** About how many em a line is wide in a bold grotesque. */
export function widthOf(line: string): number {
  let em = 0;
  for (const letter of line) em += letterWidth(letter);
  return em;
}

/** The line as it is when it fits the measure; otherwise without its last words, or else letters, and with "…". */
export function cutLine(line: string, size: number): string {
  if (widthOf(line) * size <= MEASURE) return line;
  let rest = line;
  do {
    const space = rest.lastIndexOf(' ');
    rest = space > 0 ? rest.slice(0, space) : Array.from(rest).slice(0, -1).join('');
  } while (rest !== '' && widthOf(`${rest}…`) * size > MEASURE);
  return `${rest}…`;
}

function letterWidth(letter: string): number {
  if (letter === ' ') return 0.24;
  if (/[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7a3…]/u.test(letter)) return 0.9;
  if (/[mwMW]/u.test(letter)) return 0.9;
  if (/[ijlftrI.,:;'’\-1]/u.test(letter)) return 0.36;
  return /\p{Lu}/u.test(letter) ? 0.69 : 0.58;
}
