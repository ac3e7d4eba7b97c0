/**
 * What Node is started with: a young generation of 8 MB a half, and an old one that is collected when it has grown by
 * two fifths. Left to itself V8 lets garbage pile up to half a gigabyte on a large machine before it looks. Costs a few
 * percent of the issues, halves the memory (docs/performance.md). `npm start` and the Dockerfile say the same.
 */
export const nodeFlags: readonly string[] = ['--heap-growing-percent=40', '--max-semi-space-size=8'];
