import { Drops } from '#migrations/001-drops.js';

/** In the order in which they are applied. */
export const migrations = [Drops];
