import { OWN_RUNNER, todayFor } from '@kneewise/server';
import type { Command } from 'commander';
import { todayText } from '../report/text.ts';
import { styleFor } from '../terminal/style.ts';
import { day } from './numbers.ts';
import { dataOption, jsonOption, print, printJson, unitsOf, withStore } from './options.ts';

interface Options {
  readonly data?: string;
  readonly date?: string;
  readonly json?: true;
}

export function addTodayCommand(program: Command): void {
  program
    .command('today')
    .description('whether to run today, how far, and why')
    .option('--date <day>', 'the day to speak as of (else today)', day)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const date = options.date ?? null;
      const today = await withStore(options, (store) => todayFor(store, OWN_RUNNER, date));
      if (options.json) return printJson({ schema: 1, ...today });
      return print(todayText({ today }, unitsOf(process.env), styleFor(process.stdout, process.env)));
    });
}
