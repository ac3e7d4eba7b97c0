import { afterAll, beforeAll, expect, test } from 'vitest';
import { Passwords } from '#auth/passwords.js';
import { createStaffMember } from '#initial-data/create-staff-member.js';
import { newUsername } from '#testing/sessions.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
const passwords = new Passwords();
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await passwords.close();
  await database.close();
});

test('whoever a command makes is in the audit log, once, without the password', async () => {
  const input = { username: newUsername(), password: 'a password of my own', role: 'OPERATOR' as const };
  const { id } = await createStaffMember({ database, passwords }, input, 'npm run create-admin');
  const again = createStaffMember({ database, passwords }, input, 'npm run create-admin');
  await expect(again).rejects.toThrow('This username is taken');
  const { rows } = await database.pool.query(
    'select actor_id, actor_name, actor_role, action, object_id, object_label, before, after from audit_entry',
  );
  expect(rows).toEqual([
    {
      actor_id: null,
      actor_name: 'npm run create-admin',
      actor_role: null,
      action: 'user.create',
      object_id: id,
      object_label: input.username,
      before: null,
      after: { username: input.username, role: 'OPERATOR' },
    },
  ]);
});
