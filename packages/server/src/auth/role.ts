/** What a user may do, from least to most. Staff roles are given by `npm run create-admin` or by an ADMIN. */
export const roles = ['READER', 'SUPPORT', 'OPERATOR', 'ADMIN'] as const;

export type Role = (typeof roles)[number];
