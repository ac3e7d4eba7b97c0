import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
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
