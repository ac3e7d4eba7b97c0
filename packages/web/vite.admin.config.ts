import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

/** The staff's page: a build of its own, so that a reader never loads a byte of it. */
export const config = defineConfig({
  root: 'src/admin',
  base: '/admin/',
  publicDir: false, // the reader's build brings those files
  cacheDir: '../../node_modules/.vite-admin',
  plugins: [react(), compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(js|css|html|svg)$/ })],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    // Inside the reader's, which is built first and empties its folder.
    outDir: '../../dist/admin',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: true,
    // react-admin is one large piece, whichever page of it is looked at.
    chunkSizeWarningLimit: 2_000,
  },
  server: {
    host: '127.0.0.1',
    port: 5174,
    strictPort: true,
    // Seen through the reader's page (see vite.config.ts), but changes come straight from here.
    hmr: { clientPort: 5174 },
    proxy: { '^/(graphql|staff|covers)': 'http://127.0.0.1:4000' },
  },
});

// Vite reads its configuration from the default export; nothing else in the package has one.
export default config;
