/**
 * Paths as the disk has them. A name may be any bytes there; one that is not UTF-8 (old cards, old archives) cannot
 * be opened by a string, so its path stays bytes.
 */
import { Buffer } from 'node:buffer';
import { constants } from 'node:fs';
import { open, realpath, type FileHandle } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { SourceDamage } from '../read/source-damage.ts';

export type DiskPath = string | Buffer;

/** A name as a person reads it: as UTF-8, else as the Latin-1 that such names mostly are. */
export function nameOf(bytes: Buffer): string {
  const name = bytes.toString('utf8');
  return Buffer.from(name, 'utf8').equals(bytes) ? name : bytes.toString('latin1');
}

/** The path of an entry of `folder`. */
export function inside(folder: DiskPath, name: Buffer): DiskPath {
  const text = name.toString('utf8');
  if (typeof folder === 'string' && Buffer.from(text, 'utf8').equals(name)) return join(folder, text);
  return Buffer.concat([Buffer.from(folder), Buffer.from(sep), name]);
}

/** Where a path leads when every link in it is followed. */
export const realPath = (path: DiskPath): Promise<Buffer> => realpath(path, { encoding: 'buffer' });

/** Whether a real path is `root` or lies below it. */
export function liesUnder(path: Buffer, root: Buffer): boolean {
  if (!path.subarray(0, root.length).equals(root)) return false;
  const separator = sep.charCodeAt(0);
  return path.length === root.length || root.at(-1) === separator || path[root.length] === separator;
}

/**
 * Opens a regular file, and never waits: a pipe or a device that stands in its place would hold the reader for ever.
 * @throws SourceDamage for anything but a regular file
 */
export async function openRegular(path: DiskPath): Promise<FileHandle> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  if ((await file.stat()).isFile()) return file;
  await file.close();
  throw new SourceDamage('unreadable', 'It is no file but a pipe, a socket, a device or a folder.');
}
