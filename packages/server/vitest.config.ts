import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql's main is "index" without an ending. Node takes index.js; Vite would take index.mjs, a second copy of
  // every class beside the one that Apollo has, and the border would mask what it should let pass.
  resolve: {
    conditions: ['source'],
    extensions: ['.ts', '.js'],
    // By path and not by condition, because the global set-up knows no conditions and would take what was built last.
    alias: [{ find: /^#(.*)\.js$/, replacement: `${import.meta.dirname}/src/$1.ts` }],
  },
  ssr: { resolve: { conditions: ['source'] } },
  test: {
    name: 'server',
    include: ['src/**/*.test.ts'],
    globalSetup: ['src/testing/global-setup.ts'],
    setupFiles: ['reflect-metadata'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
