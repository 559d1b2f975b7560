/** The kneecap questionnaire: filled in, scored, compared and taken back. */
import type { Page } from '@playwright/test';
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, tabTo, test } from './fixtures.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const groups = (page: Page) => page.locator('.akps-form').getByRole('radiogroup');

/** Answers each with its best option but the first, which gets its worst. */
async function fillIn(page: Page): Promise<void> {
  for (const [index, group] of (await groups(page).all()).entries())
    await (
      index === 0 ? group.locator('.akps-option').last() : group.locator('.akps-option').first()
    ).click();
}

test('the first one asks all thirteen, says what is open, and is kept with its score', async ({ page }) => {
  await page.goto('/knee/akps');
  await expect(heading(page)).toHaveText('What can the knee do now?');
  await expect(groups(page)).toHaveCount(13);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('13 questions are still open; the score takes all of them.')).toBeVisible();
  await expect(groups(page).first().getByRole('radio').first()).toBeFocused();
  await fillIn(page);
  await expect(page.getByText('All answered.')).toBeVisible();
  await page.getByRole('button', { name: 'Keep it' }).click();
  // Limping all the time takes five points, all else is at its best.
  await expect(heading(page)).toHaveText('Your knee: 95 of 100.');
  await expect(page.getByRole('main')).toContainText('It is the first');
  await page.reload();
  await expect(heading(page)).toHaveText('Your knee: 95 of 100.');
  await page.getByRole('button', { name: /^Remove the one of/ }).click();
  await expect(heading(page)).toHaveText('What can the knee do now?');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading(page)).toHaveText('Your knee: 95 of 100.');
});

test.describe('the sample runner', () => {
  test.use({ startsWith: 'sample' });

  test('sees what a change means, how sure that is, and the scores over time', async ({ page }) => {
    await page.goto('/knee/akps');
    await expect(heading(page)).toHaveText('Your knee: 81 of 100.');
    const main = page.getByRole('main');
    await expect(main).toContainText('7 points more than on 24 October 2026: no clear change.');
    await expect(main).toContainText('13 points more than at the start: better.');
    await expect(main).toContainText('about 10 points');
    await page.getByRole('button', { name: 'from memory, not checked' }).click();
    await expect(main).toContainText('From memory, not checked.');
    await expect(
      page.getByRole('img', { name: 'From 68 of 100 on 3 October 2026 to 81 on 14 November 2026.' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'As a table' }).click();
    await expect(page.getByRole('row', { name: /24 October 2026.*74 6/ })).toBeVisible();
    await expect(main).toContainText('Under copyright; its author has to be asked.');
  });

  test('fills it in again, is compared with the last, and takes it back', async ({ page }) => {
    await page.goto('/knee/diary');
    await page.getByRole('link', { name: 'Fill it in again, and what a change means' }).click();
    await page.getByRole('button', { name: 'Fill it in again' }).click();
    await fillIn(page);
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(heading(page)).toHaveText('Your knee: 95 of 100.');
    await expect(page.getByRole('main')).toContainText('14 points more than on 14 November 2026: better.');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(heading(page)).toHaveText('Your knee: 81 of 100.');
  });

  for (const [width, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
    for (const colorScheme of ['light', 'dark'] as const)
      test.describe(`${width}, ${colorScheme}`, () => {
        test.use({ viewport, colorScheme, reducedMotion: 'reduce' });
        test('has one heading, no accessibility violation and no sideways scroll', async ({ page }) => {
          await page.goto('/knee/akps');
          await expect(heading(page)).toHaveText('Your knee: 81 of 100.');
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
          await page.getByRole('button', { name: 'Fill it in again' }).click();
          await expect(groups(page)).toHaveCount(13);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
      });
});

test('by keyboard: arrow keys choose, Tab goes on', async ({ page }) => {
  await page.goto('/knee/akps');
  const first = groups(page).first();
  await tabTo(page, first.getByRole('radio').first());
  await page.keyboard.press('ArrowDown');
  await expect(first.getByRole('radio').nth(1)).toBeChecked();
  await page.keyboard.press('Tab');
  await expect(groups(page).nth(1).getByRole('radio').first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText('11 questions left.')).toBeVisible();
});
