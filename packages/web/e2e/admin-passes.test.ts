import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { putOnPage } from './books.ts';
import { breaches } from './breaches.ts';
import { cardOf, launchBrowser, register, visit, ticketCode } from './browser.ts';
import { SCREENSHOTS } from './screenshots.ts';
import { visitAsStaff } from './staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visitAsAdministrator = (path: string, options: BrowserContextOptions = {}) =>
  visitAsStaff(browser, path, { viewport: { width: 1024, height: 768 }, ...options });

async function takePass(page: Page, title: string): Promise<{ username: string }> {
  const reader = await register(page);
  await cardOf(page, title).getByRole('button', { name: '이용권 받기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '닫기' }).click();
  return reader;
}

/** Does what a button of the page does, with a reason. */
async function act(page: Page, name: string, answers: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await answers(dialog);
  await dialog.getByLabel(/이유/).fill(`${name}: 시험`);
  await dialog.getByRole('button').last().click();
  await dialog.waitFor({ state: 'detached' });
}

test('support finds the last pass of a drop by its code, gives it to the next reader, and the story tells it', async () => {
  const book = putOnPage({ totalQuantity: 1 });
  const reader = await visit(browser);
  const { username } = await takePass(reader.page, book.title);
  await cardOf(reader.page, book.title).getByRole('link', { name: '받았어요 · 1번째' }).click();
  const code = await ticketCode(reader.page, book.title);

  const { page, leave } = await visitAsAdministrator('/admin/userCoupons');
  await page.getByRole('row').nth(1).waitFor();
  await page.getByPlaceholder('코드, 독자, 쿠폰 번호').fill(code.replaceAll('-', '').toLowerCase());
  const row = page.getByRole('row', { name: new RegExp(code) });
  await row.getByRole('link', { name: username }).waitFor();
  await expect.poll(() => page.getByRole('row').count(), { timeout: 15_000 }).toBe(2);
  await page.screenshot({ path: `${SCREENSHOTS}/admin-passes.png` });
  await row.getByText(code).click();

  await page.getByRole('heading', { name: code, exact: true }).waitFor();
  await page.getByRole('button', { name: '회수', exact: true }).click();
  const confirm = page.getByRole('dialog').getByRole('button', { name: '회수하기' });
  await page.getByRole('dialog').getByLabel(/이유/).fill('시험');
  expect(await confirm.isDisabled()).toBe(true); // whether it goes back to stock has no answer of its own
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await act(page, '회수', (dialog) => dialog.getByLabel(/네, 다음 독자가/).check());
  await page.getByText('회수해서 재고로 돌려놓았어요').waitFor();
  await page.getByText('“회수: 시험”').waitFor();
  expect(await breaches(page)).toEqual([]);
  await page.screenshot({ path: `${SCREENSHOTS}/admin-pass.png` });

  const next = await visit(browser);
  await takePass(next.page, book.title);
  await cardOf(next.page, book.title).getByRole('link', { name: '받았어요 · 2번째' }).waitFor();
  await page.goto(`${inject('address')}/admin/auditEntries`);
  await page
    .getByRole('row', { name: new RegExp(`이용권을 회수함.*${book.number}`) })
    .getByText('이용권을 회수함')
    .click();
  await page.getByText('재고로 돌아온 수').waitFor();
  expect(await breaches(page)).toEqual([]);
  await Promise.all([leave(), reader.leave(), next.leave()]);
});

test('an administrator makes an account whose password is handed over, and its first log-in is logged out by him', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/users/create');
  const username = `상담${Date.now() % 1_000_000}`;
  await page.getByRole('heading', { name: '사용자 만들기' }).waitFor();
  await page.getByLabel('아이디').fill(username);
  await page.getByRole('button', { name: '비밀번호 만들어 넣기' }).click();
  const password = await page
    .getByLabel(/비밀번호/)
    .first()
    .inputValue();
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('heading', { name: username, exact: true }).waitFor();

  const support = await visit(browser, '/admin/users', { viewport: { width: 1024, height: 768 } });
  await support.page.getByLabel('아이디').fill(username);
  await support.page.getByLabel('비밀번호', { exact: true }).fill(password);
  await support.page.getByRole('button', { name: '로그인', exact: true }).click();
  // Support looks: nothing to select rows for, nothing to create.
  await support.page.getByRole('row', { name: new RegExp(username) }).waitFor();
  expect(await support.page.getByRole('checkbox').count()).toBe(0);
  expect(await support.page.getByRole('link', { name: '만들기' }).count()).toBe(0);

  await page.reload();
  await page.getByRole('button', { name: '모든 곳에서 로그아웃' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '로그아웃시키기' }).click();
  await page.getByText('모든 곳에서 로그아웃시킴').waitFor();
  await support.page.getByRole('link', { name: '기록' }).click();
  await support.page.getByLabel('비밀번호', { exact: true }).waitFor();
  expect(await breaches(page)).toEqual([]);
  await Promise.all([leave(), support.leave(/401/)]);
});

test.each(['light', 'dark'] as const)('on a phone in %s a row tells code, reader and state at once', async (scheme) => {
  const book = putOnPage();
  const reader = await visit(browser);
  const { username } = await takePass(reader.page, book.title);
  const { page, leave } = await visitAsAdministrator('/admin/userCoupons', {
    viewport: { width: 390, height: 844 },
    colorScheme: scheme,
    reducedMotion: 'reduce',
  });
  const row = page.getByRole('row', { name: new RegExp(`[0-9A-Z-]{19}.*${username} · ${book.number}.*미사용`, 's') });
  const state = row.getByText('미사용');
  await state.waitFor();
  const edges = await state.evaluate((chip) => [chip.getBoundingClientRect().left, chip.getBoundingClientRect().right]);
  expect(Math.min(...edges)).toBeGreaterThan(0);
  expect(Math.max(...edges)).toBeLessThan(390);
  expect(await breaches(page)).toEqual([]);
  await page.screenshot({ path: `${SCREENSHOTS}/admin-passes-390-${scheme}.png` });
  await row.getByRole('checkbox').check();
  await page.getByText('1개 선택했어요').waitFor();
  await row.getByRole('checkbox').uncheck();
  await row.getByText(username).click();
  await page.getByRole('heading', { name: /^[0-9A-Z-]{19}$/ }).waitFor();
  await Promise.all([leave(), reader.leave()]);
});
