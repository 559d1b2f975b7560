import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { channelsOf, type Recording, valueOrNull } from '@kneewise/engine';
import type { ReadActivity } from '../read-result.ts';
import { enumOf, FILE_ID, fitFile, message, NOON, session, u16, u32, u8 } from '../testing/fit-file.ts';
import { NEEDS_SHARED, sharedActivities } from '../testing/shared-data.ts';
import { readFit } from './read-fit.ts';

const DAY_S = 86_400;
const record = (second: number, ...fields: Parameters<typeof message>[1]): number[] =>
  message(20, [u32(253, NOON + second), ...fields]);
function read(bytes: Uint8Array): readonly ReadActivity[] {
  const result = readFit(bytes);
  assert.ok(result.ok, result.ok ? '' : result.refusal.code);
  return result.activities;
}
const codes = (activities: readonly ReadActivity[]): string[] =>
  activities.flatMap(({ warnings }) => warnings.map(({ code }) => code));

const PLACE = ['latDeg', 'lonDeg'];
const BASIC = ['distanceM', 'speedMps', 'altitudeM', 'cadenceSpm', 'heartRateBpm'];

/** What real files hold: the recorder, its run, the channels. Counted with other programs where they can (`official-sdk.test.ts`). */
const REAL: readonly (readonly [
  what: string,
  path: string,
  device: string,
  subSport: string | null,
  metres: number | null,
  channels: readonly string[],
])[] = [
  [
    'Garmin with dynamics and power',
    'sports-lib/fit/6782987395.fit',
    'Garmin Forerunner 945',
    null,
    14_005,
    [...BASIC, 'contactMs', 'oscillationMm', 'powerW', ...PLACE],
  ],
  [
    'Garmin on a treadmill, no GPS',
    'sports-lib/fit/6860622783.fit',
    'Garmin Forerunner 945',
    'treadmill',
    10_630,
    [
      'distanceM',
      'speedMps',
      'cadenceSpm',
      'heartRateBpm',
      'contactMs',
      'oscillationMm',
      'stepLengthM',
      'balancePct',
      'powerW',
    ],
  ],
  [
    'Garmin on the wrist',
    'sports-lib/fit/2067489619.fit',
    'Garmin Vivoactive HR',
    null,
    4489,
    [...BASIC, ...PLACE],
  ],
  [
    'Suunto with power',
    'sports-lib/fit/6909950168.fit',
    'Suunto 9 Baro',
    'trail',
    6458,
    [...BASIC, 'powerW', ...PLACE],
  ],
  [
    'Suunto without heart rate',
    'sports-lib/fit/6914448270.fit',
    'Suunto 9',
    null,
    49_897,
    ['distanceM', 'speedMps', 'altitudeM', 'cadenceSpm', ...PLACE],
  ],
  [
    'COROS, whose 0 for contact, oscillation and power means absent',
    'sports-lib/fit/6916728382.fit',
    'COROS APEX Pro',
    null,
    21_524,
    [...BASIC, 'stepLengthM', ...PLACE],
  ],
  [
    'Stryd, all of it in developer fields',
    'fitdecode/developer-types-sample.fit',
    'Stryd',
    null,
    6754,
    [...BASIC, 'contactMs', 'oscillationMm', 'powerW', ...PLACE],
  ],
  [
    'an old watch with compressed speed and distance from a foot pod',
    'fitdecode/compressed-speed-distance.fit',
    'Garmin Forerunner 70',
    null,
    10_249,
    ['distanceM', 'speedMps', 'cadenceSpm', 'heartRateBpm'],
  ],
  [
    'an old watch that knew only heart rate',
    'fitdecode/antfs-dump.63.fit',
    'Garmin Forerunner 70',
    null,
    null,
    ['heartRateBpm'],
  ],
];

describe('a run recorded by', () => {
  for (const [what, path, device, subSport, metres, channels] of REAL) {
    it(`${what} has its distance and exactly the channels that were recorded`, (t) => {
      const shared = sharedActivities();
      if (shared === null) return t.skip(NEEDS_SHARED);
      const [activity, ...others] = read(new Uint8Array(readFileSync(join(shared, path))));
      const recording: Recording = activity?.recording ?? assert.fail();
      const distanceM = valueOrNull(recording.distanceM);
      assert.deepEqual(
        [others.length, recording.device, recording.sport, recording.subSport],
        [0, device, 'running', subSport],
      );
      assert.equal(distanceM === null ? null : Math.round(distanceM), metres);
      assert.deepEqual(channelsOf(recording.track), channels);
      return undefined;
    });
  }
  it('a watch in a triathlon is the run leg alone', (t) => {
    const shared = sharedActivities();
    if (shared === null) return t.skip(NEEDS_SHARED);
    const legs = read(
      new Uint8Array(readFileSync(join(shared, 'python-fitparse/sample_mulitple_header.fit'))),
    );
    assert.deepEqual(
      legs.map(({ recording }) => recording.sport),
      ['swimming', 'transition', 'cycling', 'transition', 'running'],
    );
    const run = legs[4]?.recording;
    assert.equal(Math.round(valueOrNull(run?.distanceM ?? assert.fail()) ?? 0), 9806);
    return undefined;
  });
  it('a watch that lay in a drawer for a month says so and keeps its timer time', (t) => {
    const shared = sharedActivities();
    if (shared === null) return t.skip(NEEDS_SHARED);
    const activities = read(
      new Uint8Array(readFileSync(join(shared, 'sports-lib/broken/31-days-activity.fit'))),
    );
    assert.deepEqual(codes(activities), ['long-gap']);
    const { elapsedS, movingS } = activities[0]?.recording ?? assert.fail();
    assert.deepEqual([Math.round(elapsedS / DAY_S), Math.round(valueOrNull(movingS) ?? 0)], [30, 1477]);
    return undefined;
  });
});

describe('records of a run', () => {
  it('without a position, from a foot pod on a treadmill, are a track without a place', () => {
    const [activity] = read(
      fitFile(
        FILE_ID,
        ...[0, 1, 2].map((s) => record(s, u32(5, 300 * s), u16(6, 3000), u8(4, 84))),
        session(enumOf(6, 1)),
      ),
    );
    const { subSport, track } = activity?.recording ?? assert.fail();
    assert.deepEqual([subSport, channelsOf(track)], ['treadmill', ['distanceM', 'speedMps', 'cadenceSpm']]);
    assert.deepEqual([...(track.cadenceSpm ?? [])], [168, 168, 168]);
  });
  it('31 days apart are one activity with a warning, and nothing between them is made up', () => {
    const activities = read(fitFile(FILE_ID, ...[0, 1, 31 * DAY_S].map((s) => record(s, u32(5, 300)))));
    assert.ok(codes(activities).includes('long-gap'));
    assert.deepEqual([...(activities[0]?.recording.track.timeS ?? [])], [0, 1, 31 * DAY_S]);
  });
  it('of a clock that is a century ahead keep their time, with a warning: nothing is repaired', () => {
    const wrong = message(20, [u32(253, 0x10_00_00_00 + 105 * 365 * DAY_S), u32(5, 300)]);
    const activities = read(fitFile(FILE_ID, wrong));
    assert.deepEqual(
      codes(activities).filter((code) => code === 'clock-implausible'),
      ['clock-implausible'],
    );
    const year = new Date(activities[0]?.recording.startAtMs ?? 0).getUTCFullYear();
    assert.ok(year >= 2100, `${year}`);
  });
});
