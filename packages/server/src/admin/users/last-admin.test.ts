import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeUserRole } from '#admin/users/change-user-role.js';
import { deleteUsers } from '#admin/users/delete-users.js';
import { LOCK_ADMINS } from '#admin/users/lock-admins.js';
import { staffContext, staffToken } from '#testing/staff.js';
import { startTestServer, type TestServer } from '#testing/test-server.js';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

/** Both look before either writes. */
const SLOWLY = LOCK_ADMINS.replace('select id', 'select id, pg_sleep(0.3)');
const WITHOUT_LOCK = SLOWLY.replace(' for update', '');

async function twoAdmins() {
  const tokens = [await staffToken(server, 'ADMIN'), await staffToken(server, 'ADMIN')];
  return tokens.map((token) => ({
    id: server.app.services.accessTokens.verify(token)?.userId ?? '',
    context: staffContext(server, token),
  }));
}

async function adminsLeft(): Promise<number> {
  const { rows } = await server.database.pool.query(`select from "user" where role = 'ADMIN'`);
  return rows.length;
}

/** Each of the two does it to the other, at once. */
async function eachTheOther(
  act: (context: ReturnType<typeof staffContext>, id: string) => Promise<unknown>,
): Promise<string[]> {
  const [one, two] = await twoAdmins();
  if (!one || !two) throw new Error('no two');
  const outcomes = await Promise.allSettled([act(one.context, two.id), act(two.context, one.id)]);
  return outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'done' : String(outcome.reason.code))).sort();
}

const demote = (lock: string) => (context: ReturnType<typeof staffContext>, id: string) =>
  changeUserRole(context, { id, version: 1, role: 'READER' }, lock);
const remove = (lock: string) => (context: ReturnType<typeof staffContext>, id: string) =>
  deleteUsers(context, { ids: [id] }, lock);

test('of two who demote each other at once, one stays', async () => {
  expect(await eachTheOther(demote(SLOWLY))).toEqual(['FORBIDDEN', 'done']);
  expect(await adminsLeft()).toBe(1);
});

test('of two who delete each other at once, one stays', async () => {
  expect(await eachTheOther(remove(SLOWLY))).toEqual(['FORBIDDEN', 'done']);
  expect(await adminsLeft()).toBe(1);
});

test('control: without the lock nobody is left', async () => {
  expect(await eachTheOther(demote(WITHOUT_LOCK))).toEqual(['done', 'done']);
  expect(await adminsLeft()).toBe(0);
});
