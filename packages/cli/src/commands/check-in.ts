import { type CheckIn, MOMENTS, type Moment, type Side } from '@kneewise/engine';
import { OWN_RUNNER, recordCheckIn, type SaidNow } from '@kneewise/server';
import type { Store } from '@kneewise/store';
import { type Command, Option } from 'commander';
import { UsageError } from '../exit.ts';
import { numberBetween, wholeBetween } from './numbers.ts';
import { dataOption, jsonOption, print, printJson, withStore } from './options.ts';

interface Options {
  readonly pain: number;
  readonly when: Moment;
  readonly side?: Side;
  readonly run?: string;
  readonly onset?: number;
  readonly stopSign?: true;
  readonly painkiller?: boolean;
  readonly eased?: boolean;
  readonly data?: string;
  readonly json?: true;
}

const METRES_PER_KM = 1000;

/** What the runner must still say is wrong usage, told in the command's own words. */
async function keep(store: Store, said: SaidNow): Promise<CheckIn> {
  try {
    return await recordCheckIn(store, OWN_RUNNER, said);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(
      said.runId === null
        ? 'say which knee: --side left or --side right.'
        : `no run with the id ${said.runId} is kept; \`kneewise runs\` lists them.`,
    );
  }
}

export function addCheckInCommand(program: Command): void {
  program
    .command('checkin')
    .description('how the knee is, bound to the last run or the one named')
    .requiredOption('--pain <0-10>', 'worst ache, 0 none to 10 worst imaginable', wholeBetween(0, 10))
    .addOption(new Option('--when <moment>', 'when it was').choices([...MOMENTS]).default('evening'))
    .addOption(
      new Option('--side <side>', 'which knee (else the one that is kept)').choices(['left', 'right']),
    )
    .option('--run <id>', 'which run (else the last)')
    .option('--onset <km>', 'where in the run it first reached your ceiling, km', numberBetween(0, 500, 'km'))
    .option('--stop-sign', 'it was sharp, rose though you slowed, made you limp, gave way, locked or swelled')
    .option('--painkiller', 'a painkiller in the twelve hours before')
    .option('--no-painkiller', 'none')
    .option('--eased', 'it eased as the run went on')
    .option('--no-eased', 'it did not')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const kept = await withStore(options, (store) =>
        keep(store, {
          pain: options.pain,
          when: options.when,
          side: options.side ?? null,
          runId: options.run ?? null,
          onsetM: options.onset === undefined ? null : options.onset * METRES_PER_KM,
          stopSign: options.stopSign ?? null,
          painkiller: options.painkiller ?? null,
          eased: options.eased ?? null,
        }),
      );
      if (options.json) return printJson({ schema: 1, ...kept });
      return print(`Kept: ${kept.side} knee, ${kept.pain}/10, ${kept.when}.`);
    });
}
