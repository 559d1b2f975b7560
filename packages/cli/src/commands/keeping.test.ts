import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runCli } from '../testing/run-cli.ts';

const METRES_A_DEGREE = 111_195;
function gpx(day: number): string {
  const points = Array.from({ length: 61 }, (_, i) => {
    const time = new Date(Date.UTC(2026, 10, day, 8) + i * 10_000).toISOString();
    return `<trkpt lat="${51 + (i * 30) / METRES_A_DEGREE}" lon="0"><time>${time}</time></trkpt>`;
  });
  return `<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1"><trk><type>running</type><trkseg>${points.join('')}</trkseg></trk></gpx>`;
}

describe('kneewise keeps, gives back and undoes', () => {
  let root: string;
  let data: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), 'kneewise-cli-keeping-'));
    data = join(root, 'data');
    mkdirSync(join(root, 'runs'));
    writeFileSync(join(root, 'runs/one.gpx'), gpx(1));
    writeFileSync(join(root, 'runs/two.gpx'), gpx(2));
    writeFileSync(join(root, 'runs/broken.gpx'), '<gpx><trk></gpx>');
  });
  after(() => rmSync(root, { recursive: true, force: true }));
  const cli = (...args: string[]) => runCli(...args, '--data', data);

  it('a dry run says what an import would come to, and stores nothing', () => {
    const { code, out, err } = cli('import', '--dry-run', join(root, 'runs'));
    assert.match(
      out,
      /^It would come to: 2 added, 0 already there, 0 not runs \(kept\), 1 refused\. Nothing was stored\./,
    );
    assert.match(err, /refused .*broken\.gpx/);
    assert.equal(code, 3);
    assert.ok(!existsSync(data));
    cli('import', join(root, 'runs/one.gpx'));
    const { files } = JSON.parse(cli('import', '--dry-run', join(root, 'runs'), '--json').out) as {
      files: { path: string; outcome: string }[];
    };
    assert.deepEqual(
      files.map(({ outcome }) => outcome),
      ['refused', 'duplicate', 'added'],
    );
  });

  it('lists imports, undoes one by the beginning of its id, and importing again brings it back', () => {
    cli('import', join(root, 'runs'));
    const listed = cli('imports').out.split('\n');
    assert.match(listed[0] ?? '', /Begun.*what.*state.*added.*refused.*id/);
    assert.match(listed[1] ?? '', /done +1 +1 +0 +1 +0/);
    const id = listed[1]?.split(/\s+/).at(-1) ?? '';
    assert.match(cli('undo', id).out, /^Undone: .*1 activities and 2 files are gone; 0 stay/);
    assert.match(cli('undo', id).err, /was undone already/);
    assert.match(cli('import', join(root, 'runs')).out, /^1 added, 1 already there/);
  });

  it('shows, gives back, tries again and removes what was refused', () => {
    const list = cli('quarantine').out;
    const id = /^(\w{8}) +\S*broken\.gpx +16 bytes/m.exec(list)?.[1] ?? '';
    const given = join(root, 'given.gpx');
    assert.match(cli('quarantine', 'show', id, given).out, /Refused, because: /);
    assert.equal(readFileSync(given, 'utf8'), '<gpx><trk></gpx>');
    const retried = cli('quarantine', 'retry');
    assert.match(retried.out, /^0 of 1 could be read/);
    assert.match(retried.err, /still refused .*broken\.gpx/);
    assert.match(cli('quarantine', 'remove', id).out, /^1 removed/);
  });

  it('backs everything up into one file, and restores it elsewhere and over what is there', () => {
    const file = join(root, 'backup.zip');
    assert.match(cli('backup', file).out, /^Everything in .* is in .*backup\.zip/);
    assert.match(cli('backup', file).err, /is there already/);
    const elsewhere = join(root, 'elsewhere');
    assert.match(runCli('restore', file, '--data', elsewhere).out, /: 2 runs\.$/m);
    const refused = cli('restore', file);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /already holds a history.*--replace/);
    assert.equal(cli('restore', file, '--replace').code, 0);
    const folder = join(root, 'usb');
    mkdirSync(folder);
    assert.match(cli('backup', folder).out, /usb\/kneewise-backup-\d{4}-\d\d-\d\d\.zip/);
  });

  it('exports files, tables and what they mean into a folder', () => {
    const out = join(root, 'out');
    assert.match(cli('export', out).out, /^Exported to .*README\.md/);
    const rows = JSON.parse(readFileSync(join(out, 'tables/source.json'), 'utf8')) as {
      path: string;
      file: string;
    }[];
    assert.deepEqual(rows.map(({ path }) => path.split('/').at(-1) ?? '').sort(), ['one.gpx', 'two.gpx']);
    for (const { path, file } of rows) assert.deepEqual(readFileSync(join(out, file)), readFileSync(path));
  });

  it('watches a folder, says what it does, and ends in order on Ctrl-C', { timeout: 60_000 }, async () => {
    const folder = join(root, 'watched');
    mkdirSync(folder);
    writeFileSync(join(folder, 'three.gpx'), gpx(3));
    const main = fileURLToPath(new URL('../main.ts', import.meta.url));
    const child = spawn(process.execPath, [main, 'watch', folder, '--data', data]);
    let said = '';
    child.stdout.on('data', (bytes: Buffer) => (said += bytes.toString()));
    const exit = once(child, 'exit');
    while (!said.includes('1 added')) {
      assert.equal(child.exitCode, null, said);
      await sleep(50);
    }
    child.kill('SIGINT');
    child.kill('SIGINT');
    assert.deepEqual(await exit, [0, null]);
    assert.match(
      said,
      /Watching .*Ctrl-C ends it\.\n.* 1 file came; waiting until it is complete\.\n.* Importing 1 file\.\n.* 1 added, .*\n.* Ended\./,
    );
  });
});
