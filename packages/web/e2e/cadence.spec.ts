/** The cadence page as a runner uses it: what to aim for, the beat, the six weeks, counting steps. */
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from './fixtures.ts';

/** 84 landings of one foot a minute. */
const TAP_MS = 60_000 / 84;

test.describe('with runs', () => {
  test.use({ startsWith: 'sample' });

  for (const [name, size] of [
    ['phone', PHONE],
    ['desktop', DESKTOP],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`says the habit and the target, on a ${name} in ${colorScheme}`, async ({ page }) => {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme });
        await page.goto('/form/cadence');
        await expect(page.getByRole('heading', { level: 1 })).toHaveText(
          /^\w+ steps more, each one lighter\.$/,
        );
        await expect(page.getByRole('img', { name: /steps a minute \(\d+/ })).toBeVisible();
        await expect(page.getByRole('heading', { name: 'Week four of six' })).toBeVisible();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });

  test('plays: the soles land in turn, a pause holds, and plus is a step faster', async ({ page }) => {
    await page.goto('/form/cadence');
    const card = page.getByRole('region', { name: 'Metronome' });
    const filled = (side: 'left' | 'right') =>
      card.getByRole('img', { name: side }).locator('path[fill="var(--water-fill)"]');
    await card.getByRole('button', { name: 'Start' }).click();
    await expect(filled('right')).toBeVisible();
    await expect(filled('left')).toBeVisible();
    const before = Number(await card.locator('.metronome-spm').textContent());
    await card.getByRole('button', { name: 'One step faster' }).click();
    await expect(card.locator('.metronome-spm')).toHaveText(String(before + 1));
    await card.getByRole('button', { name: 'Pause' }).click();
    await expect(card.getByRole('button', { name: 'Go on' })).toBeVisible();
    await card.getByRole('button', { name: 'Stop' }).click();
    await expect(card.getByRole('button', { name: 'Start' })).toBeVisible();
  });

  test('goes on playing while the server is away', async ({ page, app, noise }) => {
    await page.goto('/form/cadence');
    const card = page.getByRole('region', { name: 'Metronome' });
    await card.getByRole('button', { name: 'Start' }).click();
    await expect(card.getByRole('button', { name: 'Pause' })).toBeVisible();
    await app.kill();
    await expect(card.getByText(/^0:0[2-9]/)).toBeVisible();
    await app.restart();
    expect(noise.splice(0).filter((line) => !line.includes('net::ERR_'))).toEqual([]);
  });

  test('ends the six weeks, and takes that back', async ({ page }) => {
    await page.goto('/form/cadence');
    await page.getByRole('button', { name: 'End the weeks' }).click();
    await expect(page.getByRole('heading', { name: 'Week four of six' })).toBeHidden();
    // Today is a day on which nothing is begun.
    await expect(page.getByRole('button', { name: 'Begin the six weeks' })).toBeHidden();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByRole('heading', { name: 'Week four of six' })).toBeVisible();
  });
});

test('without runs a count is tapped by keyboard, kept and taken back', async ({ page, app }) => {
  await page.request.put('/api/settings', {
    data: { flags: 'none-raised', ache: 'no' },
    headers: { origin: app.url },
  });
  await page.goto('/form/cadence');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Your own steps come first.');
  const field = page.getByRole('button', { name: /Tap here/ });
  await field.focus();
  await page.clock.install();
  for (let tap = 0; tap < 12; tap += 1) {
    await page.keyboard.press('Space');
    await page.clock.runFor(TAP_MS);
  }
  await expect(
    page
      .getByRole('status')
      .getByText(/steps a minute/)
      .or(page.getByText(/^\d+ steps a minute$/)),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Keep this count' }).click();
  await expect(page.getByText('Count on another day too.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Count on another day too.', { exact: false })).toBeHidden();
});
