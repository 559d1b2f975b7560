/** Browser tests on the Chromium that `scripts/setup.mjs` found, against the real server on a store of its own. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';

const ROOT = join(import.meta.dirname, '../..');
const CHROMIUM = join(ROOT, '.build/chromium.json');
if (!existsSync(CHROMIUM))
  throw new Error('No Chromium yet: run `npm test`, or `node scripts/setup.mjs test` once.');
const chromium = JSON.parse(readFileSync(CHROMIUM, 'utf8')) as {
  executablePath: string;
  env: Record<string, string>;
};

/** As root Chromium has no sandbox; the rest keeps it from reaching for the network by itself. */
const ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: './e2e',
  globalSetup: './e2e/sample-store.ts',
  outputDir: join(ROOT, '.build/browser-results'),
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // Generous: only a machine busy with other things comes near them.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['dot'], ['json']],
  use: {
    launchOptions: {
      executablePath: chromium.executablePath,
      env: { ...(process.env as Record<string, string>), ...chromium.env },
      args: ARGS,
    },
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    screenshot: 'only-on-failure',
  },
});
