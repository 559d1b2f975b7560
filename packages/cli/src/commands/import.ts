import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { importPaths, OWN_RUNNER, tryPaths } from '@kneewise/server';
import { IN_MEMORY, openStore, type Outcome, type Store } from '@kneewise/store';
import type { Command } from 'commander';
import { EXIT } from '../exit.ts';
import { interrupts } from '../terminal/interrupts.ts';
import { progressLine } from '../terminal/progress.ts';
import { printable } from '../terminal/table.ts';
import { complain, dataOption, folderOf, jsonOption, print, printJson, withStore } from './options.ts';
import { retryOffer } from './quarantine.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly dryRun?: true;
}

const count = (outcomes: readonly Outcome[], which: Outcome['outcome']): number =>
  outcomes.filter(({ outcome }) => outcome === which).length;

/** Settings, a day's heart rate: sound files with no activity in them, of which nothing is kept. */
const passedOver = (outcomes: readonly Outcome[]): number =>
  outcomes.filter(({ outcome, refusal }) => outcome === 'other' && refusal !== null).length;

export function summary(outcomes: readonly Outcome[]): string {
  const passed = passedOver(outcomes);
  const others = count(outcomes, 'other') - passed;
  return [
    `${count(outcomes, 'added')} added`,
    `${count(outcomes, 'duplicate')} already there`,
    `${others} not runs (kept)`,
    ...(passed > 0 ? [`${passed} no activities (passed over)`] : []),
    `${count(outcomes, 'refused')} refused`,
  ].join(', ');
}

/** Work that shows how far it is and ends between two files on Ctrl-C. */
async function withProgress<T>(
  label: string,
  work: (way: {
    readonly onProgress: ReturnType<typeof progressLine>['update'];
    readonly onShare: ReturnType<typeof progressLine>['update'];
    readonly signal: AbortSignal;
  }) => Promise<T>,
): Promise<T> {
  const progress = progressLine(process.stderr, label);
  const { signal, release } = interrupts();
  try {
    return await work({ onProgress: progress.update, onShare: progress.update, signal });
  } finally {
    progress.end();
    release();
  }
}

/** A dry run makes no data folder where there is none. */
async function withoutMaking<T>(options: Options, work: (store: Store) => Promise<T>): Promise<T> {
  if (existsSync(join(folderOf(options), 'kneewise.db'))) return withStore(options, work);
  const store = await openStore(IN_MEMORY);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

function tellRefused(outcomes: readonly Outcome[]): void {
  for (const { path, outcome, refusal } of outcomes)
    if (outcome === 'refused')
      complain(`refused ${printable(path)}: ${refusal?.reason ?? 'no reason was kept'}`);
  if (count(outcomes, 'refused') > 0) process.exitCode = EXIT.someRefused;
}

async function dryRun(paths: readonly string[], options: Options): Promise<void> {
  const { rows, sampleWouldGo, complete } = await withoutMaking(options, (store) =>
    withProgress('looking', (way) => tryPaths(store, OWN_RUNNER, paths, way)),
  );
  tellRefused(rows);
  if (options.json) {
    printJson({ schema: 1, dryRun: true, complete, files: rows });
    return;
  }
  if (!complete) print('Ended early: what follows is of the files looked at until then.');
  if (sampleWouldGo) print('The sample runner would be erased to make room for your own runs.');
  print(`It would come to: ${summary(rows)}. Nothing was stored.`);
}

async function bring(paths: readonly string[], options: Options): Promise<void> {
  const { outcomes, sampleErased, batch, offer } = await withStore(options, async (store) => {
    const result = await withProgress('importing', (way) => importPaths(store, OWN_RUNNER, paths, way));
    return { ...result, offer: await retryOffer(store) };
  });
  tellRefused(outcomes);
  if (options.json) {
    printJson({ schema: 1, files: outcomes });
    return;
  }
  if (sampleErased) print('The sample runner was erased to make room for your own runs.');
  print(`${summary(outcomes)}. Kept in ${folderOf(options)}.`);
  const unread = batch.filesFound - batch.filesDone;
  if (batch.state === 'stopped')
    print(`Stopped: ${unread} not read. The same command again goes on with those.`);
  if (offer !== null) print(offer);
}

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('keep runs from files, folders and zips; safe to repeat')
    .argument(
      '<path...>',
      'FIT, TCX, GPX, each also as .gz; archives of Strava, Garmin and Apple Health; folders; zips',
    )
    .option('--dry-run', 'say what would be added, is there already, would be refused; store nothing')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action((paths: string[], options: Options) =>
      options.dryRun ? dryRun(paths, options) : bring(paths, options),
    );
}
