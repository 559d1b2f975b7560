/** What everything rests on: browsed, searched, and reached from a reason on Today. */
import type { Page } from '@playwright/test';
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, tabTo, test } from './fixtures.ts';

test.use({ startsWith: 'sample' });

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const rows = (page: Page) => page.getByRole('listitem').filter({ has: page.locator('.evidence-title') });

test('every claim can be found by word, by how it stands and by what it is about', async ({ page }) => {
  await page.goto('/evidence');
  await expect(heading(page)).toHaveText('What Kneewise rests on.');
  await expect(page.getByRole('heading', { name: '50 entries' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('foam rolling');
  await expect(page.getByRole('heading', { name: 'Nothing is kept about that.' })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).fill('rolling');
  await expect(rows(page)).toHaveCount(1);
  await page.getByRole('searchbox', { name: 'Search' }).fill('');
  await page.getByText(/^Contradicted \d+$/).click();
  await expect(page.getByRole('link', { name: 'Never more than ten per cent a week' })).toBeVisible();
  await page.getByLabel('About', { exact: true }).selectOption('Shoes and ground');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText('Concrete is harder on knees');
  await page.getByText('Numbers', { exact: true }).click();
  await page.getByLabel('About', { exact: true }).selectOption('Everything');
  await page.getByRole('searchbox', { name: 'Search' }).fill('SHARE_OF_EDGE');
  await expect(rows(page).first()).toContainText('three quarters of where the ceiling was reached');
  await expect(rows(page).first()).toContainText('0.75');
});

test('a claim says who was looked at, what it does not show and what rests on it', async ({ page }) => {
  await page.goto('/evidence/A25');
  await expect(heading(page)).toHaveText('Never more than ten per cent a week');
  await expect(page.getByRole('main')).toContainText('Contradicted');
  await expect(page.getByRole('main')).toContainText('532 novices in a trial');
  await expect(page.getByRole('main')).toContainText('not what caused it');
  await page.getByRole('link', { name: /Frandsen et al\. 2025/ }).click();
  await expect(page.getByRole('heading', { name: 'Numbers that rest on it' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Rules that rest on it' })).toBeVisible();
  await page.getByRole('link', { name: 'The 10 % rule' }).click();
  await expect(page.getByRole('article', { name: 'The 10 % rule' })).toBeInViewport();
});

test('a reason on Today opens its source in place, and from there its page', async ({ page }) => {
  await page.goto('/');
  await expect(heading(page)).toHaveText(/^Run/);
  await page.getByRole('button', { name: 'large cohort, or trials that agree' }).first().click();
  await page.getByRole('link', { name: 'More, and what rests on it' }).click();
  await expect(page).toHaveURL(/\/evidence\/[a-z]+-20\d\d$/);
  await expect(page.getByRole('main')).toContainText('What it does not show');
});

test('a disagreement shows both sides, what was found with its source, and what is done here', async ({
  page,
}) => {
  await page.goto('/evidence');
  await page.getByRole('link', { name: 'Where popular advice disagrees, both sides' }).click();
  const rest = page.getByRole('article', { name: 'Rest' });
  await expect(rest).toContainText('Stop until it is gone.');
  await expect(rest).toContainText('Keep moving.');
  await rest.getByRole('button', { name: /Esculier/ }).click();
  await expect(rest).toContainText('69 runners with kneecap pain');
  await expect(page.getByRole('article')).toHaveCount(13);
});

test('rules and sources are told in words, never by the keys of words', async ({ page }) => {
  await page.goto('/evidence');
  for (const kind of ['Rules', 'Sources']) {
    await page.getByText(kind, { exact: true }).click();
    const more = page.getByRole('button', { name: /Show more/ });
    await expect(more).toBeVisible();
    while (await more.isVisible()) await more.click();
    const titles = await page.locator('.evidence-title').allTextContents();
    expect(titles.length).toBeGreaterThan(100);
    expect(titles.filter((title) => /^\w+(\.[\w-]+)+$/.test(title))).toEqual([]);
  }
});

test('an id that is none says so and leads back', async ({ page }) => {
  await page.goto('/evidence/A99');
  await expect(heading(page)).toHaveText('There is no such entry.');
  await page.getByRole('main').getByRole('link', { name: 'All the evidence' }).click();
  await expect(heading(page)).toHaveText('What Kneewise rests on.');
});

test('by keyboard: search, filter and open', async ({ page }) => {
  await page.goto('/evidence');
  const search = page.getByRole('searchbox', { name: 'Search' });
  await tabTo(page, search);
  await page.keyboard.type('surface concrete');
  await page.keyboard.press('Escape');
  await page.keyboard.type('concrete');
  await tabTo(page, page.getByRole('link', { name: /Concrete is harder/ }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText(/Concrete is harder/);
});

for (const [width, viewport] of Object.entries({ phone: PHONE, desktop: DESKTOP }))
  for (const colorScheme of ['light', 'dark'] as const)
    test.describe(`${width}, ${colorScheme}`, () => {
      test.use({ viewport, colorScheme, reducedMotion: 'reduce' });
      test('has one heading, no accessibility violation and no sideways scroll', async ({ page }) => {
        for (const path of [
          '/evidence',
          '/evidence/A35',
          '/evidence/frandsen-2025',
          '/evidence/RF01',
          '/disagreements',
        ]) {
          await page.goto(path);
          await expect(heading(page)).toHaveCount(1);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        }
      });
    });
