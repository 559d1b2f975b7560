/** A folder for one test, removed when the test ends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Store } from '../history-store.ts';
import { IN_MEMORY, openStore } from '../open-store.ts';

export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kneewise-store-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A store for one test, without a file unless a folder is given. */
export async function storeFor(t: TestContext, folder = IN_MEMORY): Promise<Store> {
  const store = await openStore(folder);
  t.after(() => store.close());
  return store;
}
