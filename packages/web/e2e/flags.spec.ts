/** Warning signs come before any distance: as long as they are open, none is given as today's. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from './fixtures.ts';

test.use({ startsWith: 'sample', viewport: PHONE });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });

test.beforeEach(async ({ app, page }) => {
  const reset = await fetch(`${app.url}/api/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ flags: 'unanswered' }),
  });
  expect(reset.ok).toBe(true);
  await page.goto('/');
  await expect(heading(page)).toHaveText('A few questions come first.');
});

test('open questions are listed, the distance only as what would stand', async ({ page }) => {
  await expect(page.getByText(/^If none of them applies, 3\.1\skm would stand/)).toBeVisible();
  const questions = page.getByRole('region', { name: 'First, is any of this so?' });
  await expect(questions.getByRole('listitem').filter({ hasText: 'The knee is hot or red' })).toBeVisible();
  // A pain scale beside open questions would be one question too many.
  await expect(page.getByRole('radiogroup', { name: /Your right knee/ })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await questions.getByRole('button', { name: 'Save the answer' }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose one of the two.');
});

test('“none of these” gives the distance, and undo opens the questions again', async ({ page }) => {
  await page.getByText('None of these', { exact: true }).click();
  await page.getByRole('button', { name: 'Save the answer' }).click();
  await expect(heading(page)).toHaveText(/^Run 3\.1\skm/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading(page)).toHaveText('A few questions come first.');
});

test('one that applies, or being unsure, means no run until someone has looked', async ({ page }) => {
  await page.getByText('One of these applies, or I am not sure', { exact: true }).click();
  await page.getByRole('button', { name: 'Save the answer' }).click();
  await expect(heading(page)).toHaveText('See someone before you run again.');
  await expect(page.getByRole('main')).not.toContainText(/Run 3\.1|would stand/);
  await expectAccessible(page);
  await page.reload();
  await expect(heading(page)).toHaveText('See someone before you run again.');
  // Answering again does not end it before every question has been answered anew.
  await page.getByRole('button', { name: 'I answered by mistake: ask me again' }).click();
  await expect(page.getByRole('region', { name: 'First, is any of this so?' })).toBeVisible();
  await expect(heading(page)).toHaveText('See someone before you run again.');
  await page.getByText('None of these', { exact: true }).click();
  await page.getByRole('button', { name: 'Save the answer' }).click();
  await expect(heading(page)).toHaveText(/^Run 3\.1\skm/);
});

test('having been seen is told with who, when and what they allow, and starts from calm', async ({
  page,
}) => {
  await page.getByText('One of these applies, or I am not sure', { exact: true }).click();
  await page.getByRole('button', { name: 'Save the answer' }).click();
  await page.getByRole('button', { name: 'I have been seen' }).click();
  await page.getByRole('button', { name: 'Save what they said' }).click();
  await expect(page.getByRole('alert')).toHaveText('Say who looked at the knee and what they allow.');
  await page.getByLabel('Who looked at the knee').fill('Dr Roth, sports medicine');
  await page.getByLabel('What they allow').fill('Easy running once the tests are quiet');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.getByRole('button', { name: 'Save what they said' }).click();
  await expect(heading(page)).toHaveText('Walk, ride or swim today.');
});
