import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { compression } from 'vite-plugin-compression2';

export const config = defineConfig({
  plugins: [
    react(),
    // Beside each file its compressed twin: the server sends it as it is and compresses nothing in a rush.
    compression({ algorithms: ['brotliCompress', 'gzip'], include: /\.(js|css|html|svg)$/ }),
  ],
  resolve: {
    // The sdk is compiled from its source here, so that no build order between the packages matters.
    conditions: ['source', ...defaultClientConditions],
  },
  build: {
    target: 'es2023',
    // Nothing becomes a data: address: the server's content security policy allows fonts from 'self' only.
    assetsInlineLimit: 0,
    // Every browser that understands this build preloads modules by itself.
    modulePreload: { polyfill: false },
    sourcemap: true,
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: {
      '^/(graphql|staff|covers)': 'http://127.0.0.1:4000',
      // A build of its own: vite.admin.config.ts.
      '/admin': { target: 'http://127.0.0.1:5174', rewrite: (path) => (path === '/admin' ? '/admin/' : path) },
    },
  },
});

// Vite reads its configuration from the default export; nothing else in the package has one.
export default config;
