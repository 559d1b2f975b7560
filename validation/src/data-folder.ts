/** Data that were not made for this project, kept beside it in `../shared/data` and never copied into it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DATA = new URL('../../../shared/data/', import.meta.url);

/** Where a file or folder under `../shared/data` lies, or null where it is absent. */
export function sharedPath(path: string): string | null {
  const file = fileURLToPath(new URL(path, DATA));
  return existsSync(file) ? file : null;
}

/** Text of a file under `../shared/data`, or null where it is absent. */
export function sharedText(path: string): string | null {
  const file = sharedPath(path);
  return file === null ? null : readFileSync(file, 'utf8');
}
