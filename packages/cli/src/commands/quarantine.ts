import { createWriteStream, existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OWN_RUNNER, retryQuarantined } from '@kneewise/server';
import type { Quarantined, Store } from '@kneewise/store';
import type { Command } from 'commander';
import { UsageError } from '../exit.ts';
import { progressLine } from '../terminal/progress.ts';
import { printable, table } from '../terminal/table.ts';
import { complain, dataOption, jsonOption, print, printJson, withStore } from './options.ts';
import { sizeText } from './size-text.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
  readonly all?: true;
}

const SHOWN_LETTERS = 8;

/** @throws {UsageError} unless exactly one refused file's id begins so */
function fileNamed(files: readonly Quarantined[], start: string): Quarantined {
  const found = files.filter(({ id }) => id.startsWith(start));
  const [file, ...more] = found;
  if (file === undefined || start === '')
    throw new UsageError(`there is no refused file ${start}; \`kneewise quarantine\` lists them.`);
  if (more.length > 0)
    throw new UsageError(`${found.length} refused files begin with ${start}; name more of it.`);
  return file;
}

/** What to say after an upgrade; null where there is nothing to offer. */
export async function retryOffer(store: Store): Promise<string | null> {
  const count = (await store.quarantine(OWN_RUNNER)).filter(({ readerChanged }) => readerChanged).length;
  if (count === 0) return null;
  return `${count} ${count === 1 ? 'file that an earlier Kneewise refused' : 'files that an earlier Kneewise refused'} may be readable now: \`kneewise quarantine retry\`.`;
}

export function addQuarantineCommands(program: Command): void {
  const quarantine = program
    .command('quarantine')
    .description('files that were refused: they are kept, with the reason')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const files = await withStore(options, (store) => store.quarantine(OWN_RUNNER));
      if (options.json) return printJson({ schema: 1, files });
      if (files.length === 0) return print('No refused file is kept.');
      print(
        table(files, [
          { head: 'id', cell: ({ id }) => id.slice(0, SHOWN_LETTERS) },
          { head: 'file', cell: ({ path }) => path },
          { head: 'size', cell: ({ sizeBytes }) => sizeText(sizeBytes), align: 'right' },
          { head: 'why', cell: ({ refusal }) => refusal.reason },
        ]),
      );
      const offered = files.filter(({ readerChanged }) => readerChanged).length;
      return print(
        offered === 0
          ? '\n`quarantine show ID FILE` gives one back, `quarantine remove ID` forgets it.'
          : `\n${offered} of them were refused by an earlier Kneewise: \`kneewise quarantine retry\` reads them again.`,
      );
    });

  quarantine
    .command('show')
    .description('give a refused file back, byte for byte')
    .argument('<id>', 'its id, or how it begins')
    .argument('<file>', 'where to write it; must not be there yet')
    .addOption(dataOption())
    .action(async (start: string, target: string, _: Options, command: Command) => {
      const file = resolve(target);
      if (existsSync(file)) throw new UsageError(`${file} is there already; name another.`);
      await withStore(command.optsWithGlobals<Options>(), async (store) => {
        const { id, path, refusal } = fileNamed(await store.quarantine(OWN_RUNNER), start);
        const original = await store.original(OWN_RUNNER, id);
        if (original === null) throw new UsageError('that file is not kept any more.');
        await pipeline(Readable.from(original.bytes), createWriteStream(file, { flags: 'wx' }));
        print(`${printable(path)} is in ${file}. Refused, because: ${refusal.reason}`);
      });
    });

  quarantine
    .command('retry')
    .description('read refused files again: these, or all')
    .argument('[id...]', 'their ids, or how they begin')
    .addOption(dataOption())
    .action(async (starts: string[], _: Options, command: Command) => {
      await withStore(command.optsWithGlobals<Options>(), async (store) => {
        const files = await store.quarantine(OWN_RUNNER);
        const ids = starts.length === 0 ? undefined : starts.map((start) => fileNamed(files, start).id);
        const progress = progressLine(process.stderr, 'reading again');
        let filesDone = 0;
        const retried = await retryQuarantined(store, OWN_RUNNER, ids, {
          onDone: () => progress.update({ filesDone: ++filesDone, filesFound: ids?.length ?? files.length }),
        });
        progress.end();
        for (const { path, refusal } of retried)
          if (refusal !== null) complain(`still refused ${printable(path)}: ${refusal.reason}`);
        const read = retried.filter(({ refusal }) => refusal === null).length;
        print(`${read} of ${retried.length} could be read.`);
      });
    });

  quarantine
    .command('remove')
    .description('forget refused files for good')
    .argument('[id...]', 'their ids, or how they begin')
    .option('--all', 'all of them')
    .addOption(dataOption())
    .action(async (starts: string[], options: Options, command: Command) => {
      if ((starts.length === 0) === (options.all !== true))
        throw new UsageError('name the files to remove, or say --all.');
      await withStore(command.optsWithGlobals<Options>(), async (store) => {
        const files = await store.quarantine(OWN_RUNNER);
        const wanted = options.all === true ? files : starts.map((start) => fileNamed(files, start));
        for (const { id } of wanted) await store.removeQuarantined(OWN_RUNNER, id);
        print(`${wanted.length} removed.`);
      });
    });
}
