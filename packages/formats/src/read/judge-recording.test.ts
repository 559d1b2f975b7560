import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { known, missing, type Recording, valueOrNull } from '@kneewise/engine';
import fc from 'fast-check';
import { codesOf, onlyActivity, readText, refusalOf } from '../testing/read-text.ts';
import { gpxTrack, gpxXml, running, tcxActivityXml, tcxLap, tcxXml } from '../testing/write-xml.ts';
import {
  BEYOND_SAMPLES_S,
  CLOCK_BEFORE_MS,
  CLOCK_FROM_MS,
  FASTEST_MPS,
  FASTEST_ON_FOOT_MPS,
  judgeRecording,
  JUMP_M,
  LONG_GAP_S,
  LONGEST_MOVING_S,
  NO_DATE_BEFORE_MS,
  NO_DATE_FROM_MS,
} from './judge-recording.ts';

/** Half an hour at 3 m/s, a sample each minute. */
const SECONDS = 1800;
const METRES = 5400;
const sampled = (...timeS: readonly number[]): Recording['track'] => ({
  timeS: Float64Array.from(timeS),
  distanceM: Float64Array.from(timeS, (s) => s * 3),
});
const run = (changed: Partial<Recording> = {}): Recording => ({
  startAtMs: Date.UTC(2025, 0, 1),
  utcOffsetMin: null,
  sport: 'running',
  subSport: null,
  name: null,
  device: null,
  distanceM: known(METRES),
  movingS: known(SECONDS),
  elapsedS: SECONDS,
  ascentM: missing({ reason: 'not-recorded', what: 'ascent' }),
  descentM: missing({ reason: 'not-recorded', what: 'descent' }),
  pauses: [],
  track: sampled(...Array.from({ length: 31 }, (_, minute) => minute * 60)),
  ...changed,
});

/** Distance, moving time, and the codes of the warnings; null for what is no activity. */
function judged(changed: Partial<Recording>): [number | null, number | null, ...string[]] | null {
  const activity = judgeRecording({ recording: run(changed), warnings: [] });
  if (activity === null) return null;
  const { distanceM, movingS } = activity.recording;
  return [valueOrNull(distanceM), valueOrNull(movingS), ...codesOf(activity)];
}

describe('a recording is judged', () => {
  it('and stays as it is where nothing is odd', () => {
    const recording = run();
    assert.deepEqual(judgeRecording({ recording, warnings: [] }), { recording, warnings: [] });
  });

  it('by its timer time: up to 12 hours more than the samples reach, and at most 14 days', () => {
    const most = SECONDS + BEYOND_SAMPLES_S;
    for (const seconds of [0, SECONDS, most - 1, most])
      assert.deepEqual(judged({ movingS: known(seconds), distanceM: known(0) }), [0, seconds]);
    for (const seconds of [most + 1, 1e308, Infinity, -1, Number.NaN])
      assert.deepEqual(judged({ movingS: known(seconds) }), [METRES, SECONDS, 'total-implausible']);
    const long = { elapsedS: 60 * 86_400, track: { timeS: new Float64Array(0) } };
    assert.deepEqual(judged({ ...long, movingS: known(LONGEST_MOVING_S) }), [METRES, LONGEST_MOVING_S]);
    assert.deepEqual(judged({ ...long, movingS: known(LONGEST_MOVING_S + 1) }), [
      null,
      null,
      'total-implausible',
    ]);
  });

  it('with the pauses taken out where the samples have to serve', () => {
    const pauses = [{ fromS: 600, toS: 900 }];
    assert.deepEqual(judged({ movingS: known(1e308), pauses }), [METRES, 1500, 'total-implausible']);
  });

  it('by its mean speed: 12 m/s on foot, 340 m/s otherwise, 200 m to spare', () => {
    for (const [sport, mps] of [
      ['running', FASTEST_ON_FOOT_MPS],
      ['walking', FASTEST_ON_FOOT_MPS],
      ['cycling', FASTEST_MPS],
    ] as const) {
      const most = mps * SECONDS + JUMP_M;
      for (const metres of [0, most - 1, most])
        assert.deepEqual(judged({ sport, distanceM: known(metres) }), [metres, SECONDS]);
      for (const metres of [most + 1, 1e308, Infinity, -1, Number.NaN])
        assert.deepEqual(judged({ sport, distanceM: known(metres) }), [METRES, SECONDS, 'total-implausible']);
    }
  });

  it('with the distance not known where the samples cannot be true either', () => {
    const track = { timeS: Float64Array.of(0, SECONDS), distanceM: Float64Array.of(0, 4_858_000) };
    const activity = judgeRecording({ recording: run({ distanceM: known(4_858_000), track }), warnings: [] });
    assert.ok(activity !== null && !activity.recording.distanceM.known);
    assert.deepEqual(activity.recording.distanceM.because, {
      reason: 'out-of-range',
      what: 'distance',
      value: 4_858_000,
      low: 0,
      high: FASTEST_ON_FOOT_MPS * SECONDS + JUMP_M,
    });
    assert.deepEqual(codesOf(activity), ['speed-implausible']);
    assert.deepEqual(activity.recording.track, track);
  });

  it('without a word about a distance that nobody timed, up to a day at the fastest', () => {
    const untimed = { elapsedS: 0, movingS: missing({ reason: 'not-recorded', what: 'timer time' }) };
    const track = { timeS: new Float64Array(0) };
    const most = FASTEST_ON_FOOT_MPS * 86_400 + JUMP_M;
    assert.deepEqual(judged({ ...untimed, track, distanceM: known(most) }), [most, null]);
    assert.deepEqual(judged({ ...untimed, track, distanceM: known(most + 1) }), [
      null,
      null,
      'speed-implausible',
    ]);
  });

  it('by a gap of more than a day', () => {
    const gap = (seconds: number): Partial<Recording> => ({ elapsedS: seconds, track: sampled(0, seconds) });
    assert.deepEqual(judged(gap(LONG_GAP_S)), [METRES, SECONDS]);
    assert.deepEqual(judged(gap(LONG_GAP_S + 1)), [METRES, SECONDS, 'long-gap']);
  });

  it('by its date: before 1990 and from 2100 on a wrong clock, from 2200 on no date', () => {
    const code = (startAtMs: number): string | null | undefined => {
      const all = judged({ startAtMs, elapsedS: 1 });
      return all === null ? null : (all.at(2) as string | undefined);
    };
    assert.equal(code(NO_DATE_BEFORE_MS - 1), null);
    assert.equal(code(NO_DATE_BEFORE_MS), 'clock-implausible');
    assert.equal(code(CLOCK_FROM_MS - 1), 'clock-implausible');
    assert.equal(code(CLOCK_FROM_MS), undefined);
    assert.equal(code(CLOCK_BEFORE_MS - 1001), undefined);
    assert.equal(code(CLOCK_BEFORE_MS - 1000), 'clock-implausible');
    assert.equal(code(CLOCK_BEFORE_MS), 'clock-implausible');
    assert.equal(code(NO_DATE_FROM_MS - 1001), 'clock-implausible');
    assert.equal(code(NO_DATE_FROM_MS - 1000), null);
    assert.equal(code(Number.NaN), null);
    assert.equal(judged({ elapsedS: Infinity }), null);
  });

  it('so that no total is ever negative, endless, or faster than can be', () => {
    const any = fc.oneof(fc.double(), fc.double({ min: 0, max: 1e7, noNaN: true }));
    fc.assert(
      fc.property(any, any, fc.double({ min: 0, max: 1e7, noNaN: true }), (metres, seconds, elapsedS) => {
        const totals = judged({ distanceM: known(metres), movingS: known(seconds), elapsedS });
        assert.ok(totals !== null);
        const [distanceM, movingS] = totals;
        assert.ok(movingS === null || (movingS >= 0 && movingS <= LONGEST_MOVING_S));
        const mostM = FASTEST_ON_FOOT_MPS * (movingS ?? LONGEST_MOVING_S) + JUMP_M;
        assert.ok(distanceM === null || (distanceM >= 0 && distanceM <= mostM));
      }),
    );
  });
});

describe('files with absurd totals and times', () => {
  const told = (xml: string, name = 'a.tcx'): [number | null, number | null, ...string[]] => {
    const activity = onlyActivity(readText(xml, name));
    const { distanceM, movingS } = activity.recording;
    return [valueOrNull(distanceM), valueOrNull(movingS), ...codesOf(activity)];
  };

  it('a TCX whose laps state 1e308 is known by its points', () => {
    const lap = { totalS: 1e308, distanceM: 1e308, tracks: [running(601)] };
    assert.deepEqual(told(tcxXml(tcxActivityXml([lap]))), [
      1800,
      600,
      'total-implausible',
      'total-implausible',
    ]);
  });

  it('a TCX of laps alone that last 1e308 seconds has no usable time', () => {
    const xml = tcxXml(tcxActivityXml([{ totalS: 1e308, distanceM: 1e308, tracks: [] }]));
    assert.equal(refusalOf(readText(xml)).code, 'no-times');
  });

  it('a TCX of 60 days keeps its samples, and no total', () => {
    const points = running(60 * 24).map(({ s, m = 0 }) => ({ s: (s ?? 0) * 3600, m: m * 3600 }));
    assert.deepEqual(told(tcxXml(`<Activity Sport="Running">${tcxLap({ tracks: [points] })}</Activity>`)), [
      null,
      null,
      'total-implausible',
    ]);
  });

  it('a GPX whose points all have the same time has no distance', () => {
    const points = running(1800).map((point) => ({ ...point, s: 0 }));
    assert.deepEqual(told(gpxXml(gpxTrack([points])), 'a.gpx'), [null, 0, 'speed-implausible']);
  });

  it('a GPX that leaps to and fro has no distance', () => {
    const points = running(1800).map((point) => ({ ...point, lat: 50 + ((point.s ?? 0) % 2) * 30 }));
    assert.deepEqual(told(gpxXml(gpxTrack([points])), 'a.gpx'), [null, 1799, 'speed-implausible']);
  });

  it('a GPX whose clock jumps 20 years says so', () => {
    const points = running(1800).map((point) => {
      const s = point.s ?? 0;
      return { ...point, s: s < 900 ? s : s + 20 * 365 * 86_400 };
    });
    assert.deepEqual(told(gpxXml(gpxTrack([points])), 'a.gpx').slice(1), [1798, 'long-gap']);
  });

  it('a year from 2100 on is a wrong clock, from 2200 on none', () => {
    const dated = (year: number): string =>
      gpxXml(gpxTrack([running(60)])).replaceAll('<time>2024', `<time>${year}`);
    assert.deepEqual(told(dated(2150), 'a.gpx').slice(2), ['clock-implausible']);
    for (const year of [2200, 9999]) {
      assert.equal(refusalOf(readText(dated(year), 'a.gpx')).code, 'no-times');
      const lap = tcxXml(tcxActivityXml([{ totalS: 600, distanceM: 1800, tracks: [] }]));
      assert.equal(refusalOf(readText(lap.replaceAll('2024', `${year}`))).code, 'no-times');
    }
  });
});
