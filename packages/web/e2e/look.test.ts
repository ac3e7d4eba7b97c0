import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { putOnPage } from './books.ts';
import { breaches } from './breaches.ts';
import { cardOf, launchBrowser, register, visit } from './browser.ts';
import { SCREENSHOTS } from './screenshots.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

describe.each([
  ['390', { width: 390, height: 844 }],
  ['1280', { width: 1280, height: 900 }],
] as const)('at %s px', (name, viewport) => {
  test.each(['light', 'dark'] as const)(
    'the page in %s has its pictures, its font, and no barrier',
    async (colorScheme) => {
      const { title } = putOnPage();
      const { page, leave } = await visit(browser, '/', { viewport, colorScheme, reducedMotion: 'reduce' });
      const shoot = (what: string) =>
        page.screenshot({ path: path.join(SCREENSHOTS, `${what}-${name}-${colorScheme}.png`), fullPage: true });

      await cardOf(page, title).waitFor();
      await page.evaluate(() => document.fonts.ready);
      expect(await page.evaluate(() => document.fonts.check('16px "Pretendard Variable"', '가'))).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
      await shoot('events');
      expect(await breaches(page)).toEqual([]);

      await page.getByRole('button', { name: '회원가입' }).click();
      await shoot('register');
      expect(await breaches(page)).toEqual([]);
      await page.keyboard.press('Escape');

      await register(page);
      await cardOf(page, title).getByRole('button', { name: '이용권 받기' }).click();
      await cardOf(page, title)
        .getByRole('link', { name: /받았어요/ })
        .waitFor();
      await shoot('arrived');
      await page.goto(`${inject('address')}/my-passes`);
      await page.getByText(title).first().waitFor();
      await shoot('my-passes');
      expect(await breaches(page)).toEqual([]);
      await leave();
    },
  );
});

test('every button can be hit by a thumb', async () => {
  const { page, leave } = await visit(browser);
  await page.getByRole('article').first().waitFor();
  const heights = await page
    .getByRole('article')
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  await leave();
});

test('the playground works without the internet', async () => {
  const { page, leave } = await visit(browser, '/graphql', { viewport: { width: 1280, height: 900 } });
  const foreign: string[] = [];
  page.on('request', (request) => void (request.url().startsWith(inject('address')) || foreign.push(request.url())));
  await page.reload();
  await page.getByRole('button', { name: /Execute query/ }).click();
  await page.getByText('activeEventBooks').nth(1).waitFor();
  await page.screenshot({ path: path.join(SCREENSHOTS, 'playground.png') });
  expect(foreign.filter((url) => url.startsWith('http'))).toEqual([]);
  await leave();
});
