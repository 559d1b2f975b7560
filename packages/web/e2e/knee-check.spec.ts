/** The knee check as a runner meets it: by keyboard, by roles, on a phone, resumed, interrupted. */
import type { Page } from '@playwright/test';
import { answerScreen, begin, choose, heading, next, QUIET, toTheEnd, upTo } from './answer-check.ts';
import { expect, expectAccessible, expectNoSidewaysScroll, PHONE, tabTo, test } from './fixtures.ts';

test.use({ startsWith: 'sample', viewport: PHONE });

const RIGHT_NOW = 'Is any of this so right now?';
const noRun = async (page: Page): Promise<void> => {
  await page.goto('/');
  await expect(heading(page)).toHaveText('See someone before you run again.');
  await expect(page.getByRole('main')).not.toContainText(/Run \d|would stand/);
};

test('comes to a result on the usual path, every screen accessible and on a phone’s width', async ({
  page,
}) => {
  test.slow();
  await begin(page);
  const passed: string[] = [];
  while (await next(page).isVisible()) {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    passed.push(await answerScreen(page));
  }
  expect(passed.length).toBeLessThanOrEqual(20);
  await expect(page).toHaveURL(/\/knee$/);
  await expect(heading(page)).toHaveText(/^You can start looking after this yourself/);
  const fits = page.getByRole('region', { name: 'What fits' });
  await expect(fits.getByRole('heading', { level: 3 }).first()).toHaveText('Kneecap pain');
  await expect(fits).toContainText('Going downstairs brings it on.');
  await expect(page.getByRole('main')).not.toContainText(/you have|%\s*(likely|probab)/i);
  await expect(page.getByRole('region', { name: 'What to do' })).toContainText('2/10');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await page.goto('/');
  await expect(heading(page)).toHaveText(/^Run 3\.1/);
});

test('resumes after a reload and after the server was killed, with what was said on the screen', async ({
  app,
  page,
  noise,
}) => {
  await begin(page);
  await upTo(page, 'How did it start?');
  await choose(page.getByRole('radio', { name: 'Suddenly, without an accident' }));
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Suddenly, without an accident' })).toBeChecked();
  await app.kill();
  await app.restart();
  expect(noise.splice(0).filter((line) => !line.includes('net::ERR_'))).toEqual([]);
  await page.goto('/knee');
  await page.getByRole('link', { name: 'Go on with the check' }).click();
  await expect(heading(page)).toHaveText('How did it start?');
  await expect(page.getByRole('radio', { name: 'Suddenly, without an accident' })).toBeChecked();
});

test('goes back with the answers in place, stops, goes on, and starts over', async ({ page }) => {
  await begin(page);
  await expect(page.getByRole('button', { name: 'Back' })).toHaveCount(0);
  await upTo(page, 'How large is the worst spot?');
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(heading(page)).toHaveText('Which knee?');
  await expect(page.getByRole('radio', { name: 'Right', exact: true })).toBeChecked();
  await page.getByRole('link', { name: 'Stop here, keep my answers' }).click();
  await expect(page.getByRole('region', { name: /^A check is under way: screen 2/ })).toBeVisible();
  await page.getByRole('link', { name: 'Go on with the check' }).click();
  await expect(heading(page)).toHaveText('Which knee?');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(heading(page)).toHaveText('How old are you?');
  await expect(page.getByRole('textbox', { name: 'How old are you?' })).toHaveValue('');
});

test('an emergency interrupts at once, with what to do, whom to call and what to say', async ({
  context,
  page,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await begin(page);
  await upTo(page, RIGHT_NOW);
  const sign = page.getByRole('checkbox', { name: 'New breathlessness, chest pain, or coughing blood' });
  await sign.focus();
  await sign.press('Space');
  const red = page.getByRole('alertdialog');
  await expect(red).toBeVisible();
  await expect(heading(page)).toHaveText('Call 999, or go to an emergency department now.');
  await expect(heading(page)).toBeFocused();
  await expect(red.getByRole('link', { name: 'Call 999' })).toHaveAttribute('href', 'tel:999');
  await expect(red).toContainText('A clot can reach the lung');
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page);
  await red.getByRole('button', { name: 'Copy' }).click();
  await expect(red.getByText('Copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
    /^My right knee hurts, for about 5/,
  );
  await noRun(page);
  // It stands wherever one goes.
  await page.goto('/knee');
  await expect(page.getByRole('alertdialog')).toBeVisible();
});

test('“I answered by mistake” asks everything again, and only a definite no ends it', async ({ page }) => {
  test.slow();
  await begin(page);
  await upTo(page, RIGHT_NOW);
  const sign = page.getByRole('checkbox', { name: 'Fever, shivering, or feeling ill' });
  await sign.focus();
  await sign.press('Space');
  await choose(page.getByRole('checkbox', { name: 'None of the rest' }));
  // Fever calls for today: at the end of its screen, not in the middle of it.
  await expect(heading(page)).toHaveText(RIGHT_NOW);
  await next(page).click();
  await expect(heading(page)).not.toHaveText(RIGHT_NOW);
  while (await next(page).isVisible()) await answerScreen(page);
  await expect(heading(page)).toHaveText('Speak to a doctor today.');
  await page.getByRole('button', { name: 'Who to call now' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('the on-call service: 111');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I answered by mistake' }).click();
  await page.getByRole('button', { name: 'Ask me everything again' }).click();
  await expect(heading(page)).toHaveText('How old are you?');
  await noRun(page);
  await page.goto('/knee/check');
  await toTheEnd(page);
  await expect(heading(page)).toHaveText(/^You can start looking after this yourself/);
  await page.goto('/');
  await expect(heading(page)).toHaveText(/^Run/);
});

test('a sign that no longer waits for days takes running away, until someone has looked', async ({
  page,
}) => {
  test.slow();
  await begin(page);
  await toTheEnd(page, {
    ...QUIET,
    'Is the knee itself puffy or swollen?': async (its) => {
      await choose(its.getByRole('radio', { name: 'Clearly swollen' }));
    },
    'Does the knee do any of this?': (its) => choose(its.getByRole('checkbox', { name: 'None of these' })),
  });
  await expect(heading(page)).toHaveText(/^See a doctor or sports physician within two or three days/);
  await expect(page.getByRole('region', { name: 'Why' })).toContainText('The knee is clearly swollen.');
  await expect(page.getByRole('region', { name: 'What to do' })).not.toContainText('turn back at');
  await expectAccessible(page);
  await noRun(page);
  await page.goto('/knee');
  await page.getByRole('button', { name: 'I have been seen' }).click();
  await page.getByLabel('Who looked at the knee').fill('Dr Roth, sports medicine');
  await page.getByLabel('What they allow').fill('Easy running once the tests are quiet');
  await page.getByRole('button', { name: 'Save what they said' }).click();
  await expect(page.getByText('A clinician has looked at it since.')).toBeVisible();
  await page.goto('/');
  await expect(heading(page)).toHaveText('Walk, ride or swim today.');
});

test('what is left open gets its check at home once, then counts as not known', async ({ page }) => {
  await begin(page);
  await upTo(page, 'How is walking now?');
  await next(page).click();
  await expect(page.getByText('Take four steps, holding on to a table if you need it.')).toBeVisible();
  await expect(heading(page)).toHaveText('How is walking now?');
  await next(page).click();
  await expect(heading(page)).toHaveText('Is the knee itself puffy or swollen?');
});

test('the place is tapped on the map, named at once, and taken back', async ({ page }) => {
  await begin(page);
  await upTo(page, 'Which knee?');
  const map = page.locator('.knee-map');
  const box = await map.boundingBox();
  if (box === null) throw new Error('the map is not drawn');
  await map.click({ position: { x: box.width / 2, y: (box.height * 160) / 372 } });
  const named = page.getByRole('button', { name: 'Remove On, around or behind the kneecap' });
  await expect(named).toBeVisible();
  await page.getByRole('button', { name: 'The inner edge of the kneecap' }).click();
  await named.click();
  await expect(named).toHaveCount(0);
  await page.getByText('All places by name').click();
  await expect(page.getByRole('checkbox', { name: 'The inner edge of the kneecap' })).toBeChecked();
});

test('is answered without a mouse', async ({ page }) => {
  await page.goto('/knee/check');
  await tabTo(page, page.getByRole('button', { name: 'I understand. Begin' }));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.type('33');
  await tabTo(page, page.getByRole('radio', { name: 'Female', exact: true }));
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Male', exact: true })).toBeChecked();
  await tabTo(page, next(page));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('Which knee?');
  await expect(heading(page)).toBeFocused();
  await tabTo(page, page.getByRole('radio', { name: 'Left', exact: true }));
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByText('All places by name'));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('checkbox', { name: 'The bump at the top of the shin' }));
  await page.keyboard.press('Space');
  await tabTo(page, next(page));
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('How large is the worst spot?');
});

test('two windows cannot answer over each other', async ({ context, page, noise }) => {
  await begin(page);
  const other = await context.newPage();
  await other.goto('/knee/check');
  await expect(heading(other)).toHaveText('How old are you?');
  await answerScreen(page);
  // The other one follows; what it says then counts here too.
  await expect(heading(other)).toHaveText('Which knee?');
  await answerScreen(other);
  await expect(heading(page)).toHaveText('How large is the worst spot?');
  await choose(other.getByRole('radio', { name: 'A fingertip covers it' }));
  await page.bringToFront();
  const palm = page.getByRole('radio', { name: 'A palm covers it' });
  await palm.focus();
  await palm.press('Space');
  await expect(page.getByRole('alert')).toContainText('in another window');
  // What was refused is named on the console by the browser itself.
  expect(noise.splice(0).filter((line) => !line.includes('409'))).toEqual([]);
});

test('before the first distance the knee check comes first, and after it a distance stands', async ({
  app,
  page,
}) => {
  test.slow();
  await fetch(`${app.url}/api/settings`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ flags: 'unanswered' }),
  });
  await page.goto('/');
  await expect(heading(page)).toHaveText('A few questions come first.');
  await page.getByRole('link', { name: 'Go to the knee check' }).click();
  await page.getByRole('button', { name: 'I understand. Begin' }).click();
  await expect(heading(page)).toHaveText('How old are you?');
  await toTheEnd(page);
  await expect(page).toHaveURL(/\/knee$/);
  await page.goto('/');
  await expect(heading(page)).toHaveText(/^Run 3\.1/);
});
