/** A disk that runs full, and one that cannot be written to: small disks in memory, where this process may mount them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { soundContent, writeArchive } from './archive.ts';
import { type Fault, notTried } from './fault.ts';
import { acknowledgedBy, check, importJob } from './job.ts';

const FILES = 120;
const sh = (...line: readonly string[]): boolean => {
  const [command = '', ...args] = line;
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
};

async function onDisk(root: string, name: string, work: (disk: string) => Promise<Fault>): Promise<Fault> {
  const disk = join(root, name);
  mkdirSync(disk);
  if (!sh('mount', '-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', disk))
    return notTried(name, 'needs the right to mount a small disk');
  try {
    return await work(disk);
  } finally {
    sh('umount', '-l', disk);
  }
}

const grow = (disk: string): boolean => sh('mount', '-o', 'remount,rw,size=200m', disk);

export const fullDisk = (root: string): Promise<Fault> =>
  onDisk(root, 'full disk', async (disk) => {
    const archive = join(root, 'for-full-disk.zip');
    writeArchive(archive, 0, FILES);
    const expected = await soundContent(archive, join(root, 'sound-for-full-disk'));
    const folder = join(disk, 'data');
    const job = importJob(folder, archive);
    const code = await job.ended();
    const acknowledged = new Set(acknowledgedBy(job));
    // A database on a full disk is looked at with room again: its log may need to be written back.
    grow(disk);
    const found = await check(folder, acknowledged);
    const again = importJob(folder, archive);
    await again.ended();
    const end = await check(folder, acknowledged);
    return {
      what: 'the disk runs full',
      held:
        code === 1 &&
        found.lost === 0 &&
        found.doubled === 0 &&
        found.sound &&
        end.content === expected &&
        /full/.test(job.complaint()),
      figures: `${acknowledged.size} of ${FILES} files acknowledged before; lost ${found.lost}, doubled ${found.doubled}; after making room, the same command gave ${end.content === expected ? 'the same' : 'another'} history as without a fault`,
      message: job.complaint(),
    };
  });

export const readOnlyDisk = (root: string): Promise<Fault> =>
  onDisk(root, 'read-only disk', async (disk) => {
    grow(disk);
    const [first, second] = [join(root, 'first.zip'), join(root, 'second.zip')];
    writeArchive(first, 0, 20);
    writeArchive(second, 20, 20);
    const folder = join(disk, 'data');
    await importJob(folder, first).ended();
    const before = (await check(folder, new Set())).content;
    sh('mount', '-o', 'remount,ro', disk);
    const job = importJob(folder, second);
    const code = await job.ended();
    sh('mount', '-o', 'remount,rw', disk);
    const after = (await check(folder, new Set())).content;
    const again = importJob(folder, second);
    const codeAgain = await again.ended();
    return {
      what: 'the data folder cannot be written to',
      held: code === 1 && before === after && codeAgain === 0 && /cannot be written to/.test(job.complaint()),
      figures: `history ${before === after ? 'as before' : 'changed'}; with the right to write, the same command ended with ${codeAgain}`,
      message: job.complaint(),
    };
  });
