import { describe, expect, it } from 'vitest';
import { parseFlags } from '#bench/flags.js';

describe('parseFlags', () => {
  it('has a default for everything', () => {
    expect(parseFlags([])).toEqual({
      rounds: 3,
      seconds: 3,
      connections: 256,
      variants: ['row-lock', 'group-commit', 'redis-queue', 'limit', 'ceiling'],
      out: 'bench',
      only: undefined,
      quick: false,
    });
  });

  it('takes what it is given', () => {
    const args = ['--rounds', '5', '--seconds=10', '--variants', 'limit, ceiling', '--only', 'rows', '--out', 'x'];
    expect(parseFlags(args)).toMatchObject({
      rounds: 5,
      seconds: 10,
      variants: ['limit', 'ceiling'],
      only: 'rows',
      out: 'x',
    });
    expect(parseFlags(['--help'])).toBe('help');
  });

  it.each([
    [['--rounds', '0'], '--rounds must be a whole number from 1 to 50'],
    [['--seconds', '1.5'], '--seconds must be a whole number from 1 to 60'],
    [['--connections', '-3'], '--connections must be a whole number from 1 to 4096'],
    [['--rounds'], '--rounds wants a value'],
    [['--variants', 'limit,fastest'], '--variants must be some of row-lock,'],
    [['--variants', ''], '--variants wants a value'],
    [['--only', 'everything'], '--only must be one of rows, memory, logins, lists'],
    [['--fast'], 'there is no --fast; --help lists what there is'],
    [['--help', '--fast'], 'there is no --fast'],
    [['--quick=yes'], '--quick stands alone'],
    [['fast'], '"fast" is not a flag'],
  ])('says of %j: %s', (args, sentence) => {
    expect(() => parseFlags(args)).toThrow(sentence);
  });

  it('says everything that is wrong at once', () => {
    expect(() => parseFlags(['--rounds', 'x', '--only', 'y'])).toThrow(/--rounds.*\n--only/);
  });
});
