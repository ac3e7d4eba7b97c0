import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql's main is "index" without an ending. Node takes index.js; Vite would take index.mjs, a second copy of
  // every class beside the one that Apollo has, and the border would mask what it should let pass.
  resolve: { conditions: ['source'], extensions: ['.ts', '.js'] },
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
