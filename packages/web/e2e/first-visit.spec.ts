import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from './fixtures.ts';

test.describe('an empty store', () => {
  test('offers two ways in, and neither side bar nor tabs', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const main = page.getByRole('main');
    await expect(main.getByRole('link', { name: /Bring your runs/ })).toBeVisible();
    await expect(main.getByRole('button', { name: /Look around first/ })).toBeVisible();
    await expect(main.getByRole('link')).toHaveCount(1);
    await expect(main.getByRole('button')).toHaveCount(1);
    await expect(page.getByRole('navigation')).toHaveCount(0);
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScroll(page);
  });

  test('goes to the page that takes files', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('link', { name: /Bring your runs/ }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Bring your runs.' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
    await expectAccessible(page);
  });

  test('says what is lacking on pages that have nothing to show', async ({ page }) => {
    await page.goto('/load');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/cannot say yet/);
    await page.goto('/runs');
    await expect(page.getByRole('heading', { level: 1, name: 'No runs yet.' })).toBeVisible();
    await page.goto('/settings');
    await expect(page.getByRole('heading', { level: 1, name: 'Settings.' })).toBeVisible();
  });

  test('is filled by the sample runner, who is said to be simulated on every page, and is empty again once erased', async ({
    page,
  }) => {
    await page.goto('/');
    await page.getByRole('button', { name: /Look around first/ }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Run 3\.1\skm/, { timeout: 60_000 });
    const banner = page.getByRole('complementary', { name: 'Sample runner' });
    const menu = page.getByRole('navigation', { name: 'Pages' });
    for (const place of ['Load', 'Runs', 'Bring your runs', 'Settings', 'Today']) {
      await menu.getByRole('link', { name: place, exact: true }).click();
      await expect(menu.getByRole('link', { name: place, exact: true })).toHaveAttribute(
        'aria-current',
        'page',
      );
      await expect(banner).toContainText('A simulated runner.');
    }
    await menu.getByRole('link', { name: 'Runs', exact: true }).click();
    await page
      .getByRole('link', { name: /15 November/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/The ache reached 2\/10 at 4\.1\skm/);
    await expect(banner).toContainText('A simulated runner.');

    await banner.getByRole('button', { name: 'Erase the sample' }).click();
    await expect(page.getByRole('button', { name: /Look around first/ })).toBeVisible();
    await expect(banner).toHaveCount(0);
    await page.goto('/runs');
    await expect(page.getByRole('heading', { level: 1, name: 'No runs yet.' })).toBeVisible();
  });
});
