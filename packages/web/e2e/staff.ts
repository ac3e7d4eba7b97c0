import type { Browser, BrowserContextOptions } from 'playwright-core';
import { inject } from 'vitest';
import { visit, type Visitor } from './browser.ts';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Opens a page of the staff, by default on a desk, as somebody who has to log in first: the administrator, or who is given. */
export async function visitAsStaff(
  browser: Browser,
  path: string,
  { options, staff = inject('administrator') }: { options?: BrowserContextOptions; staff?: Credentials } = {},
): Promise<Visitor> {
  const visitor = await visit(browser, path, { viewport: { width: 1280, height: 900 }, ...options });
  const { page } = visitor;
  await page.locator('input[name=username]').fill(staff.username);
  await page.locator('input[name=password]').fill(staff.password);
  await page.locator('button[type=submit]').click();
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
  return visitor;
}
