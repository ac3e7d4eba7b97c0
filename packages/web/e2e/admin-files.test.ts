import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { breaches } from './breaches.ts';
import { launchBrowser } from './browser.ts';
import { SCREENSHOTS } from './screenshots.ts';
import { visitAsStaff } from './staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visitAsAdministrator = (path: string, options?: BrowserContextOptions) => visitAsStaff(browser, path, options);

const choose = (page: Page, text: string, name = '책.csv') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const mark = () => randomBytes(4).toString('hex');
const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true });

test('what the filters show leaves as a file, and the page stays', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/books');
  await page.getByPlaceholder('제목이나 지은이').fill('이광수');
  const button = page.getByRole('button', { name: /내보내기 \(\d+\)/ });
  await expect.poll(() => button.textContent(), { timeout: 15_000 }).toMatch(/\([1-9]\)/); // of that author, and not of all
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  expect(file.suggestedFilename()).toMatch(/^pagedrop-책-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
  const rows = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n').slice(1);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter((row) => !row.includes('이광수'))).toEqual([]);
  await page.getByText('내려받기를 시작했어요').waitFor();
  await page.getByRole('row').nth(1).waitFor();
  await page.goto(`${inject('address')}/admin/auditEntries`);
  await page
    .getByRole('row', { name: /책 목록을 내려받음 책 내려받기/ })
    .first()
    .waitFor();
  await picture(page, 'admin-log');
  await leave();
});

test('a download that the server refuses is said in words, on the same page', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/books');
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes('ExportBooks')) return route.fallback();
    return route.fulfill({ json: { data: { exportBooks: { url: '/staff/exports/made-up' } } } });
  });
  await page.getByRole('button', { name: /내보내기/ }).click();
  await page.getByText('내려받기가 너무 늦었어요').waitFor();
  expect(new URL(page.url()).pathname).toBe('/admin/books');
  await leave(/404/);
});

test('a file is looked at, mended, confirmed and imported', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/imports');
  const title = `가져온 책 ${mark()}`;
  await choose(page, `제목,저자\n${title},이광수\n,심훈\n`);
  await page.getByText('1줄을 고쳐야 해요').waitFor();
  const [, first] = await page.getByRole('row').allTextContents();
  expect(first).toContain('비어 있어요');
  expect(await page.getByRole('button', { name: '가져오기', exact: true }).count()).toBe(0);

  await page.getByRole('button', { name: '다른 파일' }).click();
  await choose(page, `제목,저자\n${title},이광수\n상록수 ${mark()},심훈\n`);
  await page.getByText('새로 만들 것: 책 2권').waitFor();
  await page.getByRole('button', { name: '가져오기', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '가져오기' }).click();
  await page.getByText('새로 만들었어요: 책 2권').waitFor();
  await page.getByRole('link', { name: '책 보기' }).click();
  await page.getByText(title).first().waitFor();
  await leave();
});

test('a file that is none is refused in words', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/imports');
  await choose(page, 'title,author,colour\n무정,이광수,red\n');
  await page.getByText('모르는 칸이 있어요').waitFor();
  await page.getByText(/“colour”/).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await leave(/400/);
});

test.each([
  ['desk', 1280, 'light', 'ko-KR'],
  ['desk-dark', 1280, 'dark', 'en-GB'],
  ['phone', 390, 'light', 'ko-KR'],
  ['phone-dark', 390, 'dark', 'en-GB'],
] as const)('pictures of the import page: %s', async (name, width, colorScheme, locale) => {
  const { page, leave } = await visitAsAdministrator('/admin/imports', {
    viewport: { width, height: 844 },
    colorScheme,
    locale,
  });
  await page.locator('input[type=file]').waitFor({ state: 'attached' });
  await picture(page, `imports-${name}`);
  const good = Array.from(
    { length: 12 },
    (_, n) => `IMP-${mark().toUpperCase()}-${n},무정,1000,,2027-01-08 12:00,2027-01-15 12:00,3,30`,
  );
  const header = '쿠폰 번호,책 제목,수량,공개,시작,종료,사용 기한(일),열람 기간(일)';
  await choose(page, [header, ...good, 'X,없는 책,0,,내일,2027-01-15 12:00,3,30', good[0]].join('\n'), '쿠폰.csv');
  await page.getByRole('table').waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width); // the table scrolls, the page does not
  expect(await breaches(page)).toEqual([]);
  await picture(page, `imports-problems-${name}`);
  await page.getByRole('button', { name: /다른 파일|Another file/ }).click();
  await choose(page, [header, ...good].join('\n'), '쿠폰.csv');
  await page.getByRole('button', { name: /^(가져오기|Import)$/ }).click();
  await page.getByRole('dialog').waitFor();
  await page.waitForTimeout(400); // until it has faded in
  await picture(page, `imports-confirm-${name}`);
  await page.goto(`${inject('address')}/admin/books`);
  await page.getByRole('button', { name: /내보내기|Export/ }).waitFor();
  await picture(page, `exports-${name}`);
  await leave();
});
