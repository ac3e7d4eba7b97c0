import { coverHash } from '#components/cover/cover-hash.ts';

/** The colours of one plate. `text` is readable on `ground`; `figure` and `second` are for shapes only. */
export interface Plate {
  ground: string;
  figure: string;
  second: string;
  text: string;
}

/** The geometric figures of the series. */
export type FigureName = 'arc' | 'grid' | 'wave' | 'sun';

/** Everything that makes one cover differ from the next. */
export interface CoverDesign {
  plate: Plate;
  figure: FigureName;
  /** 0–3: the figure's arrangement. */
  variant: number;
}

const FIGURES: readonly [FigureName, ...FigureName[]] = ['arc', 'grid', 'wave', 'sun'];

const VERMILION: Plate = { ground: '#d2402b', figure: '#f6c7a4', second: '#8e2114', text: '#fff8ef' };
const PLATES: readonly Plate[] = [
  { ground: '#1e2b52', figure: '#eab54d', second: '#4763a6', text: '#f7f2e6' },
  { ground: '#efe6d3', figure: '#e8412b', second: '#17141f', text: '#17141f' },
  { ground: '#29574a', figure: '#d6e3b4', second: '#143a30', text: '#f4f3e4' },
  { ground: '#e3ab3c', figure: '#7b2d1c', second: '#f6dc98', text: '#2b1a0d' },
  { ground: '#562848', figure: '#f2a79b', second: '#8d4b78', text: '#fbf0ea' },
  { ground: '#a9cbd9', figure: '#1d4661', second: '#f3efe2', text: '#0f2431' },
  { ground: '#26222d', figure: '#ff6a52', second: '#5b5467', text: '#f5f0e8' },
  { ground: '#ecbfae', figure: '#97301f', second: '#fbe6da', text: '#391510' },
  { ground: '#b7cdb9', figure: '#255041', second: '#eef1dc', text: '#13281f' },
];

/**
 * Part of every hash. Chosen so that the novels of the initial data differ in plate or figure from one another; another
 * value gives every book another face.
 */
const EDITION = 'tl9';

/** The face of a book without a picture: decided by its title and author, and by nothing else. */
export function coverDesign(title: string, author: string): CoverDesign {
  const hash = coverHash(`${EDITION}\n${title.normalize('NFC')}\n${author.normalize('NFC')}`);
  const choice = hash % 10;
  return {
    plate: PLATES[choice] ?? VERMILION,
    figure: FIGURES[Math.floor(hash / 10) % FIGURES.length] ?? FIGURES[0],
    variant: Math.floor(hash / 40) % 4,
  };
}
