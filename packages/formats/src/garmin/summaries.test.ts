import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known, missing } from '@kneewise/engine';
import { readBytes } from '../read/read-source.ts';
import { garminSummary, summariesJson } from '../testing/garmin-archive.ts';

const AT = Date.UTC(2025, 7, 25, 14, 15, 30);
const NAME = 'DI_CONNECT/DI-Connect-Fitness/someone@example.org_0_summarizedActivities.json';
function read(text: string) {
  const result = readBytes(Buffer.from(text), NAME);
  assert.ok(result.ok, JSON.stringify(result));
  return result.activities;
}
const refusedWith = (text: string): string => {
  const result = readBytes(Buffer.from(text), NAME);
  return result.ok ? 'read' : result.refusal.code;
};

describe("Garmin's summarizedActivities.json", () => {
  it('reads centimetres and milliseconds, the local offset and the kind of run', () => {
    const [activity] = read(
      summariesJson([
        garminSummary({
          atMs: AT,
          offsetMin: 120,
          activityType: 'trail_running',
          elapsedS: 3100,
          timerS: 3032.5,
          distanceM: 9385.2,
          ascentM: 150,
          name: 'Isar',
        }),
      ]),
    );
    const { recording, warnings } = activity ?? assert.fail();
    assert.deepEqual(
      [recording.startAtMs, recording.utcOffsetMin, recording.sport, recording.subSport, recording.name],
      [AT, 120, 'running', 'trail', 'Isar'],
    );
    assert.deepEqual(
      [recording.elapsedS, recording.movingS, recording.distanceM, recording.ascentM],
      [3100, known(3032.5), known(9385.2), known(150)],
    );
    assert.deepEqual([recording.listed, recording.track.timeS.length], [{ file: null }, 0]);
    assert.deepEqual(
      warnings.map(({ code }) => code),
      ['only-totals'],
    );
  });
  it('takes the sport where the kind is not known, and keeps other sports by their names', () => {
    const all = read(
      summariesJson([
        garminSummary({ atMs: AT, activityType: 'obstacle_run', sportType: 'RUNNING' }),
        garminSummary({ atMs: AT, activityType: 'lap_swimming', sportType: 'SWIMMING' }),
        garminSummary({ atMs: AT, activityType: 'yoga', sportType: 'TRAINING' }),
        garminSummary({ atMs: AT, activityType: '???', sportType: null }),
      ]),
    );
    assert.deepEqual(
      all.map(({ recording }) => recording.sport),
      ['running', 'swimming', 'training', 'unknown'],
    );
  });
  it('says nothing of what is null, absent or 0', () => {
    const [activity] = read(
      '[{"summarizedActivitiesExport":[{"beginTimestamp":1.7241669e12,"duration":1800000.0,"distance":0,"elevationGain":null,"sportType":"RUNNING"}]}]',
    );
    const { recording } = activity ?? assert.fail();
    const notRecorded = (what: string) => missing({ reason: 'not-recorded', what });
    assert.deepEqual(
      [recording.distanceM, recording.ascentM, recording.utcOffsetMin],
      [notRecorded('distance'), notRecorded('ascent'), null],
    );
    assert.equal(recording.startAtMs, 1_724_166_900_000);
  });
  it('leaves entries without start or duration out, and counts them', () => {
    const [activity, ...others] = read(
      '[{"summarizedActivitiesExport":[{"name":"x"},{"startTimeGmt":1724166900000,"duration":1000},{"startTimeGmt":"soon","duration":1000}]}]',
    );
    assert.equal(others.length, 0);
    assert.match(activity?.warnings.find(({ code }) => code === 'rows-left-out')?.text ?? '', /^2 entries/);
  });
  it('keeps what stood before the file breaks off', () => {
    const text = summariesJson([garminSummary({ atMs: AT }), garminSummary({ atMs: AT + 1e8 })]);
    const activities = read(text.slice(0, -40));
    assert.equal(activities.length, 1);
    assert.ok(activities[0]?.warnings.some(({ code }) => code === 'truncated'));
  });
  it('refuses what is no such list, an empty one, and one nested a hundred thousand deep', () => {
    assert.equal(refusedWith('{"a":1}'), 'no-activity');
    assert.equal(refusedWith('[{"summarizedActivitiesExport":[]}]'), 'no-activity');
    assert.equal(refusedWith('not json'), 'damaged-json');
    assert.equal(refusedWith('['.repeat(100_000)), 'damaged-json');
    assert.equal(refusedWith('[{"summarizedActivitiesExport":' + '[{"a":'.repeat(100_000)), 'damaged-json');
  });
});
