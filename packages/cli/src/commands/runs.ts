import { listRuns, OWN_RUNNER } from '@kneewise/server';
import { distanceText, durationText, localClock, localDay, numberText, paceText } from '@kneewise/words';
import type { Command } from 'commander';
import { table } from '../terminal/table.ts';
import { dataOption, jsonOption, print, printJson, unitsOf, withStore } from './options.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

export function addRunsCommand(program: Command): void {
  program
    .command('runs')
    .description('the runs that are kept, newest first')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const { runs } = await withStore(options, (store) => listRuns(store, OWN_RUNNER));
      if (options.json) return printJson({ schema: 1, runs });
      if (runs.length === 0) return print('No runs yet: `kneewise import PATH` brings some.');
      const units = unitsOf(process.env);
      const dash = '–';
      return print(
        table(runs, [
          {
            head: 'Start',
            cell: (run) =>
              `${localDay(run.startAtMs, run.utcOffsetMin)} ${localClock(run.startAtMs, run.utcOffsetMin)}${run.utcOffsetMin === null ? ' UTC' : ''}`,
          },
          {
            head: 'distance',
            cell: (run) => (run.distanceM === null ? dash : distanceText(run.distanceM, units)),
            align: 'right',
          },
          {
            head: 'moving',
            cell: (run) => (run.movingS === null ? dash : durationText(run.movingS)),
            align: 'right',
          },
          {
            head: 'pace',
            cell: (run) =>
              run.meanSpeedMps === null || run.meanSpeedMps === 0
                ? dash
                : paceText(1000 / run.meanSpeedMps, units),
            align: 'right',
          },
          {
            head: 'steps/min',
            cell: (run) => (run.cadenceSpm === null ? dash : numberText(run.cadenceSpm, 0, units.locale)),
            align: 'right',
          },
          {
            head: 'knee load, BW·s',
            cell: (run) => (run.kneeLoadBws === null ? dash : numberText(run.kneeLoadBws, 0, units.locale)),
            align: 'right',
          },
          { head: 'id', cell: (run) => run.id },
        ]),
      );
    });
}
