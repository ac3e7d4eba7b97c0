import type { Role } from '@pagedrop/sdk';

/** Actions that change nothing. Every other name (`create`, `edit`, `delete` …) is a write. */
const READING = new Set(['list', 'show']);

/** Who may write a resource; the server has the same rule on every field, and the last word. */
const WRITERS: Readonly<Record<string, readonly Role[]>> = {
  books: ['OPERATOR', 'ADMIN'],
  coupons: ['OPERATOR', 'ADMIN'],
  couponBatches: ['OPERATOR', 'ADMIN'],
  recurringDrops: ['OPERATOR', 'ADMIN'],
  imports: ['OPERATOR', 'ADMIN'],
  userCoupons: ['SUPPORT', 'OPERATOR', 'ADMIN'],
  users: ['ADMIN'],
  auditEntries: [],
};

/** Whose lists leave the house only by an ADMIN's hand. */
const EXPORTED_BY_ADMINS = new Set(['users', 'auditEntries']);

/** Whether somebody with this role is offered the action. What a READER asks is never offered. */
export function mayDo(role: Role, resource: string, action: string): boolean {
  if (role === 'READER') return false;
  if (resource === 'imports') return mayWrite(role, resource); // a page for those who may, and for nobody else
  if (READING.has(action)) return true;
  if (action === 'export') return role === 'ADMIN' || !EXPORTED_BY_ADMINS.has(resource);
  return mayWrite(role, resource);
}

function mayWrite(role: Role, resource: string): boolean {
  return WRITERS[resource]?.includes(role) ?? false;
}
