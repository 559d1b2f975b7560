/** Whatever a recorder wrote, what is told of its track is a number or a reason why there is none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as engine from './index.ts';
import type { HalfMinuteBins, ShownForm } from './index.ts';
import { EDGES, edgeTracks, faultsIfAny, fullTrack, notNumbers, recordingOf } from './testing/edge-input.ts';

const expectNone = (name: string, found: readonly string[]): void =>
  assert.deepEqual(found.slice(0, 12), [], `${name}: ${found.length} faults`);

/** All of a curve but its places: NaN where distance was not recorded, and it says so. */
const curveOf = ({ startS, value, expected, change, swing }: ShownForm): object => ({
  startS,
  value,
  expected,
  change,
  swing,
});

const LINE = engine.cadenceLine(
  Array.from({ length: 4 }, (_, ageDays) => ({
    ageDays,
    bins: Array.from({ length: 20 }, (_unused, i) => ({
      speedMps: 2.5 + i / 20,
      cadenceSpm: 165 + i / 2,
      gradeRatio: 0,
    })),
  })),
);

const TRACK_OF_BINS = fullTrack(1201);
const WHOLE = engine.halfMinuteBins(TRACK_OF_BINS, engine.motionOf(TRACK_OF_BINS, []), null);
const COLUMNS = Object.keys(WHOLE) as (keyof HalfMinuteBins)[];
/** Half minutes whose columns hold an edge at every third place. */
const edgeBins = (): HalfMinuteBins[] =>
  COLUMNS.flatMap((spoilt) =>
    EDGES.map((edge) =>
      Object.assign({}, WHOLE, { [spoilt]: WHOLE[spoilt]?.map((value, i) => (i % 3 === 0 ? edge : value)) }),
    ),
  );
const noBins = (): HalfMinuteBins => {
  const track = fullTrack(0);
  return engine.halfMinuteBins(track, engine.motionOf(track, []), null);
};

describe('functions of a track', () => {
  const RUNNERS = [{}, { legM: Number.NaN }, { heightM: 0 }, { legM: 0.9, massKg: Infinity }];
  it('analyseRun gives figures or reasons for every track at an edge', () => {
    for (const track of edgeTracks())
      for (const runner of RUNNERS)
        expectNone(
          'analyseRun',
          faultsIfAny(() => engine.analyseRun(recordingOf(track), runner)),
        );
  });
  it('analyseRun takes no total of a file that is no number', () => {
    for (const total of EDGES)
      expectNone(
        `total ${total}`,
        faultsIfAny(() => engine.analyseRun(recordingOf(fullTrack(), total), {})),
      );
  });
  it('formOfRun gives curves, verdicts or reasons', () => {
    for (const track of edgeTracks()) {
      // Places of half minutes are NaN where distance was not recorded: so it says.
      const { fading, shown, heartRateDrift } = engine.formOfRun(track, [], LINE);
      expectNone(
        'shown',
        faultsIfAny(() => shown.map(curveOf)),
      );
      expectNone(
        'fading',
        faultsIfAny(() => fading),
      );
      expectNone(
        'drift',
        faultsIfAny(() => heartRateDrift),
      );
    }
  });
  it('climbOf, kneeLoadOfRun and the columns of load hold no number that is none but where nothing was run', () => {
    for (const track of edgeTracks()) {
      expectNone(
        'climbOf',
        faultsIfAny(() => engine.climbOf(track.altitudeM)),
      );
      const motion = engine.motionOf(track, []);
      const grade = engine.gradeAlong(track, motion.movingS);
      expectNone(
        'kneeLoadOfRun',
        faultsIfAny(() => engine.kneeLoadOfRun(track, motion, grade, {}, null)),
      );
      const columns = engine.kneeLoadAlong(track, {});
      if (columns === null || motion.speedMps === null) continue;
      const band = engine.bandAlong(columns, motion.speedMps, grade);
      for (const [i, running] of motion.running.entries()) {
        if (running === 0) continue;
        for (const column of [
          columns.forceBw,
          columns.impulsePerStepBws,
          columns.cadenceSpm,
          band.peakSdRatio,
          band.impulseSdRatio,
        ])
          assert.ok(Number.isFinite(column[i]), `sample ${i}`);
      }
      assert.deepEqual(notNumbers(motion.spanS), []);
    }
  });
  it('adherence, hills, fading form, shown form and drift of half minutes at an edge', () => {
    for (const bins of [noBins(), ...edgeBins()]) {
      expectNone(
        'adherence',
        faultsIfAny(() => engine.adherence(bins, 2.8, () => 170)),
      );
      expectNone(
        'hillShares',
        faultsIfAny(() => engine.hillShares(bins)),
      );
      expectNone(
        'fadingForm',
        faultsIfAny(() => engine.fadingForm(bins, null)),
      );
      expectNone(
        'shownForm',
        faultsIfAny(() => engine.shownForm(bins, LINE).map(curveOf)),
      );
      expectNone(
        'heartRateDrift',
        faultsIfAny(() => engine.heartRateDrift(bins)),
      );
    }
  });
});
