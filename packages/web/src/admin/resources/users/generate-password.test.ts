import { expect, test } from 'vitest';

import { generatePassword } from '#admin/resources/users/generate-password.ts';

test('a made password is long enough, easy to read out, and never the same', () => {
  const made = Array.from({ length: 200 }, () => generatePassword());
  expect(new Set(made).size).toBe(200);
  for (const password of made)
    expect(password).toMatch(/^([34679ACDEFGHJKMNPQRTUWXY]{4}-){3}[34679ACDEFGHJKMNPQRTUWXY]{4}$/);
});
