/**
 * Data that were not made for this project, kept beside it in `../shared/data` and never copied into it.
 * The environment variable `KNEEWISE_SHARED_DATA` names another folder of the same layout.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const BESIDE_THE_PROJECT = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

const folder = (): string => {
  const named = process.env['KNEEWISE_SHARED_DATA'];
  return named === undefined || named === '' ? BESIDE_THE_PROJECT : resolve(named);
};

/** Where a file or folder under `../shared/data` lies, or null where it is absent. */
export function sharedPath(path: string): string | null {
  const file = join(folder(), path);
  return existsSync(file) ? file : null;
}

/** Text of a file under `../shared/data`, or null where it is absent. */
export function sharedText(path: string): string | null {
  const file = sharedPath(path);
  return file === null ? null : readFileSync(file, 'utf8');
}
