import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { connect } from '#open-database.js';
import { buildUser } from '#testing/factories.js';
import { startDatabaseLine, type DatabaseLine } from '#testing/database-line.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let database: TestDatabase;
let line: DatabaseLine;
let server: TestServer;
let token: string;
beforeAll(async () => {
  database = await createTestDatabase();
  line = await startDatabaseLine(database.url);
  const byLine = await connect({ url: line.url, poolMax: 5 });
  server = await startTestServer({ database: { ...byLine, url: line.url } });
  token = server.tokenFor(await buildUser(database));
});
afterEach(() => line.mend());
afterAll(async () => {
  await server.close();
  await server.database.close();
  await line.close();
  await database.close();
});

const queries: [how: string, query: string, field: string][] = [
  ['through the ORM', '{ me { id } }', 'me'],
  ['through the bare connection', '{ activeEventBooks { id } }', 'activeEventBooks'],
  ['for who is logged in', '{ myCoupons { id } }', 'myCoupons'],
  ['in a mutation', 'mutation { login(username: "somebody", password: "something") { accessToken } }', 'login'],
];

/** The whole error that a client sees: nothing of SQL, tables, hosts or files can stand in it. */
const error = (code: string, message: string, field: string) => [
  { message, extensions: { code }, path: [field], locations: [{ line: 1, column: expect.any(Number) }] },
];

test.each(queries)('what breaks unexpectedly %s leaves as one sentence', async (_, query, field) => {
  await database.pool.query('alter schema public rename to elsewhere');
  try {
    const { errors } = await server.graphql(query, { token });
    expect(errors).toEqual(
      error('INTERNAL_SERVER_ERROR', 'Something went wrong on our side. Try again in a moment.', field),
    );
  } finally {
    await database.pool.query('alter schema elsewhere rename to public');
  }
});

test.each(queries)(
  'while the database is away, %s, the answer is to try again, and then all is well',
  async (_, query, field) => {
    line.cut();
    const { errors } = await server.graphql(query, { token });
    expect(errors).toEqual(
      error('SERVICE_UNAVAILABLE', 'The service cannot answer right now. Try again in a moment.', field),
    );
    line.mend();
    expect((await server.graphql('{ me { id } }', { token })).errors).toBeUndefined();
  },
);

test('what is meant for the client passes whole', async () => {
  const { errors } = await server.graphql('mutation { register(username: "ab", password: "") { accessToken } }');
  expect(errors).toEqual([
    {
      message: 'A username has 3 to 30 characters.',
      extensions: {
        code: 'BAD_USER_INPUT',
        field: 'username',
        reason: 'USERNAME_LENGTH',
        problems: [{ field: 'username', reason: 'USERNAME_LENGTH', message: 'A username has 3 to 30 characters.' }],
      },
      path: ['register'],
      locations: [{ line: 1, column: 12 }],
    },
  ]);
});
