/** What a user may do, from least to most. Staff roles are given by `npm run create-admin` or by an ADMIN. */
export const roles = ['READER', 'SUPPORT', 'OPERATOR', 'ADMIN'] as const;

export type Role = (typeof roles)[number];

/** Whoever works here: looks things up, and acts on passes. */
export const STAFF: readonly Role[] = ['SUPPORT', 'OPERATOR', 'ADMIN'];
/** Who makes and runs drops. */
export const OPERATORS: readonly Role[] = ['OPERATOR', 'ADMIN'];
/** Who decides what others may do. */
export const ADMINS: readonly Role[] = ['ADMIN'];
