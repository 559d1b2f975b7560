/**
 * A fresh server on a fresh data folder for each test, and a page that fails its test on any console error,
 * any uncaught error and any request that leaves for somewhere else.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

const MAIN = join(import.meta.dirname, '../../cli/src/main.ts');

export interface App {
  readonly url: string;
  readonly dataDir: string;
  /** Ends the server the hard way, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data folder and port. */
  restart(): Promise<void>;
}

async function serve(dataDir: string, port: number) {
  const child = spawn(process.execPath, [MAIN, 'serve', '--port', String(port), '--data', dataDir], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    let said = '';
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code} before it was up:\n${said}`)));
  });
  return { child, url };
}

export const test = base.extend<{ app: App; noise: string[] }>({
  // Playwright reads a fixture's needs from its first argument, so it must be a pattern even when empty.
  // oxlint-disable-next-line no-empty-pattern
  app: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kneewise-e2e-'));
    let { child, url } = await serve(dataDir, 0);
    const ended = (): Promise<void> =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve();
        else child.once('exit', () => resolve());
      });
    await use({
      url,
      dataDir,
      kill: async () => {
        child.kill('SIGKILL');
        await ended();
      },
      restart: async () => {
        ({ child, url } = await serve(dataDir, Number(new URL(url).port)));
      },
    });
    child.kill('SIGTERM');
    await ended();
    rmSync(dataDir, { recursive: true, force: true });
  },
  baseURL: async ({ app }, use) => use(app.url),
  noise: [
    async ({ page, app }, use) => {
      const noise: string[] = [];
      page.on('pageerror', (error) => noise.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error') noise.push(`console: ${message.text()} ${message.location().url}`);
      });
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && origin !== app.url)
          noise.push(`left the machine: ${request.url()}`);
      });
      await use(noise);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';

/** Fails on any accessibility violation axe can see. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual(
    [],
  );
}

/** Widths at which every page is looked at. */
export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

/** Drops real files or folders on the page, as a person's mouse would. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
}
