import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { darkTokens, lightTokens } from '#admin/palette.ts';

const css = readFileSync(path.resolve(import.meta.dirname, '../styles/tokens.css'), 'utf8');
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');

test.each([
  ['light', light, lightTokens],
  ['dark', dark, darkTokens],
])('the admin has the colours of the page, %s', (_, block, tokens) => {
  const inCss = Object.keys(tokens).map((name) => [name, new RegExp(`${name}: (#\\w+);`).exec(block)?.[1]]);
  expect(tokens).toEqual(Object.fromEntries(inCss));
});
