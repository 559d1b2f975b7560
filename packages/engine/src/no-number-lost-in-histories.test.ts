/** Whatever one run of a history claims, what is told of the history is a number or a reason why there is none. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as engine from './index.ts';
import type { KneeLoad, Measured, Run } from './index.ts';
import { EDGES, faultsIfAny } from './testing/edge-input.ts';
import { checkIn, ride, run } from './testing/histories.ts';

const expectNone = (name: string, found: readonly string[]): void =>
  assert.deepEqual(found.slice(0, 12), [], `${name}: ${found.length} faults`);

const DATE = '2026-03-31';
/** Eighteen weeks of runs, all but the last as usual; that one is at an edge. */
function history(spoil: (usual: Run) => Run): Run[] {
  const from = engine.parseIsoDay('2025-11-24');
  const usual = Array.from({ length: 54 }, (_, i) =>
    run({
      at: `${engine.isoDay(from + Math.floor((i * 7) / 3))}T18:00`,
      id: `run-${i}`,
      km: 5 + (i % 3),
      loadBws: 1300 + i,
      cadenceSpm: 168,
      ascentM: 40,
      descentM: 40,
      bins: Array.from({ length: 20 }, (_unused, j) => ({
        speedMps: 2.5 + j / 40,
        cadenceSpm: 165 + j / 4,
        gradeRatio: 0,
      })),
    }),
  );
  return usual.map((each, i) => (i === usual.length - 1 ? spoil(each) : each));
}
const measured = (value: number): Measured<number> => engine.known(value);
const loadWith = (edge: number): KneeLoad => ({
  peakForceBw: edge,
  impulsePerStepBws: edge,
  impulsePerKmBws: edge,
  impulseRunBws: edge,
  damagePerKm: { value: edge, exponent: 7 },
  sdRatio: edge,
  form: 'speed',
});
const SPOILT: readonly ((edge: number) => (usual: Run) => Run)[] = [
  (edge) => (usual) => ({ ...usual, distanceM: measured(edge) }),
  (edge) => (usual) => ({ ...usual, movingS: measured(edge) }),
  (edge) => (usual) => ({ ...usual, elapsedS: edge }),
  (edge) => (usual) => ({ ...usual, analysis: { ...usual.analysis, meanSpeedMps: measured(edge) } }),
  (edge) => (usual) => ({ ...usual, analysis: { ...usual.analysis, cadenceSpm: measured(edge) } }),
  (edge) => (usual) => ({
    ...usual,
    analysis: { ...usual.analysis, ascentM: measured(edge), descentM: measured(edge) },
  }),
  (edge) => (usual) => ({
    ...usual,
    analysis: { ...usual.analysis, kneeLoad: engine.known(loadWith(edge)) },
  }),
  (edge) => (usual) => ({
    ...usual,
    analysis: {
      ...usual.analysis,
      cadenceBins: usual.analysis.cadenceBins.map((bin) => ({ ...bin, cadenceSpm: edge })),
    },
  }),
  (edge) => (usual) => ({
    ...usual,
    analysis: {
      ...usual.analysis,
      cadenceBins: usual.analysis.cadenceBins.map((bin) => ({ ...bin, speedMps: edge, gradeRatio: edge })),
    },
  }),
];
const CHECK_INS = [
  checkIn({ at: '2026-03-20T19:00', when: 'during', pain: 3, onsetKm: 3 }),
  checkIn({ at: '2026-03-21T08:00', when: 'next-morning', pain: 1 }),
];
const HISTORY_QUESTIONS: Readonly<Record<string, (runs: readonly Run[]) => unknown>> = {
  audit: (runs) => engine.audit({ onset: DATE, date: DATE, runs, others: [ride('2026-01-02')] }),
  weeksOf: (runs) => engine.weeksOf(runs, []),
  sessionSpikes: (runs) => engine.sessionSpikes(runs),
  longestOf30Days: (runs) => engine.longestOf30Days(runs, Date.parse('2026-04-01')),
  reportedRuns: (runs) => engine.reportedRuns(runs, CHECK_INS).map(({ day, report }) => ({ day, report })),
  ownCadenceLine: (runs) => engine.ownCadenceLine(runs, engine.parseIsoDay(DATE)),
  easySpeedMps: (runs) =>
    engine.easySpeedMps(runs.map(({ analysis }, i) => ({ ageDays: i, meanSpeedMps: analysis.meanSpeedMps }))),
  learnCapacity: (runs) =>
    engine.learnCapacity({ runs, checkIns: CHECK_INS, date: DATE, side: null, ceiling: 3 }),
  today: (runs) => {
    const answer = engine.today({
      date: DATE,
      runs,
      others: [],
      checkIns: CHECK_INS,
      flags: 'none-raised',
      onset: '2026-03-20',
      family: 'GN',
      side: 'right',
      ache: 'yes',
    });
    return answer;
  },
};

describe('questions of a history', () => {
  for (const [name, ask] of Object.entries(HISTORY_QUESTIONS)) {
    it(`${name} tells numbers or reasons where one run is at an edge, and where there is none or one`, () => {
      const found = SPOILT.flatMap((spoil, at) =>
        EDGES.flatMap((edge) =>
          faultsIfAny(() => ask(history(spoil(edge)))).map((fault) => `spoilt ${at} by ${edge}: ${fault}`),
        ),
      );
      expectNone(name, found);
      expectNone(
        name,
        faultsIfAny(() => ask([])),
      );
      expectNone(
        name,
        faultsIfAny(() => ask(history((usual) => usual).slice(0, 1))),
      );
      expectNone(
        name,
        faultsIfAny(() => ask(history((usual) => usual))),
      );
    });
  }
});
