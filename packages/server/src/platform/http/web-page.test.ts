import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveWebPage } from '#platform/http/web-page.js';

const root = mkdtempSync(path.join(tmpdir(), 'pagedrop-pages-'));
const http: FastifyInstance = fastify({ routerOptions: { ignoreTrailingSlash: true } });

beforeAll(async () => {
  mkdirSync(path.join(root, 'assets'));
  mkdirSync(path.join(root, 'admin/assets'), { recursive: true });
  writeFileSync(path.join(root, 'index.html'), 'the page of readers');
  writeFileSync(path.join(root, 'admin/index.html'), 'the page of staff');
  writeFileSync(path.join(root, 'assets/reader.js'), '1');
  writeFileSync(path.join(root, 'admin/assets/staff.js'), '2');
  await serveWebPage(http, root);
});
afterAll(async () => {
  await http.close();
  rmSync(root, { recursive: true });
});

const ask = (url: string, accept = 'text/html') => http.inject({ url, headers: { accept } });

describe('the built pages', () => {
  test.each(['/admin', '/admin/', '/admin/books', '/admin/books/1/show?tab=2', '/admin?page=2'])(
    '%s is the page of staff',
    async (url) => {
      const { statusCode, body, headers } = await ask(url);
      expect([statusCode, body, headers['cache-control']]).toEqual([200, 'the page of staff', 'no-cache']);
    },
  );

  test.each(['/', '/my-passes', '/administration', '/no/admin'])('%s is the page of readers', async (url) => {
    expect((await ask(url)).body).toBe('the page of readers');
  });

  test.each(['/assets/reader.js', '/admin/assets/staff.js'])('%s is kept for ever', async (url) => {
    expect((await ask(url, '*/*')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  test('a script that is gone is not answered with a page', async () => {
    expect((await ask('/admin/assets/gone.js', '*/*')).statusCode).toBe(404);
  });
});
