import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RevokedSessions } from '#auth/revoked-sessions.js';
import { createTestDatabase, type TestDatabase } from '#testing/test-database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.close());

describe('RevokedSessions', () => {
  test('keeps a revocation that comes while the list is being read', async () => {
    const revoked = new RevokedSessions(database.pool);
    const id = uuid();
    const reading = revoked.has(uuid());
    revoked.add(id);
    expect(await reading).toBe(false);
    expect(await revoked.has(id)).toBe(true);
  });
});
