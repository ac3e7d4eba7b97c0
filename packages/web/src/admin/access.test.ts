import { describe, expect, test } from 'vitest';

import { mayDo } from '#admin/access.ts';

const writes = ['create', 'edit', 'delete'];
const everything = ['books', 'coupons', 'couponBatches', 'recurringDrops', 'userCoupons', 'users', 'auditEntries'];
const writable = (role: Parameters<typeof mayDo>[0]) =>
  everything.filter((resource) => writes.every((action) => mayDo(role, resource, action)));

describe('mayDo', () => {
  test('a reader is offered nothing', () => {
    expect(everything.filter((resource) => mayDo('READER', resource, 'list'))).toEqual([]);
  });

  test('all staff read everything', () => {
    for (const role of ['SUPPORT', 'OPERATOR', 'ADMIN'] as const) {
      expect(everything.filter((resource) => !mayDo(role, resource, 'show'))).toEqual([]);
    }
  });

  test('each role writes what is its own, and nobody the audit log', () => {
    expect(writable('SUPPORT')).toEqual(['userCoupons']);
    expect(writable('OPERATOR')).toEqual(['books', 'coupons', 'couponBatches', 'recurringDrops', 'userCoupons']);
    expect(writable('ADMIN')).toEqual(everything.filter((resource) => resource !== 'auditEntries'));
  });

  test('lists of people leave the house by an administrator only', () => {
    expect(mayDo('OPERATOR', 'users', 'export')).toBe(false);
    expect(mayDo('ADMIN', 'users', 'export')).toBe(true);
    expect(mayDo('SUPPORT', 'userCoupons', 'export')).toBe(true);
  });

  test('a resource nobody has heard of is not written', () => {
    expect(mayDo('ADMIN', 'secrets', 'edit')).toBe(false);
  });
});
