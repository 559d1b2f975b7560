import assert from 'node:assert/strict';
import { copyFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RUNNER } from './testing/sources.ts';
import { StoreError } from './store-error.ts';
import { storeFor, temporaryFolder } from './testing/temporary-folder.ts';

const staysOpen = process.platform === 'win32' ? 'an open file cannot be deleted there' : false;

const isGone = (error: unknown): boolean => {
  assert.ok(error instanceof StoreError);
  assert.equal(error.code, 'folder-unusable');
  assert.match(error.message, /deleted or replaced/);
  return true;
};

describe('a data folder that goes while it is in use', { skip: staysOpen }, () => {
  it('keeps nothing that a person typed, and says so', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    await store.saveSettings(RUNNER, { family: 'PF' });
    await rm(folder, { recursive: true });
    await assert.rejects(store.saveSettings(RUNNER, { family: 'IT' }), isGone);
    await assert.rejects(store.addEvent(RUNNER, { kind: 'flag-raised', date: '2026-11-17' }), isGone);
  });

  it('says so too where another file was put in its place, and goes on where its own was put back', async (t) => {
    const folder = await temporaryFolder(t);
    const store = await storeFor(t, folder);
    const file = join(folder, 'kneewise.db');
    await rename(file, `${file}.own`);
    await copyFile(`${file}.own`, file);
    await assert.rejects(store.saveSettings(RUNNER, { family: 'IT' }), isGone);
    await rename(`${file}.own`, file);
    assert.equal((await store.saveSettings(RUNNER, { family: 'PF' })).family, 'PF');
  });
});
