import { auditFor, OWN_RUNNER } from '@kneewise/server';
import type { Command } from 'commander';
import { auditLines } from '../report/sentences.ts';
import { day } from './numbers.ts';
import { dataOption, jsonOption, print, printJson, unitsOf, withStore } from './options.ts';

interface Options {
  readonly data?: string;
  readonly onset?: string;
  readonly json?: true;
}

export function addAuditCommand(program: Command): void {
  program
    .command('audit')
    .description('what changed before the ache began')
    .option('--onset <day>', 'the day the ache began (else the one that is kept)', day)
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const audit = await withStore(options, (store) => auditFor(store, OWN_RUNNER, options.onset ?? null));
      if (options.json) return printJson({ schema: 1, ...audit });
      return print(auditLines(audit, unitsOf(process.env)).join('\n'));
    });
}
