/**
 * Reference: every real FIT file beside the project, read by us and by @garmin/fitsdk 21.217.0.
 * Where the SDK reads without error, distance agrees within 0.5 %, timer time within 2 s and cadence within one step.
 */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { Decoder, Stream } from '@garmin/fitsdk';
import { median, RUNNING_FROM_SPM, valueOrNull } from '@kneewise/engine';
import { NEEDS_SHARED, sharedActivities } from '../testing/shared-data.ts';
import { readFit } from './read-fit.ts';

/** Files that the SDK does not read to the end, and what we make of them. */
const SDK_FAILS: Readonly<Record<string, string>> = {
  'fitdecode/antfs-dump.63.fit':
    'the SDK wants a full timestamp before compressed ones; the watch never knew UTC',
  'fitdecode/compressed-speed-distance.fit': 'the same watch',
  'fitdecode/invalid/activity-activity-filecrc.fit':
    'the second of the chain has a wrong checksum; we warn and read it',
  'fitdecode/invalid/activity-filecrc.fit': 'wrong checksum; we warn and read it',
  'fitdecode/invalid/activity-settings-corruptheader.fit':
    'what follows the activity is no FIT file; the activity stands',
  'fitdecode/invalid/activity-settings-nodata.fit':
    'what follows the activity is cut off; the activity stands',
  'fitdecode/invalid/activity-unexpected-eof.fit': 'cut off; what came before stands',
  'muktihari-fit/from_garmin_forums/triathlon_summary_first.fit':
    'the SDK fails on a component without a value',
  'muktihari-fit/from_garmin_forums/triathlon_summary_last.fit': 'the same day, the other way round',
  'python-fitparse/nick.fit': 'the recorder ended without its last message; what came before stands',
  'python-fitparse/strava-android-app-201.10-b1218918.fit':
    'bytes were lost in 17 places; the records between them stand',
  'sports-lib/broken/empty-activities.fit': 'never closed by the recorder; read to its end',
  'sports-lib/broken/empty-sessions.fit': '0 bytes; refused',
};
/** Files without a session message, where the SDK has no total to compare: ours comes from laps and records. */
const NO_SESSION: ReadonlySet<string> = new Set([
  'garmin-sdk/WithGearChangeData.fit',
  'muktihari-fit/from_official_sdk/WithGearChangeData.fit',
  'muktihari-fit/from_official_sdk/activity_truncated.fit',
  'muktihari-fit/valid_only_contain_fileid.fit',
]);
/** Files in which something is odd, and the codes that say so; every other file is read without a remark. */
const ODD: Readonly<Record<string, readonly string[]>> = {
  'fitdecode/activity-large-fenxi2-multisport.fit': ['time-backwards'],
  'fitdecode/antfs-dump.63.fit': ['local-time-only'],
  'fitdecode/compressed-speed-distance.fit': ['local-time-only'],
  'fitdecode/invalid/activity-activity-filecrc.fit': ['bad-crc'],
  'fitdecode/invalid/activity-filecrc.fit': ['bad-crc'],
  'fitdecode/invalid/activity-settings-corruptheader.fit': ['trailing-bytes'],
  'fitdecode/invalid/activity-settings-nodata.fit': ['truncated'],
  'fitdecode/invalid/activity-unexpected-eof.fit': ['truncated'],
  'garmin-sdk/WithGearChangeData.fit': ['no-summary'],
  'muktihari-fit/TestEncode.fit': ['no-summary'],
  'muktihari-fit/from_official_sdk/WithGearChangeData.fit': ['no-summary'],
  'muktihari-fit/from_official_sdk/activity_truncated.fit': ['no-summary'],
  'muktihari-fit/valid_only_contain_fileid.fit': ['no-summary'],
  'python-fitparse/nick.fit': ['bad-crc', 'truncated', 'no-summary'],
  'python-fitparse/strava-android-app-201.10-b1218918.fit': ['truncated', 'damaged'],
  'sports-lib/broken/27-days-activity.fit': ['long-gap'],
  'sports-lib/broken/31-days-activity.fit': ['long-gap'],
  'sports-lib/broken/empty-activities.fit': ['not-closed', 'truncated', 'no-summary'],
};
/** Files whose heart rate a strap kept by itself; the SDK weighs the beats of a second a little differently. */
const STRAPS: readonly string[] = [
  'fitdecode/event_timestamp.fit',
  'garmin-sdk/HrmPluginTestActivity.fit',
  'muktihari-fit/from_official_sdk/activity_poolswim_with_hr.fit',
];
const STRAP_MEAN_BPM = 1;
/** A session that says "generic" states no sport: we say unknown. */
const asOurSport = (sport: unknown): string =>
  sport === 'generic'
    ? 'unknown'
    : String(sport).replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

interface SdkFile {
  readonly sessions: readonly Record<string, unknown>[];
  readonly cadences: readonly number[];
}

function readWithSdk(bytes: Uint8Array): SdkFile | null {
  try {
    const { messages, errors } = new Decoder(Stream.fromBuffer(Buffer.from(bytes))).read();
    if (errors.length > 0) return null;
    const sessions = (messages.sessionMesgs ?? []) as Record<string, unknown>[];
    const records = (messages.recordMesgs ?? []) as Record<string, unknown>[];
    return {
      sessions: sessions.toSorted((a, b) => Number(a['startTime']) - Number(b['startTime'])),
      cadences: records.map(
        (record) => 2 * (Number(record['cadence'] ?? Number.NaN) + Number(record['fractionalCadence'] ?? 0)),
      ),
    };
  } catch {
    return null;
  }
}

function runningMedian(cadences: Iterable<number>): number {
  const running = [...cadences].filter((spm) => spm >= RUNNING_FROM_SPM);
  return running.length === 0 ? Number.NaN : median(running);
}

const folder = sharedActivities();
const files =
  folder === null
    ? []
    : globSync('**/*.{fit,FIT}', { cwd: folder })
        .map((path) => relative(folder, join(folder, path)))
        .sort();

describe('real FIT files', () => {
  it('are each an activity or a refusal with a reason', (t) => {
    if (folder === null) return t.skip(NEEDS_SHARED);
    assert.ok(files.length >= 85, `found ${files.length}`);
    for (const path of files) {
      const read = readFit(readFileSync(join(folder, path)));
      if (read.ok) assert.ok(read.activities.length > 0, path);
      else assert.match(read.refusal.reason, /^[A-Z].*\.$/, path);
    }
  });

  it('are read without a remark, or with one that says what is odd', (t) => {
    if (folder === null) return t.skip(NEEDS_SHARED);
    for (const path of files) {
      const read = readFit(readFileSync(join(folder, path)));
      if (!read.ok) continue;
      const codes = new Set(read.activities.flatMap(({ warnings }) => warnings.map(({ code }) => code)));
      assert.deepEqual([...codes], ODD[path] ?? [], path);
    }
  });

  it(`have a strap’s own heart rate within ${STRAP_MEAN_BPM}/min of the official SDK on average, in every record`, (t) => {
    if (folder === null) return t.skip(NEEDS_SHARED);
    for (const path of STRAPS) {
      const bytes = readFileSync(join(folder, path));
      const { messages } = new Decoder(Stream.fromBuffer(bytes)).read();
      const read = readFit(bytes);
      assert.ok(read.ok);
      const recording = read.activities[0]?.recording;
      assert.ok(recording !== undefined);
      const { timeS, heartRateBpm = new Float64Array(0) } = recording.track;
      const ours = new Map(
        [...timeS].map((second, row) => [recording.startAtMs + second * 1000, heartRateBpm[row]]),
      );
      const differences = (messages.recordMesgs ?? []).map((record) =>
        Math.abs(
          Number(record['heartRate']) - (ours.get((record['timestamp'] as Date).getTime()) ?? Number.NaN),
        ),
      );
      const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length;
      assert.ok(mean <= STRAP_MEAN_BPM, `${path}: ${mean}`);
    }
  });

  for (const path of files)
    it(`${path} agrees with the official SDK`, () => {
      const bytes = readFileSync(join(folder ?? '', path));
      const theirs = readWithSdk(bytes);
      const ours = readFit(bytes);
      if (theirs === null || bytes.length === 0) {
        assert.ok(path in SDK_FAILS, `${path}: the SDK fails on it, which is not explained yet`);
        assert.equal(ours.ok, bytes.length > 0);
        return;
      }
      assert.ok(!(path in SDK_FAILS), 'the SDK reads it now');
      if (!ours.ok) {
        assert.equal(theirs.sessions.length, 0, 'what we refuse holds no session');
        return;
      }
      if (NO_SESSION.has(path)) {
        assert.equal(theirs.sessions.length, 0);
        assert.ok(
          ours.activities.every(({ warnings }) => warnings.some(({ code }) => code === 'no-summary')),
        );
        return;
      }
      assert.equal(ours.activities.length, theirs.sessions.length);
      for (const [index, { recording }] of ours.activities.entries()) {
        const session: Record<string, unknown> = theirs.sessions[index] ?? {};
        const distance = session['totalDistance'];
        if (typeof distance === 'number')
          assert.ok(
            Math.abs((valueOrNull(recording.distanceM) ?? Number.NaN) - distance) <= 0.005 * distance,
            'distance',
          );
        const timer = session['totalTimerTime'];
        if (typeof timer === 'number')
          assert.ok(Math.abs((valueOrNull(recording.movingS) ?? Number.NaN) - timer) <= 2, 'timer time');
        if (session['sport'] !== undefined) assert.equal(recording.sport, asOurSport(session['sport']));
      }
      const [only, ...more] = ours.activities;
      if (more.length > 0 || only?.recording.sport !== 'running') return;
      const [our, their] = [
        runningMedian(only.recording.track.cadenceSpm ?? []),
        runningMedian(theirs.cadences),
      ];
      assert.ok(
        Number.isNaN(their) ? Number.isNaN(our) : Math.abs(our - their) <= 1,
        `cadence ${our}, theirs ${their}`,
      );
    });
});
