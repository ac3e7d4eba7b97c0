import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, register, visit } from './browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('every mistake in the form is said at its field, and nothing is half-done', async () => {
  const { page, leave } = await visit(browser);
  const { username } = await register(page);
  await page.getByRole('button', { name: '로그아웃' }).click();

  await page.getByRole('button', { name: '회원가입' }).click();
  const dialog = page.getByRole('dialog');
  const submit = dialog.getByRole('button', { name: '가입하기' });
  await dialog.getByLabel('아이디').fill(username);
  await dialog.getByLabel('비밀번호', { exact: true }).fill('short');
  await submit.click();
  await dialog.getByText('비밀번호는 8자 이상 128자 이하여야 해요').waitFor();
  expect(await dialog.getByLabel('비밀번호', { exact: true }).getAttribute('aria-invalid')).toBe('true');

  await dialog.getByLabel('비밀번호', { exact: true }).fill('password123');
  await submit.click();
  await dialog.getByText('너무 흔한 비밀번호예요').waitFor();

  await dialog.getByLabel('비밀번호', { exact: true }).fill('아무도 모르는 문장');
  await submit.click();
  await dialog.getByText('이미 쓰고 있는 아이디예요').waitFor();

  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('banner').getByRole('button', { name: '로그인' }).click();
  await dialog.getByLabel('아이디').fill(username);
  await dialog.getByLabel('비밀번호', { exact: true }).fill('틀린 비밀번호');
  await dialog.getByRole('button', { name: '로그인', exact: true }).click();
  await dialog.getByText('아이디나 비밀번호가 맞지 않아요').waitFor();
  await leave();
});

test('the whole way works by keyboard alone', async () => {
  const { page, leave } = await visit(browser, '/', { viewport: { width: 1280, height: 900 } });
  await page.getByRole('article').first().waitFor();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('본문으로 건너뛰기');
  const opener = page.getByRole('button', { name: '회원가입' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByLabel('아이디').waitFor();
  await page.keyboard.press('Escape');
  expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

  const { username } = await register(page);
  const account = page.getByRole('group', { name: `${username} 님` });
  await account.waitFor();
  await expect.poll(() => account.evaluate((group) => group.contains(document.activeElement))).toBe(true);
  await leave();
});

test('an English browser gets an English page', async () => {
  const { page, leave } = await visit(browser, '/', { locale: 'en-GB' });
  await page.getByRole('button', { name: 'Log in to get it' }).first().waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await leave();
});

test('an address that is none says so and leads back', async () => {
  const { page, leave } = await visit(browser, '/no/such/page');
  await page.getByRole('link', { name: '이벤트로 돌아가기' }).click();
  await page.getByRole('article').first().waitFor();
  expect(new URL(page.url()).pathname).toBe('/');
  await leave();
});
