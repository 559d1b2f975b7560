import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where `kneewise serve` listens while the page itself comes from `vite dev`. */
const SERVER = 'http://127.0.0.1:4750';

export default defineConfig({
  plugins: [{ ...optimizeLocales.vite({ locales: ['en-GB', 'en-US'] }), enforce: 'pre' }, react()],
  build: {
    outDir: 'dist',
    // Nothing as a data: address, which the page's content security policy would refuse.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    // The server answers only pages of its own origin.
    proxy: { '/api': { target: SERVER, headers: { origin: SERVER } } },
  },
});
