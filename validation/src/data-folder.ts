/** Data that were not made for this project, kept beside it in `../shared/data` and never copied into it. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const DATA = new URL('../../../shared/data/', import.meta.url);

/** Text of a file under `../shared/data`, or null where it is absent. */
export function sharedText(path: string): string | null {
  const file = fileURLToPath(new URL(path, DATA));
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}
