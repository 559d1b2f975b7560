import { validate, validationText } from '@kneewise/validation';
import type { Command } from 'commander';
import { EXIT } from '../exit.ts';
import { jsonOption, print, printJson } from './options.ts';

export function addValidateCommand(program: Command): void {
  program
    .command('validate')
    .description('our figures beside the published ones, misses included')
    .addOption(jsonOption())
    .action(async (options: { json?: true }) => {
      const rows = await validate();
      if (options.json) printJson({ schema: 1, rows });
      else print(validationText(rows));
      if (rows.some(({ verdict }) => verdict === 'fails')) process.exitCode = EXIT.failed;
    });
}
