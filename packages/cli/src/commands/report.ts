import { writeFile } from 'node:fs/promises';
import { OWN_RUNNER, type Report, reportOf, reportFromStore } from '@kneewise/server';
import { type Command, Option } from 'commander';
import { EXIT, UsageError } from '../exit.ts';
import { htmlReport } from '../report/html/page.ts';
import { textReport } from '../report/text.ts';
import { PLAIN, styleFor } from '../terminal/style.ts';
import { printable } from '../terminal/table.ts';
import { day } from './numbers.ts';
import { complain, dataOption, unitsOf, withStore } from './options.ts';

interface Options {
  readonly data?: string;
  readonly date?: string;
  readonly onset?: string;
  readonly format: 'text' | 'json' | 'html';
  readonly out?: string;
}

function rendered(report: Report, { format, out }: Options): string {
  const units = unitsOf(process.env);
  switch (format) {
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'html':
      return htmlReport(report, units);
    case 'text':
      return `${textReport(report, units, out === undefined ? styleFor(process.stdout, process.env) : PLAIN)}\n`;
  }
}

export function addReportCommand(program: Command): void {
  program
    .command('report')
    .description('files in, answer out: runs, weeks, what changed, and today’s run')
    .argument('[path...]', 'files, folders or zips; without one, the kept runs')
    .option('--date <day>', 'speak as of this day (else the day after the last run)', day)
    .option('--onset <day>', 'the day the ache began', day)
    .addOption(
      new Option('--format <format>', 'how to print it').choices(['text', 'json', 'html']).default('text'),
    )
    .option('--out <file>', 'write to this file')
    .addOption(dataOption())
    .action(async (paths: string[], options: Options) => {
      const { date, onset } = options;
      const asked = { ...(date === undefined ? {} : { date }), ...(onset === undefined ? {} : { onset }) };
      const report =
        paths.length > 0
          ? await reportOf(paths, asked)
          : await withStore(options, (store) => reportFromStore(store, OWN_RUNNER, asked));
      if (onset !== undefined && onset > report.asOf.date)
        throw new UsageError(
          `--onset must not lie after ${report.asOf.date}, the day the report speaks as of, got ${onset}.`,
        );
      for (const { file, reason } of report.refused) complain(`refused ${printable(file)}: ${reason}`);
      const text = rendered(report, options);
      if (options.out === undefined) process.stdout.write(text);
      else await writeFile(options.out, text);
      if (report.refused.length > 0) process.exitCode = EXIT.someRefused;
    });
}
