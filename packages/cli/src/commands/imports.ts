import { OWN_RUNNER } from '@kneewise/server';
import type { Batch, Store } from '@kneewise/store';
import type { Command } from 'commander';
import { UsageError } from '../exit.ts';
import { shorten, table } from '../terminal/table.ts';
import { dataOption, jsonOption, print, printJson, withStore } from './options.ts';

interface Options {
  readonly data?: string;
  readonly json?: true;
}

/** More than anyone looks through. Our choice. */
const MOST_LISTED = 1_000;
/** Of an id: enough to tell imports apart. */
const SHOWN_LETTERS = 8;
const LONGEST_LABEL = 48;

const unread = ({ state, filesFound, filesDone }: Batch): number =>
  state === 'stopped' ? Math.max(0, filesFound - filesDone) : 0;

const count = (of: (batch: Batch) => number) => ({
  cell: (batch: Batch) => String(of(batch)),
  align: 'right' as const,
});

/** @throws {UsageError} unless exactly one import's id begins so */
async function importNamed(store: Store, start: string): Promise<Batch> {
  const found = (await store.batches(OWN_RUNNER, MOST_LISTED)).filter(({ id }) => id.startsWith(start));
  const [batch, ...more] = found;
  if (batch === undefined || start === '')
    throw new UsageError(`there is no import ${start}; \`kneewise imports\` lists them.`);
  if (more.length > 0) throw new UsageError(`${found.length} imports begin with ${start}; name more of it.`);
  return batch;
}

export function addImportsCommands(program: Command): void {
  program
    .command('imports')
    .description('what was imported when, newest first')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (options: Options) => {
      const imports = await withStore(options, (store) => store.batches(OWN_RUNNER, MOST_LISTED));
      if (options.json)
        return printJson({
          schema: 1,
          imports: imports.map((batch) => Object.assign({}, batch, { unread: unread(batch) })),
        });
      if (imports.length === 0) return print('Nothing was imported yet: `kneewise import PATH` does.');
      return print(
        table(imports, [
          {
            head: 'Begun, UTC',
            cell: ({ createdAtMs }) => new Date(createdAtMs).toISOString().slice(0, 16).replace('T', ' '),
          },
          { head: 'what', cell: ({ label }) => shorten(label, LONGEST_LABEL) },
          { head: 'state', cell: ({ state }) => state },
          { head: 'added', ...count(({ added }) => added) },
          { head: 'already there', ...count(({ duplicates }) => duplicates) },
          { head: 'not runs', ...count(({ others }) => others) },
          { head: 'refused', ...count(({ refused }) => refused) },
          { head: 'not read', ...count(unread) },
          { head: 'id', cell: ({ id }) => id.slice(0, SHOWN_LETTERS) },
        ]),
      );
    });

  program
    .command('undo')
    .description('take an import back: what only it brought goes, what you said about those runs stays')
    .argument('<import>', 'its id, or how it begins (`kneewise imports` lists them)')
    .addOption(dataOption())
    .addOption(jsonOption())
    .action(async (start: string, options: Options) => {
      const undone = await withStore(options, async (store) => {
        const batch = await importNamed(store, start);
        if (batch.state === 'receiving' || batch.state === 'reading')
          throw new UsageError('that import is still under way; stop it first.');
        if (batch.state === 'undone') throw new UsageError('that import was undone already.');
        return store.undoBatch(OWN_RUNNER, batch.id);
      });
      if (undone === null) throw new UsageError(`there is no import ${start} any more.`);
      if (options.json) return printJson({ schema: 1, ...undone });
      const { filesGone, activitiesGone, activitiesKept, answersWithoutRun, batch } = undone;
      print(
        `Undone: ${batch.label}. ${activitiesGone} activities and ${filesGone} files are gone; ${activitiesKept} stay, because another import brought them too.`,
      );
      if (answersWithoutRun > 0)
        print(
          `${answersWithoutRun} answers about runs that are gone are kept; they find back when those come again.`,
        );
      return print('Importing the same files again brings it back.');
    });
}
