/**
 * No NaN and no infinity ever leaves the engine: whatever goes in, an answer is a number, a reason why there is none,
 * or a RangeError that says what was allowed.
 */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as engine from './index.ts';
import { edgesOf, EDGES, faults, notNumbers, SANE } from './testing/edge-input.ts';

const expectNone = (name: string, found: readonly string[]): void =>
  assert.deepEqual(found.slice(0, 12), [], `${name}: ${found.length} faults`);

type Asked = Readonly<Record<string, readonly [(...args: number[]) => unknown, number]>>;

/** Functions of numbers alone, and how many they take. Whatever is asked, they answer. */
const CHECKED = {
  beatLadder: [engine.beatLadder, 2],
  beatRanges: [engine.beatRanges, 1],
  cadenceAt: [(v) => engine.cadenceAt(LINE, v), 1],
  cadenceChangeEffect: [engine.cadenceChangeEffect, 1],
  cadenceTarget: [(v) => engine.cadenceTarget(LINE, v, 0.05), 1],
  compareKilometre: [
    (v, c, w) => engine.compareKilometre({ speedMps: v, cadenceSpm: c }, { speedMps: w, cadenceSpm: 170 }),
    3,
  ],
  contactAreaMm2: [(deg) => engine.contactAreaMm2(deg, 'powers'), 1],
  daysOff: [engine.daysOff, 1],
  isoDay: [engine.isoDay, 1],
  jointForceFactor: [engine.jointForceFactor, 1],
  jointForceN: [engine.jointForceN, 2],
  kneeLoadAt: [
    (speedMps, cadenceSpm, contactMs) => engine.kneeLoadAt({ speedMps, cadenceSpm, contactMs }),
    3,
  ],
  legForContactM: [(legM, heightM) => engine.legForContactM({ legM, heightM }), 2],
  mad: [(a, b, c) => engine.mad([a, b, c]), 3],
  median: [(a, b, c) => engine.median([a, b, c]), 3],
  normalCdf: [engine.normalCdf, 1],
  normalQuantile: [engine.normalQuantile, 1],
  quadricepsLeverM: [engine.quadricepsLeverM, 1],
  quantile: [(a, b, share) => engine.quantile([a, b], share), 3],
  runningCadenceSpm: [
    (a, b) => engine.runningCadenceSpm(Array.from({ length: 20 }, (_, i) => (i % 2 ? a : b))),
    2,
  ],
  rungOf: [engine.rungOf, 1],
  spikeBin: [(ratio) => ({ ...engine.spikeBin(ratio), upTo: 0 }), 1],
  stepAfterCalm: [engine.stepAfterCalm, 1],
  stepFor: [engine.stepFor, 2],
  stepWithin: [engine.stepWithin, 1],
  stepsOnBeat: [engine.stepsOnBeat, 2],
} as const satisfies Asked;

/** Formulas without checks, for loops and sums over what was checked before: they turn sane numbers into numbers. */
const FORMULAS = {
  addInSquares: [(a, b) => engine.addInSquares(a, b), 2],
  atHour: [engine.atHour, 3],
  civilFromDay: [engine.civilFromDay, 1],
  damageSum: [(force, steps) => engine.damageSum(force, steps, engine.DAMAGE_EXPONENT), 2],
  damageWithBand: [(value) => engine.damageWithBand(value, 0.25), 1],
  dayAt: [engine.dayAt, 2],
  dayFromCivil: [(year, month, day) => engine.dayFromCivil({ year, month, day }), 3],
  easyOfLong: [engine.easyOfLong, 1],
  estimatedContactS: [engine.estimatedContactS, 3],
  fadeLikelihood: [engine.fadeLikelihood, 3],
  fadeThreshold: [(bins) => engine.fadeThreshold(bins, 2), 1],
  flightS: [engine.flightS, 2],
  forceFromCadenceBw: [engine.forceFromCadenceBw, 2],
  forceFromFlexionBw: [engine.forceFromFlexionBw, 2],
  huberWeight: [engine.huberWeight, 2],
  leanFactor: [engine.leanFactor, 1],
  mean: [(a, b) => engine.mean([a, b]), 2],
  mondayOf: [engine.mondayOf, 1],
  normalDensity: [engine.normalDensity, 1],
  peakGroundForceBw: [engine.peakGroundForceBw, 2],
  quantileSorted: [(a, b, share) => engine.quantileSorted([a, b], share), 3],
  raised: [engine.raised, 1],
  referenceCadenceSpm: [engine.referenceCadenceSpm, 1],
  referenceDamageSum: [engine.referenceDamageSum, 1],
  referenceForceBw: [engine.referenceForceBw, 1],
  rootMeanSquare: [(a, b) => engine.rootMeanSquare([a, b]), 2],
  sdFromMad: [engine.sdFromMad, 1],
  springForceBw: [engine.springForceBw, 2],
  springMass: [(v, tc, tf) => engine.springMass(v, tc, tf, 0.93), 3],
  standardDeviation: [(a, b) => engine.standardDeviation([a, b]), 2],
  stepsPerKm: [engine.stepsPerKm, 2],
  styleFactors: [(leanDeg) => engine.styleFactors({ leanDeg }), 1],
  weekdayOf: [engine.weekdayOf, 1],
  weightedMean: [(a, b, w) => engine.weightedMean([a, b], [1, w]), 3],
} as const satisfies Asked;

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

const faultsOf = (asked: Asked, edges: readonly number[]): string[] =>
  Object.entries(asked).flatMap(([name, [ask, count]]) =>
    edgesOf(count, edges).flatMap((args) =>
      faults(() => ask(...args)).map((fault) => `${name}(${args.join(', ')}) ${fault}`),
    ),
  );

describe('functions of numbers', () => {
  it('give a number or say what is allowed, whatever they are asked', () => {
    expectNone('checked', faultsOf(CHECKED, EDGES));
  });
  it('answer something they are asked, each of them', () => {
    for (const [name, [ask, count]] of Object.entries(CHECKED) as [string, Asked[string]][])
      assert.ok(
        edgesOf(count, SANE).some((args) => {
          try {
            ask(...args);
            return true;
          } catch {
            return false;
          }
        }),
        name,
      );
  });
  it('without checks turn sane numbers into numbers', () => {
    expectNone('formulas', faultsOf(FORMULAS, SANE));
  });
});

describe('the list above', () => {
  /** Asked in the other lists; texts, codes, filters and changes of state; columns in which NaN is a missing sample. */
  const ELSEWHERE = new Set(
    `
      audit weeksOf sessionSpikes longestOf30Days reportedRuns ownCadenceLine easySpeedMps learnCapacity today
      analyseRun formOfRun climbOf kneeLoadOfRun kneeLoadAlong kneeLoadColumns bandAlong adherence
      hillShares fadingForm shownForm heartRateDrift cadenceLine cadenceLineSoFar
      aloneOf channelsOf dayOfCheckIn dayOfRun gradeOf isDay isFlagOpen isMorning isRun isRunning
      judgedBins legOf limitsFor morningOf parseIsoDay play quietState replay reportsAlone
      ofTheAchingKnee runSpokenOf runningMinutes shorter startingState toLight toStage usualMorningPain verdictOf
      widenedBy within worseLight programmeAdherence usualPlace
      finiteOf gradeAlong halfMinuteBins medianInPlace motionOf movingTimeS runningMedian
      selectInPlace sortedFinite speedFromDistance changePoint placeQuantile
      cadenceCoach cadenceGate countedCadence programmeSoFar
    `
      .trim()
      .split(/\s+/),
  );
  it('holds every public function of load, cadence, form, pain, statistics, audit and today', async () => {
    const listed = new Set([...Object.keys(CHECKED), ...Object.keys(FORMULAS), ...ELSEWHERE]);
    const lacking: string[] = [];
    for (const folder of [
      'audit',
      'cadence',
      'calendar',
      'form',
      'grade',
      'knee-load',
      'pain',
      'run',
      'stats',
      'today',
    ]) {
      const here = new URL(`./${folder}/`, import.meta.url);
      for (const file of readdirSync(here).filter(
        (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
      )) {
        const made = (await import(new URL(file, here).href)) as Record<string, unknown>;
        for (const [name, value] of Object.entries(made))
          if (typeof value === 'function' && name in engine && !listed.has(name))
            lacking.push(`${folder}/${file} ${name}`);
      }
    }
    assert.deepEqual(lacking, []);
  });
  it('finds what is no number, however deep', () => {
    assert.deepEqual(notNumbers({ a: [1, { b: Number.NaN }], c: Float64Array.of(Infinity) }), [
      '.a[1].b is NaN',
      '.c[0] is Infinity',
    ]);
    assert.deepEqual(notNumbers({ a: 1, b: 'NaN', c: null }), []);
    assert.deepEqual(
      faults(() => engine.isoDay(Number.NaN)),
      [],
    );
    assert.notDeepEqual(
      faults(() => {
        throw new TypeError('not this');
      }),
      [],
    );
  });
});
