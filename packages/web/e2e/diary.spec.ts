/** Map and diary: a pain is put on the map, counts, and can be taken back; what hides pain is written down. */
import type { Page } from '@playwright/test';
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, tabTo, test } from './fixtures.ts';

test.use({ startsWith: 'sample' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const scale = (page: Page) => page.getByRole('radiogroup', { name: 'How much, now?' });
const region = (page: Page, name: RegExp, knee = 'Right knee, Front') =>
  page.getByRole('radiogroup', { name: knee }).getByRole('radio', { name });
const card = (page: Page) => page.locator('.place-card');

async function openDiary(page: Page): Promise<void> {
  await page.goto('/knee/diary');
  await expect(heading(page)).toHaveText('Where is it now?');
  await expect(region(page, /^On the kneecap/)).toBeVisible();
}

test('a place is tapped, answered in one tap, shown on the map and taken back', async ({ page, app }) => {
  const kept = async () => {
    const { entries } = (await (await fetch(`${app.url}/api/diary`)).json()) as {
      entries: { side: string; place: string; pain: number; atMs: number; utcOffsetMin: number }[];
    };
    return entries;
  };
  const before = (await kept()).length;
  await openDiary(page);
  await region(page, /^Outer joint line/).click();
  await expect(card(page).getByRole('heading')).toHaveText('Outer joint line, right');
  await expect(card(page)).toContainText('Nothing was said there yet.');
  await scale(page).getByText('3', { exact: true }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Right knee, Outer joint line: 3/10.' }),
  ).toBeVisible();
  await expect(region(page, /^Outer joint line, worst 3 of 10/)).toBeVisible();
  const last = (await kept()).at(-1);
  expect([last?.side, last?.place, last?.pain]).toEqual(['right', 'front-outer-joint', 3]);
  // The simulated runner's story is told on its own day.
  const local = (last?.atMs ?? 0) + (last?.utcOffsetMin ?? 0) * 60_000;
  expect(new Date(local).toISOString().slice(0, 10)).toBe('2026-11-17');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(region(page, /^Outer joint line$/)).toBeVisible();
  expect(await kept()).toHaveLength(before);
});

test('several a day, by name, at another time and with a few words', async ({ page }) => {
  await openDiary(page);
  for (const [place, pain] of [
    ['The hollow behind', '1'],
    ['Deep inside', '2'],
  ] as const) {
    await card(page).getByLabel('Or by name').selectOption({ label: place });
    await card(page).getByRole('button', { name: 'Another time, or a few words' }).click();
    await card(page).getByLabel('When').fill('2026-11-17T06:30');
    await card(page).getByLabel('In a few words').fill('getting out of bed');
    await scale(page).getByText(pain, { exact: true }).click();
    await expect(page.getByText(new RegExp(`06:30 · getting out of bed`)).first()).toBeVisible();
  }
  const written = page.getByRole('region', { name: 'Written down' });
  await expect(written).toContainText('Deep inside');
  await written.getByRole('button', { name: /^Remove: Deep inside/ }).click();
  await expect(written).not.toContainText('Deep inside');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(written).toContainText('Deep inside');
});

test('an ache of today, in the evening of a rest day, changes today’s answer, and undo brings it back', async ({
  page,
}) => {
  await openDiary(page);
  await region(page, /^On the kneecap/).click();
  await scale(page).getByText('7', { exact: true }).click();
  await expect(card(page).getByRole('alert')).toContainText('7 of 10 is a lot');
  await expect(card(page).getByRole('link', { name: 'Answer the knee check' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  const menu = page.getByRole('navigation', { name: 'Pages' });
  await menu.getByRole('link', { name: 'Today' }).click();
  await expect(heading(page)).not.toHaveText(/^Run 3\.1/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(heading(page)).toHaveText(/^Run 3\.1/);
});

test('the picture of days has its words and its table, and says what the last week was like', async ({
  page,
}) => {
  await openDiary(page);
  const course = page.getByRole('region', { name: /the week before|Day by day|Quiet/ });
  await expect(course).toContainText(/Of the last seven days \d were logged, \d of them at 0/);
  await expect(
    course.getByRole('img', { name: /Worst ache of each day in the right knee over 8 weeks/ }),
  ).toBeVisible();
  await course.getByRole('button', { name: 'In words' }).click();
  await expect(course).toContainText(/Week of 9 Nov: worst 2/);
  await course.getByRole('button', { name: 'As a table' }).click();
  await expect(course.getByRole('row', { name: /15 November 2026 2 \d+\s%/ })).toBeVisible();
  await expect(course.getByRole('row', { name: /17 November 2026 due today/ })).toBeVisible();
});

test('a tablet is written down in one tap, with its caution and where that comes from', async ({ page }) => {
  await openDiary(page);
  const masks = page.getByRole('region', { name: /Ibuprofen or its like: twice, last on 25 Oct/ });
  await expect(masks).toContainText('Not before a run: it hides the edge you are looking for.');
  await masks.getByRole('button', { name: 'Paracetamol' }).click();
  await expect(
    page.getByRole('status').filter({ hasText: 'For twelve hours a quiet run says nothing.' }),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: /Paracetamol: once, last on 17 Nov/ })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(masks).toBeVisible();
  await masks.getByRole('button', { name: 'More on what hides pain' }).click();
  await masks.getByRole('button', { name: 'randomised trial or review' }).first().click();
  await expect(masks).toContainText('kidney injury');
  await masks.getByRole('link', { name: 'Both sides on anti-inflammatories' }).click();
  await expect(page.getByRole('article', { name: 'Anti-inflammatories' })).toBeInViewport();
});

test('by keyboard: to the map, along its regions, to the scale', async ({ page }) => {
  await openDiary(page);
  const first = page.getByRole('radiogroup', { name: 'Right knee, Front' }).getByRole('radio').first();
  await tabTo(page, first);
  for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('ArrowDown');
  await expect(region(page, /^On the kneecap/)).toBeFocused();
  await expect(region(page, /^On the kneecap/)).toBeChecked();
  await tabTo(page, scale(page).getByRole('radio').first());
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(
    page.getByRole('status').filter({ hasText: 'Right knee, On the kneecap: 2/10.' }),
  ).toBeVisible();
});

test('every place of both views has a name of its own, on the map and in the list', async ({ page }) => {
  await openDiary(page);
  const names = new Set<string>();
  for (const group of ['Right knee, Front', 'Left knee, Front', 'Right knee, Back', 'Left knee, Back']) {
    const radios = page.getByRole('radiogroup', { name: group }).getByRole('radio');
    await expect(radios).toHaveCount(group.endsWith('Front') ? 16 : 8);
    for (const radio of await radios.all()) names.add(`${group} ${await radio.getAttribute('aria-label')}`);
  }
  expect(names.size).toBe(48);
  expect(await card(page).getByRole('option').count()).toBe(1 + 2 * 27);
});

test('a knee that has nothing written down yet can begin', async ({ page, app }) => {
  await fetch(`${app.url}/api/data`, { method: 'DELETE', headers: { origin: app.url } });
  await openDiary(page);
  await expect(page.getByText('Nothing was written down in the last seven days.')).toBeVisible();
  await region(page, /^The bump below/).click();
  await scale(page).getByText('1', { exact: true }).click();
  await expect(region(page, /^The bump below, worst 1 of 10/)).toBeVisible();
});

for (const [width, viewport] of Object.entries({
  phone: PHONE,
  desktop: DESKTOP,
  narrow: { width: 320, height: 640 },
}))
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${width}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, reducedMotion: 'reduce' });
      test('has one heading, no accessibility violation and no sideways scroll', async ({ page }) => {
        await openDiary(page);
        await expect(heading(page)).toHaveCount(1);
        await region(page, /^On the kneecap/).click();
        await page.getByRole('button', { name: 'Another time, or a few words' }).click();
        await page.getByRole('button', { name: 'More on what hides pain' }).click();
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    });

test.describe('text at 200 %', () => {
  test.use({ viewport: PHONE });
  test('asks for no sideways scroll in the diary, the questionnaire and the evidence', async ({ page }) => {
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.style.fontSize = '200%';
      });
    });
    for (const path of [
      '/knee/diary',
      '/knee/akps',
      '/evidence',
      '/evidence/frandsen-2025',
      '/disagreements',
    ]) {
      await page.goto(path);
      await expect(heading(page)).toBeVisible();
      await expectNoSidewaysScroll(page);
    }
  });
});
