import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putOnPage } from './books.ts';
import { cardOf, launchBrowser, register, registerInDialog, visit } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a reader registers by tapping, holds a pass, and still does after reload, log-out and log-in', async () => {
  const { title } = putOnPage({ totalQuantity: 1000, issued: 0 });
  const { page, leave } = await visit(browser);
  const card = cardOf(page, title);

  await card.getByRole('button', { name: '로그인하고 받기' }).click();
  const reader = await registerInDialog(page);
  await page.getByRole('dialog').getByRole('button', { name: '닫기' }).click(); // the tap went through
  await card.getByRole('link', { name: '받았어요 · 1번째' }).waitFor();

  await page.reload();
  await card.getByRole('link', { name: '받았어요 · 1번째' }).click();
  const ticket = page.getByRole('article').filter({ hasText: title });
  await ticket.waitFor();
  const code = readCode(await ticket.innerText());

  const storage = await page.evaluate(() =>
    [...Object.values(localStorage), ...Object.values(sessionStorage), document.cookie].join(' '),
  );
  expect(storage).not.toMatch(/eyJ|pagedrop_refresh/); // no token where a script could read it

  await page.getByRole('button', { name: '로그아웃' }).click();
  await page.getByText('로그인하면 받은 이용권을 볼 수 있어요').waitFor();
  await page.reload();
  await page.getByText('로그인하면 받은 이용권을 볼 수 있어요').waitFor();

  await page.getByRole('banner').getByRole('button', { name: '로그인' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('아이디').fill(reader.username);
  await dialog.getByLabel('비밀번호', { exact: true }).fill(reader.password);
  await dialog.getByRole('button', { name: '로그인', exact: true }).click();
  await ticket.waitFor();
  expect(readCode(await ticket.innerText())).toBe(code);
  await leave();
});

test('however fast the button is tapped, one tap sends one mutation', async () => {
  const { title } = putOnPage();
  const { page, operations, leave } = await visit(browser);
  await register(page);
  // A slow answer, so that every further tap falls into the time of waiting.
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('DownloadCoupon'))
      await new Promise((resolve) => setTimeout(resolve, 700));
    await route.continue();
  });
  const button = cardOf(page, title).getByRole('button', { name: '이용권 받기' });
  await button.evaluate((element: HTMLElement) => {
    for (let tap = 0; tap < 10; tap += 1) element.click();
  });
  const waiting = cardOf(page, title).getByRole('button');
  await waiting.dblclick({ force: true, timeout: 500 }).catch(() => undefined);
  await cardOf(page, title)
    .getByRole('link', { name: /받았어요/ })
    .waitFor();
  expect(operations.filter((name) => name === 'DownloadCoupon')).toHaveLength(1);
  await leave();
});

test('an answer that is lost on the way is asked for again, and the pass is there', async () => {
  const { title } = putOnPage();
  const { page, leave } = await visit(browser);
  await register(page);
  let lost = 0;
  await page.route('**/graphql', async (route) => {
    if (lost > 0 || !route.request().postData()?.includes('DownloadCoupon')) return route.continue();
    lost += 1;
    const answer = await route.fetch(); // the server has issued the pass
    return route.fulfill({ status: 502, body: answer.ok() ? 'Bad Gateway' : '' }); // and nobody hears of it
  });
  await cardOf(page, title).getByRole('button', { name: '이용권 받기' }).click();
  await cardOf(page, title).getByRole('link', { name: '받았어요 · 1번째' }).waitFor();
  expect(lost).toBe(1);
  await leave(/502/);
});

test('what is sold out says so and cannot be pressed', async () => {
  const { title } = putOnPage({ totalQuantity: 5, issued: 5, status: 'COMPLETE', visibility: 'KEPT' });
  const { page, operations, leave } = await visit(browser);
  await register(page);
  const button = cardOf(page, title).getByRole('button', { name: '모두 나갔어요' });
  await button.click({ force: true });
  expect(operations).not.toContain('DownloadCoupon');
  await leave();
});

test('of two readers who tap for the last pass one gets it, and the other is told', async () => {
  const { title } = putOnPage({ totalQuantity: 5, issued: 4 });
  const visitors = await Promise.all([visit(browser), visit(browser)]);
  for (const { page } of visitors) await register(page);
  const cards = visitors.map(({ page }) => cardOf(page, title));
  await Promise.all(cards.map((card) => card.getByRole('button', { name: '이용권 받기' }).click()));
  await Promise.all(cards.map((card) => card.getByText(/받았어요 · 5번째|모두 나갔어요/).waitFor()));
  const texts = await Promise.all(cards.map((card) => card.innerText()));
  expect(texts.filter((text) => text.includes('받았어요 · 5번째'))).toHaveLength(1);
  expect(texts.filter((text) => text.includes('모두 나갔어요'))).toHaveLength(1);
  for (const { leave } of visitors) await leave();
});

test('a countdown opens the button by itself, by the server clock', async () => {
  const { title } = putOnPage({ startsAt: '+PT8S', endsAt: '+P1D' });
  const { page, leave } = await visit(browser);
  await register(page);
  const card = page
    .getByRole('article', { name: title })
    .or(page.locator('section').filter({ hasText: title }))
    .first();
  await card.getByRole('button', { name: '이용권 받기' }).click({ timeout: 20_000 });
  const mine = page.getByRole('link', { name: '받았어요 · 1번째' }).first();
  await mine.waitFor();
  expect(await mine.isVisible()).toBe(true);
  await leave();
});

test('a pass is used once, after a question', async () => {
  const { title } = putOnPage();
  const { page, leave } = await visit(browser);
  await register(page);
  await cardOf(page, title).getByRole('button', { name: '이용권 받기' }).click();
  await page.getByRole('dialog').getByRole('link', { name: '내 이용권 보기' }).click();
  const ticket = page.getByRole('article').filter({ hasText: title });
  await ticket.getByRole('button', { name: '이용권 쓰기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '지금 쓰기' }).click();
  await ticket.getByText('사용함').waitFor();
  expect(await ticket.getByRole('button', { name: '이용권 쓰기' }).count()).toBe(0);
  await leave();
});

/** The pass's code as the ticket shows it: four groups of four. */
function readCode(ticket: string): string {
  const [code = ''] = /[0-9A-Z]{4}(\s*[0-9A-Z]{4}){3}/.exec(ticket) ?? [];
  expect(code).not.toBe('');
  return code;
}
