import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { sharedRange } from './byte-range.ts';

it('a shared file stays open until the last reader has closed it, and can be opened again', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-range-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'a');
  writeFileSync(path, 'abcdef');
  const reopen = sharedRange(path);
  const [one, other] = await Promise.all([reopen(), reopen()]);
  assert.equal(one.size, 6);
  await one.close();
  await one.close();
  assert.equal(Buffer.from(await other.read(2, 4)).toString(), 'cd');
  await other.close();
  await assert.rejects(other.read(2, 4));
  const again = await reopen();
  assert.equal(Buffer.from(await again.read(0, 1)).toString(), 'a');
  await again.close();
});

it('a shared file that is not there fails for each reader, and opens once it is', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'kneewise-range-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'later');
  const reopen = sharedRange(path);
  for (const { status } of await Promise.allSettled([reopen(), reopen()])) assert.equal(status, 'rejected');
  writeFileSync(path, 'x');
  const range = await reopen();
  assert.equal(range.size, 1);
  await range.close();
});
