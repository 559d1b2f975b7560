import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import optimizeLocales from '@react-aria/optimize-locales-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { numericConstants } from '../engine/src/testing/numeric-constants.ts';
import { engineNumber } from './src/evidence/engine-numbers.ts';

/** Where `kneewise serve` listens while the page itself comes from `vite dev`. */
const SERVER = 'http://127.0.0.1:4750';

const ENGINE = join(import.meta.dirname, '../engine/src');
const NUMBERS = 'virtual:engine-numbers';

/** The engine's numbers with their comments, for the page on what everything rests on: read anew at each build. */
const engineNumbers = (): Plugin => ({
  name: 'engine-numbers',
  resolveId: (id) => (id === NUMBERS ? `\0${NUMBERS}` : null),
  load(id) {
    if (id !== `\0${NUMBERS}`) return null;
    const numbers = readdirSync(ENGINE, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => path.endsWith('.ts') && !/\.test\.ts$|^testing\//.test(path))
      .sort()
      .flatMap((path) => {
        const source = readFileSync(join(ENGINE, path), 'utf8');
        return numericConstants(source).map((constant) => engineNumber(path, source, constant));
      });
    return `export const ENGINE_NUMBERS = ${JSON.stringify(numbers)};`;
  },
});

export default defineConfig({
  plugins: [
    { ...optimizeLocales.vite({ locales: ['en-GB', 'en-US'] }), enforce: 'pre' },
    engineNumbers(),
    react(),
  ],
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
