import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { breaches } from './breaches.ts';
import { launchBrowser, register, visit } from './browser.ts';
import { SCREENSHOTS } from './screenshots.ts';
import { logIn, visitAsStaff } from './staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const DESK: BrowserContextOptions = { viewport: { width: 1024, height: 768 } };

const visitAsAdministrator = (path: string, options: BrowserContextOptions = {}) =>
  visitAsStaff(browser, path, { ...DESK, ...options });

/** The list of the books narrowed: other tests have added theirs. */
const booksFoundBy = (search: string) => `/admin/books?filter=${encodeURIComponent(JSON.stringify({ search }))}`;

test('one comes back to where one wanted to go, stays logged in, and logging out is real', async () => {
  const { page, leave } = await visit(browser, '/admin/books?perPage=10', DESK);
  await logIn(page, { username: inject('administrator').username, password: 'wrong' });
  await page.getByText('아이디나 비밀번호가 맞지 않아요').waitFor();
  await logIn(page);
  await page.getByRole('heading', { name: '책', exact: true }).waitFor();
  expect(new URL(page.url()).search).toContain('perPage=10');

  await page.reload();
  await page.getByRole('row').nth(1).waitFor();
  // The page of readers knows it too.
  await page.goto(inject('address'));
  await page.getByRole('group', { name: `${inject('administrator').username} 님` }).waitFor();

  await page.goto(`${inject('address')}/admin/books`);
  await page.getByRole('button', { name: inject('administrator').username }).click();
  await page.getByRole('menuitem', { name: '로그아웃' }).click();
  await page.getByLabel('아이디').waitFor();
  await page.goto(`${inject('address')}/admin/books`);
  await page.getByLabel('아이디').waitFor();
  await leave(/401/);
});

test('a session that ended elsewhere leads to the login page, and from there back to the place', async () => {
  const { page, leave } = await visitAsAdministrator(booksFoundBy('이광수'));
  await page
    .getByRole('row', { name: /이광수/ })
    .getByText('무정')
    .last()
    .click();
  await page.getByRole('heading', { name: '책 · 무정' }).waitFor();
  const place = page.url();
  // By the cookie alone: this page is told nothing.
  await page.request.post(`${inject('address')}/graphql`, { data: { query: 'mutation Logout { logout }' } });
  await page.getByRole('link', { name: '수정' }).click();
  await page.getByLabel('아이디').waitFor();
  await logIn(page);
  await page.getByRole('heading', { name: '책 · 무정' }).waitFor();
  expect(page.url()).toContain(new URL(place).pathname.replace('/show', ''));
  await leave(/401/);
});

test('what can’t be reached is said in words, and nobody is logged out', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/books');
  await page.getByRole('row').nth(2).waitFor();
  await page.context().setOffline(true);
  await page.getByPlaceholder('제목이나 지은이').fill('무정');
  await page
    .getByText(/서버에서 답을 받지 못했어요|인터넷에 연결되어 있지 않/)
    .first()
    .waitFor();
  await page.context().setOffline(false);
  await page.reload();
  await page
    .getByRole('row', { name: /이광수/ })
    .getByText('무정')
    .last()
    .waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await leave(/ERR_INTERNET_DISCONNECTED|Failed to load/);
});

test('a reader is told whom the page is for', async () => {
  const { page, leave } = await visit(browser, '/', DESK);
  const { username } = await register(page);
  await page.goto(`${inject('address')}/admin/books`);
  await page.getByRole('heading', { name: '직원만 쓰는 페이지예요' }).waitFor();
  await page.getByText(username).waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await leave(/403/);
});

test('two operators: the second is told, and nothing is overwritten', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/books/create');
  const title = `두 사람의 책 ${process.pid}`;
  await page.getByLabel('제목').fill(title);
  await page.getByLabel('지은이').fill('첫 사람');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('link', { name: '수정' }).click();
  const author = page.getByLabel('지은이');
  await author.waitFor();

  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByLabel('지은이').fill('둘째 사람');
  await other.getByRole('button', { name: '저장' }).click();
  await other.getByRole('heading', { name: '기록' }).waitFor();

  await author.fill('늦은 사람');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByText('그 사이 다른 사람이 바꿨어요').waitFor();
  await page.getByRole('button', { name: '최신 내용 불러오기' }).click();
  await expect.poll(() => author.inputValue(), { timeout: 15_000 }).toBe('둘째 사람');

  await author.fill('늦은 사람');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('heading', { name: '기록' }).waitFor();
  await page.getByText('둘째 사람 → 늦은 사람').waitFor();
  await leave();
});

test('what the server refuses stands at its field', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/books/create');
  await page.getByLabel('제목').fill('가'.repeat(201));
  await page.getByLabel('지은이').fill('누구');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByText('200자 이하여야 해요.').waitFor();
  expect(await page.getByLabel('제목').getAttribute('aria-invalid')).toBe('true');
  await leave();
});

test('a book whose passes readers hold is not deleted, and it is said why', async () => {
  const { page, leave } = await visitAsAdministrator(booksFoundBy('이상한 나라의 앨리스'));
  const row = page.getByRole('row', { name: /이상한 나라의 앨리스/ }).first();
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: '삭제' }).click();
  const dialog = page.getByRole('dialog');
  // A coupon of this book has issued passes in the data of the first start.
  await dialog.getByText(/이용권 \d+장이 나갔어요/).waitFor();
  expect(await dialog.getByRole('button', { name: '삭제' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: '취소' }).click();
  await row.waitFor();
  await leave();
});

describe.each([
  ['ko-KR', 'light', 1280],
  ['en-GB', 'dark', 1024],
  ['ko-KR', 'dark', 390],
] as const)('%s, %s, %i px', (locale, colorScheme, width) => {
  test('the books have no barrier, and the page no sideways scroll', async () => {
    const { page, leave } = await visit(browser, '/admin/books', {
      viewport: { width, height: 844 },
      locale,
      colorScheme,
      reducedMotion: 'reduce',
    });
    const shoot = (what: string) =>
      page.screenshot({ path: `${SCREENSHOTS}/admin-${what}-${width}-${colorScheme}.png`, fullPage: true });
    await page.locator('input[name=username]').waitFor();
    await shoot('login');
    expect(await breaches(page)).toEqual([]);
    await page.locator('input[name=username]').fill(inject('administrator').username);
    await page.locator('input[name=password]').fill(inject('administrator').password);
    await page.keyboard.press('Enter');
    await page.getByRole('row').nth(3).waitFor();
    await shoot('books');
    expect(await breaches(page)).toEqual([]);
    await page.getByRole('row').nth(2).getByRole('cell').nth(2).click();
    await page.getByRole('heading', { name: /기록|History/ }).waitFor();
    await shoot('book');
    expect(await breaches(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    await leave();
  });
});

test('an address without a page says so and leads on', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/nothing');
  await page.getByRole('heading', { name: '없는 페이지예요' }).waitFor();
  expect(await breaches(page)).toEqual([]);
  await page.getByRole('link', { name: '첫 화면으로' }).click();
  await page.getByRole('heading', { name: /안녕하세요/ }).waitFor();
  await leave();
});
