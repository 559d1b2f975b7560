/**
 * Which process works on imports, where several use one data folder.
 *
 * The holder of `<folder>/import.lease` renews the file's time; one that was not renewed for a while belongs to a
 * process that is gone and may be taken. Storing is idempotent, so if two should ever hold it (a machine that
 * slept), work is done twice and nothing is stored twice.
 */
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const RENEW_EVERY_MS = 1_000;
/** Not renewed for this long: its holder is gone. Ten missed renewals. Our choice. */
const STALE_AFTER_MS = 10_000;

/** Held by the process that reads a batch of paths, for as long as it does. */
export const batchLeaseName = (batchId: string): string => `batch-${batchId}.lease`;

export interface Lease {
  /** True where an earlier holder left it behind. */
  readonly takenOver: boolean;
  release(): Promise<void>;
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

/** True where a process of this machine still runs (or cannot be asked). */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isCode(error, 'ESRCH');
  }
}

/** Of leases that others hold: the time each had when last looked at, and since when it has had it. */
const looked = new Map<string, { readonly mtimeMs: number; readonly sinceMs: number }>();

/**
 * A clock that was set gives a lease a time far ahead, which would hold for ever; and one that stands still or runs
 * back makes it look young. So a time ahead is stale too, and so is one that did not change while this process waited.
 */
async function isStale(file: string, elapsedMs: () => number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    if (Math.abs(Date.now() - mtimeMs) > STALE_AFTER_MS) return true;
    const before = looked.get(file);
    if (before?.mtimeMs !== mtimeMs) looked.set(file, { mtimeMs, sinceMs: elapsedMs() });
    else if (elapsedMs() - before.sinceMs > STALE_AFTER_MS) return true;
    const pid = Number((await readFile(file, 'utf8')).split(' ')[0]);
    return Number.isInteger(pid) && pid > 0 && pid !== process.pid && !isAlive(pid);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
}

/**
 * null while another process holds it.
 * @param elapsedMs milliseconds since some moment, whatever becomes of the clock
 */
export async function takeLease(
  folder: string,
  name = 'import.lease',
  elapsedMs: () => number = () => performance.now(),
): Promise<Lease | null> {
  const file = join(folder, name);
  const mark = `${process.pid} ${randomUUID()}`;
  const create = async (): Promise<boolean> => {
    try {
      await writeFile(file, mark, { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    }
  };
  const takenOver = !(await create());
  if (takenOver) {
    if (!(await isStale(file, elapsedMs))) return null;
    looked.delete(file);
    // Moved aside rather than removed: of several that try, one moves it.
    const aside = `${file}.${randomUUID()}`;
    try {
      await rename(file, aside);
      await rm(aside, { force: true });
    } catch (error) {
      if (!isCode(error, 'ENOENT')) throw error;
    }
    if (!(await create())) return null;
  }
  const renew = setInterval(() => {
    const now = new Date();
    utimes(file, now, now).catch(() => undefined);
  }, RENEW_EVERY_MS);
  renew.unref();
  return {
    takenOver,
    async release() {
      clearInterval(renew);
      try {
        if ((await readFile(file, 'utf8')) === mark) await rm(file, { force: true });
      } catch (error) {
        if (!isCode(error, 'ENOENT')) throw error;
      }
    },
  };
}
