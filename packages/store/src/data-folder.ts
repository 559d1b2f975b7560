/** Where a runner's history lives: `--data`, else `KNEEWISE_DATA`, else the platform's own place. */
import { homedir } from 'node:os';
import { posix, resolve, win32 } from 'node:path';

/**
 * @param env usually `process.env`
 * @param platform usually `process.platform`
 * @param flag what `--data` said, if anything
 * @returns an absolute path; nothing is created
 */
export function dataFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  flag?: string,
): string {
  if (flag !== undefined && flag !== '') return resolve(flag);
  const chosen = env['KNEEWISE_DATA'];
  if (chosen !== undefined && chosen !== '') return resolve(chosen);
  if (platform === 'win32') {
    const roaming = env['APPDATA'];
    return win32.join(
      roaming || win32.join(env['USERPROFILE'] || homedir(), 'AppData', 'Roaming'),
      'Kneewise',
    );
  }
  const home = env['HOME'] || homedir();
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'Kneewise');
  // XDG base directories: a relative path there is to be ignored.
  const xdg = env['XDG_DATA_HOME'];
  const base = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(home, '.local', 'share');
  return posix.join(base, 'kneewise');
}
