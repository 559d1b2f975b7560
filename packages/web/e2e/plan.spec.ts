/** Weeks ahead as a runner uses them: what comes and why, another day for a session, a race, the files, a red flag. */
import type { Page } from '@playwright/test';
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, tabTo, test } from './fixtures.ts';

test.use({ startsWith: 'sample' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const thisWeek = (page: Page) => page.getByRole('region', { name: 'This week' });
const day = (page: Page, name: string) =>
  thisWeek(page)
    .locator('.plan-day')
    .filter({ has: page.locator('.plan-date', { hasText: name }) });

for (const [name, size] of [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`says the weeks and today’s run as Today does, on a ${name} in ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.goto('/');
      const distance = /[\d.]+\s?(km|mi)/.exec((await heading(page).textContent()) ?? '')?.[0] ?? 'none';
      await page.getByRole('link', { name: 'Weeks ahead' }).filter({ visible: true }).click();
      await expect(heading(page)).toHaveText(/^Three runs a week, up to [\d.]+\s(km|mi) each\.$/);
      const today = day(page, 'Today');
      await expect(today.getByText(distance, { exact: true })).toBeVisible();
      await today.getByRole('button', { name: /Easy run/ }).click();
      await expect(today.getByText('This is what today’s answer gives.')).toBeVisible();
      await expect(page.getByText('Nothing rises until the knee is in green.')).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

test('a run is moved by keyboard, stays there, and goes back by undo', async ({ page }) => {
  await page.goto('/plan');
  const run = day(page, 'Thursday').getByRole('button', { name: /Easy run/ });
  await expect(run).toBeVisible();
  await tabTo(page, run);
  await page.keyboard.press('Enter');
  await tabTo(page, day(page, 'Thursday').getByRole('button', { name: 'Friday' }));
  await page.keyboard.press('Enter');
  await expect(page.getByText('Moved to Friday 20 November.')).toBeVisible();
  await expect(day(page, 'Friday').getByRole('button', { name: /Easy run/ })).toBeVisible();
  await page.reload();
  await day(page, 'Friday')
    .getByRole('button', { name: /Easy run/ })
    .click();
  await expect(day(page, 'Friday').getByText('You put it here.')).toBeVisible();
  await day(page, 'Friday').getByRole('button', { name: 'Saturday' }).click();
  await expect(day(page, 'Saturday').getByRole('button', { name: /Easy run/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(day(page, 'Friday').getByRole('button', { name: /Easy run/ })).toBeVisible();
});

test('a run is dragged to another day; where the knee is not ready, it stays and the page says why', async ({
  page,
}) => {
  await page.setViewportSize(DESKTOP);
  await page.goto('/plan');
  const line = (name: string) => day(page, name).locator('.plan-line').filter({ hasText: 'Easy run' });
  await line('Thursday').dragTo(day(page, 'Friday'));
  await expect(line('Friday')).toBeVisible();
  await line('Friday').dragTo(day(page, 'Wednesday'));
  await expect(page.getByRole('alert')).toHaveText(/The knee is not ready for a run on that day\./);
  await expect(line('Friday')).toBeVisible();
  await expectAccessible(page);
});

test('a race is told, judged, and let go', async ({ page }) => {
  await page.goto('/plan');
  await page.getByRole('button', { name: 'Plan towards a race' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toHaveText('Choose a day from today on.');
  await page.getByLabel('Day of the race').fill('2027-01-31');
  await page.getByLabel(/^Distance/).fill('10');
  await page.getByText('trail', { exact: true }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Too early to tell.')).toBeVisible();
  await page.getByRole('button', { name: 'Let it go' }).click();
  await expect(page.getByRole('button', { name: 'Plan towards a race' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Too early to tell.')).toBeVisible();
});

test('the calendar and the file for the watch are real files', async ({ page }) => {
  await page.goto('/plan');
  const calendar = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Calendar file (ICS)' }).click();
  expect((await calendar).suggestedFilename()).toBe('kneewise.ics');
  await day(page, 'Today')
    .getByRole('button', { name: /Easy run/ })
    .click();
  const workout = page.waitForEvent('download');
  await page.getByRole('link', { name: 'File for the watch (FIT)' }).click();
  expect((await workout).suggestedFilename()).toBe('kneewise-2026-11-17.fit');
});

test('once a red flag is raised no run is planned, and the page says why', async ({ page, app }) => {
  const headers = { origin: app.url };
  await page.request.post('/api/events', { data: { kind: 'flag-raised', date: '2026-11-17' }, headers });
  await page.request.put('/api/settings', { data: { flags: 'raised' }, headers });
  await page.goto('/plan');
  await expect(heading(page)).toHaveText('No run is planned until someone has looked at this knee.');
  await expect(page.getByText('No running until a professional has looked.')).toBeVisible();
  await expect(page.getByText(/run,|km/i)).toHaveCount(0);
  await expect(page.getByRole('button', { name: /run/i })).toHaveCount(0);
  await expectAccessible(page);
});
