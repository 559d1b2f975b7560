/** Answers the knee check in the browser, by the names and roles of what is on the page. */
import { expect, type Locator, type Page } from '@playwright/test';

export const heading = (page: Page): Locator => page.getByRole('heading', { level: 1 });
export const next = (page: Page): Locator => page.getByRole('button', { name: 'Next' });

/** Chooses with the keyboard's Space, as the input itself lies under what is drawn. */
export async function choose(input: Locator): Promise<void> {
  await input.focus();
  await input.press('Space');
  await expect(input).toBeChecked();
}

const radio = (page: Page, group: RegExp | string, name: string): Locator =>
  page.getByRole('radiogroup', { name: group }).getByRole('radio', { name, exact: true });
const tick = (page: Page, group: RegExp | string, name: string): Locator =>
  page.getByRole('group', { name: group }).getByRole('checkbox', { name, exact: true });

type Answer = (page: Page) => Promise<void>;

/** By the sentence of the screen: a sore kneecap without any sign. */
export const QUIET: Readonly<Record<string, Answer>> = {
  'How old are you?': async (page) => {
    await page.getByRole('textbox', { name: 'How old are you?' }).fill('33');
    await choose(radio(page, /Which sex/, 'Male'));
  },
  'Which knee?': async (page) => {
    await choose(radio(page, 'Which knee?', 'Right'));
    await page.getByText('All places by name').click();
    await choose(page.getByRole('checkbox', { name: 'On, around or behind the kneecap' }));
  },
  'How large is the worst spot?': (page) => choose(radio(page, /worst spot/, 'A palm covers it')),
  'How did it start?': (page) => choose(radio(page, 'How did it start?', 'Gradually')),
  'How many weeks ago did this start?': async (page) => {
    await page.getByRole('textbox', { name: /How many weeks/ }).fill('5');
    await choose(radio(page, /last two weeks/, 'The same'));
  },
  'Is any of this so right now?': (page) => choose(page.getByRole('checkbox', { name: 'None of these' })),
  'How is walking now?': (page) => choose(radio(page, 'How is walking now?', 'Normal')),
  'Is the knee itself puffy or swollen?': (page) => choose(radio(page, /puffy/, 'No')),
  'Does the knee do any of this?': (page) => choose(page.getByRole('checkbox', { name: 'None of these' })),
  'Does it hurt at night?': async (page) => {
    await choose(radio(page, /at night/, 'No pain'));
    await choose(radio(page, /easy day/, 'Gone within a day of running'));
  },
  'Press along the bones. Is one bony spot sharply sore?': async (page) => {
    await choose(radio(page, /bony spot/, 'No such spot'));
    await choose(radio(page, /gentle hop/, 'Fine'));
  },
  'In the 12 weeks before it began, what changed?': async (page) => {
    await choose(tick(page, /12 weeks/, 'Longer runs'));
    await choose(radio(page, /kind of runner/, 'Regular'));
  },
  'Is there anything that weakens bone?': async (page) => {
    await choose(tick(page, /weakens bone/, 'None of these'));
    await choose(tick(page, /last three months/, 'None of these'));
  },
  'In a run, when does it come?': (page) => choose(radio(page, /In a run/, 'It builds')),
  'What brings it on?': async (page) => {
    for (const name of ['Going downstairs', 'Squatting', 'Long sitting'])
      await choose(tick(page, 'What brings it on?', name));
  },
  'Beyond the knee, is any of this so?': async (page) => {
    await page.getByRole('textbox', { name: /stiff in the morning/ }).fill('0');
    await choose(page.getByRole('checkbox', { name: 'None of these' }));
  },
  'Sitting, swing the foot outwards: is the hip stiff or painful?': (page) =>
    choose(radio(page, /swing the foot/, 'No')),
  'Does something snap over?': (page) => choose(radio(page, /snap over/, 'Nothing snaps')),
  'What have you tried for three weeks or more?': (page) =>
    choose(tick(page, /three weeks or more/, 'Nothing')),
};

/** Answers the screen that is shown and leaves it. @returns its sentence */
export async function answerScreen(page: Page, answers = QUIET): Promise<string> {
  await expect(heading(page)).toBeVisible();
  const sentence = (await heading(page).textContent()) ?? '';
  const answer = answers[sentence];
  if (answer === undefined) throw new Error(`no answer to “${sentence}”`);
  await answer(page);
  await next(page).click();
  await expect(heading(page)).not.toHaveText(sentence);
  return sentence;
}

/** Begins, unless one is under way. */
export async function begin(page: Page): Promise<void> {
  await page.goto('/knee/check');
  await expect(heading(page)).toHaveText('A few minutes about the knee.');
  await page.getByRole('button', { name: 'I understand. Begin' }).click();
  await expect(heading(page)).toHaveText('How old are you?');
}

/** To the screen with this sentence. */
export async function upTo(page: Page, sentence: string, answers = QUIET): Promise<void> {
  while ((await heading(page).textContent()) !== sentence) await answerScreen(page, answers);
}

/** To the end. @returns the sentences passed */
export async function toTheEnd(page: Page, answers = QUIET): Promise<readonly string[]> {
  const passed: string[] = [];
  await expect(next(page)).toBeVisible();
  while (await next(page).isVisible()) passed.push(await answerScreen(page, answers));
  return passed;
}
