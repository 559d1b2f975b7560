/** Every page at phone and desktop widths, light and dark; pictures of them go to `.build/screens` for a person. */
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from './fixtures.ts';

test.use({ startsWith: 'sample' });

const SCREENS = join(import.meta.dirname, '../../../.build/screens');

/** Opens a page and waits for the words it is about. */
const PAGES = {
  today: async (page: Page) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Run 3\.1\skm, easy and flat\.$/);
    await expect(page.getByRole('radiogroup', { name: /Your right knee/ })).toBeVisible();
  },
  load: async (page: Page) => {
    await page.goto('/load');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The last seven days held \d+\s%/);
    await expect(page.getByRole('heading', { name: /runs went more than 10\s% past/ })).toBeVisible();
  },
  runs: async (page: Page) => {
    await page.goto('/runs');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^188 runs\.$/);
  },
  'one-run': async (page: Page) => {
    await page.goto('/runs');
    await page
      .getByRole('link', { name: /27 September.*18\.0\skm/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^18\.0\skm, 38\s% past the longest/);
    await expect(page.getByRole('slider', { name: 'Place in the run' })).toBeVisible();
    await expect(page.getByRole('img', { name: /Outline of the run/ })).toBeVisible();
  },
  import: async (page: Page) => {
    await page.goto('/import');
    await expect(page.getByRole('heading', { level: 1, name: 'Bring your runs.' })).toBeVisible();
  },
  settings: async (page: Page) => {
    await page.goto('/settings');
    await expect(page.getByText('It began on 1 October 2026, in the right knee.')).toBeVisible();
  },
} as const;

for (const [width, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${width}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, reducedMotion: 'reduce' });
      test('each page has one heading, no accessibility violation and no sideways scroll', async ({
        page,
      }) => {
        for (const [name, open] of Object.entries(PAGES)) {
          await open(page);
          await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
          await expect(page).toHaveTitle(/Kneewise/);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
          await page.screenshot({
            path: join(SCREENS, `${name}-${width}-${colorScheme}.png`),
            fullPage: true,
          });
        }
      });
    });

test.describe('a window of 320 px', () => {
  test.use({ viewport: { width: 320, height: 640 } });
  test('asks for no sideways scroll on any page', async ({ page }) => {
    for (const open of Object.values(PAGES)) {
      await open(page);
      await expectNoSidewaysScroll(page);
    }
  });
});

test.describe('text at 200 %', () => {
  test.use({ viewport: PHONE });
  test('asks for no sideways scroll on any page', async ({ page }) => {
    // As the browser's own text size does it: everything that is given in rem grows.
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      });
    });
    for (const open of Object.values(PAGES)) {
      await open(page);
      const size = await page.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize));
      expect(size).toBeGreaterThanOrEqual(32);
      await expectNoSidewaysScroll(page);
    }
  });
});

test('an address that is not there says so, and leads back', async ({ page }) => {
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { level: 1, name: 'There is no such page.' })).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Go to Today' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Run 3\.1/ })).toBeVisible();
});

test('light or dark stays as chosen', async ({ page }) => {
  await page.goto('/settings');
  await page.getByText('Dark', { exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
});

test('miles are used on every page once chosen', async ({ page }) => {
  await page.goto('/settings');
  await page.getByText('Miles', { exact: true }).click();
  const menu = page.getByRole('navigation', { name: 'Pages' });
  await menu.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Run 1\.9\smi,/);
  await menu.getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(page.getByRole('link', { name: /27 September.*11\.2\smi/ }).first()).toBeVisible();
});
