import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { confirm, summaryOf } from '#rehearse/confirm.js';
import { readOptions, type Options } from '#rehearse/options.js';
import { tokenFor } from '#testing/token.js';

const REMOTE = ['--url', 'https://pagedrop.example', '--token', tokenFor(3600)];

function optionsOf(...args: string[]): Options {
  const options = readOptions(args, {});
  if (options === 'help') throw new Error('no options');
  return options;
}

/** Asks at a terminal on which somebody types this; undefined: nobody is there. */
function askOf(options: Options, typed: string | undefined, told = new AbortController()) {
  const input = Object.assign(new PassThrough(), typed === undefined ? {} : { isTTY: true });
  const output = new PassThrough();
  const answer = confirm(options, { input, output }, told.signal);
  if (typed !== undefined) input.write(typed);
  return { answer, asked: () => String(output.read() ?? '') };
}

describe('the summary', () => {
  it('says what will happen on a server that runs already, and that readers feel it', () => {
    expect(summaryOf(optionsOf(...REMOTE, '--passes', '1'))).toBe(
      '20,000 throw-away readers and a throw-away coupon of 1 pass on https://pagedrop.example. They wait 10 s for the opening and tap within 3 s after it. Real readers will feel the load. All of it is deleted afterwards.',
    );
  });

  it('says that nothing else is touched here', () => {
    expect(summaryOf(optionsOf())).toContain('on a Pagedrop that is started here for them alone and thrown away.');
  });
});

describe('confirm', () => {
  it.each([
    ['y\n', true],
    ['YES\n', true],
    ['\n', false],
    ['n\n', false],
    ['yeah no\n', false],
  ])('takes %j for %s', async (typed, goes) => {
    const { answer, asked } = askOf(optionsOf(...REMOTE), typed);
    expect(await answer).toBe(goes);
    expect(asked()).toContain('Go on? [y/N]');
  });

  it('takes Ctrl-C for no', async () => {
    const told = new AbortController();
    const { answer } = askOf(optionsOf(...REMOTE), '', told);
    told.abort();
    expect(await answer).toBe(false);
  });

  it('does not ask when told so, nor when it loads nobody else', async () => {
    expect(await askOf(optionsOf(...REMOTE, '--yes'), undefined).answer).toBe(true);
    expect(await askOf(optionsOf(), undefined).answer).toBe(true);
  });

  it('refuses where there is nobody to ask', async () => {
    await expect(askOf(optionsOf(...REMOTE), undefined).answer).rejects.toThrow(
      'There is no terminal to ask at. Read the lines above, and if you mean it, add --yes.',
    );
  });
});
