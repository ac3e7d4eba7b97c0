import type { Reader } from '#rehearse/crowd/reader.js';

export interface DoubleTaps {
  /** Readers who tapped twice at once and were told of a pass. */
  readonly winners: number;
  /** Of them, those whose two answers were one and the same pass. */
  readonly samePass: number;
}

export function doubleTapsOf(readers: readonly Pick<Reader, 'doubles' | 'passes' | 'refusals'>[]): DoubleTaps {
  const winners = readers.filter(({ doubles, passes }) => doubles && passes.length > 0);
  const same = winners.filter(
    ({ passes, refusals }) => refusals.length === 0 && new Set(passes.map(({ code }) => code)).size === 1,
  );
  return { winners: winners.length, samePass: same.length };
}
