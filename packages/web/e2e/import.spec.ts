import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeZip } from '../../formats/src/testing/write-zip.ts';
import { dropFiles, expect, expectAccessible, test } from './fixtures.ts';
import { type Folder, manyRuns, month, MONTH_HOLDS } from './recordings.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const menu = (page: Page) => page.getByRole('navigation', { name: 'Pages' });
const fileRow = (page: Page, path: string) =>
  page.getByRole('region', { name: 'File by file' }).getByRole('listitem').filter({ hasText: path });

/** The figure the page gives for one kind of outcome, such as "12 added". */
const count = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ hasText: new RegExp(`^\\s*\\d+ ${words}$`) });

interface Counts {
  readonly added: number;
  readonly duplicates: number;
  readonly others: number;
  readonly refused: number;
}

async function expectCounts(page: Page, { added, duplicates, others, refused }: Counts): Promise<void> {
  await expect(count(page, 'added')).toHaveText(`${added} added`);
  await expect(count(page, 'same run twice')).toHaveText(`${duplicates} same run twice`);
  await expect(count(page, 'not runs, kept')).toHaveText(`${others} not runs, kept`);
  await expect(count(page, 'refused')).toHaveText(`${refused} refused`);
}

function zipOf({ files }: Folder, path: string): string {
  writeFileSync(path, writeZip(files));
  return path;
}

test('a folder dropped on any page is read file by file, and every page has its runs', async ({
  page,
}, testInfo) => {
  const folder = month(testInfo.outputDir);
  await page.goto('/settings');
  await expect(heading(page)).toBeVisible();
  await dropFiles(page, [folder.path]);

  await expect(page.getByRole('progressbar', { name: 'Files read' })).toBeVisible();
  await expect(heading(page)).toHaveText(`${MONTH_HOLDS.runs} runs added.`);
  await expectCounts(page, {
    added: MONTH_HOLDS.runs,
    duplicates: MONTH_HOLDS.copies,
    others: MONTH_HOLDS.rides,
    refused: MONTH_HOLDS.refused,
  });
  await expect(page.getByText('1 file in the folder is of a kind that holds no activities')).toBeVisible();
  await expect(fileRow(page, 'watch/ride.fit')).toContainText(/Not a run.*cycling, 12\.0\skm/);
  await expect(fileRow(page, 'watch/empty.fit')).toContainText(/Refused.*empty/i);
  await expect(fileRow(page, 'watch/photo.fit')).toContainText(/Refused/);
  await expect(
    page.getByRole('region', { name: 'File by file' }).getByRole('listitem').filter({ hasText: 'Same run' }),
  ).toHaveCount(1);
  await expect(fileRow(page, 'watch/run-12.fit')).toContainText(/Added.*10\.0\skm/);
  await expect(page.getByText('notes.txt')).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('radio', { name: 'Refused 2' }).click();
  await expect(page.getByRole('region', { name: 'File by file' }).getByRole('listitem')).toHaveCount(2);

  await menu(page).getByRole('link', { name: 'Today' }).click();
  await expect(heading(page)).toHaveText('A few questions come first.');
  await expect(page.getByText(/If the check finds no sign, \d+\.\d\skm would stand/)).toBeVisible();

  await menu(page).getByRole('link', { name: 'Load' }).click();
  await expect(heading(page)).toHaveText(
    /The last seven days held \d+\s% of a usual week\.|We cannot say yet/,
  );
  // All of it lies within thirty days of the first run: no jump can be told yet.
  await expect(page.getByRole('heading', { name: 'Longest runs: we cannot say yet' })).toBeVisible();

  await menu(page).getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(heading(page)).toHaveText(`${MONTH_HOLDS.runs} runs.`);
  await page
    .getByRole('link', { name: /10\.0\skm/ })
    .first()
    .click();
  await expect(heading(page)).toHaveText(/10\.0\skm/);
  await expect(page.getByRole('slider', { name: 'Place in the run' })).toBeVisible();
  await expect(page.getByRole('link', { name: /run-12\.fit/ })).toBeVisible();
});

test('what was brought before is not imported twice, as a folder or as a zip', async ({ page }, testInfo) => {
  const folder = month(testInfo.outputDir);
  await page.goto('/');
  await page.getByRole('link', { name: /Bring your runs/ }).click();
  await expect(heading(page)).toHaveText('Bring your runs.');
  const zip = zipOf(folder, testInfo.outputPath('watch-export.zip'));
  await dropFiles(page, [zip]);
  await expect(heading(page)).toHaveText(`${MONTH_HOLDS.runs} runs added.`);
  await expectCounts(page, { added: 12, duplicates: 1, others: 1, refused: 2 });
  await expect(fileRow(page, 'watch-export.zip!/watch/ride.fit')).toContainText('Not a run');

  await dropFiles(page, [zip]);
  await expect(heading(page)).toHaveText('Nothing new: all of it was here already.');
  await expect(count(page, 'added')).toHaveText('0 added');

  await dropFiles(page, [folder.path]);
  await expect(page.getByText('watch. Drop more anywhere in this window.')).toBeVisible();
  await expect(heading(page)).toHaveText('Nothing new: all of it was here already.');
  await expectCounts(page, { added: 0, duplicates: 14, others: 0, refused: 2 });

  await menu(page).getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(heading(page)).toHaveText(`${MONTH_HOLDS.runs} runs.`);
});

test('files chosen by the button are read like dropped ones', async ({ page }, testInfo) => {
  const folder = month(testInfo.outputDir);
  await page.goto('/import');
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).click();
  await (
    await choosing
  ).setFiles([
    join(folder.path, 'run-01.fit'),
    join(folder.path, 'notes.txt'),
    join(folder.path, 'empty.fit'),
  ]);
  await expect(heading(page)).toHaveText('1 run added.');
  await expectCounts(page, { added: 1, duplicates: 0, others: 0, refused: 2 });
  await expect(fileRow(page, 'notes.txt')).toContainText('Refused');
});

test.describe('where the sample runner is', () => {
  test.use({ startsWith: 'sample' });
  test('a runner’s own runs take the place of the sample runner', async ({ page }, testInfo) => {
    const folder = month(testInfo.outputDir);
    await page.goto('/');
    await expect(heading(page)).toHaveText(/^Run 3\.1/);
    await dropFiles(page, [folder.path]);
    await expect(heading(page)).toHaveText(`${MONTH_HOLDS.runs} runs added.`);
    await expect(
      page.getByText('The sample runner was erased to make room for your own runs.'),
    ).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Sample runner' })).toHaveCount(0);
    await menu(page).getByRole('link', { name: 'Runs', exact: true }).click();
    await expect(heading(page)).toHaveText(`${MONTH_HOLDS.runs} runs.`);
  });
});

test('a server killed in the middle of an import goes on with it when it is started again', async ({
  page,
  app,
  noise,
}, testInfo) => {
  const RUNS = 150;
  await page.goto('/import');
  await expect(heading(page)).toHaveText('Bring your runs.');
  await dropFiles(page, [zipOf(manyRuns(testInfo.outputDir, RUNS), testInfo.outputPath('many.zip'))]);
  const added = count(page, 'added');
  await expect(added).toHaveText(/^[1-9]\d* added$/);
  await app.kill();
  const before = Number.parseInt((await added.textContent()) ?? '', 10);
  expect(before).toBeLessThan(RUNS);
  await app.restart();

  // The page that was open goes on by itself.
  await expect(heading(page)).toHaveText(`${RUNS} runs added.`, { timeout: 60_000 });
  await expectCounts(page, { added: RUNS, duplicates: 0, others: 0, refused: 0 });
  await menu(page).getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(heading(page)).toHaveText(`${RUNS} runs.`);
  // While the server was away the page asked for it in vain, and nothing else went wrong.
  expect(noise.splice(0).filter((line) => !line.includes('net::ERR_'))).toEqual([]);
});

const TRACKER = join(import.meta.dirname, '../../../../shared/data/activities/trackeR');

test('a real month of a real runner is thirty-four runs', async ({ page }) => {
  // The only real recordings lie beside the project, not in it: without them there is nothing to drop.
  test.skip(!existsSync(TRACKER), 'needs ../shared/data/activities beside the project, which is absent');
  await page.goto('/import');
  await expect(heading(page)).toHaveText('Bring your runs.');
  await dropFiles(page, [TRACKER]);
  await expect(heading(page)).toHaveText('34 runs added.', { timeout: 60_000 });
  await menu(page).getByRole('link', { name: 'Runs', exact: true }).click();
  await expect(heading(page)).toHaveText('34 runs.');
});
