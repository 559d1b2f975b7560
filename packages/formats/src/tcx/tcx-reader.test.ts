import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known } from '@kneewise/engine';
import fc from 'fast-check';
import { activitiesOf, codesOf, onlyActivity, readText, refusalOf } from '../testing/read-text.ts';
import { running, tcxActivityXml, tcxXml, type XmlPoint } from '../testing/write-xml.ts';

const later = (points: readonly XmlPoint[], s: number): XmlPoint[] =>
  points.map((point) => ({ ...point, s: (point.s ?? 0) + s }));

const other = (rest: string): string =>
  tcxXml(tcxActivityXml([{ totalS: 60, tracks: [running(60)] }], 'Other', rest));

describe('TCX', () => {
  it('sums time and distance over the laps', () => {
    const laps = [
      { totalS: 59.5, distanceM: 180, tracks: [running(60)] },
      { totalS: 60.25, distanceM: 181, tracks: [later(running(60), 60)] },
    ];
    const { recording } = onlyActivity(readText(tcxXml(tcxActivityXml(laps))));
    assert.equal(recording.sport, 'running');
    assert.deepEqual(recording.movingS, known(119.75));
    assert.deepEqual(recording.distanceM, known(361));
    assert.equal(recording.elapsedS, 119);
    assert.equal(recording.startAtMs, Date.UTC(2024, 4, 1, 6));
    assert.equal(recording.utcOffsetMin, null);
    assert.deepEqual(recording.pauses, []);
  });

  it('takes the gap between two Tracks of a lap as the pause that the timer total leaves over', () => {
    const laps = [{ totalS: 119, distanceM: 360, tracks: [running(60), later(running(60), 160)] }];
    const { recording } = onlyActivity(readText(tcxXml(tcxActivityXml(laps))));
    assert.equal(recording.elapsedS, 219);
    assert.deepEqual(recording.pauses, [{ fromS: 59, toS: 160 }]);
  });

  it('doubles the cadence of one foot without a remark', () => {
    const laps = [{ totalS: 60, tracks: [running(60, 3, 88)] }];
    const activity = onlyActivity(readText(tcxXml(tcxActivityXml(laps))));
    assert.equal(activity.recording.track.cadenceSpm?.[30], 176);
    assert.deepEqual(codesOf(activity), []);
  });

  it('leaves a cadence of both feet alone and says so', () => {
    const laps = [{ totalS: 60, tracks: [running(60, 3, 176)] }];
    const activity = onlyActivity(readText(tcxXml(tcxActivityXml(laps))));
    assert.equal(activity.recording.track.cadenceSpm?.[30], 176);
    assert.deepEqual(codesOf(activity), ['cadence-both-feet']);
  });

  it('has no column for a sensor that says 0 throughout, and NaN for a heart rate of 0', () => {
    const points = Array.from({ length: 60 }, (_, s) => ({ s, cadence: 0, heartRate: s === 5 ? 0 : 140 }));
    const { track } = onlyActivity(
      readText(tcxXml(tcxActivityXml([{ totalS: 60, tracks: [points] }]))),
    ).recording;
    assert.equal(track.cadenceSpm, undefined);
    assert.ok(Number.isNaN(track.heartRateBpm?.[5]));
    assert.equal(track.heartRateBpm?.[6], 140);
  });

  it('gives several recordings for several activities, also those of a multisport session', () => {
    const bike = tcxActivityXml([{ totalS: 60, tracks: [running(60, 8)] }], 'Biking');
    const run = tcxActivityXml([{ totalS: 60, tracks: [later(running(60), 100)] }]);
    const session = `<MultiSportSession><FirstSport>${bike}</FirstSport><NextSport>${run}</NextSport></MultiSportSession>`;
    for (const text of [tcxXml(bike, run), tcxXml(session)]) {
      assert.deepEqual(
        activitiesOf(readText(text)).map(({ recording }) => recording.sport),
        ['cycling', 'running'],
      );
    }
  });

  it('reads the sport of Other from notes, then from the file name, and warns', () => {
    const byNotes = onlyActivity(readText(other('<Notes>Abendlauf im Wald</Notes>'), 'x.tcx'));
    assert.equal(byNotes.recording.sport, 'running');
    assert.deepEqual(codesOf(byNotes), ['sport-from-name']);
    assert.equal(onlyActivity(readText(other(''), 'Morning_Run.tcx')).recording.sport, 'running');
    const nothing = onlyActivity(readText(other('<Notes>Nice weather</Notes>'), 'x.tcx'));
    assert.equal(nothing.recording.sport, 'unknown');
    assert.deepEqual(codesOf(nothing), []);
  });

  it('names the device by its Creator, not the program that wrote the file', () => {
    const creator = '<Creator><Name>Forerunner 310XT</Name></Creator>';
    const text = tcxXml(tcxActivityXml([{ totalS: 60, tracks: [running(60)] }], 'Running', creator));
    const whole = text.replace('</TrainingCenterDatabase>', '<Author><Name>Connect</Name></Author>$&');
    assert.equal(onlyActivity(readText(whole)).recording.device, 'Forerunner 310XT');
  });

  it('keeps an activity of lap totals alone, as a treadmill without a sensor gives', () => {
    const { recording } = onlyActivity(
      readText(tcxXml(tcxActivityXml([{ totalS: 1800, distanceM: 5000, tracks: [] }]))),
    );
    assert.deepEqual([recording.movingS, recording.distanceM], [known(1800), known(5000)]);
    assert.equal(recording.track.timeS.length, 0);
  });

  it('leaves out points without a time and says how many', () => {
    const points = [...running(10), { s: null, m: 99 }];
    const activity = onlyActivity(readText(tcxXml(tcxActivityXml([{ totalS: 10, tracks: [points] }]))));
    assert.equal(activity.recording.track.timeS.length, 10);
    assert.deepEqual(codesOf(activity), ['points-without-time']);
  });

  it('puts points in the order of time and says so', () => {
    const points = [...later(running(10), 50), ...running(10)];
    const activity = onlyActivity(readText(tcxXml(tcxActivityXml([{ totalS: 20, tracks: [points] }]))));
    assert.equal(activity.recording.elapsedS, 59);
    assert.ok(codesOf(activity).includes('times-sorted'));
  });

  it('refuses a file without an activity, and one without times', () => {
    assert.equal(refusalOf(readText(tcxXml())).code, 'no-activity');
    const untimed = tcxXml('<Activity Sport="Running"><Lap><Track><Trackpoint/></Track></Lap></Activity>');
    assert.equal(refusalOf(readText(untimed)).code, 'no-times');
  });

  it('counts of a lap that the file is cut in only what its points show', () => {
    const laps = [
      { totalS: 60, distanceM: 180, tracks: [running(60)] },
      { totalS: 600, distanceM: 1800, tracks: [later(running(60), 60)] },
    ];
    const text = tcxXml(tcxActivityXml(laps));
    const cut = text.slice(0, text.lastIndexOf('</Track>'));
    const activity = onlyActivity(readText(cut));
    assert.deepEqual(activity.recording.movingS, known(119));
    assert.deepEqual(activity.recording.distanceM, known(180 + 177));
    assert.deepEqual(codesOf(activity), ['truncated']);
  });

  it('gives, cut at any byte, a refusal with a place or a recording whose time never falls', () => {
    const laps = [
      { totalS: 20, distanceM: 60, tracks: [running(10, 3, 85), later(running(10, 3, 85), 40)] },
      { totalS: 20, distanceM: 60, tracks: [later(running(20), 60)] },
    ];
    const bytes = new TextEncoder().encode(
      tcxXml(tcxActivityXml(laps, 'Other', '<Notes>Läufe 🏃 run</Notes>')),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        const result = readText(new TextDecoder().decode(bytes.subarray(0, length)));
        if (!result.ok) return result.refusal.byteOffset !== null && result.refusal.byteOffset <= length + 2;
        return result.activities.every(
          (activity) =>
            activity.recording.track.timeS.every((t, i, all) => i === 0 || t >= (all[i - 1] ?? 0)) &&
            (length > bytes.length - 30 || codesOf(activity).includes('truncated')),
        );
      }),
      { numRuns: 400 },
    );
  });
});
