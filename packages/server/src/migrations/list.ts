import { Drops } from '#migrations/001-drops.js';
import { Rehearsals } from '#migrations/002-rehearsals.js';
import { Admin } from '#migrations/003-admin.js';

/** In the order in which they are applied. */
export const migrations = [Drops, Rehearsals, Admin];
