import { createWriteStream, existsSync, statSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OWN_RUNNER, restoreInto } from '@kneewise/server';
import { makeBackup } from '@kneewise/store';
import { type Command, Option } from 'commander';
import { UsageError } from '../exit.ts';
import { dataOption, folderOf, print, withStore } from './options.ts';
import { sizeText } from './size-text.ts';

interface Options {
  readonly data?: string;
  readonly replace?: true;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Beside its place until it is whole: what has the name is a backup. */
async function writeBackup(folder: string, target: string, replace: boolean): Promise<string> {
  const within = isFolder(target) ? target : dirname(target);
  await mkdir(within, { recursive: true });
  const backup = await makeBackup(folder, within, new Date());
  try {
    const file = isFolder(target) ? join(target, backup.name) : target;
    if (existsSync(file) && !replace)
      throw new UsageError(`${file} is there already; name another file, or say --replace.`);
    const part = `${file}.part`;
    try {
      await pipeline(Readable.from(backup.bytes()), createWriteStream(part, { mode: 0o600, flush: true }));
      await rename(part, file);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
    return file;
  } finally {
    await backup.discard();
  }
}

export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description('everything in one file, also while the app is running')
    .argument('<file>', 'the file to write, or a folder to put it in')
    .option('--replace', 'write over a file that is there already')
    .addOption(dataOption())
    .action(async (target: string, options: Options) => {
      const file = await writeBackup(folderOf(options), resolve(target), options.replace === true);
      print(
        `Everything in ${folderOf(options)} is in ${file} (${sizeText(statSync(file).size)}). \`kneewise restore\` brings it back.`,
      );
    });

  program
    .command('restore')
    .description('everything back from a backup; the app must not be running')
    .argument('<file>', 'what `kneewise backup` wrote')
    .addOption(new Option('--replace', 'replace the history that is there'))
    .addOption(dataOption())
    .action(async (file: string, options: Options) => {
      const folder = folderOf(options);
      const { madeAtMs, movedAside } = await restoreInto(folder, resolve(file), {
        replace: options.replace === true,
      });
      const { runs } = await withStore(options, (store) => store.counts(OWN_RUNNER));
      const made = new Date(madeAtMs).toISOString().slice(0, 16).replace('T', ' ');
      print(`${folder} is as it was at ${made} UTC: ${runs} runs.`);
      if (movedAside !== null) print(`The history that could not be opened is now ${movedAside}.`);
    });
}
