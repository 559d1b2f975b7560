/** Answers change the answer: the sample runner's 48 hours after Sunday's run are due. */
import type { Page } from '@playwright/test';
import { expect, expectAccessible, test } from './fixtures.ts';

test.use({ startsWith: 'sample' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const scale = (page: Page) => page.getByRole('radiogroup', { name: 'Your right knee, two mornings after?' });
const cell = (page: Page, text: string) => scale(page).getByText(text, { exact: true });

async function openToday(page: Page): Promise<void> {
  await page.goto('/');
  await expect(heading(page)).toHaveText(/^Run 3\.1\skm/);
  await expect(scale(page)).toBeVisible();
}

test('a quiet knee after 48 hours leaves the distance and is asked no more', async ({ page }) => {
  await openToday(page);
  await cell(page, '0').click();
  await expect(page.getByRole('status').filter({ hasText: 'Right knee, 0/10, after 48 h.' })).toBeVisible();
  await expect(scale(page)).toHaveCount(0);
  await expect(heading(page)).toHaveText(/^Run 3\.1\skm/);
  await page.reload();
  await expect(heading(page)).toHaveText(/^Run 3\.1\skm/);
  await expect(scale(page)).toHaveCount(0);
});

test('4/10 after 48 hours means no run, says why, and undo takes it back', async ({ page }) => {
  await openToday(page);
  await cell(page, '4').click();
  await expect(heading(page)).toHaveText('Rest. Look again tomorrow.');
  await expect(page.getByRole('main')).toContainText('still sore after 48 hours: running waits');
  await expect(page.getByRole('main')).not.toContainText('3.1');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading(page)).toHaveText(/^Run 3\.1\skm/);
  await expect(scale(page)).toBeVisible();
});

test('a sign to stop is kept as soon as it is said, and its number can be put right', async ({
  page,
  app,
}) => {
  const signs = async () => {
    const { checkIns } = (await (await fetch(`${app.url}/api/check-ins`)).json()) as {
      checkIns: { pain: number; stopSign: boolean | null; when: string }[];
    };
    return checkIns.filter(({ stopSign }) => stopSign === true);
  };
  await openToday(page);
  // The worst number of the run has to be there: before it is, the sign waits for a number, and says so.
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: 'Sharp, swollen or limping?' }).click();
  await page.getByText('Yes, one of them', { exact: true }).click();
  const kept = page.getByRole('region', { name: 'Your sign to stop is kept.' });
  await expect(kept).toBeVisible();
  const [atOnce] = await signs();
  expect(atOnce?.pain).toBeGreaterThan(0);
  await expect(heading(page)).not.toHaveText(/^Run/);
  await expectAccessible(page);
  await kept.getByText('2', { exact: true }).click();
  await expect(kept).toHaveCount(0);
  expect((await signs()).map(({ pain, when }) => [pain, when])).toEqual([[2, '48h']]);
  await page.reload();
  await expect(heading(page)).not.toHaveText(/^Run/);
});

test('an ache in the run brings one more question, whether it eased, and a quiet run none', async ({
  page,
  app,
}) => {
  const answers = async () => {
    const { checkIns } = (await (await fetch(`${app.url}/api/check-ins`)).json()) as {
      checkIns: { id: string; pain: number; eased: boolean | null; when: string; atMs: number }[];
    };
    return checkIns.filter(({ when }) => when === 'during').toSorted((a, b) => b.atMs - a.atMs);
  };
  const last = (await answers())[0];
  await fetch(`${app.url}/api/check-ins/${last?.id}`, { method: 'DELETE' });
  await page.goto('/');
  await page.getByRole('radiogroup', { name: 'Which moment?' }).getByText('during', { exact: true }).click();
  const during = page.getByRole('radiogroup', { name: 'Your right knee, at its worst in the run?' });
  await during.getByText('1', { exact: true }).click();
  await expect(page.getByRole('group', { name: 'Did it ease as you went on?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Yes, it eased' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Right knee, 1/10' })).toBeVisible();
  expect((await answers())[0]).toMatchObject({ pain: 1, eased: true });
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await answers())[0]?.eased).not.toBe(true);
  await page.getByRole('radiogroup', { name: 'Which moment?' }).getByText('during', { exact: true }).click();
  await during.getByText('0', { exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Right knee, 0/10' })).toBeVisible();
  expect((await answers())[0]).toMatchObject({ pain: 0, eased: null });
});

test('an answer can be put right on its run, later', async ({ page }) => {
  await openToday(page);
  await cell(page, '1').click();
  await expect(scale(page)).toHaveCount(0);
  await page.goto('/runs');
  await page
    .getByRole('link', { name: /15 November/ })
    .first()
    .click();
  await page.getByRole('button', { name: /^Change Right knee, after 48\sh: 1\/10/ }).click();
  await scale(page).getByText('3', { exact: true }).click();
  await expect(page.getByRole('img', { name: /after 48\sh 3$/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('img', { name: /after 48\sh 1$/ })).toBeVisible();
});

test('an answer is kept when the server is killed right after it', async ({ page, app, noise }) => {
  await openToday(page);
  await cell(page, '4').click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await app.kill();
  await app.restart();
  await page.reload();
  await expect(heading(page)).toHaveText('Rest. Look again tomorrow.');
  expect(noise.splice(0).filter((line) => !line.includes('net::ERR_'))).toEqual([]);
});

test('two tabs tell the same once the second is loaded again', async ({ page, context }) => {
  await openToday(page);
  const second = await context.newPage();
  await openToday(second);
  await cell(page, '4').click();
  await expect(heading(page)).toHaveText('Rest. Look again tomorrow.');
  await second.reload();
  await expect(heading(second)).toHaveText('Rest. Look again tomorrow.');
  await expect(scale(second)).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading(page)).toHaveText(/^Run 3\.1\skm/);
  await second.reload();
  await expect(heading(second)).toHaveText(/^Run 3\.1\skm/);
});

test('the answer shows on the run it belongs to', async ({ page }) => {
  await openToday(page);
  await cell(page, '1').click();
  await expect(scale(page)).toHaveCount(0);
  await page.goto('/runs');
  await page
    .getByRole('link', { name: /15 November/ })
    .first()
    .click();
  await expect(page.getByRole('img', { name: /after 48\sh 1$/ })).toBeVisible();
});

test('another day of onset gives another audit', async ({ page }) => {
  await page.goto('/load');
  await expect(page.getByRole('heading', { name: /changed before it began/ })).toBeVisible();
  const changes = page.getByRole('region', { name: /before it began/ });
  const before = await changes.textContent();
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Change the date' }).click();
  await page.getByLabel('The day the ache began').fill('2026-08-10');
  await page.getByText('left', { exact: true }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It began on 10 August 2026, in the left knee.')).toBeVisible();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Load' }).click();
  await expect(changes).toBeVisible();
  await expect(changes).not.toHaveText(before ?? '');
});

test('a day of onset still to come is not taken', async ({ page }) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Change the date' }).click();
  const day = page.getByLabel('The day the ache began');
  await day.fill('2026-11-30');
  expect(await day.evaluate((input: HTMLInputElement) => input.validity.rangeOverflow)).toBe(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'That day is still to come.' })).toBeVisible();
  await expect(day).toBeVisible();
  await page.reload();
  await expect(page.getByText('It began on 1 October 2026, in the right knee.')).toBeVisible();
});
