/** The whole main path without a mouse. */
import type { Page } from '@playwright/test';
import { expect, PHONE, tabTo, test } from './fixtures.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test('both ways in are reached from the keyboard', async ({ page }) => {
  await page.goto('/');
  const sample = page.getByRole('button', { name: /Look around first/ });
  await expect(sample).toBeVisible();
  await tabTo(page, sample);
  await tabTo(page, page.getByRole('link', { name: /Bring your runs/ }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Bring your runs.');
  await tabTo(page, page.getByRole('button', { name: 'Choose files' }));
  const choosing = page.waitForEvent('filechooser');
  await page.keyboard.press('Enter');
  expect((await choosing).isMultiple()).toBe(true);
});

test.describe('the sample runner', () => {
  test.use({ startsWith: 'sample' });

  test('the first Tab offers to skip to the page', async ({ page }) => {
    await page.goto('/');
    await expect(heading(page)).toHaveText(/^Run/);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Skip to the page' });
    await expect(skip).toBeFocused();
    await expect(skip).toBeInViewport();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();
  });

  test('the check-in is answered with arrow keys and taken back', async ({ page }) => {
    await page.goto('/');
    const scale = page.getByRole('radiogroup', { name: /two mornings after/ });
    await expect(scale).toBeVisible();
    await tabTo(page, scale.getByRole('radio').first());
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowRight');
    await expect(scale.getByRole('radio', { name: '4', exact: true })).toBeChecked();
    // Moving alone saves nothing.
    await expect(heading(page)).toHaveText(/^Run 3\.1/);
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('Rest. Look again tomorrow.');
    const undo = page.getByRole('button', { name: 'Undo' });
    await tabTo(page, undo, 'Shift+Tab');
    await page.keyboard.press('Space');
    await expect(heading(page)).toHaveText(/^Run 3\.1/);
  });

  test('pages, a run, its streams, words and table are reached by Tab and Enter', async ({ page }) => {
    await page.goto('/');
    await expect(heading(page)).toHaveText(/^Run/);
    const menu = page.getByRole('navigation', { name: 'Pages' });
    await tabTo(page, menu.getByRole('link', { name: 'Load' }));
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText(/The last seven days/);

    const inWords = page.getByRole('button', { name: 'In words' }).first();
    await tabTo(page, inWords);
    await page.keyboard.press('Enter');
    await expect(inWords).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByText(/The fullest seven days ended on/)).toBeVisible();
    const asTable = page.getByRole('button', { name: 'As a table' }).first();
    await tabTo(page, asTable);
    await page.keyboard.press('Space');
    await expect(asTable).toHaveAttribute('aria-expanded', 'true');
    await expect(page.getByRole('columnheader', { name: 'Seven days' })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(page.getByRole('table')).toHaveCount(0);

    await tabTo(page, menu.getByRole('link', { name: 'Runs', exact: true }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText('188 runs.');
    const run = page.getByRole('link', { name: /15 November/ }).first();
    await tabTo(page, run);
    await page.keyboard.press('Enter');
    await expect(heading(page)).toHaveText(/The ache reached 2\/10/);

    const cursor = page.getByRole('slider', { name: 'Place in the run' });
    await expect(cursor).toBeVisible();
    await tabTo(page, cursor);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(cursor).toHaveAttribute('aria-valuetext', /^0\.1\d\skm: Pace \d:\d\d, Cadence 1\d\d,/);
    await page.keyboard.press('PageUp');
    await expect(cursor).toHaveAttribute('aria-valuetext', /^0\.6\d\skm:/);
    await page.keyboard.press('End');
    await expect(cursor).toHaveAttribute('aria-valuetext', /^5\.00\skm: Pace not running/);
    await page.keyboard.press('Home');
    await expect(cursor).toHaveAttribute('aria-valuetext', /^0\.00\skm:/);
    const runTable = page.getByRole('button', { name: 'As a table' });
    await tabTo(page, runTable);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('rowheader')).toHaveCount(21);
  });

  test('settings are changed with arrow keys', async ({ page }) => {
    await page.goto('/settings');
    await expect(heading(page)).toHaveText('Settings.');
    await tabTo(page, page.getByRole('radio', { name: 'Kilometres' }));
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('radio', { name: 'Miles' })).toBeChecked();
    await tabTo(page, page.getByRole('radio', { name: 'As the system' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });

  test.describe('on a phone', () => {
    test.use({ viewport: PHONE });
    test('the menu opens, moves, closes and leads on', async ({ page }) => {
      await page.goto('/');
      await expect(heading(page)).toHaveText(/^Run/);
      const more = page.getByRole('button', { name: 'More' });
      await tabTo(page, more);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('menuitem', { name: 'Bring your runs' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
      await expect(more).toBeFocused();
      await page.keyboard.press('Enter');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('menuitem', { name: 'Evidence' })).toBeFocused();
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('menuitem', { name: 'Settings' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(heading(page)).toHaveText('Settings.');
    });
  });
});
