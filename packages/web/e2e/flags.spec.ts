/** Warning signs come before any distance: as long as they are open, none is given as today's. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from './fixtures.ts';

test.use({ startsWith: 'sample', viewport: PHONE });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const setFlags = async (url: string, flags: string): Promise<void> => {
  const reset = await fetch(`${url}/api/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ flags }),
  });
  expect(reset.ok).toBe(true);
};

test('while they are open the knee check is asked for, the distance only as what would stand', async ({
  app,
  page,
}) => {
  await setFlags(app.url, 'unanswered');
  await page.goto('/');
  await expect(heading(page)).toHaveText('A few questions come first.');
  await expect(page.getByText(/^If the check finds no sign, 3\.1\skm would stand/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Go to the knee check' })).toBeVisible();
  // A pain scale beside open questions would be one question too many.
  await expect(page.getByRole('radiogroup', { name: /Your right knee/ })).toHaveCount(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('one that was raised means no run until someone has looked, or the whole check clears it', async ({
  app,
  page,
}) => {
  await setFlags(app.url, 'raised');
  await page.goto('/');
  await expect(heading(page)).toHaveText('See someone before you run again.');
  await expect(page.getByRole('main')).not.toContainText(/Run 3\.1|would stand/);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'I answered by mistake' }).click();
  await expect(heading(page)).toHaveText('A few minutes about the knee.');
  await page.goto('/');
  await expect(heading(page)).toHaveText('See someone before you run again.');
});

test('having been seen is told with who, when and what they allow, and starts from calm', async ({
  app,
  page,
}) => {
  await setFlags(app.url, 'raised');
  await page.goto('/');
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
