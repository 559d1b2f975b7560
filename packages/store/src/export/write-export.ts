/** An export as a folder or as one zip; it has its name only once it is whole. */
import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fromFileSystem, StoreError } from '../store-error.ts';
import { zipBytes, type ZipPart } from '../zip/zip-bytes.ts';
import { type Export, exportHistory } from './export-history.ts';

export interface ExportOptions {
  readonly onProgress?: (done: number, of: number) => void;
}

/**
 * @param target a folder that is new or empty, or the name of a file that ends in `.zip` and is not there yet
 * @returns what could not be given back whole
 * @throws {StoreError} `not-empty` and nothing is written
 */
export async function writeExport(
  folder: string,
  runnerId: string,
  target: string,
  { onProgress }: ExportOptions = {},
): Promise<readonly string[]> {
  const isZip = /\.zip$/i.test(target);
  if (existsSync(target) && (isZip || (await readdir(target).catch(() => ['a file'])).length > 0))
    throw new StoreError(
      'not-empty',
      `${target} is there already. Name a new or empty folder, or a new .zip.`,
    );
  const part = `${target}.part-${randomUUID().slice(0, 8)}`;
  const history = exportHistory(folder, runnerId);
  try {
    const parts = counted(history, onProgress);
    await mkdir(dirname(target), { recursive: true });
    if (isZip)
      await pipeline(Readable.from(zipBytes(parts)), createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    else await writeFolder(part, parts);
    if (!isZip && existsSync(target)) await rmdir(target);
    await rename(part, target);
    return history.problems;
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    throw fromFileSystem(error, target);
  } finally {
    history.close();
  }
}

async function* counted(
  { parts, count }: Export,
  onProgress: ExportOptions['onProgress'],
): AsyncGenerator<ZipPart> {
  let done = 0;
  for await (const part of parts) {
    yield part;
    onProgress?.(++done, count);
  }
}

async function writeFolder(folder: string, parts: AsyncIterable<ZipPart>): Promise<void> {
  await mkdir(folder, { mode: 0o700 });
  for await (const { name, bytes } of parts) {
    const file = join(folder, name);
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await pipeline(
      bytes instanceof Uint8Array ? Readable.from([bytes]) : Readable.from(bytes),
      createWriteStream(file, { flags: 'wx', mode: 0o600 }),
    );
  }
}
