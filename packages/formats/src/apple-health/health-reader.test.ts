import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { channelsOf, known, missing, type Recording } from '@kneewise/engine';
import { readBytes } from '../read/read-source.ts';
import type { ReadActivity } from '../read-result.ts';
import {
  HEALTH_START_MS,
  healthRecord,
  healthTime,
  healthWorkout,
  healthXmlText,
  type RecordOf,
  WATCH,
} from '../testing/health-export.ts';
import { NEEDS_SHARED, sharedActivities } from '../testing/shared-data.ts';

function read(...parts: readonly string[]): readonly ReadActivity[] {
  const result = readBytes(Buffer.from(healthXmlText(...parts)), 'Exportación.xml');
  assert.ok(result.ok, JSON.stringify(result));
  return result.activities;
}
function only(...parts: readonly string[]): Recording {
  const [first, ...others] = read(...parts);
  assert.equal(others.length, 0);
  return first?.recording ?? assert.fail();
}
const refusedWith = (text: string): string => {
  const result = readBytes(Buffer.from(text), 'export.xml');
  return result.ok ? 'read' : result.refusal.code;
};
const notRecorded = (what: string) => missing({ reason: 'not-recorded', what });
/** A reading every `step` seconds over the first minute. */
const minute = (type: string, unit: string, value: number, step = 2, more: Partial<RecordOf> = {}): string =>
  Array.from({ length: 60 / step }, (_, i) =>
    healthRecord({ type, unit, value, fromS: i * step, toS: (i + 1) * step, ...more }),
  ).join('');

describe('a workout of Apple Health', () => {
  for (const old of [true, false]) {
    it(`is read with time, offset, distance and device from ${old ? 'attributes of an old export' : 'statistics of a new one'}`, () => {
      const run = only(healthWorkout({ old, durationMin: 28.5, distance: [3.1068559611867, 'mi'] }));
      assert.deepEqual(
        [run.startAtMs, run.utcOffsetMin, run.sport, run.elapsedS, run.movingS],
        [HEALTH_START_MS, 120, 'running', 1800, known(28.5 * 60)],
      );
      assert.ok(run.distanceM.known && Math.abs(run.distanceM.value - 5000) < 0.01);
      assert.deepEqual(
        [run.device, run.track.timeS.length, run.listed],
        ['Apple Watch Watch6,10', 0, { file: null }],
      );
    });
  }
  it('takes the zone it was run in before that of the phone, and knows summer time', () => {
    const zone = (name: string): string => `  <MetadataEntry key="HKTimeZone" value="${name}"/>\n`;
    const offsets = ['America/Los_Angeles', 'Asia/Kolkata', 'Atlantis/Nowhere'].map(
      (name) => only(healthWorkout({ inside: zone(name) })).utcOffsetMin,
    );
    assert.deepEqual(offsets, [-420, 330, 120]);
    assert.equal(
      only(healthWorkout({ fromS: -150 * 86_400, toS: -150 * 86_400 + 60, inside: zone('Europe/Berlin') }))
        .utcOffsetMin,
      60,
    );
  });
  it('says where it was indoors, how much it climbed, and which file holds its route', () => {
    const inside =
      '  <MetadataEntry key="HKIndoorWorkout" value="1"/>\n  <MetadataEntry key="HKElevationAscended" value="4523 cm"/>\n';
    const run = only(healthWorkout({ inside, route: 'route_2024-05-01_8.00am.gpx' }));
    assert.deepEqual(
      [run.subSport, run.ascentM, run.listed],
      ['indoor_running', known(4523 * 0.01), { file: 'route_2024-05-01_8.00am.gpx' }],
    );
  });
  it('has the pauses of its events, and one that was never ended lasts to its end', () => {
    const event = (type: string, s: number): string =>
      `  <WorkoutEvent type="HKWorkoutEventType${type}" date="${healthTime(s)}"/>\n`;
    const run = only(
      healthWorkout({
        inside: event('Pause', 60) + event('Resume', 90) + event('Lap', 100) + event('MotionPaused', 1700),
      }),
    );
    assert.deepEqual(run.pauses, [
      { fromS: 60, toS: 90 },
      { fromS: 1700, toS: 1800 },
    ]);
  });
  it('of several sports gives each leg, with its own distance', () => {
    const leg = (type: string, from: number, to: number, km: number): string =>
      `  <WorkoutActivity uuid="x" workoutActivityType="HKWorkoutActivityType${type}" startDate="${healthTime(from)}" endDate="${healthTime(to)}" duration="${(to - from) / 60}" durationUnit="min">\n   <WorkoutStatistics type="HKQuantityTypeIdentifierDistance${type === 'Running' ? 'WalkingRunning' : type}" sum="${km}" unit="km"/>\n  </WorkoutActivity>\n`;
    const all = read(
      healthWorkout({
        type: 'SwimBikeRun',
        toS: 5000,
        inside: leg('Swimming', 0, 1000, 1) + leg('Cycling', 1000, 3000, 20) + leg('Running', 3000, 5000, 6),
      }),
    );
    assert.deepEqual(
      all.map(({ recording: { sport, distanceM, elapsedS } }) => [sport, distanceM, elapsedS]),
      [
        ['swimming', known(1000), 1000],
        ['cycling', known(20_000), 2000],
        ['running', known(6000), 2000],
      ],
    );
  });
  it('of one sport, or of legs of the same one, is one', () => {
    const leg =
      '  <WorkoutActivity workoutActivityType="HKWorkoutActivityTypeRunning" startDate="x" endDate="y"/>\n';
    assert.deepEqual(only(healthWorkout({ inside: leg })).distanceM, known(5000));
    assert.deepEqual(only(healthWorkout({ inside: leg + leg })).distanceM, known(5000));
  });
  it('of another kind keeps its name, and is no run', () => {
    const kinds = [
      'Cycling',
      'Walking',
      'TraditionalStrengthTraining',
      'MartialArts',
      'WheelchairRunPace',
      'Other',
    ];
    assert.deepEqual(
      kinds.map((type) => only(healthWorkout({ type })).sport),
      ['cycling', 'walking', 'training', 'martial_arts', 'wheelchair_run_pace', 'unknown'],
    );
  });
  it('says nothing of a distance of 0 or in a unit that is none', () => {
    for (const distance of [
      [0, 'km'],
      [5, 'kcal'],
    ] as const)
      assert.deepEqual(only(healthWorkout({ distance })).distanceM, notRecorded('distance'));
  });
});

describe("a watch's readings", () => {
  it('are placed onto the time of the workout, in our units', () => {
    const { track } = only(
      minute('RunningSpeed', 'km/hr', 10.8),
      minute('RunningStrideLength', 'm', 1.08),
      minute('RunningGroundContactTime', 'ms', 251),
      minute('RunningVerticalOscillation', 'cm', 8.7),
      minute('RunningPower', 'W', 240),
      healthWorkout(),
    );
    assert.deepEqual(channelsOf(track), [
      'speedMps',
      'cadenceSpm',
      'contactMs',
      'oscillationMm',
      'stepLengthM',
      'powerW',
    ]);
    assert.equal(track.timeS.length, 60);
    const at30 = channelsOf(track).map((channel) => Math.round((track[channel]?.[30] ?? 0) * 100) / 100);
    assert.deepEqual(at30, [3, 166.67, 251, 87, 1.08, 240]);
  });
  it('count where they stand inside it, to the second, and nowhere else', () => {
    const beat = (fromS: number): string =>
      healthRecord({ type: 'HeartRate', unit: 'count/min', fromS, value: 100 + fromS });
    const { track } = only(...[-1, 0, 1799, 1800, 1801].map(beat), healthWorkout());
    assert.deepEqual([...track.timeS], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1799, 1800]);
    assert.deepEqual(
      [track.heartRateBpm?.[0], track.heartRateBpm?.at(-2), track.heartRateBpm?.at(-1)],
      [100, 1899, 1900],
    );
  });
  it('of the heart stand until the next one, ten seconds at most', () => {
    const beat = (fromS: number): string =>
      healthRecord({ type: 'HeartRate', unit: 'count/min', fromS, value: 100 + fromS });
    const { track } = only(beat(0), beat(4), beat(30), healthWorkout());
    assert.deepEqual(
      [...track.timeS],
      [
        0,
        1,
        2,
        3,
        ...Array.from({ length: 10 }, (_, i) => 4 + i),
        ...Array.from({ length: 10 }, (_, i) => 30 + i),
      ],
    );
    assert.deepEqual([track.heartRateBpm?.[3], track.heartRateBpm?.[4]], [100, 104]);
  });
  it('give a cadence from counted steps of up to a minute where there is no speed, both feet', () => {
    const steps = (toS: number): string =>
      healthRecord({ type: 'StepCount', unit: 'count', fromS: 0, toS, value: 2.8 * toS });
    assert.equal(only(steps(60), healthWorkout()).track.cadenceSpm?.[10]?.toFixed(3), '168.000');
    assert.equal(only(steps(61), healthWorkout()).track.cadenceSpm, undefined);
  });
  it("are the workout's own source's, though a phone counted too", () => {
    const { track } = only(
      minute('RunningSpeed', 'm/s', 9, 1, { source: 'iPhone' }),
      minute('RunningSpeed', 'm/s', 3, 2, { source: WATCH }),
      healthWorkout(),
    );
    assert.ok(track.speedMps?.every((speed) => speed === 3));
    const phone = only(
      minute('RunningSpeed', 'm/s', 9, 1, { source: 'iPhone' }),
      minute('RunningSpeed', 'm/s', 8, 2, { source: 'Pod' }),
      healthWorkout(),
    );
    assert.ok(phone.track.speedMps?.every((speed) => speed === 9));
  });
  it('of distance add up along the run, and are left out where they are not the workout’s', () => {
    const walked = minute('DistanceWalkingRunning', 'km', 0.006);
    const { track } = only(walked, healthWorkout({ distance: [0.18, 'km'] }));
    assert.deepEqual(
      [track.distanceM?.[0], track.distanceM?.[1], track.distanceM?.at(-1)].map((m) => m?.toFixed(3)),
      ['0.000', '3.000', '180.000'],
    );
    assert.equal(only(walked, healthWorkout({ distance: [5, 'km'] })).track.distanceM, undefined);
  });
  it('inside a correlation, without a time, in another unit or below 0 are none', () => {
    const inside = `<Correlation type="x">${minute('RunningPower', 'W', 240)}</Correlation>`;
    const odd =
      healthRecord({ type: 'RunningPower', unit: 'kcal', fromS: 0, toS: 9, value: 1 }) +
      healthRecord({ type: 'RunningPower', unit: 'W', fromS: 0, toS: 9, value: -1 }) +
      '<Record type="HKQuantityTypeIdentifierRunningPower" unit="W" value="3"/>';
    assert.equal(only(inside, odd, healthWorkout()).track.timeS.length, 0);
  });
  it('that belong to two workouts of one run count in both', () => {
    const [watch, app] = read(
      minute('RunningPower', 'W', 240),
      healthWorkout(),
      healthWorkout({ fromS: 30, source: 'App' }),
    );
    assert.deepEqual([watch?.recording.track.timeS.length, app?.recording.track.timeS.length], [60, 30]);
  });
  it('are placed though the workouts stand before them', () => {
    assert.equal(only(healthWorkout(), minute('RunningPower', 'W', 240)).track.timeS.length, 60);
  });
  it('stand beside positions that an old export lists inside the workout', () => {
    const place = (s: number): string =>
      `<Location date="${healthTime(s)}" latitude="${50 + s / 1e5}" longitude="7" altitude="100" speed="1.1"/>`;
    const { track } = only(
      minute('HeartRate', 'count/min', 150),
      healthWorkout({ inside: `<WorkoutRoute>${[0, 1, 2].map(place).join('')}</WorkoutRoute>` }),
    );
    assert.deepEqual([track.latDeg?.[2], track.heartRateBpm?.[2], track.speedMps?.[2]], [50.00002, 150, 1.1]);
  });
});

describe('an export of Apple Health', () => {
  it('without a workout, or the copy for clinics, is refused with a word of what to do', () => {
    assert.equal(refusedWith(healthXmlText(minute('HeartRate', 'count/min', 60))), 'no-activity');
    const clinical = readBytes(
      Buffer.from('<?xml version="1.0"?><ClinicalDocument xmlns="urn:hl7-org:v3"><id/></ClinicalDocument>'),
      'export_cda.xml',
    );
    assert.ok(
      !clinical.ok &&
        clinical.refusal.code === 'clinical-copy' &&
        /export\.xml/.test(clinical.refusal.reason),
    );
  });
  it('that breaks off keeps the workouts before the break', () => {
    const text = healthXmlText(healthWorkout(), healthWorkout({ fromS: 90_000, toS: 91_000 }));
    const result = readBytes(Buffer.from(text.slice(0, -300)), 'export.xml');
    assert.ok(
      result.ok &&
        result.activities.length === 1 &&
        result.activities[0]?.warnings.some(({ code }) => code === 'truncated'),
    );
  });
  it('that declares entities is refused: bombs are made of them', () => {
    assert.equal(
      refusedWith(
        '<!DOCTYPE HealthData [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><HealthData>&b;</HealthData>',
      ),
      'xml-doctype',
    );
  });
  it('is read from two real samples, the runs as they are', (t) => {
    const shared = sharedActivities();
    if (shared === null) return t.skip(NEEDS_SHARED);
    for (const [path, samples] of [
      ['apple-health/export.xml', 2],
      ['apple-health/apple_health_export/export.xml', 0],
    ] as const) {
      const result = readBytes(new Uint8Array(readFileSync(join(shared, path))), path);
      assert.ok(result.ok, JSON.stringify(result));
      const { recording } = result.activities[0] ?? assert.fail();
      assert.deepEqual(
        [recording.sport, recording.elapsedS, recording.utcOffsetMin, recording.track.timeS.length],
        ['running', 311, -480, samples],
        path,
      );
      assert.ok(recording.distanceM.known && Math.abs(recording.distanceM.value - 800.12) < 0.1);
    }
    return undefined;
  });
});
