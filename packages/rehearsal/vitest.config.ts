import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: [{ find: /^#(.*)\.js$/, replacement: `${import.meta.dirname}/src/$1.ts` }],
  },
  test: {
    name: 'rehearsal',
    include: ['src/**/*.test.ts'],
    // The server is used as it was built: its own "#…" imports must not be taken for ours.
    server: { deps: { external: [/packages\/(server|sdk)\/dist/] } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
