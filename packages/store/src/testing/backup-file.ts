import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { makeBackup } from '../backup/make-backup.ts';

/** Makes a backup of a folder as a file. @returns how long it said it would be, bytes */
export async function backUp(folder: string, file: string): Promise<number> {
  const backup = await makeBackup(folder, folder, new Date());
  await pipeline(backup.bytes(), createWriteStream(file));
  await backup.discard();
  return backup.sizeBytes;
}
