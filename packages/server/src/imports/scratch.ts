/** A folder for larger files while they are read: beside the store, because /tmp may be memory. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const A_DAY_MS = 86_400_000;

/** Names a new one; it is made when it is first needed. Those a killed process left more than a day ago go. */
export function newScratchDir(storeFolder: string): string {
  if (storeFolder === ':memory:') return join(tmpdir(), `kneewise-${randomUUID()}`);
  const all = join(storeFolder, 'scratch');
  mkdirSync(all, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(all)) {
    const left = join(all, name);
    const age = Date.now() - (statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > A_DAY_MS) rmSync(left, { recursive: true, force: true });
  }
  return join(all, randomUUID());
}
