import { fillWithSample } from '@kneewise/server';
import type { Command } from 'commander';
import { UsageError } from '../exit.ts';
import { withStore } from './options.ts';
import { addPlaceOptions, serve } from './serve.ts';
import { progressLine } from '../terminal/progress.ts';

interface Options {
  readonly port: number;
  readonly host: string;
  readonly data?: string;
}

export function addDemoCommand(program: Command): void {
  addPlaceOptions(program.command('demo'))
    .description('fill an empty store with the sample runner (simulated), then serve')
    .action(async (options: Options) => {
      await withStore(options, async (store) => {
        const progress = progressLine(process.stderr, 'the sample runner’s year');
        const filled = await fillWithSample(store, 'me', { onProgress: progress.update });
        progress.end();
        if (filled === 'not-empty')
          throw new UsageError(
            'the store already holds runs; name an empty folder with --data to look around.',
          );
      });
      await serve({ ...options, open: true });
    });
}
