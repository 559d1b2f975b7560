import assert from 'node:assert/strict';
import { open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { StoreError, type StoreErrorCode } from '@kneewise/store';
import { openHouse, withFolder } from '../testing/open-house.ts';
import { inWords, STATUS_OF } from './problem.ts';

describe('a store that fails', () => {
  it('is told of by its own code and sentence', () => {
    const statuses: Record<StoreErrorCode, number> = {
      busy: 503,
      'disk-full': 507,
      damaged: 500,
      'disk-error': 500,
      'folder-unusable': 500,
      'newer-store': 500,
      'not-a-backup': 400,
      'damaged-backup': 400,
      'newer-backup': 400,
      'not-empty': 409,
      'not-a-store': 500,
      'read-only': 500,
    };
    for (const [code, status] of Object.entries(statuses) as [StoreErrorCode, number][]) {
      assert.equal(STATUS_OF[code], status);
      const said = inWords(new StoreError(code, 'A sentence.'));
      assert.equal(said.code, code);
      if (code !== 'disk-full') assert.equal(said.text, 'A sentence.');
    }
    assert.equal(inWords(new TypeError('x')).code, 'internal');
  });

  it('answers that the history is damaged where its pages are', () =>
    withFolder(async (folder) => {
      const first = await openHouse({ folder });
      await first.json('PUT', '/api/settings', { family: 'PF' });
      await first.close();
      const file = join(folder, 'kneewise.db');
      const database = new DatabaseSync(file);
      const pages = database.prepare("select rootpage from sqlite_schema where tbl_name = 'check_in'").all();
      const size = Number(database.prepare('pragma page_size').get()?.['page_size']);
      database.close();
      const handle = await openFile(file, 'r+');
      for (const { rootpage } of pages)
        await handle.write(Buffer.alloc(64, 0xff), 0, 64, (Number(rootpage) - 1) * size);
      await handle.close();
      const open = await openHouse({ folder });
      const { code, text } = (await open.json('GET', '/api/check-ins', undefined, 500)) as {
        code: string;
        text: string;
      };
      assert.equal(code, 'damaged');
      assert.match(text, /backup/);
      assert.equal(open.errors.length, 1);
      await open.close();
    }));
});
