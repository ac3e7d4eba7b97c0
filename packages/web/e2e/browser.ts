import chromium from '@sparticuz/chromium';
import {
  chromium as playwright,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from 'playwright-core';
import { expect, inject } from 'vitest';

/** Seoul at 390 px, as most readers come. */
const READER: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  locale: 'ko-KR',
  timezoneId: 'Asia/Seoul',
};

/** A real Chromium: the system's when CHROMIUM_PATH names one, otherwise the one from npm. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM_PATH'];
  return playwright.launch({
    executablePath: given ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'],
    headless: true,
  });
}

/** A reader with a browser profile of his own. */
export interface Visitor {
  readonly page: Page;
  /** What the page asked the API for, by operation name, in order. */
  readonly operations: string[];
  /** Closes the profile; fails when the page logged an error or threw one, beside those that the test provoked. */
  readonly leave: (provoked?: RegExp) => Promise<void>;
}

export async function visit(browser: Browser, path = '/', options: BrowserContextOptions = {}): Promise<Visitor> {
  const context = await browser.newContext({ ...READER, ...options });
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  const operations: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => {
    const [, name] = /"operationName":"(\w+)"/.exec(request.postData() ?? '') ?? [];
    if (name !== undefined) operations.push(name);
  });
  page.on('console', (message) => void (message.type() === 'error' && troubles.push(message.text())));
  page.on('pageerror', (error) => troubles.push(error.message));
  await page.goto(`${inject('address')}${path}`);
  return {
    page,
    operations,
    async leave(provoked) {
      await context.close();
      expect(troubles.filter((trouble) => !provoked?.test(trouble))).toEqual([]);
    },
  };
}

/** The card of a book on the event page. */
export function cardOf(page: Page, title: string): Locator {
  return page.getByRole('article', { name: title });
}

let readers = 0;

/** Registers through the dialog that is open, under a new name. */
export async function registerInDialog(page: Page): Promise<{ username: string; password: string }> {
  readers += 1;
  const reader = { username: `독자${process.pid}${readers}`, password: '봄 여름 가을 겨울' };
  const dialog = page.getByRole('dialog');
  const toRegister = dialog.getByRole('button', { name: '회원가입' });
  if (await toRegister.isVisible()) await toRegister.click();
  await dialog.getByLabel('아이디').fill(reader.username);
  await dialog.getByLabel('비밀번호', { exact: true }).fill(reader.password);
  await dialog.getByRole('button', { name: '가입하기' }).click();
  await dialog.waitFor({ state: 'hidden' });
  return reader;
}

/** Registers from the page's header. */
export async function register(page: Page): Promise<{ username: string; password: string }> {
  await page.getByRole('button', { name: '회원가입' }).click();
  return registerInDialog(page);
}

/** The code on a book's ticket, its groups joined by hyphens, as soon as the page of passes shows it. */
export async function ticketCode(page: Page, title: string): Promise<string> {
  await page.waitForURL('**/my-passes'); // the card on the event page is an article of this title, too
  const ticket = page.getByRole('article').filter({ hasText: title });
  const groups = async () => /[0-9A-Z]{4}(\s*[0-9A-Z]{4}){3}/.exec(await ticket.innerText())?.[0].match(/\w{4}/g) ?? [];
  await expect.poll(groups, { timeout: 15_000 }).toHaveLength(4);
  return (await groups()).join('-');
}
