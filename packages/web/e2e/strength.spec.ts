/** Strength as a runner does it: the list and its reasons, a session played through, what is kept of it. */
import type { Page } from '@playwright/test';
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, tabTo, test } from './fixtures.ts';

test.use({ startsWith: 'sample', viewport: PHONE });

/** Longer than any step of a session. */
const PAST_ANY_STEP_MS = 200_000;
/** More steps than any exercise has. */
const MOST_STEPS = 40;
const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const asked = (page: Page) => page.getByRole('radiogroup', { name: 'Worst ache in this exercise?' });

/** Lets the time run until the question after the exercise. */
async function untilAsked(page: Page): Promise<void> {
  for (let step = 0; step < MOST_STEPS; step += 1) {
    if (await asked(page).isVisible()) return;
    await page.clock.fastForward(PAST_ANY_STEP_MS);
  }
  await expect(asked(page)).toBeVisible();
}
async function playOne(page: Page, ache: number): Promise<void> {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await untilAsked(page);
  await asked(page).getByText(String(ache), { exact: true }).click();
}
const next = (page: Page) => page.getByRole('button', { name: 'Next' }).click();
async function skipRest(page: Page): Promise<void> {
  for (
    let left = 0;
    left < 10 && (await page.getByRole('button', { name: 'Skip this exercise' }).isVisible());
    left += 1
  )
    await page.getByRole('button', { name: 'Skip this exercise' }).click();
}

for (const [name, size] of [
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)
  for (const colorScheme of ['light', 'dark'] as const)
    test(`says the session with its reasons, on a ${name} in ${colorScheme}`, async ({ page }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.goto('/strength');
      await expect(heading(page)).toHaveText(/^Today: the calm list, four exercises, about \d+ minutes\.$/);
      await expect(page.getByRole('heading', { name: 'Side leg lift' })).toBeVisible();
      await expect(page.getByText('20 one-leg calf raises')).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.goto('/strength/warm-up');
      await expect(heading(page)).toHaveText('8 minutes before the run.');
      await page.getByText('After the run', { exact: true }).click();
      await expect(heading(page)).toHaveText('7 minutes after the run.');
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

for (const colorScheme of ['light', 'dark'] as const)
  test(`a session is played by taps, kept, and taken back, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.clock.install();
    await page.goto('/strength');
    await page.getByRole('link', { name: 'Start the session' }).click();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await page.clock.fastForward(6000);
    await expect(page.getByText('of 15, then switch sides')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Pause' }).click();
    await expect(page.getByRole('status').getByText('paused')).toBeVisible();
    await page.clock.fastForward(PAST_ANY_STEP_MS);
    await expect(page.getByText('0 of 3 done')).toBeVisible();
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.clock.fastForward(PAST_ANY_STEP_MS);
    await expect(heading(page)).toHaveText('Switch sides');
    await expect(page.getByText('Left side now.')).toBeVisible();
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await untilAsked(page);
    await asked(page).getByText('1', { exact: true }).click();
    await page
      .getByRole('radiogroup', { name: 'How many more would have gone?' })
      .getByText('3', { exact: true })
      .click();
    await page.getByRole('button', { name: 'Set 3, left: fewer' }).click();
    await expectAccessible(page);
    await next(page);
    for (const ache of [0, 2]) {
      await playOne(page, ache);
      await next(page);
    }
    await playOne(page, 0);
    await next(page);
    await expect(heading(page)).toHaveText('That is all of it.');
    await page
      .getByRole('radiogroup', { name: /How hard/ })
      .getByText('6', { exact: true })
      .click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Keep this session' }).click();
    await expect(heading(page)).toHaveText('No strength work today.');
    await page.getByText('17 November').last().click();
    await expect(page.getByText('Side leg lift: 15, 15, 15, 15, 15, 14 · ache 1/10')).toBeVisible();
    await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
    await expect(heading(page)).toHaveText(/^Today: the calm list/);
    await expect(page.getByText('No session yet.')).toBeVisible();
  });

test('fits a screen of 320 px, the list and the player', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.clock.install();
  for (const path of ['/strength', '/strength/warm-up', '/strength/play']) {
    await page.goto(path);
    await expect(heading(page)).toBeVisible();
    await expectNoSidewaysScroll(page);
  }
  await playOne(page, 4);
  await expect(page.getByText(/^Over the limit of 3/)).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test('the keyboard plays it too: the large button has the focus', async ({ page }) => {
  await page.clock.install();
  await page.goto('/strength/play');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await untilAsked(page);
  await tabTo(page, asked(page).getByRole('radio').first());
  await page.keyboard.press('ArrowRight');
  await expect(asked(page).getByRole('radio', { name: '1', exact: true })).toBeChecked();
  await tabTo(page, page.getByRole('button', { name: 'Next' }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Bridge');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeFocused();
});

test('a page that is loaded anew in the middle goes on where it was', async ({ page }) => {
  await page.clock.install();
  await page.goto('/strength/play');
  await playOne(page, 2);
  await next(page);
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.clock.fastForward(6000);
  await expect(page.getByText('set 1 of 3')).toBeVisible();
  await page.reload();
  await expect(heading(page)).toHaveText('Bridge');
  await expect(page.getByRole('button', { name: 'Go on' })).toBeVisible();
  await page.getByRole('button', { name: 'End' }).click();
  await expect(page.getByText('6 sets · ache 2/10')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(heading(page)).toHaveText('Bridge');
});

test('plays while the server is away, and sends what was done when it is back', async ({
  page,
  app,
  noise,
}) => {
  await page.clock.install();
  await page.goto('/strength');
  await page.getByRole('link', { name: 'Start the session' }).click();
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeVisible();
  await app.kill();
  await playOne(page, 1);
  await next(page);
  await skipRest(page);
  await page.getByRole('button', { name: 'Keep this session' }).click();
  await expect(page.getByText(/A session waits in this browser/)).toBeVisible();
  await app.restart();
  await page.clock.fastForward(6000);
  await expect(page.getByText(/A session waits in this browser/)).toBeHidden();
  await expect(heading(page)).toHaveText('No strength work today.');
  const kept = (await (await page.request.get('/api/strength')).json()) as { sessions: unknown[] };
  expect(kept.sessions).toHaveLength(1);
  expect(noise.splice(0).filter((line) => !line.includes('net::ERR_'))).toEqual([]);
});

test('what the runner tells changes the list: stairs are one step to the next phase', async ({ page }) => {
  await page.goto('/strength');
  await page
    .getByRole('radiogroup', { name: /stairs/ })
    .getByText('1', { exact: true })
    .click();
  await expect(page.getByRole('listitem').filter({ hasText: 'stairs at 2 of 10 at most' })).toContainText(
    'done',
  );
  await page.getByText('Gym machines', { exact: true }).click();
  await page.reload();
  await expect(page.getByRole('checkbox', { name: 'Gym machines' })).toBeChecked();
});

test('a raised sign leaves no session, no warm-up and nothing to start', async ({ page, app }) => {
  await page.request.put('/api/settings', { data: { flags: 'raised' }, headers: { origin: app.url } });
  await page.goto('/strength');
  await expect(heading(page)).toHaveText('Someone should look at this knee first.');
  await expect(page.getByRole('link', { name: 'Start the session' })).toHaveCount(0);
  await expectAccessible(page);
  await page.goto('/strength/warm-up');
  await expect(heading(page)).toHaveText('No warm-up for now.');
  await page.goto('/strength/play');
  await expect(heading(page)).toHaveText('There is no session today.');
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toHaveCount(0);
});
