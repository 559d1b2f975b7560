/**
 * A fresh server on a data folder of its own for each test, and pages that fail their test on any console error,
 * any uncaught error and any request that leaves for somewhere else.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import { SAMPLE_STORE } from './sample-store.ts';
import { serve } from './serve.ts';

export interface App {
  readonly url: string;
  readonly dataDir: string;
  /** Ends the server the hard way, as a power cut would. */
  kill(): Promise<void>;
  /** Starts it again on the same data folder and port. */
  restart(): Promise<void>;
}

export interface Options {
  /** What the store holds when the test begins: nothing, or the sample runner. */
  readonly startsWith: 'nothing' | 'sample';
}

export const test = base.extend<Options & { app: App; noise: string[] }>({
  startsWith: ['nothing', { option: true }],
  app: async ({ startsWith }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kneewise-e2e-'));
    if (startsWith === 'sample') cpSync(SAMPLE_STORE, dataDir, { recursive: true });
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
    async ({ context, app }, use) => {
      const noise: string[] = [];
      context.on('weberror', (error) => noise.push(`uncaught: ${error.error().message}`));
      context.on('console', (message) => {
        if (message.type() === 'error') noise.push(`console: ${message.text()} ${message.location().url}`);
      });
      context.on('request', (request) => {
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

/** Fails when anything on the page asks for scrolling sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [needs, has] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth, clientWidth] as const;
  });
  expect(needs, `${page.url()} is ${needs} px wide in a window of ${has} px`).toBeLessThanOrEqual(has);
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
  await client.detach();
}

/** More stops than any page has: past them the thing looked for is out of the keyboard's reach. */
const MOST_TABS = 80;

/** Presses Tab until this has the focus, as a person without a mouse does. */
export async function tabTo(page: Page, wanted: Locator, key = 'Tab'): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_TABS} times ${key} did not reach ${wanted.toString()}`);
}
