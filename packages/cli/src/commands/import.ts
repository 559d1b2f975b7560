import { importPaths, OWN_RUNNER } from '@kneewise/server';
import type { Outcome } from '@kneewise/store';
import type { Command } from 'commander';
import { EXIT } from '../exit.ts';
import { progressLine } from '../terminal/progress.ts';
import { printable } from '../terminal/table.ts';
import { complain, dataOption, folderOf, jsonOption, print, printJson, withStore } from './options.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

const count = (outcomes: readonly Outcome[], which: Outcome['outcome']): number =>
  outcomes.filter(({ outcome }) => outcome === which).length;

export function addImportCommand(program: Command): void {
  program
    .command('import')
    .description('keep runs from files, folders and zips; safe to repeat')
    .argument('<path...>', 'FIT, TCX, GPX, each also as .gz; folders; zips')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (paths: string[], options: Options) => {
      const { outcomes, sampleErased } = await withStore(options, async (store) => {
        const progress = progressLine(process.stderr, 'importing');
        const stop = new AbortController();
        process.once('SIGINT', () => stop.abort());
        try {
          return await importPaths(store, OWN_RUNNER, paths, {
            onProgress: progress.update,
            signal: stop.signal,
          });
        } finally {
          progress.end();
        }
      });
      const refused = outcomes.filter(({ outcome }) => outcome === 'refused');
      for (const { path, refusal } of refused)
        complain(`refused ${printable(path)}: ${refusal?.reason ?? 'no reason was kept'}`);
      if (options.json) printJson({ schema: 1, files: outcomes });
      else {
        if (sampleErased) print('The sample runner was erased to make room for your own runs.');
        print(
          `${count(outcomes, 'added')} added, ${count(outcomes, 'duplicate')} already there, ${count(outcomes, 'other')} not runs (kept), ${refused.length} refused. Kept in ${folderOf(options)}.`,
        );
      }
      if (refused.length > 0) process.exitCode = EXIT.someRefused;
    });
}
