import { resolve } from 'node:path';
import { OWN_RUNNER } from '@kneewise/server';
import { writeExport } from '@kneewise/store';
import type { Command } from 'commander';
import { EXIT } from '../exit.ts';
import { progressLine } from '../terminal/progress.ts';
import { printable } from '../terminal/table.ts';
import { complain, dataOption, folderOf, print, withStore } from './options.ts';

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('your files back byte for byte, and every table as CSV and JSON with what each column means')
    .argument('<target>', 'a new or empty folder, or a new FILE.zip')
    .addOption(dataOption())
    .action(async (target: string, options: { readonly data?: string }) => {
      const progress = progressLine(process.stderr, 'exporting');
      // Opened first: an older history is brought to today's tables.
      const problems = await withStore(options, async () => {
        try {
          return await writeExport(folderOf(options), OWN_RUNNER, resolve(target), {
            onProgress: (filesDone, filesFound) => progress.update({ filesDone, filesFound }),
          });
        } finally {
          progress.end();
        }
      });
      for (const problem of problems) complain(printable(problem));
      print(`Exported to ${resolve(target)}; its README.md says what is in it.`);
      if (problems.length > 0) process.exitCode = EXIT.someRefused;
    });
}
