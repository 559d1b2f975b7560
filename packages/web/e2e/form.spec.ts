/** Where form goes: over many runs, and marked in one. */
import { DESKTOP, expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from './fixtures.ts';

test.describe('with runs', () => {
  test.use({ startsWith: 'sample' });
  for (const [name, size, colorScheme] of [
    ['phone', PHONE, 'dark'],
    ['desktop', DESKTOP, 'light'],
  ] as const)
    test(`tells the usual place over many runs and leads to one of them, on a ${name} in ${colorScheme}`, async ({
      page,
    }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await page.goto('/form/fading');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        /^Your form usually goes near [\d.]+\skm\.$/,
      );
      await expect(
        page.getByRole('img', { name: /long runs; in \d+ of them form perhaps faded/ }),
      ).toBeVisible();
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await page.getByText('Look at one that perhaps faded').getByRole('link').first().click();
      await expect(page.getByText(/Perhaps it went at [\d.]+\skm/)).toBeVisible();
      await expect(page.getByText(/^perhaps fades [\d.]+\skm$/)).toBeVisible();
      await expectAccessible(page);
    });
});

test('without runs it says what it takes', async ({ page }) => {
  await page.goto('/form/fading');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('We cannot say yet where your form goes.');
  await expectAccessible(page);
});
