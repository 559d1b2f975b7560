import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known, valueOrNull } from '@kneewise/engine';
import fc from 'fast-check';
import type { ReadResult } from '../read-result.ts';
import { activitiesOf, codesOf, onlyActivity, readText, refusalOf } from '../testing/read-text.ts';
import { gpxTrack, gpxXml, running, type XmlPoint } from '../testing/write-xml.ts';

const read = (text: string, name = 'a.gpx'): ReadResult => readText(text, name);
const RUN_TYPE = '<type>running</type>';

/** Straight north again, but `s` seconds and `m` metres further on. */
const further = (points: readonly XmlPoint[], s: number, m: number): XmlPoint[] =>
  points.map(({ s: own, lat, lon }) => ({ s: (own ?? 0) + s, lat: (lat ?? 0) + m / 111_230, lon: lon ?? 0 }));

const pointXml = (s: number, inside: string): string =>
  `<trkpt lat="${50 + s * 3e-5}" lon="7"><time>2024-05-01T06:00:${String(s).padStart(2, '0')}+02:00</time>${inside}</trkpt>`;

const sportOf = (head: string, name = 'a.gpx'): [string, string | null, string[]] => {
  const activity = onlyActivity(read(gpxXml(gpxTrack([running(10)], head)), name));
  return [activity.recording.sport, activity.recording.subSport, codesOf(activity)];
};

const withGap = (metres: number) =>
  onlyActivity(read(gpxXml(gpxTrack([[...running(60), ...further(running(60), 89, 177 + metres)]]))))
    .recording;

const laterTrack = (startS: number, type = RUN_TYPE): string =>
  gpxTrack([further(running(60), startS, 300)], type);

const deviceOf = (creator: string): string | null =>
  onlyActivity(read(gpxXml(gpxTrack([running(5)])).replace('creator="test"', `creator="${creator}"`)))
    .recording.device;

describe('GPX', () => {
  it('measures distance along the positions and speed from it', () => {
    const { recording } = onlyActivity(read(gpxXml(gpxTrack([running(101)]))));
    assert.ok(Math.abs((valueOrNull(recording.distanceM) ?? 0) - 300) < 1);
    assert.ok(Math.abs((recording.track.speedMps?.[50] ?? 0) - 3) < 0.02);
    assert.deepEqual(recording.movingS, known(100));
    assert.equal(recording.utcOffsetMin, null);
  });

  it('reads extensions under any prefix, and plain ones', () => {
    const insides = [
      '<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>140</gpxtpx:hr><gpxtpx:cad>85</gpxtpx:cad></gpxtpx:TrackPointExtension><power>250</power></extensions>',
      '<extensions><ns3:TrackPointExtension><ns3:hr>140</ns3:hr><ns3:cad>85</ns3:cad><ns3:speed>3.1</ns3:speed></ns3:TrackPointExtension><power>250</power></extensions>',
      '<extensions><heartrate>140</heartrate><cadence>85</cadence><power>250</power></extensions>',
    ];
    for (const inside of insides) {
      const points = Array.from({ length: 60 }, (_, s) => pointXml(s, inside)).join('');
      const { track } = onlyActivity(
        read(gpxXml(`<trk>${RUN_TYPE}<trkseg>${points}</trkseg></trk>`)),
      ).recording;
      assert.deepEqual([track.heartRateBpm?.[9], track.cadenceSpm?.[9], track.powerW?.[9]], [140, 170, 250]);
    }
  });

  it('keeps the offset that times state', () => {
    const points = [0, 1, 2].map((s) => pointXml(s, '')).join('');
    const { recording } = onlyActivity(read(gpxXml(`<trk><trkseg>${points}</trkseg></trk>`)));
    assert.equal(recording.utcOffsetMin, 120);
    assert.equal(recording.startAtMs, Date.UTC(2024, 4, 1, 4));
  });

  it('takes the sport from type, by name and by the number of Strava', () => {
    assert.deepEqual(sportOf('<type>9</type>'), ['running', null, []]);
    assert.deepEqual(sportOf('<type>1</type>'), ['cycling', null, []]);
    assert.deepEqual(sportOf('<type>trail_running</type>'), ['running', 'trail', []]);
    assert.deepEqual(sportOf('<name>Afternoon Run</name>'), ['running', null, ['sport-from-name']]);
    assert.deepEqual(sportOf('<name>Sloatsburg Course</name>'), ['unknown', null, []]);
    assert.deepEqual(sportOf('', '20170708-Run.gpx'), ['running', null, ['sport-from-name']]);
    assert.deepEqual(sportOf('<type>ride</type><name>Not a run</name>'), ['cycling', null, []]);
  });

  it('counts neither time nor distance between two segments', () => {
    const segments = [running(60), further(running(60), 160, 500)];
    const { recording } = onlyActivity(read(gpxXml(gpxTrack(segments))));
    assert.deepEqual(recording.pauses, [{ fromS: 59, toS: 160 }]);
    assert.deepEqual(recording.movingS, known(118));
    assert.ok(Math.abs((valueOrNull(recording.distanceM) ?? 0) - 2 * 177) < 1);
  });

  it('takes a gap in which the runner hardly moved as a pause, one run through as a lost signal', () => {
    assert.deepEqual(withGap(5).movingS, known(118));
    const tunnel = withGap(90);
    assert.deepEqual(tunnel.movingS, known(148));
    assert.ok(Math.abs((valueOrNull(tunnel.distanceM) ?? 0) - (177 + 90 + 177)) < 1.5);
  });

  it('joins tracks that follow within 30 minutes under the same type, and only these', () => {
    const count = (text: string): number => activitiesOf(read(gpxXml(gpxTrack([running(60)]), text))).length;
    assert.equal(count(laterTrack(59 + 1799)), 1);
    assert.equal(count(laterTrack(59 + 1800)), 1);
    assert.equal(count(laterTrack(59 + 1801)), 2);
    assert.equal(count(laterTrack(100, '<type>cycling</type>')), 2);
    const joined = onlyActivity(read(gpxXml(gpxTrack([running(60)]), laterTrack(160))));
    assert.deepEqual(joined.recording.pauses, [{ fromS: 59, toS: 160 }]);
  });

  it('refuses a route as a file without times, and a file without points', () => {
    const untimed = running(5).map(({ lat, lon }) => ({ s: null, lat: lat ?? 0, lon: lon ?? 0 }));
    assert.equal(refusalOf(read(gpxXml(gpxTrack([untimed])))).code, 'no-times');
    assert.equal(refusalOf(read(gpxXml('<rte><rtept lat="1" lon="2"/></rte>'))).code, 'no-times');
    assert.equal(refusalOf(read(gpxXml())).code, 'no-activity');
  });

  it('says how many positions are nowhere on Earth, and keeps the rest of their points', () => {
    const [first, ...others] = running(20);
    assert.ok(first !== undefined);
    const told = (lat: string, lon: string): [number, string[]] => {
      const xml = gpxXml(gpxTrack([[{ ...first, lat: 11.5, lon: 12.5 }, ...others]], RUN_TYPE));
      const { recording, warnings } = onlyActivity(
        read(xml.replace('lat="11.5" lon="12.5"', `lat="${lat}" lon="${lon}"`)),
      );
      const { latDeg, timeS } = recording.track;
      assert.equal(timeS.length, 20);
      return [latDeg?.[0] ?? Number.NaN, warnings.map(({ code }) => code)];
    };
    for (const [lat, lon] of [
      ['90', '180'],
      ['-90', '-180'],
    ] as const)
      assert.deepEqual(told(lat, lon)[1].includes('positions-impossible'), false);
    for (const [lat, lon] of [
      ['90.1', '7'],
      ['900', '7'],
      ['50', '-180.1'],
      ['NaN', '7'],
      ['0x10', '7'],
      ['50', '1e400'],
    ] as const)
      assert.deepEqual(told(lat, lon), [Number.NaN, ['positions-impossible']], lat);
    assert.deepEqual(told('', ''), [Number.NaN, []]);
  });

  it('takes neither 0° 0′ nor a place off the globe for a position', () => {
    const odd = [
      { s: 10, lat: 0, lon: 0 },
      { s: 11, lat: 95, lon: 7 },
    ];
    const { track } = onlyActivity(read(gpxXml(gpxTrack([[...running(10), ...odd]])))).recording;
    assert.deepEqual([track.latDeg?.[10], track.latDeg?.[11]], [Number.NaN, Number.NaN]);
  });

  it('leaves out times of a clock that was never set', () => {
    const unset = '<trkpt lat="50" lon="7"><time>1970-01-01T00:00:07Z</time></trkpt>';
    const text = gpxXml(gpxTrack([running(10)]).replace('<trkseg>', `<trkseg>${unset}`));
    const activity = onlyActivity(read(text));
    assert.equal(activity.recording.elapsedS, 9);
    assert.deepEqual(codesOf(activity), ['points-without-time']);
  });

  it('says nothing of a device where Strava names only itself', () => {
    assert.equal(deviceOf('StravaGPX'), null);
    assert.equal(deviceOf('StravaGPX Garmin Forerunner 935'), 'Garmin Forerunner 935');
  });

  it('holds for any points: columns of one length, time that never falls, moving within elapsed', () => {
    const point = fc.record({
      s: fc.integer({ min: 0, max: 100_000 }),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.array(point, { maxLength: 20 }), { minLength: 1, maxLength: 4 }),
        (segments) => {
          const result = read(gpxXml(gpxTrack(segments)));
          if (!result.ok) return segments.every((points) => points.length === 0);
          return result.activities.every(({ recording: { track, movingS, elapsedS, startAtMs } }) => {
            const { timeS } = track;
            const moving = valueOrNull(movingS) ?? Number.NaN;
            return (
              Number.isFinite(startAtMs) &&
              timeS[0] === 0 &&
              timeS.every((t, i) => i === 0 || t >= (timeS[i - 1] ?? 0)) &&
              Object.values(track).every((column) => column.length === timeS.length) &&
              moving >= 0 &&
              moving <= elapsedS
            );
          });
        },
      ),
    );
  });
});
