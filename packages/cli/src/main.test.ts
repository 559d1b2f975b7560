import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { known, missing, type Recording } from '@kneewise/engine';
import { writeActivity } from '@kneewise/formats/fit-writer';
import { runCli } from './testing/run-cli.ts';

const SHARED = fileURLToPath(new URL('../../../../shared/data/activities', import.meta.url));
const NEEDS_SHARED = 'needs ../shared/data/activities beside the project, which is absent';

/** An hour at 2.8 m/s and 166 steps a minute, as a watch would write it. */
function hourOfRunning(startAtMs: number, sport = 'running'): Uint8Array {
  const column = (at: (second: number) => number): Float64Array =>
    Float64Array.from({ length: 3601 }, (_, second) => at(second));
  const recording: Recording = {
    startAtMs,
    utcOffsetMin: 60,
    sport,
    subSport: null,
    name: null,
    device: 'test',
    distanceM: known(10_080),
    movingS: known(3600),
    elapsedS: 3600,
    ascentM: missing({ reason: 'not-recorded', what: 'ascent' }),
    descentM: missing({ reason: 'not-recorded', what: 'descent' }),
    pauses: [],
    track: {
      timeS: column((second) => second),
      distanceM: column((second) => 2.8 * second),
      speedMps: column(() => 2.8),
      cadenceSpm: column((second) => 166 + 2 * Math.sin(second / 60)),
    },
  };
  return writeActivity(recording);
}

describe('kneewise', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'kneewise-cli-'));
    writeFileSync(join(folder, 'run.fit'), hourOfRunning(Date.UTC(2026, 10, 10, 7)));
    writeFileSync(join(folder, 'again.fit'), hourOfRunning(Date.UTC(2026, 10, 10, 7)));
    writeFileSync(join(folder, 'ride.fit'), hourOfRunning(Date.UTC(2026, 10, 11, 7), 'cycling'));
    writeFileSync(
      join(folder, 'photo.fit'),
      Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    );
    writeFileSync(join(folder, '<img src=x onerror=alert(1)>.fit'), new Uint8Array(0));
    writeFileSync(join(folder, 'notes.txt'), 'passed over');
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('report names each file’s fate, keeps going past bad ones, and exits 3', () => {
    const { code, out, err } = runCli('report', folder, '--format', 'json');
    assert.equal(code, 3);
    const report = JSON.parse(out) as Record<string, { file: string; code: string }[]> & { schema: number };
    const names = (list: string): string[] =>
      (report[list] ?? []).map(({ file }) => file.split('/').at(-1) ?? '').sort();
    assert.equal(report.schema, 1);
    assert.deepEqual(names('runs'), ['again.fit']);
    assert.deepEqual(names('duplicates'), ['run.fit']);
    assert.deepEqual(names('other'), ['ride.fit']);
    assert.deepEqual(names('refused'), ['<img src=x onerror=alert(1)>.fit', 'photo.fit']);
    assert.deepEqual((report['refused'] ?? []).map((refused) => refused.code).sort(), [
      'empty-file',
      'not-fit',
    ]);
    assert.match(err, /refused .*photo\.fit: This is no FIT file/);
  });

  it('report as a page holds no script, no outside address, and no markup out of a file’s name', () => {
    const page = join(folder, 'report.html');
    runCli('report', folder, '--format', 'html', '--out', page);
    const html = readFileSync(page, 'utf8');
    assert.doesNotMatch(html, /<script|<img|https?:\/\/|onerror=alert\(1\)>\.fit/);
    assert.match(html, /&lt;img src=x onerror=alert\(1\)&gt;\.fit/);
    assert.match(html, /Content-Security-Policy/);
  });

  it('report speaks as of the day after the last run, and of the day it is asked for', () => {
    const date = (...more: string[]): unknown =>
      (
        JSON.parse(runCli('report', join(folder, 'run.fit'), '--format', 'json', ...more).out) as {
          asOf: unknown;
        }
      ).asOf;
    assert.deepEqual(date(), { date: '2026-11-11', because: 'day-after-last-run' });
    assert.deepEqual(date('--date', '2026-11-20'), { date: '2026-11-20', because: 'asked' });
  });

  it('exits 2 on wrong usage and says what is allowed', () => {
    for (const [args, words] of [
      [
        ['report', folder, '--date', '2026-02-30'],
        /must be a day, YYYY-MM-DD, from 1970-01-01 on, got 2026-02-30/,
      ],
      [['report', folder, '--format', 'docx'], /Allowed choices are text, json, html/],
      [['knee-load', '--speed', '0'], /must be from 1\.5 to 7/],
      [['knee-load', '--speed', '3', '--cadence', '400'], /must be from 130 to 240/],
      [['no-such-command'], /there is no command no-such-command/],
      [['report', join(folder, 'run.fit'), '--onset', '2027-01-01'], /--onset must not lie after 2026-11-11/],
      [['report', folder, '--date', '0000-01-01'], /from 1970-01-01 on/],
      [['checkin', '--pain', '2', '--data', join(folder, 'empty')], /say which knee/],
      [['checkin', '--pain', '11'], /whole number from 0 to 10/],
    ] as const) {
      const { code, err } = runCli(...args);
      assert.equal(code, 2, args.join(' '));
      assert.match(err, words);
    }
  });

  it('knee-load at 3.5 m/s and 171.5 steps a minute lies where the laboratory found it', () => {
    const load = JSON.parse(
      runCli('knee-load', '--speed', '3.5', '--cadence', '171.5', '--json').out,
    ) as Record<string, number>;
    assert.equal(load['schema'], 1);
    assert.ok((load['peakForceBw'] ?? 0) >= 6 && (load['peakForceBw'] ?? 9) <= 6.7);
    assert.ok((load['impulsePerStepBws'] ?? 0) >= 0.5 && (load['impulsePerStepBws'] ?? 9) <= 0.62);
  });

  it('imports once, remembers a check-in, and answers today from both', () => {
    const data = join(folder, 'data');
    const first = runCli('import', join(folder, 'run.fit'), join(folder, 'ride.fit'), '--data', data);
    assert.equal(first.code, 0, first.err);
    assert.match(first.out, /^1 added, 0 already there, 1 not runs \(kept\), 0 refused/);
    assert.match(runCli('import', join(folder, 'run.fit'), '--data', data).out, /^0 added, 1 already there/);
    const runs = JSON.parse(runCli('runs', '--data', data, '--json').out) as {
      runs: { distanceM: number }[];
    };
    assert.deepEqual(
      runs.runs.map(({ distanceM }) => distanceM),
      [10_080],
    );
    assert.match(
      runCli('checkin', '--pain', '3', '--when', 'during', '--side', 'right', '--data', data).out,
      /right knee, 3\/10, during/,
    );
    const eased = runCli(
      'checkin',
      '--pain',
      '2',
      '--when',
      'during',
      '--side',
      'right',
      '--eased',
      '--data',
      data,
      '--json',
    );
    assert.equal((JSON.parse(eased.out) as { eased: boolean }).eased, true);
    const today = JSON.parse(runCli('today', '--date', '2026-11-12', '--data', data, '--json').out) as {
      action: string;
      questions: unknown[];
    };
    assert.equal(today.action, 'ask-first');
    assert.ok(today.questions.length > 0);
  });

  it('finds the month of a real runner: 34 runs, cadence where it was recorded and null where not', (t) => {
    if (!existsSync(SHARED)) return t.skip(NEEDS_SHARED);
    const { code, out } = runCli('report', join(SHARED, 'trackeR'), '--format', 'json');
    const report = JSON.parse(out) as {
      runs: { file: string; cadenceSpm: number | null }[];
      refused: unknown[];
      audit: { spikes: unknown[] };
    };
    assert.equal(code, 0);
    assert.equal(report.runs.length, 34);
    assert.equal(report.refused.length, 0);
    assert.equal(report.audit.spikes.length, 34);
    const first = report.runs.find(({ file }) => file.endsWith('2013-06-01-183220.TCX.gz'));
    assert.ok(Math.abs((first?.cadenceSpm ?? 0) - 178) <= 1);
    assert.equal(report.runs.filter(({ cadenceSpm }) => cadenceSpm === null).length, 2);
  });
});
