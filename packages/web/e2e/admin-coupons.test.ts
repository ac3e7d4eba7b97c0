import { randomBytes } from 'node:crypto';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { putOnPage } from './books.ts';
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

test('a launch is read before it is made: the warning is loud, and the number of passes is typed', async () => {
  const { page, leave } = await visitAsAdministrator('/admin/coupons/create');
  const title = `새 책 ${randomBytes(3).toString('hex')}`;
  await page.getByRole('combobox', { name: '책' }).fill(title);
  await page.getByRole('option', { name: new RegExp(`${title}.*등록`) }).click();
  const newBook = page.getByRole('dialog', { name: '새 책 등록' });
  await newBook.getByLabel('지은이').fill('지은이');
  await newBook.getByRole('button', { name: '만들기' }).click();
  await newBook.waitFor({ state: 'detached' });

  await page.getByLabel('이용권 수').fill('90000000');
  await page.getByRole('button', { name: '저장' }).click();
  const launch = page.getByRole('dialog', { name: /이렇게 열려요/ });
  await launch.getByText(`『${title}』 이용권 90,000,000장`).waitFor();
  await launch.getByText(/모두가 받게 돼요/).waitFor();
  await launch.getByText(/12:00 \(KST\)에 열려요/).waitFor();
  const confirm = launch.getByRole('button', { name: '이대로 만들기' });
  expect(await confirm.isDisabled()).toBe(true);
  await launch.getByLabel('이용권 수').fill('9000000');
  expect(await confirm.isDisabled()).toBe(true);
  await launch.getByRole('button', { name: '취소' }).click();

  // It was too many: nothing was made, and nothing that was typed is lost.
  await page.getByLabel('이용권 수').fill('3');
  await page.getByRole('button', { name: '저장' }).click();
  await launch.getByText(`『${title}』 이용권 3장`).waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/admin-launch.png` });
  expect(await breaches(page)).toEqual([]);
  await confirm.click();
  await page.getByRole('heading', { name: /쿠폰 · DROP-/ }).waitFor();
  await page.getByText('쿠폰을 만듦').waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}/admin-coupon.png` });

  await page.getByRole('link', { name: '다음 주로 복제' }).click();
  await page.getByRole('heading', { name: '쿠폰 만들기' }).waitFor();
  await expect
    .poll(() => page.getByRole('combobox', { name: '책' }).inputValue(), { timeout: 15_000 })
    .toContain(title);
  expect(await page.getByLabel('이용권 수').inputValue()).toBe('3');
  await leave();
});

test('another language changes the words of a half-filled form, and nothing of what is in it', async () => {
  const { title } = putOnPage();
  const { page, leave } = await visitAsAdministrator('/admin/coupons/create');
  await page.getByRole('combobox', { name: '책' }).fill(title);
  await page
    .getByRole('option', { name: new RegExp(title) })
    .first()
    .click();
  const suggested = await page.getByRole('textbox', { name: '번호' }).inputValue();
  expect(suggested).not.toBe('');
  await page.getByLabel('이용권 수').fill('4321');

  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Create a coupon' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(await page.getByRole('combobox', { name: 'Book' }).inputValue()).toContain(title);
  expect(await page.getByRole('textbox', { name: 'Number' }).inputValue()).toBe(suggested);
  expect(await page.getByLabel('Passes in all').inputValue()).toBe('4321');

  await page.getByRole('button', { name: '한국어' }).click();
  await page.getByRole('heading', { name: '쿠폰 만들기' }).waitFor();
  expect(await page.getByLabel('이용권 수').inputValue()).toBe('4321');

  // The choice outlives the page.
  await page.getByRole('button', { name: 'English' }).click();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.getByRole('heading', { name: 'Create a coupon' }).waitFor();
  await leave();
});

test('a running drop is paused from its page, and keeps what its readers were told', async () => {
  const { title, number } = putOnPage({ issued: 4 });
  const { page, leave } = await visitAsAdministrator('/admin/coupons');
  await page.getByPlaceholder('번호 앞부분이나 책 제목').fill(title);
  await page
    .getByRole('row', { name: new RegExp(number) })
    .getByText(number)
    .click();
  await page.getByRole('heading', { name: `쿠폰 · ${number}` }).waitFor();
  await expect.poll(() => page.getByRole('row', { name: /sample-/ }).count(), { timeout: 15_000 }).toBe(4);
  await page.getByRole('button', { name: '멈추기' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '멈추기' }).click();
  await page.getByText('멈춰 있어요').first().waitFor();

  await page.getByRole('link', { name: '수정' }).click();
  await page.getByText('이미 4장 나갔어요').waitFor();
  expect(await page.getByRole('textbox', { name: '번호' }).isEditable()).toBe(false);
  await page.getByLabel('이용권 수').fill('3');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByText('4 이상이어야 해요.').waitFor();
  await page.getByLabel('이용권 수').fill('4');
  await page.getByRole('button', { name: '저장' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '이대로 저장하기' }).click();
  await page.getByText('모두 나갔어요').first().waitFor();
  await leave(/422/);
});

test('several coupons are closed at once, and each one says what became of it', async () => {
  const [one, other] = [putOnPage(), putOnPage({ totalQuantity: 2, issued: 2, status: 'COMPLETE' })];
  const { page, leave } = await visitAsAdministrator('/admin/coupons?perPage=25');
  for (const { number } of [one, other]) {
    await page.getByPlaceholder('번호 앞부분이나 책 제목').fill(number);
    const row = page.getByRole('row', { name: new RegExp(number) });
    await expect.poll(() => page.getByRole('row').count(), { timeout: 15_000 }).toBe(2);
    await row.getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: '지금 닫기' }).click();
  const dialog = page.getByRole('dialog', { name: '쿠폰 2개를 닫을까요?' });
  await dialog.getByRole('button', { name: '모두 닫기' }).click();
  await dialog.getByText('닫았어요.').waitFor();
  expect(await dialog.getByRole('listitem').allTextContents()).toEqual(
    expect.arrayContaining([expect.stringMatching(`${one.number}.*닫았어요`), expect.stringContaining(other.number)]),
  );
  expect(await breaches(page)).toEqual([]);
  await leave();
});
