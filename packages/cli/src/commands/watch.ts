import { resolve } from 'node:path';
import { OWN_RUNNER, type WatchEvent, watchFolder } from '@kneewise/server';
import type { Command } from 'commander';
import { interrupts } from '../terminal/interrupts.ts';
import { printable } from '../terminal/table.ts';
import { summary } from './import.ts';
import { dataOption, folderOf, print, withStore } from './options.ts';

const files = (count: number): string => `${count} ${count === 1 ? 'file' : 'files'}`;
const clock = (): string => new Date().toTimeString().slice(0, 8);

function inWords(event: WatchEvent, folder: string, data: string): string[] {
  switch (event.kind) {
    case 'watching':
      return [
        `Watching ${folder}; ${files(event.known)} of it ${event.known === 1 ? 'was' : 'were'} imported before. Runs go to ${data}. Ctrl-C ends it.`,
      ];
    case 'waiting':
      return [
        `${files(event.files)} came; waiting until ${event.files === 1 ? 'it is' : 'they are'} complete.`,
      ];
    case 'importing':
      return [`Importing ${files(event.files)}.`];
    case 'imported':
      return [
        ...event.outcomes.flatMap(({ path, refusal }) =>
          refusal === null ? [] : [`refused ${printable(path)}: ${refusal.reason}`],
        ),
        `${summary(event.outcomes)}.`,
      ];
    case 'gone':
      return [
        `${folder} is not there (removed, unmounted or out of reach). Waiting for it; nothing is lost.`,
      ];
    case 'back':
      return [`${folder} is back.`];
    case 'trouble':
      return [event.text];
  }
}

export function addWatchCommand(program: Command): void {
  program
    .command('watch')
    .description('import what appears in a folder, once it is complete, until Ctrl-C')
    .argument('<folder>', 'where a watch, a sync program or a browser puts files')
    .addOption(dataOption())
    .action(async (path: string, options: { readonly data?: string }) => {
      const folder = resolve(path);
      const { signal } = interrupts();
      await withStore(options, (store) =>
        watchFolder({
          store,
          runnerId: OWN_RUNNER,
          folder,
          signal,
          onEvent: (event) => {
            for (const line of inWords(event, folder, folderOf(options))) print(`${clock()} ${line}`);
          },
        }),
      );
      print(`${clock()} Ended. Started again, it goes on where it was.`);
    });
}
