import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Found } from '../source.ts';
import { MOST_ENTRIES, MOST_REFUSALS } from '../read/limits.ts';
import { readSource } from '../read/read-source.ts';
import { NEEDS_SHARED, sharedActivities } from '../testing/shared-data.ts';
import { gpxTrack, gpxXml, running } from '../testing/write-xml.ts';
import { writeZip, type ZipPart } from '../testing/write-zip.ts';
import { memoryRange } from './byte-range.ts';
import { newBudget } from './budget.ts';
import { walkZip } from './walk-zip.ts';
import { walk, type WalkPath } from './walk.ts';

const RUN = gpxXml(gpxTrack([running(30)]));

function folder(t: TestContext, files: Readonly<Record<string, Uint8Array | string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'kneewise-walk-'));
  t.after(() => rmSync(root, { recursive: true }));
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), bytes);
  }
  return root;
}

async function found(...paths: WalkPath[]): Promise<Found[]> {
  const all: Found[] = [];
  for await (const each of walk(paths)) all.push(each);
  return all;
}

/** One line for each thing found: its path below `root`, and what reading it came to. */
async function told(root: string, ...paths: WalkPath[]): Promise<string[]> {
  const lines: string[] = [];
  for (const each of await found(...paths)) {
    const path = (each.kind === 'file' ? each.file.path : each.path).replace(root, '').replace(/^\//, '');
    if (each.kind === 'refused') lines.push(`${path}: ${each.refusal.code}`);
    else {
      const { result } = await readSource(each.file);
      lines.push(`${path}: ${result.ok ? `${result.activities.length} ok` : result.refusal.code}`);
    }
  }
  return lines;
}

/** What a walk over a zip of these parts tells. */
async function toldOfZip(t: TestContext, parts: readonly ZipPart[]): Promise<string[]> {
  const root = folder(t, { 'a.zip': writeZip(parts) });
  return told(root, join(root, 'a.zip'));
}

const good: ZipPart = { name: 'good.gpx', data: RUN };

describe('a walk over folders', () => {
  it('finds activity files at any depth in the order of names, and passes over the rest', async (t) => {
    const root = folder(t, {
      'b.gpx': RUN,
      'a/c.GPX.gz': gzipSync(RUN),
      'a/photo.jpg': 'x',
      'a/._c.gpx': 'resource fork',
      'notes.txt': 'x',
    });
    assert.deepEqual(await told(root, root), ['a/c.GPX.gz: 1 ok', 'b.gpx: 1 ok']);
  });

  it('ends in a circle of links', async (t) => {
    const root = folder(t, { 'a/run.gpx': RUN });
    symlinkSync(root, join(root, 'a/up'));
    symlinkSync(join(root, 'nowhere.gpx'), join(root, 'a/dangling.gpx'));
    assert.deepEqual(await told(root, root), ['a/dangling.gpx: not-found', 'a/run.gpx: 1 ok']);
  });

  it('follows links inside the folder that was named, and refuses those that lead out of it', async (t) => {
    const outside = folder(t, { 'o.gpx': RUN, 'sub/p.gpx': RUN });
    // Its name begins as that of the root: a comparison of letters alone would let it in.
    const root = folder(t, { 'deep/run.gpx': RUN });
    mkdirSync(`${root}-more`);
    t.after(() => rmSync(`${root}-more`, { recursive: true }));
    writeFileSync(join(`${root}-more`, 'q.gpx'), RUN);
    symlinkSync(join(root, 'deep/run.gpx'), join(root, 'in.gpx'));
    symlinkSync(join(outside, 'o.gpx'), join(root, 'out.gpx'));
    symlinkSync(join(outside, 'sub'), join(root, 'sub'));
    symlinkSync(join(outside, 'o.gpx'), join(root, 'readme.txt'));
    symlinkSync(join(`${root}-more`, 'q.gpx'), join(root, 'twin.gpx'));
    symlinkSync('/proc/kmsg', join(root, 'kmsg.tcx'));
    const lines = await told(root, root);
    const kernel = existsSync('/proc/kmsg') ? 'link-leads-out' : 'not-found';
    assert.deepEqual(lines, [
      'deep/run.gpx: 1 ok',
      'in.gpx: 1 ok',
      `kmsg.tcx: ${kernel}`,
      'out.gpx: link-leads-out',
      'sub: link-leads-out',
      'twin.gpx: link-leads-out',
    ]);
    // A folder that is named by a link to it is itself the root.
    symlinkSync(root, join(outside, 'here'));
    assert.equal((await told(join(outside, 'here'), join(outside, 'here')))[1], 'in.gpx: 1 ok');
  });

  it('never waits for a pipe, neither one in the folder nor one put in place of a file that was found', async (t) => {
    if (process.platform === 'win32') return t.skip('needs mkfifo');
    const root = folder(t, { 'a.gpx': RUN, 'z.zip': writeZip([good]) });
    execFileSync('mkfifo', [join(root, 'pipe.gpx')]);
    const files = await found(root);
    assert.equal(files.length, 2);
    for (const name of ['a.gpx', 'z.zip']) {
      rmSync(join(root, name));
      execFileSync('mkfifo', [join(root, name)]);
    }
    for (const each of files) {
      assert.ok(each.kind === 'file');
      const { result } = await readSource(each.file);
      assert.equal(result.ok ? null : result.refusal.code, 'unreadable');
    }
    return undefined;
  });

  it('opens files and folders whose names are not UTF-8, and calls them by their Latin-1', async (t) => {
    if (process.platform !== 'linux') return t.skip('needs a disk that takes any bytes for a name');
    const root = folder(t, {});
    const path = (name: string): Buffer =>
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from(name, 'latin1')]);
    mkdirSync(path('Läufe'));
    writeFileSync(path('Läufe/a.gpx'), RUN);
    writeFileSync(path('Lauf-Ü.gpx'), RUN);
    writeFileSync(path('Ü.zip'), writeZip([good]));
    symlinkSync(path('Lauf-Ü.gpx'), path('Ä.gpx'));
    assert.deepEqual(await told(root, root), [
      'Lauf-Ü.gpx: 1 ok',
      'Läufe/a.gpx: 1 ok',
      'Ä.gpx: 1 ok',
      'Ü.zip!/good.gpx: 1 ok',
    ]);
    return undefined;
  });

  it('refuses what was named and is not there, or is of no kind it knows, and goes on', async (t) => {
    const root = folder(t, { 'a.gpx': RUN, 'b.txt': 'x' });
    const paths = ['gone', 'b.txt', 'a.gpx'].map((name) => join(root, name));
    assert.deepEqual(await told(root, ...paths), ['gone: not-found', 'b.txt: unknown-kind', 'a.gpx: 1 ok']);
    assert.deepEqual(await told(root, join(root, 'L\uFFFDufe.gpx')), ['L\uFFFDufe.gpx: name-not-utf8']);
  });

  it('calls a spooled upload by its own name', async (t) => {
    const root = folder(t, { 'upload-1': writeZip([good]), 'upload-2': gzipSync(RUN) });
    const lines = await told(
      root,
      { path: join(root, 'upload-1'), displayName: 'My Export.ZIP' },
      { path: join(root, 'upload-2'), displayName: 'run.gpx.gz' },
    );
    assert.deepEqual(lines, ['My Export.ZIP!/good.gpx: 1 ok', 'run.gpx.gz: 1 ok']);
  });

  it('accounts for every file of the shared activities', async (t) => {
    const shared = sharedActivities();
    if (shared === null) return t.skip(NEEDS_SHARED);
    const all = await found(shared);
    assert.ok(all.every(({ kind }) => kind === 'file'));
    // 86 FIT, 33 + 2 TCX and 1 + 4 GPX by a count of the folder's endings; one list of Strava, two exports of Apple Health.
    assert.equal(all.length, 86 + 35 + 5 + 1 + 2);
  });
});

describe('a walk over a zip', () => {
  it('names entries archive.zip!/path, stored and deflated, zips inside zips included', async (t) => {
    const inner = writeZip([good]);
    assert.deepEqual(
      await toldOfZip(t, [
        { name: 'x/run.gpx', data: RUN, stored: true },
        { name: 'inner-deflated.zip', data: inner },
        { name: 'inner-stored.zip', data: inner, stored: true },
        { name: 'x/', data: '' },
        { name: '__MACOSX/x/._run.gpx', data: 'x' },
        { name: 'photo.jpg', data: 'x' },
      ]),
      [
        'a.zip!/inner-deflated.zip!/good.gpx: 1 ok',
        'a.zip!/inner-stored.zip!/good.gpx: 1 ok',
        'a.zip!/x/run.gpx: 1 ok',
      ],
    );
  });

  it('lets an entry be opened again after the walk', async (t) => {
    const root = folder(t, { 'a.zip': writeZip([{ name: 'in.zip', data: writeZip([good]), stored: true }]) });
    const [entry] = await found(join(root, 'a.zip'));
    assert.ok(entry?.kind === 'file');
    for (let time = 0; time < 2; time++) assert.ok((await readSource(entry.file)).result.ok);
  });

  it('refuses paths that lead out of the archive, and reads the others', async (t) => {
    const names = ['../up.gpx', 'a/../../up.gpx', '/etc/run.gpx', 'C:/run.gpx', '..\\up.gpx'];
    const lines = await toldOfZip(t, [...names.map((name) => ({ name, data: RUN })), good]);
    assert.equal(lines.filter((line) => line.endsWith(': unsafe-path')).length, names.length);
    assert.deepEqual(lines.at(-1), 'a.zip!/good.gpx: 1 ok');
  });

  it('allows two dots inside a name', async (t) => {
    assert.deepEqual(await toldOfZip(t, [{ name: 'a..b.gpx', data: RUN }]), ['a.zip!/a..b.gpx: 1 ok']);
  });

  it('refuses an encrypted entry, and reads the others', async (t) => {
    const lines = await toldOfZip(t, [{ name: 'secret.gpx', data: RUN, encrypted: true }, good]);
    assert.deepEqual(lines, ['a.zip!/good.gpx: 1 ok', 'a.zip!/secret.gpx: encrypted']);
  });

  it('refuses an entry that packs 250 times and more, and reads the others', async (t) => {
    const lines = await toldOfZip(t, [{ name: 'bomb.gpx', data: Buffer.alloc(8 << 20, ' ') }, good]);
    assert.deepEqual(lines, ['a.zip!/bomb.gpx: zip-bomb', 'a.zip!/good.gpx: 1 ok']);
  });

  it('stops at the size an entry claims when it unpacks to more', async (t) => {
    const data = Buffer.from(gpxXml(gpxTrack([running(3000)])));
    const lines = await toldOfZip(t, [{ name: 'bomb.gpx', data, claimedBytes: 1000 }, good]);
    assert.deepEqual(lines, ['a.zip!/bomb.gpx: zip-bomb', 'a.zip!/good.gpx: 1 ok']);
  });

  it('refuses an archive whose entries share their bytes, and reads what lies beside it', async (t) => {
    const bomb = writeZip([good, { name: 'same.gpx', data: RUN, sharesEntryOf: 0 }]);
    assert.deepEqual(await toldOfZip(t, [{ name: 'bomb.zip', data: bomb }, good]), [
      'a.zip!/bomb.zip: zip-bomb',
      'a.zip!/good.gpx: 1 ok',
    ]);
  });

  it('lists as many entries as are left to an archive and the zips inside it, then refuses the zips', async () => {
    const zip = writeZip([
      { name: 'a.zip', data: writeZip([{ name: 'x', data: '' }, good]) },
      { name: 'b.zip', data: writeZip([{ name: 'x', data: '' }, good]), stored: true },
      { name: 'c.zip', data: writeZip([good]) },
    ]);
    const walked = async (leftEntries: number): Promise<string[]> => {
      const range = memoryRange(zip);
      const lines: string[] = [];
      const budget = { ...newBudget(), leftEntries };
      for await (const each of walkZip(range, 'z', 1, budget, () => Promise.resolve(range)))
        lines.push(each.kind === 'file' ? each.file.path : `${each.path}: ${each.refusal.code}`);
      return lines;
    };
    const [a, b, c] = ['a', 'b', 'c'].map((name) => `z!/${name}.zip!/good.gpx`);
    assert.deepEqual(await walked(3 + 2 + 2 + 1), [a, b, c]);
    assert.deepEqual(await walked(3 + 2 + 2), [a, b, 'z!/c.zip: too-large']);
    assert.deepEqual(await walked(3 + 2 + 1), [a, 'z!/b.zip: too-large', 'z!/c.zip: too-large']);
    assert.deepEqual(
      await walked(3),
      ['a', 'b', 'c'].map((name) => `z!/${name}.zip: too-large`),
    );
    assert.deepEqual(await walked(1), ['z!/a.zip: too-large', 'z: too-large']);
    assert.equal(newBudget().leftEntries, MOST_ENTRIES);
  });

  it('sums up what is refused more than 100 times', async (t) => {
    const secret = { data: RUN, encrypted: true };
    const parts = Array.from({ length: MOST_REFUSALS + 20 }, (_, i) => ({ name: `${i}.gpx`, ...secret }));
    const lines = await toldOfZip(t, [...parts, good]);
    assert.equal(lines.length, MOST_REFUSALS + 2);
    assert.deepEqual(lines.slice(-2), ['a.zip!/good.gpx: 1 ok', 'a.zip: encrypted']);
  });

  it('refuses entries that share their bytes', async (t) => {
    const lines = await toldOfZip(t, [
      good,
      { name: 'same.gpx', data: RUN, sharesEntryOf: 0 },
      { name: 'z.gpx', data: RUN },
    ]);
    assert.deepEqual(lines, ['a.zip: zip-bomb']);
  });

  it('refuses more than 1 GiB in one entry by its claim', async (t) => {
    const parts = [{ name: 'huge.gpx', data: RUN, stored: true, claimedBytes: 0xf0000000 }];
    assert.deepEqual(await toldOfZip(t, parts), ['a.zip!/huge.gpx: zip-bomb']);
  });

  it('refuses a packing method it cannot undo', async (t) => {
    assert.deepEqual(await toldOfZip(t, [{ name: 'a.gpx', data: RUN, method: 12 }]), [
      'a.zip!/a.gpx: unsupported-zip',
    ]);
  });

  it('does not follow zips more than three deep', async (t) => {
    const nest = (depth: number): Uint8Array =>
      depth === 0 ? writeZip([good]) : writeZip([{ name: 'z.zip', data: nest(depth - 1) }]);
    const root = folder(t, { 'a.zip': nest(2), 'b.zip': nest(3) });
    assert.deepEqual(await told(root, root), [
      'a.zip!/z.zip!/z.zip!/good.gpx: 1 ok',
      'b.zip!/z.zip!/z.zip!/z.zip: too-deep',
    ]);
  });

  it('keeps the sound start of an entry whose bytes are damaged, with a warning', async (t) => {
    const wandering = Array.from({ length: 4000 }, (_, s) => ({ s, lat: 50 + Math.sin(s) / 1e4, lon: 7 }));
    const data = gpxXml(gpxTrack([wandering]));
    const zip = Buffer.from(writeZip([{ name: 'run.gpx', data }]));
    zip.fill(0xff, zip.length >> 1, (zip.length >> 1) + 8);
    const root = folder(t, { 'a.zip': zip });
    const [entry] = await found(join(root, 'a.zip'));
    assert.ok(entry?.kind === 'file');
    const { result } = await readSource(entry.file);
    assert.ok(result.ok);
    assert.ok(result.activities[0]?.warnings.some(({ code }) => code === 'damaged-zip'));
    assert.ok((result.activities[0]?.recording.track.timeS.length ?? 0) > 100);
  });

  it('keeps the entries of a zip that claims more than it has, and one whose list lies elsewhere has none', async (t) => {
    const claims = Buffer.from(writeZip([good, { name: 'more.gpx', data: RUN }]));
    const end = claims.length - 22;
    for (const [entries, at] of [
      [5, claims.readUInt32LE(end + 16)],
      [2, 0x7fffffff],
    ] as const) {
      claims.writeUInt16LE(entries, end + 8);
      claims.writeUInt16LE(entries, end + 10);
      claims.writeUInt32LE(at, end + 16);
      const root = folder(t, { 'a.zip': claims });
      const all = await found(root);
      const last = all.at(-1);
      assert.ok(last?.kind === 'refused' && last.refusal.code === 'damaged-zip');
      assert.equal(all.length, entries === 5 ? 3 : 1);
      assert.match(
        last.refusal.reason,
        entries === 5
          ? /: it goes on where the file has already ended\. The 2 entries that stand before it were looked at; others may be missing\.$/
          : /: it goes on where the file has already ended\. Nothing in it was opened\.$/,
      );
    }
  });

  it('says where a zip is damaged: no directory, cut short, a directory with rubbish in it', async (t) => {
    const zip = Buffer.from(writeZip([good, { name: 'more.gpx', data: RUN }]));
    const rubbish = Buffer.from(zip);
    const second = rubbish.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    rubbish.fill(0, second, second + 4);
    const root = folder(t, { 'cut.zip': zip, 'empty.zip': '', 'not.zip': 'hello', 'rubbish.zip': rubbish });
    truncateSync(join(root, 'cut.zip'), zip.length - 40);
    assert.deepEqual(await told(root, root), [
      'cut.zip: damaged-zip',
      'empty.zip: damaged-zip',
      'not.zip: damaged-zip',
      'rubbish.zip!/good.gpx: 1 ok',
      'rubbish.zip: damaged-zip',
    ]);
    const reasons = await Promise.all(
      ['cut', 'empty', 'not', 'rubbish'].map(async (name) => {
        const last = (await found(join(root, `${name}.zip`))).at(-1);
        return last?.kind === 'refused' ? last.refusal.reason.replace(/ at byte \d+/, '') : null;
      }),
    );
    const absent =
      "The zip's list of contents cannot be read: it is not there; the file is cut short, or no zip. Nothing in it was opened.";
    assert.deepEqual(reasons, [
      absent,
      absent,
      absent,
      "The zip's list of contents cannot be read: where an entry should begin stands something else. The 1 entry that stands before it was looked at; others may be missing.",
    ]);
    const last = (await found(join(root, 'rubbish.zip'))).at(-1);
    assert.equal(last?.kind === 'refused' ? last.refusal.byteOffset : null, second);
  });
});
