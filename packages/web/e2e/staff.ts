import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { visit, type Visitor } from './browser.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

const DESK: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };

/** Fills the staff's login page, in whatever language it is: by default as the administrator of the first start. */
export async function logIn(page: Page, staff: Credentials = inject('administrator')): Promise<void> {
  await page.locator('input[name=username]').fill(staff.username);
  await page.locator('input[name=password]').fill(staff.password);
  await page.locator('button[type=submit]').click();
}

/** Opens a page of the staff, by default on a desk, and logs in on the way. */
export async function visitAsStaff(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
  staff?: Credentials,
): Promise<Visitor> {
  const visitor = await visit(browser, path, { ...DESK, ...options });
  await logIn(visitor.page, staff);
  await visitor.page.locator('input[name=password]').waitFor({ state: 'detached' });
  return visitor;
}

/** Narrows a list by its search. A list that has only just come up may lose what is typed in its first moment; people type it again. */
export async function searchFor(box: Locator, text: string): Promise<void> {
  const page = box.page();
  const isNarrowed = async () => {
    if ((await box.inputValue()) !== text) await box.fill(text);
    return new URL(page.url()).searchParams.get('filter') ?? '';
  };
  await expect.poll(isNarrowed, { timeout: 15_000, interval: 700 }).toContain(JSON.stringify(text));
}
