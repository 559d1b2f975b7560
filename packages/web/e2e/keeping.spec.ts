/** Giving back and undoing: an import taken back, refused files in sight, a look beforehand, a backup restored. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { dropFiles, expect, expectAccessible, expectNoSidewaysScroll, PHONE, test } from './fixtures.ts';
import { month, MONTH_HOLDS } from './recordings.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const { runs, rides, refused } = MONTH_HOLDS;

async function choose(page: Page, button: string, files: readonly string[] | string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(files);
}

test('an import is there after a restart, is taken back on request, and comes again', async ({
  app,
  page,
}, testInfo) => {
  const folder = month(testInfo.outputDir);
  await page.goto('/import');
  await expect(heading(page)).toBeVisible();
  await dropFiles(page, [folder.path]);
  await expect(heading(page)).toHaveText(`${runs} runs added.`);
  // A page that asks while the server is away says so on the console; that is another test's.
  await page.goto('about:blank');
  await app.kill();
  await app.restart();
  await page.goto('/import');
  await expect(heading(page)).toHaveText(`${runs} runs added.`);
  await expect(page.getByRole('region', { name: 'File by file' }).getByRole('listitem')).toHaveCount(
    folder.files.length - MONTH_HOLDS.passedOver,
  );

  const refusedFiles = page.getByRole('region', { name: 'Refused files' });
  await expect(refusedFiles.getByRole('listitem')).toHaveCount(refused);
  const download = page.waitForEvent('download');
  await refusedFiles.getByRole('link', { name: /Download .*photo\.fit/ }).click();
  expect((await download).suggestedFilename()).toBe('photo.fit');
  await refusedFiles.getByRole('button', { name: 'Read them again' }).click();
  await expect(refusedFiles.getByText(`0 of ${refused} could be read.`)).toBeVisible();
  await refusedFiles.getByRole('button', { name: /Remove .*photo\.fit/ }).click();
  await expect(refusedFiles.getByRole('listitem')).toHaveCount(refused - 1);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Leave it' }).click();
  await page.getByRole('button', { name: 'Undo this import' }).click();
  await page.getByRole('button', { name: 'Undo it' }).click();
  await expect(page.getByText(`Undone: ${runs + rides} activities are gone.`)).toBeVisible();
  await expect(heading(page)).toHaveText('That import was undone.');
  await expect(refusedFiles).toHaveCount(0);

  await dropFiles(page, [folder.path]);
  await expect(heading(page)).toHaveText(`${runs} runs added.`);
  const earlier = page.getByRole('region', { name: 'Earlier imports' });
  await expect(earlier.getByRole('button')).toHaveText(/undone/);
  await page.setViewportSize(PHONE);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
  await earlier.getByRole('button').click();
  await expect(heading(page)).toHaveText('That import was undone.');
});

test('files are looked at before they are brought: nothing is stored until then', async ({
  page,
}, testInfo) => {
  const folder = month(testInfo.outputDir);
  await page.goto('/import');
  await choose(page, 'Look at a folder', folder.path);
  await expect(page.getByRole('status').filter({ hasText: 'It would come to' })).toHaveText(
    `It would come to: ${runs} runs added, 1 here already, ${rides} not runs, ${refused} refused. Nothing is stored yet.`,
  );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Leave them' }).click();
  await expect(heading(page)).toHaveText('Bring your runs.');
  await choose(page, 'Look at a folder', folder.path);
  await page.getByRole('button', { name: 'Bring them' }).click();
  await expect(heading(page)).toHaveText(`${runs} runs added.`);
});

test('a backup is downloaded, and restored by its file; an export is downloaded', async ({
  page,
}, testInfo) => {
  const folder = month(testInfo.outputDir);
  await page.goto('/import');
  await expect(heading(page)).toBeVisible();
  await dropFiles(page, [folder.path]);
  await expect(heading(page)).toHaveText(`${runs} runs added.`);
  await page.goto('/settings');
  const saved = join(testInfo.outputDir, 'saved');
  mkdirSync(saved, { recursive: true });
  for (const [link, name] of [
    ['Download an export', /^kneewise-export-.*\.zip$/],
    ['Download a backup', /^kneewise-backup-.*\.zip$/],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: link }).click();
    expect((await download).suggestedFilename()).toMatch(name);
    await (await download).saveAs(join(saved, `${link}.zip`));
  }
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('button', { name: 'Erase for good' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/settings');
  await choose(page, 'Restore from a backup', join(saved, 'Download a backup.zip'));
  await page.getByRole('button', { name: 'Leave it' }).click();
  await choose(page, 'Restore from a backup', join(saved, 'Download a backup.zip'));
  await page.getByRole('button', { name: 'Restore it' }).click();
  await expect(page.getByText(/^Everything is as it was on /)).toBeVisible();
  await expectAccessible(page);
  await page.goto('/import');
  await expect(heading(page)).toHaveText(`${runs} runs added.`);
});
