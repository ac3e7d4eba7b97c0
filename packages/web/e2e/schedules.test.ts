import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { breaches } from './breaches.ts';
import { launchBrowser } from './browser.ts';
import { SCREENSHOTS } from './screenshots.ts';
import { visitAsStaff } from './staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' };
const mark = `E${process.pid}`;

const logIn = (path: string, options: BrowserContextOptions = {}) =>
  visitAsStaff(browser, path, { ...DESK, ...options });

async function chooseBook(page: Page): Promise<void> {
  await page.getByRole('combobox', { name: '책' }).fill('앨리스');
  await page
    .getByRole('option', { name: /이상한 나라의 앨리스/ })
    .first()
    .click();
}

/** Nothing is under way any more: what it looks like then. */
const settled = (page: Page) => page.locator('.app-loader, .MuiSkeleton-root').first().waitFor({ state: 'detached' });

const shot = (page: Page, name: string) =>
  page.screenshot({ path: `${SCREENSHOTS}/schedules-${name}.png`, fullPage: true });

test('codes are ordered after a summary, made while one looks, and taken as a file', async () => {
  const { page, leave } = await logIn('/admin/couponBatches/create');
  await chooseBook(page);
  await page.getByLabel('번호 모양').fill(`${mark}-????`);
  await page.getByText('?가 8개 이상 있어야 해요').waitFor();
  await page.getByLabel('번호 수').fill('20000');
  await page.getByLabel('시작').fill('2026-01-01T12:00');
  await page.getByLabel('끝', { exact: false }).last().fill('2099-01-01T12:00');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByText('번호를 아무도 짐작하지 못하게 하려면').waitFor();
  await shot(page, 'batch-refused');

  await page.getByLabel('번호 모양').fill(`${mark}-?????-?????`);
  await page.getByText('?가 10개예요').waitFor();
  await page.getByRole('button', { name: '저장' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('비공개 쿠폰 20,000개').waitFor();
  await dialog.getByText('저장하는 즉시 열려요.').waitFor();
  expect(await dialog.getByRole('button', { name: '만들기' }).isDisabled()).toBe(true);
  await dialog.getByLabel('이용권 수').fill('20,000');
  await shot(page, 'batch-summary');
  await dialog.getByRole('button', { name: '만들기' }).click();
  await page.getByText('만드는 중').waitFor();
  await shot(page, 'batch-running');
  await page.getByText('다 만듦 · 20,000개').waitFor({ timeout: 60_000 });

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '번호 CSV' }).click();
  await (await download).cancel();
  await page.reload();
  await page.getByText('만들기가 끝남').waitFor();
  await page.getByText('인쇄용 번호 만들기', { exact: true }).waitFor(); // the server itself, in words
  await page.getByText('쿠폰 20,000개를 만들었어요').waitFor();
  await settled(page);
  await shot(page, 'batch-done');
  expect(await breaches(page)).toEqual([]);

  // 20,000 of them are newer than every drop, and in nobody's way until they are asked for.
  await page.getByRole('link', { name: '모두 보기' }).first().click();
  const codes = page.getByRole('row', { name: new RegExp(mark) });
  await codes.first().waitFor();
  await page.goto(new URL('/admin/coupons?filter={}', page.url()).href);
  await page.getByRole('row').nth(1).waitFor();
  await settled(page);
  expect(await codes.count()).toBe(0);
  await shot(page, 'coupons-without-printed');
  await page.getByLabel('인쇄용 번호도 보기').check();
  await codes.first().waitFor();
  await settled(page);
  expect(await breaches(page)).toEqual([]);
  await leave();
});

test('a recurring drop is confirmed, makes its coupons, follows an edit, pauses and resumes', async () => {
  const { page, leave } = await logIn('/admin/recurringDrops/create');
  await chooseBook(page);
  await page.getByLabel('번호 모양').fill(`${mark}-{yyyymmdd}`);
  await expect.poll(() => page.getByRole('complementary').getByRole('listitem').count(), { timeout: 15_000 }).toBe(7);
  await page.getByText(`첫날의 번호: ${mark}-20`).waitFor();
  await shot(page, 'drop-create');
  await page.getByRole('button', { name: '저장' }).click();
  const dialog = page.getByRole('dialog');
  /** Between noon and one in Seoul it opens at once, and says so. */
  const typePasses = async (passes: string) => {
    const typed = dialog.getByLabel('이용권 수');
    if (await typed.isVisible()) await typed.fill(passes);
  };
  await dialog.getByText('매일 12:00 KST · 500장, 독자마다 하루 한 장').waitFor();
  await typePasses('500');
  await shot(page, 'drop-summary');
  await dialog.getByRole('button', { name: '저장' }).click();
  await page.getByRole('heading', { name: '매일 12:00 KST · 500장' }).waitFor();
  await page
    .getByRole('link', { name: new RegExp(`^${mark}-20\\d{6}$`) })
    .first()
    .waitFor();

  await page.getByRole('link', { name: '수정' }).click();
  await page.getByLabel('하루 이용권').fill('600');
  await page.getByRole('button', { name: '저장' }).click();
  await dialog.getByText(/아직 열리지 않은 쿠폰 \d개도 함께 바뀌어요/).waitFor();
  await typePasses('600');
  await shot(page, 'drop-edit');
  await dialog.getByRole('button', { name: '저장' }).click();
  await page.getByText('0 / 600').first().waitFor();

  await page.getByRole('button', { name: '멈추기' }).click();
  await dialog.getByRole('button', { name: '멈추기' }).click();
  await page.getByText('앞으로 열리지 않아요.').waitFor();
  await page.getByRole('button', { name: '다시 시작' }).click();
  await dialog.getByRole('button', { name: '다시 시작' }).click();
  await page.getByRole('button', { name: '멈추기' }).waitFor();
  await page.reload();
  await page.getByText('0 / 600').first().waitFor();
  await settled(page);
  await shot(page, 'drop-show');
  expect(await breaches(page)).toEqual([]);
  await leave();
});

describe.each([
  ['ko-KR', 'light', 1024, 'Asia/Seoul'],
  ['en-GB', 'dark', 1024, 'Europe/Berlin'],
  ['ko-KR', 'dark', 390, 'Asia/Seoul'],
  ['en-GB', 'light', 390, 'Europe/Berlin'],
] as const)('%s, %s, %i px', (locale, colorScheme, width, timezoneId) => {
  test.each(['couponBatches', 'couponBatches/create', 'recurringDrops', 'recurringDrops/create'])(
    '%s fits the screen and is read by everybody',
    async (path) => {
      const options: BrowserContextOptions = {
        locale,
        colorScheme,
        timezoneId,
        viewport: { width, height: 800 },
        reducedMotion: 'reduce',
      };
      const { page, leave } = await logIn(`/admin/${path}`, options);
      // A form, the rows, or what stands there while there are none.
      await page.locator('form input, table tbody tr, h2').first().waitFor();
      await settled(page);
      await shot(page, `${path.replace('/', '-')}-${locale}-${colorScheme}-${width}`);
      expect(await breaches(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
      await leave();
    },
  );
});
