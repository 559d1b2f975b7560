/** What lies in a watched folder now, as far as it could be imported. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { kindOfName } from '@kneewise/formats';

/** By path within the folder: what tells a file from a changed one. */
export type Look = ReadonlyMap<string, string>;

/**
 * Names of what is still on its way: browsers, sync tools, copy programs; and hidden ones. What they stand for appears
 * under its own name once it is whole.
 */
export const isOnItsWay = (name: string): boolean =>
  name.startsWith('.') ||
  name.startsWith('~') ||
  name.endsWith('~') ||
  /\.(?:part|partial|crdownload|download|tmp|temp|filepart|!ut|opdownload)$/i.test(name);

const isCode = (error: unknown, ...codes: string[]): boolean =>
  error instanceof Error && 'code' in error && codes.includes(String(error.code));

/** @returns null where the folder is not there (removed, unmounted, out of reach) */
export async function lookAt(folder: string): Promise<Look | null> {
  const found = new Map<string, string>();
  const seen = new Set<string>();
  const walk = async (within: string): Promise<void> => {
    const { dev, ino } = await stat(join(folder, within), { bigint: true });
    if (seen.has(`${dev}:${ino}`)) return;
    seen.add(`${dev}:${ino}`);
    const entries = await readdir(join(folder, within), { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (isOnItsWay(entry.name)) continue;
      const path = within === '' ? entry.name : `${within}/${entry.name}`;
      if (entry.isDirectory()) await unlessGone(() => walk(path));
      else if (entry.isFile() && kindOfName(entry.name) !== null)
        await unlessGone(async () => {
          const { size, mtimeMs } = await stat(join(folder, path));
          found.set(path, `${size} ${Math.round(mtimeMs)}`);
        });
    }
  };
  try {
    await walk('');
    return found;
  } catch (error) {
    if (
      isCode(
        error,
        'ENOENT',
        'ENOTDIR',
        'EIO',
        'ESTALE',
        'ENODEV',
        'ENXIO',
        'EACCES',
        'EHOSTDOWN',
        'ETIMEDOUT',
      )
    )
      return null;
    throw error;
  }
}

/** Between two calls a file or folder may be moved away. */
async function unlessGone(look: () => Promise<void>): Promise<void> {
  try {
    await look();
  } catch (error) {
    if (!isCode(error, 'ENOENT', 'ENOTDIR', 'EACCES')) throw error;
  }
}
