import type { Role } from '@pagedrop/sdk';

/** From least to most. */
export const ROLES = ['READER', 'SUPPORT', 'OPERATOR', 'ADMIN'] as const satisfies readonly Role[];
