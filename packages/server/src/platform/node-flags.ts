/**
 * What Node is started with: an old generation that is collected when it has grown by a tenth.
 * Left to itself V8 lets garbage pile up to half a gigabyte on a large machine before it looks. Costs next to
 * nothing (docs/performance.md). `npm start` and the Dockerfile say the same.
 */
export const nodeFlags: readonly string[] = ['--heap-growing-percent=10'];
