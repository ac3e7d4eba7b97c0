import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { putOnPage, type TestBook } from './books.ts';
import { cardOf, launchBrowser, visit } from './browser.ts';
import { visitAsStaff } from './staff.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A picture that no other test has, drawn by the browser. */
async function picture(page: Page, width = 300, height = 450): Promise<Buffer> {
  const colour = `#${randomBytes(3).toString('hex')}`;
  const data = await page.evaluate(
    ([fill, w, h]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: w, height: h });
      const pen = canvas.getContext('2d');
      if (!pen) throw new Error('no canvas');
      pen.fillStyle = fill;
      pen.fillRect(0, 0, w, h);
      return canvas.toDataURL('image/png');
    },
    [colour, width, height] as const,
  );
  return Buffer.from(data.slice(data.indexOf(',') + 1), 'base64');
}

const stored = () => {
  const folder = path.join(inject('dataDir'), 'covers');
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** The form of a new book, as an administrator who has just logged in. */
async function newBook(options = {}) {
  const visitor = await visitAsStaff(browser, '/admin/', options);
  const { page } = visitor;
  await page.goto(`${inject('address')}/admin/books/create`);
  const title = `표지 ${randomBytes(3).toString('hex')}`;
  await page.locator('input[name=title]').fill(title);
  await page.locator('input[name=author]').fill('지은이');
  const cover = page.getByRole('group', { name: '표지', exact: true });
  return { ...visitor, title, cover };
}

const choose = (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });

test('a chosen picture is shown upright in its place, saved with the book, and seen by everybody', async () => {
  const { page, title, cover, leave } = await newBook();
  await cover.locator('svg[role=img]').waitFor(); // none yet: drawn
  await choose(page, 'cover.png', 'image/png', await picture(page));
  await cover.getByText('표지를 올렸어요').waitFor();
  const src = await cover.getByRole('img', { name: title }).getAttribute('src');
  expect(src).toMatch(/^\/covers\/[0-9a-f]{32}\.webp$/);
  await page.getByRole('button', { name: '저장' }).click();
  await expect.poll(async () => (await findBook(title)).coverUrl, { timeout: 15_000 }).toBe(src);
  await leave();

  const reader = await visit(browser, src ?? '');
  expect(await reader.page.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(300);
  await reader.leave();
});

test('a picture is pasted, and dropped, as well as chosen', async () => {
  const { page, title, cover, leave } = await newBook();
  const [first, second] = [await picture(page), await picture(page)];
  for (const [how, bytes] of [
    ['paste', first],
    ['drop', second],
  ] as const) {
    const before = await cover.getByRole('img', { name: title }).getAttribute('src');
    await cover.evaluate(
      (target, [how, base64]) => {
        const files = new DataTransfer();
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        files.items.add(new File([bytes], 'cover.png', { type: 'image/png' }));
        const options = { bubbles: true, cancelable: true };
        target.dispatchEvent(
          how === 'paste'
            ? new ClipboardEvent('paste', { ...options, clipboardData: files })
            : new DragEvent('drop', { ...options, dataTransfer: files }),
        );
      },
      [how, bytes.toString('base64')] as const,
    );
    await expect
      .poll(
        async () => {
          const src = await cover.getByRole('img', { name: title }).getAttribute('src');
          return src !== before && src?.startsWith('/covers/');
        },
        { timeout: 15_000 },
      )
      .toBe(true);
  }
  await cover.getByRole('button', { name: '표지 빼기' }).click();
  await cover.locator('svg[role=img]').waitFor();
  await leave();
});

test('what is no picture, and what is too large, is said in words and keeps the cover that was there', async () => {
  const { page, title, cover, leave } = await newBook();
  await choose(page, 'cover.png', 'image/png', await picture(page));
  await cover.getByText('표지를 올렸어요').waitFor();
  const src = await cover.getByRole('img', { name: title }).getAttribute('src');
  const kept = stored();
  for (const [bytes, words] of [
    [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), '표지로 쓸 수 있는 그림이 아니에요'],
    [(await picture(page)).subarray(0, 200), '그림이 깨져서'],
    [Buffer.alloc(11 * 1024 * 1024), '10 MB 이하로'],
  ] as const) {
    await choose(page, 'cover.png', 'image/png', bytes);
    await cover.getByRole('alert').filter({ hasText: words }).waitFor();
    await expect.poll(() => cover.getByRole('img', { name: title }).getAttribute('src'), { timeout: 15_000 }).toBe(src);
  }
  expect(stored()).toEqual(kept);
  await leave(/status of 400/);
});

test('the same in English; and without the server, that it was not reached', async () => {
  const { page, leave } = await newBook({ locale: 'en-GB' });
  const cover = page.getByRole('group', { name: 'Cover', exact: true });
  await page.route('**/staff/covers', (route) => route.abort());
  await choose(page, 'cover.png', 'image/png', await picture(page));
  await expect
    .poll(() => cover.getByRole('alert').innerText(), { timeout: 15_000 })
    .toContain('The server was not reached');
  await leave(/ERR_FAILED/);
});

test('an address must be https; one with no picture is told before it is saved', async () => {
  const { page, cover, leave } = await newBook();
  const address = cover.getByLabel(/그림 주소/);
  await address.fill('http://covers.example/1.png');
  await page.getByRole('button', { name: '저장' }).click();
  await cover.getByText('https://로 시작하는 주소여야 해요').waitFor();
  await address.fill(`${inject('address').replace('http:', 'https:')}/nothing.png`);
  await page.locator('input[name=title]').focus();
  await expect
    .poll(() => cover.getByRole('status').innerText(), { timeout: 15_000 })
    .toContain('이 주소에서 그림을 불러오지 못했어요');
  await leave(/ERR_|Failed to load/);
});

test('an upload can be stopped, and until it is done the book is not saved with the old cover', async () => {
  const kept = stored();
  const { page, title, cover, leave } = await newBook();
  const answer = Promise.withResolvers<void>();
  await page.route('**/staff/covers', async (route) => {
    await answer.promise;
    await route.continue().catch(() => undefined); // it was stopped
  });
  await choose(page, 'cover.png', 'image/png', await picture(page));
  await cover.getByRole('progressbar').waitFor();
  await page.getByRole('button', { name: '저장' }).click();
  await cover.getByText('표지를 아직 올리고 있어요').waitFor();
  await cover.getByRole('button', { name: '올리기 그만두기' }).click();
  await cover.getByRole('progressbar').waitFor({ state: 'detached' });
  answer.resolve();
  expect((await findBook(title)).id).toBeUndefined();
  expect(stored()).toEqual(kept);
  await leave(/ERR_/);
});

test('the event page shows an uploaded cover, and draws one where the picture is gone', async () => {
  const [shown, gone] = [putOnPage(), putOnPage()];
  const { page, cover, leave } = await newBook();
  await choose(page, 'cover.png', 'image/png', await picture(page));
  await cover.getByText('표지를 올렸어요').waitFor();
  const url = (await cover.getByRole('img').getAttribute('src')) ?? '';
  await leave();
  await giveCover(shown.title, url);
  await giveCover(gone.title, `/covers/${'0'.repeat(32)}.webp`);

  const reader = await visit(browser);
  const picturesOf = async ({ title }: TestBook) => {
    await reader.page.reload(); // the list of the event is a second old at the most
    const card = cardOf(reader.page, title);
    await card.scrollIntoViewIfNeeded();
    return {
      picture: await card
        .locator('img')
        .getAttribute('src', { timeout: 3000 })
        .catch(() => null),
    };
  };
  await expect.poll(() => picturesOf(shown), { timeout: 15_000 }).toEqual({ picture: url });
  const missing = reader.page.waitForResponse(`**/covers/${'0'.repeat(32)}.webp`);
  await reader.page.reload();
  await cardOf(reader.page, gone.title).scrollIntoViewIfNeeded();
  expect((await missing).status()).toBe(404);
  await cardOf(reader.page, gone.title).locator('svg[role=img]').waitFor();
  await reader.leave(/status of 404/);
  await giveCover(gone.title, null); // for the pages that other tests look at
});

const login = z.object({ login: z.object({ accessToken: z.string() }) });
const books = z.object({
  books: z.object({
    edges: z.array(
      z.object({
        node: z.object({ id: z.string(), version: z.int(), coverUrl: z.string().nullable() }),
      }),
    ),
  }),
});

/** The only book whose title begins so, as the server has it; and the token of who asked. */
async function findBook(title: string) {
  const { username, password } = inject('administrator');
  const enter =
    'mutation ($username: String!, $password: String!) { login(username: $username, password: $password) { accessToken } }';
  const { accessToken } = login.parse(await ask(enter, { username, password })).login;
  const look =
    'query ($search: String) { books(filter: { search: $search }) { edges { node { id version coverUrl } } } }';
  const [edge] = books.parse(await ask(look, { search: title }, accessToken)).books.edges;
  return { ...edge?.node, accessToken };
}

async function giveCover(title: string, coverUrl: string | null): Promise<void> {
  const { id, version, accessToken } = await findBook(title);
  const change =
    'mutation ($id: ID!, $version: Int!, $input: BookInput!) { updateBook(id: $id, version: $version, input: $input) { id } }';
  await ask(change, { id, version, input: { title, author: '지은이', description: '', coverUrl } }, accessToken);
}

async function ask(query: string, variables: object, token = ''): Promise<unknown> {
  const response = await fetch(`${inject('address')}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors }: { data?: unknown; errors?: unknown } = await response.json();
  expect(errors).toBeUndefined();
  return data;
}
