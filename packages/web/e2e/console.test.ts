import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createPagedropClient, TopUpCouponDocument, type PagedropClient } from '@pagedrop/sdk';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { putOnPage } from './books.ts';
import { launchBrowser, visit } from './browser.ts';
import { type Credentials, logIn } from './staff.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const CREATE_STAFF = path.resolve(import.meta.dirname, '../../server/dist/commands/create-admin.js');

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A reader or somebody of the staff, without a browser. */
async function apiClient(log: (client: PagedropClient) => Promise<unknown>): Promise<PagedropClient> {
  const client = createPagedropClient({ url: `${inject('address')}/graphql` });
  await log(client);
  return client;
}

const newReader = () =>
  apiClient((client) => client.register(`reader-${randomBytes(5).toString('hex')}`, '봄 여름 가을 겨울'));

async function couponIdOf(number: string): Promise<string> {
  const { username, password } = inject('administrator');
  const client = await apiClient((each) => each.login(username, password));
  // A top-up of one answers with the coupon, and needs no operation of its own here.
  const variables = { couponNumber: number, by: 1, operationId: crypto.randomUUID() };
  const { topUpCoupon } = await client.send(TopUpCouponDocument, variables);
  if (topUpCoupon.__typename !== 'StaffCoupon') throw new Error(topUpCoupon.__typename);
  return topUpCoupon.id;
}

/** The console of a coupon that has `totalQuantity` passes, open on a phone. */
async function openConsole(
  totalQuantity: number,
  { options, staff = inject('administrator') }: { options?: BrowserContextOptions; staff?: Credentials } = {},
) {
  const { title, number } = putOnPage({ totalQuantity: totalQuantity - 1 });
  const id = await couponIdOf(number);
  const visitor = await visit(browser, `/admin/coupons/${id}/console`, options);
  await logIn(visitor.page, staff);
  await visitor.page.getByRole('heading', { name: title }).waitFor();
  return { ...visitor, number, title };
}

const stock = (page: Page, words: string) => page.getByRole('img', { name: words }).waitFor();

describe('the console of a drop', () => {
  test('shows passes as they go, pauses, resumes and closes', async () => {
    const { page, number, leave } = await openConsole(3);
    await stock(page, '3 가운데 3장 남음');
    await (await newReader()).downloadCoupon(number);
    await stock(page, '3 가운데 2장 남음');

    await page.getByRole('button', { name: '멈추기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('남은 2장은 그대로 두고, 나간 1장은 받은 사람이 그대로 가져요').waitFor();
    await dialog.getByRole('button', { name: '멈추기' }).click();
    await page.getByText('멈췄어요. 2장이 남아 있어요.').waitFor();
    await page.getByRole('status').getByText('멈춰 있어요').waitFor();
    expect((await (await newReader()).downloadCoupon(number)).__typename).toBe('CouponPaused');
    await page.getByText('거절 1번').waitFor();

    await page.getByRole('button', { name: '다시 열기' }).click();
    await dialog.getByRole('button', { name: '다시 열기' }).click();
    await page.getByRole('status').getByText('열려 있어요').waitFor();

    await page.getByRole('button', { name: '지금 닫기' }).click();
    await dialog.getByText('닫으면 다시 열 수 없어요').waitFor();
    await dialog.getByRole('button', { name: '완전히 닫기' }).click();
    await page.getByRole('status').getByText('닫았어요').waitFor();
    const topUp = page.getByRole('button', { name: '더하기 닫은 드롭이에요' });
    expect(await topUp.getAttribute('aria-disabled')).toBe('true');
    await leave();
  });

  test('adds once, however often one presses after an answer that was lost', async () => {
    const { page, leave } = await openConsole(10);
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      if (lost > 0 || !(route.request().postData() ?? '').includes('topUpCoupon(')) return route.fallback();
      lost += 1;
      await route.fetch(); // the server does it, and nobody hears
      return route.abort();
    });
    await page.getByRole('button', { name: '더하기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '+50', exact: true }).click();
    await dialog.getByText('전체가 10장에서 60장이 되고').waitFor();
    await dialog.getByRole('button', { name: '50장 더하기' }).click();
    await dialog.getByText('다시 눌러도 한 번만 더해져요').waitFor();
    expect(await dialog.getByLabel('몇 장을 더할까요?').isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '50장 더하기' }).click();
    await page.getByText('더했어요. 이제 60장이 남아 있어요.').waitFor();
    await stock(page, '60 가운데 60장 남음');
    expect(lost).toBe(1);
    await leave(/ERR_FAILED/);
  });

  test('keeps the number after a failure that was no refusal, whatever the next attempt says', async () => {
    const { page, leave } = await openConsole(10);
    const codes = ['SERVICE_UNAVAILABLE', 'TOO_MANY_REQUESTS'];
    await page.route('**/graphql', async (route) => {
      if (!(route.request().postData() ?? '').includes('topUpCoupon(')) return route.fallback();
      const code = codes.shift();
      if (code === undefined) return route.fallback();
      if (code === 'SERVICE_UNAVAILABLE') await route.fetch(); // it fails after its COMMIT
      return route.fulfill({ json: { errors: [{ message: 'No.', extensions: { code } }] } });
    });
    await page.getByRole('button', { name: '더하기' }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('몇 장을 더할까요?');
    await dialog.getByRole('button', { name: '+50', exact: true }).click();
    await dialog.getByRole('button', { name: '50장 더하기' }).click();
    await dialog.getByText('더해졌는지 아직 알 수 없어요').waitFor();
    expect(await field.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '50장 더하기' }).click();
    await dialog.getByText('더해졌는지 아직 알 수 없어요').waitFor({ state: 'hidden' });
    await dialog.getByRole('alert').waitFor();
    expect(await field.isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '50장 더하기' }).click();
    await page.getByText('더했어요. 이제 60장이 남아 있어요.').waitFor();
    await stock(page, '60 가운데 60장 남음');
    await leave();
  });

  test('lowers to no less than what is out', async () => {
    const { page, number, leave } = await openConsole(20);
    await (await newReader()).downloadCoupon(number);
    await stock(page, '20 가운데 19장 남음');
    await page.getByRole('button', { name: '줄이기' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('전체를 몇 장으로 할까요?').fill('0');
    expect(await dialog.getByRole('button', { name: '줄이기' }).isDisabled()).toBe(true);
    await dialog.getByLabel('전체를 몇 장으로 할까요?').fill('5');
    await dialog.getByText('남은 것은 19장에서 4장이 돼요').waitFor();
    await dialog.getByRole('button', { name: '5장으로 줄이기' }).click();
    await stock(page, '5 가운데 4장 남음');
    expect((await (await newReader()).downloadCoupon(number)).__typename).toBe('UserCoupon');
    await leave();
  });

  test('says when nothing new comes and how old the numbers are, and goes on by itself', async () => {
    const { page, number, leave } = await openConsole(5);
    await page.context().setOffline(true);
    await page.getByRole('alert').getByText('연결이 끊겼어요').waitFor();
    const age = async () => Number(/(\d+)초 전/.exec(await page.getByRole('alert').innerText())?.[1]);
    const first = await age();
    await expect.poll(age, { timeout: 5_000 }).toBeGreaterThan(first);
    await (await newReader()).downloadCoupon(number);
    await page.context().setOffline(false);
    await stock(page, '5 가운데 4장 남음');
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await leave(/ERR_INTERNET_DISCONNECTED/);
  });

  test('asks nothing while nobody can see it', async () => {
    const { page, leave } = await openConsole(5);
    let asked = 0;
    page.on('request', (request) => {
      if ((request.postData() ?? '').includes('couponConsole(')) asked += 1;
    });
    await expect.poll(() => asked, { timeout: 5_000 }).toBeGreaterThan(1);
    const setVisible = (state: string) =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibility });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, state);
    await setVisible('hidden');
    await page.waitForTimeout(1_500); // one that was on its way
    const before = asked;
    await page.waitForTimeout(3_000);
    expect(asked).toBe(before);
    await setVisible('visible');
    await expect.poll(() => asked, { timeout: 15_000 }).toBeGreaterThan(before);
    await leave();
  });

  test('is for looking only with the support role', async () => {
    const staff = { username: `support-${randomBytes(4).toString('hex')}`, password: '가나다라마바사아자차' };
    const { status } = spawnSync(process.execPath, [CREATE_STAFF, staff.username, '--role', 'SUPPORT'], {
      env: { ...process.env, DATA_DIR: inject('dataDir'), PASSWORD: staff.password },
    });
    expect(status).toBe(0);
    const { page, leave } = await openConsole(5, { staff });
    await page.getByText('상담 권한으로는 보기만 할 수 있어요').waitFor();
    expect(await page.getByRole('button', { name: /멈추기|더하기|줄이기|지금 닫기/ }).count()).toBe(0);
    await leave();
  });

  test.each([
    ['390', 'light', { width: 390, height: 844 }],
    ['390', 'dark', { width: 390, height: 844 }],
    ['1280', 'dark', { width: 1280, height: 900 }],
  ] as const)('at %s px in %s has no barrier, and buttons for a thumb', async (_, colorScheme, viewport) => {
    const { page, leave } = await openConsole(5, { options: { viewport, colorScheme, reducedMotion: 'reduce' } });
    await page.getByRole('button', { name: '멈추기' }).waitFor();
    expect(await breaches(page)).toEqual([]);
    for (const button of await page.getByRole('group', { name: '드롭 다루기' }).getByRole('button').all()) {
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    // English is longer, also in the table that only screen readers see.
    await page.getByRole('button', { name: /^EN|English/ }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width);
    await leave();
  });
});

/** WCAG 2.1 A and AA, by axe; gives the rules that are broken and where. */
async function breaches(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const axe: {
      run(root: string, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
    } = Reflect.get(window, 'axe');
    const { violations } = await axe.run('#main-content', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
  });
}
