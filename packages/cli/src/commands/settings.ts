import { changeSettings, OWN_RUNNER, systemClock } from '@kneewise/server';
import { type Command, Option } from 'commander';
import { UsageError } from '../exit.ts';
import { day } from './numbers.ts';
import { dataOption, jsonOption, print, printJson, withStore } from './options.ts';

interface Options {
  readonly onset?: string;
  readonly side?: 'left' | 'right';
  readonly family?: 'PF' | 'FP' | 'IT' | 'PA' | 'GN' | 'GP' | 'OA' | 'TE' | 'BS';
  readonly flags?: 'none-raised' | 'raised' | 'unanswered';
  readonly data?: string;
  readonly json?: true;
}

/** Pain families of training.md, each with its own ceiling. */
const FAMILIES = ['PF', 'FP', 'IT', 'PA', 'GN', 'GP', 'OA', 'TE', 'BS'];

export function addSettingsCommand(program: Command): void {
  program
    .command('settings')
    .description('what was told once: when the ache began, which knee, its family, the warning signs')
    .option('--onset <day>', 'the day the ache began', day)
    .addOption(
      new Option('--side <side>', 'the knee that began to ache; needed with --onset').choices([
        'left',
        'right',
      ]),
    )
    .addOption(new Option('--family <family>', 'what kind of ache it is taken for').choices(FAMILIES))
    .addOption(
      new Option(
        '--flags <flags>',
        'what the questions about warning signs came to; raised is left only by a professional’s word',
      ).choices(['none-raised', 'raised', 'unanswered']),
    )
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async ({ onset, side, family, flags, ...options }: Options) => {
      if ((onset === undefined) !== (side === undefined))
        throw new UsageError(
          '--onset and --side belong together: the day the ache began, and in which knee.',
        );
      const kept = await withStore(options, (store) =>
        changeSettings(
          store,
          OWN_RUNNER,
          {
            ...(onset === undefined || side === undefined ? {} : { onset: { date: onset, side } }),
            ...(family === undefined ? {} : { family }),
            ...(flags === undefined ? {} : { flags }),
          },
          systemClock,
        ),
      );
      if (options.json) return printJson({ schema: 1, ...kept });
      const began = kept.onset === null ? 'not said' : `${kept.onset.date}, ${kept.onset.side} knee`;
      return print(`Ache began: ${began}. Family: ${kept.family}. Warning signs: ${kept.flags}.`);
    });
}
