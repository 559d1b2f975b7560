import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { CHANNELS } from '@kneewise/engine';
import { openZip } from '@kneewise/formats/open-zip';
import fc from 'fast-check';
import { IN_MEMORY, openStore } from '../open-store.ts';
import { TABLE_NAMES } from '../schema/tables.ts';
import { live } from '../testing/live.ts';
import { parseCsv } from '../testing/parse-csv.ts';
import { allBytes, activityWith, RUNNER, sourceWith, steadyTrack } from '../testing/sources.ts';
import { storeFor, temporaryFolder } from '../testing/temporary-folder.ts';
import { CHANNEL_MEANINGS } from './channel-meanings.ts';
import { ADDED, DICTIONARY, PACKED } from './dictionary.ts';
import { exportNames } from './export-names.ts';
import { renderDictionary } from './render-dictionary.ts';
import { writeExport } from './write-export.ts';

const SECOND = 'runner-2';
/** Text that CSV has to quote, and that could lead somewhere as a path. */
const AWKWARD = 'a "quoted", name\nwith = and ü';

async function history(folder: string): Promise<void> {
  const store = await openStore(folder);
  await live(store, RUNNER, 'stairs');
  await live(store, SECOND, 'nobody-elses');
  const large = Buffer.alloc(3 << 20, 'abcdefg').toString();
  for (const [content, path, name] of [
    [large, 'archive.zip!/../activities/1.fit.gz', AWKWARD],
    ['one', '/home/me/run.fit', null],
    ['two', '/home/me/run.fit', ''],
    ['three', 'C:\\runs\\RUN.fit', '=1+1'],
  ] as const)
    await store.addSource(
      RUNNER,
      sourceWith(content, {
        path,
        activities: [activityWith({ name, startAtMs: Date.UTC(2025, 1, content.length % 20, 8) })],
      }),
    );
  await store.addSource(
    RUNNER,
    sourceWith('refused', { refusal: { code: 'not-fit', reason: AWKWARD, byteOffset: 7 } }),
  );
  await store.close();
}

const under = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

describe('an export', () => {
  it('gives every file back byte for byte, under its name and inside the folder', async (t) => {
    const root = await temporaryFolder(t);
    const [data, out] = [join(root, 'data'), join(root, 'out')];
    await history(data);
    assert.deepEqual(await writeExport(data, RUNNER, out), []);
    const files = await under(out);
    assert.deepEqual(
      files.filter((file) => file.startsWith('originals/') && !file.includes('stairs')),
      [
        'originals/C_/runs/RUN.fit',
        'originals/archive.zip/activities/1.fit.gz',
        'originals/home/me/run (2).fit',
        'originals/home/me/run.fit',
        'originals/refused.fit',
      ],
    );
    const store = await storeFor(t, data);
    const rows = JSON.parse(await readFile(join(out, 'tables/source.json'), 'utf8')) as Record<
      string,
      string
    >[];
    assert.equal(rows.length, files.filter((file) => file.startsWith('originals/')).length);
    for (const { source_id = '', file = '' } of rows) {
      const original = await store.original(RUNNER, source_id);
      assert.ok(original !== null);
      assert.deepEqual(await readFile(join(out, file)), await allBytes(original.bytes));
    }
  });

  it('tells every row of every table twice, in CSV and in JSON, and nobody else’s', async (t) => {
    const root = await temporaryFolder(t);
    const [data, out] = [join(root, 'data'), join(root, 'out')];
    await history(data);
    await writeExport(data, RUNNER, out);
    const database = new DatabaseSync(join(data, 'kneewise.db'), { readOnly: true });
    for (const table of TABLE_NAMES.filter((name) => name !== 'original_chunk')) {
      const rows = database.prepare(`select * from ${table} where runner_id = ?`).all(RUNNER);
      const json = JSON.parse(await readFile(join(out, `tables/${table}.json`), 'utf8')) as Record<
        string,
        unknown
      >[];
      const csv = parseCsv(await readFile(join(out, `tables/${table}.csv`), 'utf8'));
      assert.ok(rows.length > 0, `${table} has rows`);
      assert.equal(json.length, rows.length);
      assert.equal(csv.length, rows.length);
      for (const [i, row] of rows.entries())
        for (const [column, value] of Object.entries(row)) {
          if (value instanceof Uint8Array) continue;
          const isJson = json[i]?.[column] !== value && typeof value === 'string';
          assert.deepEqual(json[i]?.[column], isJson ? JSON.parse(value) : value, `${table}.${column}`);
          assert.equal(csv[i]?.[column], value === null ? null : String(value), `${table}.${column}`);
        }
    }
    database.close();
    for (const file of await under(out))
      assert.ok(!(await readFile(join(out, file))).includes('nobody-elses'), file);
  });

  it('gives samples as CSV, to a centimetre on the ground, with what was not recorded left out', async (t) => {
    const root = await temporaryFolder(t);
    const [data, out] = [join(root, 'data'), join(root, 'out')];
    const store = await openStore(data);
    const track = steadyTrack(3);
    track.cadenceSpm?.fill(Number.NaN, 1, 2);
    await store.addSource(RUNNER, sourceWith('x', { activities: [activityWith({ track })] }));
    await store.close();
    await writeExport(data, RUNNER, out);
    const [{ file } = { file: '' }] = JSON.parse(await readFile(join(out, 'tables/track.json'), 'utf8')) as {
      file: string;
    }[];
    assert.equal(file, 'tracks/2026-03-01T0800.csv');
    assert.equal(
      await readFile(join(out, file), 'utf8'),
      [
        'timeS,distanceM,cadenceSpm,heartRateBpm,latDeg,lonDeg',
        '0,0,166,140,48,11',
        '1,3,,141,48.00001,11.00001',
        '2,6,168,142,48.00002,11.00002',
        '',
      ].join('\n'),
    );
  });

  it('as a zip holds the same files as a folder', async (t) => {
    const root = await temporaryFolder(t);
    const [data, out, file] = [join(root, 'data'), join(root, 'out'), join(root, 'deep/out.zip')];
    await history(data);
    const told: string[] = [];
    await writeExport(data, RUNNER, out);
    await writeExport(data, RUNNER, file, { onProgress: (done, of) => told.push(`${done} ${of}`) });
    const zip = await openZip(file);
    assert.ok(zip !== null);
    assert.deepEqual(zip.entries.map(({ name }) => name).sort(), await under(out));
    for (const { name } of zip.entries)
      assert.deepEqual(Buffer.from(await allBytes(zip.bytes(name))), await readFile(join(out, name)), name);
    await zip.close();
    assert.equal(told.at(-1), `${told.length} ${told.length}`);
  });

  it('writes over nothing, and leaves nothing half written', async (t) => {
    const root = await temporaryFolder(t);
    const data = join(root, 'data');
    await history(data);
    await writeFile(join(root, 'there.zip'), 'x');
    await assert.rejects(writeExport(data, RUNNER, join(root, 'there.zip')), /is there already/);
    await assert.rejects(writeExport(data, RUNNER, data), /is there already/);
    await assert.rejects(writeExport(join(root, 'no-data'), RUNNER, join(root, 'out')));
    assert.deepEqual((await readdir(root)).sort(), ['data', 'there.zip']);
  });

  it('goes on where a stored file is damaged, and says so', async (t) => {
    const root = await temporaryFolder(t);
    const [data, out] = [join(root, 'data'), join(root, 'out')];
    await history(data);
    const database = new DatabaseSync(join(data, 'kneewise.db'));
    database.exec(
      `update original_chunk set bytes = x'00' where codec = 'as-is' and runner_id = '${RUNNER}'`,
    );
    database.close();
    const problems = await writeExport(data, RUNNER, out);
    assert.ok(problems.length > 0);
    assert.equal(await readFile(join(out, 'PROBLEMS.txt'), 'utf8'), `${problems.join('\n')}\n`);
    assert.equal((await readFile(join(out, 'originals/archive.zip/activities/1.fit.gz'))).length, 3 << 20);
  });
});

describe('the dictionary of an export', () => {
  it('has every column of every table, and none that is not there', async (t) => {
    const root = await temporaryFolder(t);
    await (await openStore(root)).close();
    const database = new DatabaseSync(join(root, 'kneewise.db'), { readOnly: true });
    const tables = database
      .prepare(
        `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' and name not like 'kysely_%'`,
      )
      .all()
      .map(({ name }) => String(name));
    assert.deepEqual(Object.keys(DICTIONARY).sort(), tables.toSorted());
    for (const [table, { columns }] of Object.entries(DICTIONARY)) {
      const there = database
        .prepare(`select name, type from pragma_table_info('${table}')`)
        .all()
        .map(({ name, type }) => [String(name), String(type)] as const);
      assert.deepEqual(Object.keys(columns).sort(), there.map(([name]) => name).sort(), table);
      for (const [name, type] of there) {
        const handled = PACKED[`${table}.${name}`] !== undefined || name === 'cadence_bins';
        assert.equal(type === 'BLOB', handled, `${table}.${name} holds bytes`);
      }
    }
    database.close();
  });

  it('gives each a meaning and a unit, in the text too, and each channel', () => {
    const text = renderDictionary();
    for (const [table, { is, columns }] of Object.entries(DICTIONARY)) {
      assert.ok(is.length > 10 && text.includes(`### ${table}\n\n${is}`));
      for (const [column, [what, unit]] of Object.entries(columns))
        assert.ok(what !== '' && unit.length > 0 && text.includes(`| ${column} | `), `${table}.${column}`);
    }
    assert.deepEqual(Object.keys(CHANNEL_MEANINGS), ['timeS', ...CHANNELS]);
    for (const place of Object.keys(ADDED)) assert.ok(text.includes(`| ${place.split('.')[1]} | `));
  });
});

it('names of exported files lead nowhere, collide nowhere, and stay where they can', () => {
  const part = fc.oneof(
    fc.constantFrom(
      '..',
      '.',
      '',
      'a',
      'A',
      'con',
      'run.fit',
      'Run.FIT',
      'ü'.normalize('NFD'),
      'x'.repeat(300),
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  );
  const path = fc
    .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.constantFrom('/', '\\', '!/'))
    .map(([parts, between]) => parts.join(between));
  fc.assert(
    fc.property(fc.array(path, { maxLength: 12 }), (paths) => {
      const name = exportNames();
      const names = paths.map(name);
      for (const each of names) {
        assert.ok(!each.startsWith('/') && !/[<>:"|?*\\\p{Cc}]/u.test(each), each);
        for (const one of each.split('/')) {
          assert.ok(one !== '' && one !== '.' && one !== '..' && !/[. ]$/.test(one), each);
          assert.ok(Buffer.byteLength(one) <= 255 + 8 || Array.from(one).length <= 90, each);
        }
      }
      const small = names.map((each) => each.normalize('NFC').toLowerCase());
      assert.equal(new Set(small).size, small.length);
      // No file has the name of a folder of another.
      for (const each of small) assert.ok(!small.some((other) => other.startsWith(`${each}/`)), each);
    }),
  );
  assert.equal(exportNames()('export_1.zip!/activities/12.fit.gz'), 'export_1.zip/activities/12.fit.gz');
});

it('a history in memory has nothing to export from', async () => {
  await assert.rejects(writeExport(IN_MEMORY, RUNNER, '/tmp/never-written'));
});
