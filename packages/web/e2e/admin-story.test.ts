import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cardOf, launchBrowser, register, visit, ticketCode } from './browser.ts';
import { SCREENSHOTS } from './screenshots.ts';
import { visitAsStaff } from './staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const COVER = path.resolve(import.meta.dirname, '../../../docs/images/event-page.png');
/** A minute, and the seconds that the form and the server take. */
const UNTIL_OPEN_MS = 90_000;

/** When nothing moves any more. */
async function shot(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400);
  await page.screenshot({ path: `${SCREENSHOTS}/story-${name}.png` });
}

/** The next full minute that is at least so many seconds away, as a field for date and time has it in Seoul. */
function inAMinute(atLeastMs: number): string {
  const minute = new Date(Math.ceil((Date.now() + atLeastMs) / 60_000) * 60_000);
  return new Date(minute.getTime() + 9 * 3_600_000).toISOString().slice(0, 16);
}

/** The operator's day from the first book to the last entry in the log, and two readers in windows of their own. */
test(
  'a drop from its book to its audit log: created, opened, watched, paused, topped up, exported, a pass revoked',
  { timeout: 240_000 },
  async () => {
    const title = `첫눈 ${randomBytes(3).toString('hex')}`;
    const number = `STORY-${randomBytes(3).toString('hex').toUpperCase()}`;
    const operator = await visitAsStaff(browser, '/admin/');
    const { page } = operator;

    // A book with a cover.
    await page.getByRole('link', { name: '책', exact: true }).click();
    await page.getByRole('link', { name: '만들기' }).click();
    await page.getByLabel('제목').fill(title);
    await page.getByLabel('지은이').fill('김연수');
    await page.locator('input[type=file]').setInputFiles(COVER);
    await page.getByText('표지를 올렸어요').waitFor();
    await shot(page, '1-book');
    await page.getByRole('button', { name: '저장' }).click();
    await page.getByText('책을 만듦').waitFor();

    // A coupon that opens in a minute, after its summary was read.
    await page.getByRole('link', { name: '쿠폰', exact: true }).click();
    await page.getByRole('link', { name: '만들기' }).click();
    await page.getByRole('combobox', { name: '책' }).fill(title);
    await page
      .getByRole('option', { name: new RegExp(title) })
      .first()
      .click();
    await page.getByRole('textbox', { name: '번호' }).fill(number);
    await page.getByLabel('이용권 수').fill('2');
    await page.getByLabel('시작').fill(inAMinute(20_000));
    await page.getByRole('button', { name: '저장' }).click();
    const launch = page.getByRole('dialog', { name: /이렇게 열려요/ });
    await launch.getByText(`『${title}』 이용권 2장`).waitFor();
    await shot(page, '2-launch');
    await launch.getByRole('button', { name: '이대로 만들기' }).click();
    await page.getByRole('heading', { name: `쿠폰 · ${number}` }).waitFor();
    await page.getByRole('link', { name: '실시간 보기' }).click();
    await page.getByText('여는 시각까지').waitFor();
    await shot(page, '3-console-before');

    // In another window it counts down and opens; a reader takes a pass.
    const reader = await visit(browser, '/');
    const username = (await register(reader.page)).username;
    const card = cardOf(reader.page, title);
    await card.getByRole('button', { name: /열려요/ }).waitFor();
    await card.locator('img').scrollIntoViewIfNeeded();
    await shot(reader.page, '4-reader-before');
    await card.getByRole('button', { name: '이용권 받기' }).click({ timeout: UNTIL_OPEN_MS });
    await card.getByRole('link', { name: '받았어요 · 1번째' }).waitFor();
    await reader.page.getByRole('dialog').getByRole('button', { name: '닫기' }).click();
    await reader.page.getByRole('link', { name: '내 이용권' }).first().click();
    const code = await ticketCode(reader.page, title);
    await shot(reader.page, '5-reader-ticket');

    // The console shows it. Paused, topped up, resumed.
    await page
      .getByRole('img', { name: '2장 가운데 1장 남음' })
      .or(page.getByRole('img', { name: '2 가운데 1장 남음' }))
      .waitFor();
    const dialog = page.getByRole('dialog');
    await page.getByRole('button', { name: '멈추기' }).click();
    await dialog.getByRole('button', { name: '멈추기' }).click();
    await page.getByRole('status').getByText('멈춰 있어요').waitFor();
    await page.getByRole('button', { name: '더하기' }).click();
    await dialog.getByRole('spinbutton').or(dialog.getByRole('textbox')).fill('8');
    await dialog.getByRole('button', { name: /더하기/ }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '다시 열기' }).click();
    await dialog.getByRole('button', { name: '다시 열기' }).click();
    await page.getByRole('status').getByText('열려 있어요').waitFor();
    await shot(page, '6-console-open');

    // The passes of the coupon as a file.
    await page.getByRole('link', { name: '이용권', exact: true }).click();
    const search = page.getByPlaceholder('코드, 독자, 쿠폰 번호');
    await search.fill(number);
    await expect.poll(() => page.getByRole('row').count(), { timeout: 15_000 }).toBe(2);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: /내보내기/ }).click();
    const csv = readFileSync(await (await download).path(), 'utf8');
    expect(csv.startsWith('\uFEFF')).toBe(true);
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
    expect(csv).toContain(code);
    expect(csv).toContain(username);

    // The pass, found by its code, goes back to stock.
    await search.fill(code.toLowerCase());
    await expect.poll(() => page.getByRole('row').count(), { timeout: 15_000 }).toBe(2);
    await page.getByRole('row').getByText(code).click();
    await page.getByText('이 이용권의 이야기').waitFor();
    await page.getByRole('button', { name: '회수', exact: true }).click();
    await dialog.getByLabel('네, 다음 독자가 받게 해요').check();
    await dialog.getByRole('textbox').fill('잘못 받았다고 해서');
    await shot(page, '7-revoke');
    await dialog.getByRole('button', { name: '회수하기' }).click();
    await page.getByText('회수해서 재고로 돌려놓았어요').waitFor();
    await shot(page, '8-pass');
    await reader.page.reload();
    await reader.page.getByRole('article').filter({ hasText: title }).getByText(/회수/).first().waitFor();
    await reader.leave();

    // The log tells all of it.
    await page.goto(`${inject('address')}/admin/auditEntries`);
    for (const action of [
      '이용권을 회수함',
      '쿠폰을 다시 엶',
      '수량을 늘림',
      '쿠폰을 멈춤',
      '쿠폰을 만듦',
      '책을 만듦',
    ]) {
      await page.getByText(action).first().waitFor();
    }
    await shot(page, '9-audit');
    await operator.leave();
  },
);
