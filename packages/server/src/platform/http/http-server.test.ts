import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
let bare: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  bare = await startTestServer({ playground: false, database: server.database });
});
afterAll(async () => {
  await bare.close();
  await server.close();
});

async function get(path: string, { accept = '*/*', from = server, method = 'GET' } = {}) {
  const response = await fetch(`${from.address}${path}`, { method, headers: { accept } });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

describe('GET /graphql', () => {
  test('is the playground for a browser, whole in itself', async () => {
    const { status, headers, body } = await get('/graphql', { accept: 'text/html,application/xhtml+xml' });
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(body).toContain('Pagedrop API');
    expect(body).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
  });

  test.each([
    ['a program', '/graphql', {}],
    ['a program with a query', '/graphql?query={me{id}}', {}],
    ['a browser, when the playground is off', '/graphql', { accept: 'text/html', off: true }],
  ])('tells %s to POST', async (_, path, { accept, off }: { accept?: string; off?: boolean }) => {
    const { status, headers, body } = await get(path, { ...(accept && { accept }), ...(off && { from: bare }) });
    expect(status).toBe(405);
    expect(headers.get('allow')).toBe('POST');
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: 'Send the query with POST, as JSON.', extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

describe('an address where nothing is', () => {
  test.each(['/nothing', '/assets/nothing.js', '/..%2f..%2fpackage.json', '/graphql/deeper'])(
    '%s is a JSON 404',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(404);
      expect(JSON.parse(body)).toEqual({
        errors: [{ message: 'Nothing is here. The API is POST /graphql.', extensions: { code: 'NOT_FOUND' } }],
      });
    },
  );

  test('answers other methods in the same form', async () => {
    const { status, body } = await get('/graphql', { method: 'DELETE' });
    expect(status).toBe(404);
    expect(JSON.parse(body)).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  });

  test('that cannot be decoded is refused in the same form', async () => {
    const { status, body } = await get('/%zz');
    expect(status).toBe(400);
    expect(JSON.parse(body)).toEqual({
      errors: [{ message: "'/%zz' is not a valid url component", extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

test.each(['/livez', '/graphql', '/nothing'])('%s carries the headers that protect a reader', async (path) => {
  const { headers } = await get(path);
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-security-policy': expect.stringContaining("default-src 'self'"),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'strict-transport-security': expect.stringContaining('max-age='),
  });
  expect(headers.get('x-powered-by')).toBeNull();
});
