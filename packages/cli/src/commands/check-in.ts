import { MOMENTS, type Moment, type Side } from '@kneewise/engine';
import { OWN_RUNNER, recordCheckIn } from '@kneewise/server';
import { type Command, Option } from 'commander';
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
  readonly data?: string;
  readonly json?: true;
}

const METRES_PER_KM = 1000;

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
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const kept = await withStore(options, (store) =>
        recordCheckIn(store, OWN_RUNNER, {
          pain: options.pain,
          when: options.when,
          side: options.side ?? null,
          runId: options.run ?? null,
          onsetM: options.onset === undefined ? null : options.onset * METRES_PER_KM,
          stopSign: options.stopSign ?? null,
          painkiller: options.painkiller ?? null,
        }),
      );
      if (options.json) return printJson({ schema: 1, ...kept });
      return print(`Kept: ${kept.side} knee, ${kept.pain}/10, ${kept.when}.`);
    });
}
