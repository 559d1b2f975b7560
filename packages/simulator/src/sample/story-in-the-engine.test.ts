import assert from 'node:assert/strict';
import { it } from 'node:test';
import { audit, cadenceAt, cadenceLine, today } from '@kneewise/engine';
import { simulateRun } from '../run/simulate-run.ts';
import { historyOf } from '../testing/history.ts';
import { type DiaryEntry, diary } from './diary.ts';
import { SAMPLE_SEED } from './seed.ts';
import { CADENCE_LINE, EASY_MPS, ONSET, TODAY } from './story.ts';

const history = historyOf(diary(SAMPLE_SEED));
/** What came earlier does not bear on one day in November. */
const sinceAugust = (entries: readonly DiaryEntry[]) => entries.filter(({ date }) => date >= '2026-08-01');
const MS_PER_DAY = 86_400_000;
const found = audit({ ...history, onset: ONSET.date, date: TODAY });
const finding = (variable: string) => {
  assert.ok(found.findings.known);
  const one = found.findings.value.find((candidate) => candidate.variable === variable);
  assert.ok(one, `no finding for ${variable}`);
  return one;
};

it('shows the audit the jump of 27 September: 18 km after 13, in the bin of 30 to 100 %', () => {
  const jump = found.spikes.find(({ runId }) => runId.startsWith('20260927'));
  assert.ok(jump?.longestBeforeM.known && jump.ratio.known);
  assert.equal(jump.longestBeforeM.value, 13_000);
  assert.ok(Math.abs(jump.ratio.value - 18 / 13) < 1e-9);
  assert.equal(jump.bin, '30-to-100');
});

it('lets the audit find the longer long run and the hills, clearly, and two groups at once', () => {
  assert.equal(finding('longest').verdict, 'clear');
  assert.equal(finding('descent').verdict, 'clear');
  assert.ok(finding('descent').change > 80);
  assert.equal(found.severalAtOnce, true);
});

it('leaves distance, sessions, cadence and hard running within the usual swing', () => {
  for (const variable of ['distance', 'sessions', 'rest-days', 'cadence-at-speed', 'intense-share'])
    assert.equal(finding(variable).verdict, 'within-usual-swing', variable);
  assert.ok(finding('distance').change > 10);
});

it('has the engine measure the cadence line of habit within 1.5 steps a minute and 1.5 a metre a second', () => {
  const metronomeFrom = Date.parse('2026-10-27T08:00:00Z');
  const habit = history.runs.filter(({ startAtMs }) => startAtMs < metronomeFrom);
  const line = cadenceLine(
    habit.map(({ startAtMs, analysis }) => ({
      ageDays: (metronomeFrom - startAtMs) / MS_PER_DAY,
      bins: analysis.cadenceBins,
    })),
  );
  assert.equal(line.from, 'own');
  assert.ok(Math.abs(cadenceAt(line, EASY_MPS).cadenceSpm - CADENCE_LINE.spm) < 1.5);
  assert.ok(Math.abs(line.slope - CADENCE_LINE.slopeSpmPerMps) < 1.5);
});

it('follows the metronome to 171 on 15 November until form fades at 3.2 km, and then steps 165', () => {
  const entry = diary(SAMPLE_SEED).at(-1);
  assert.ok(entry?.kind === 'run');
  const { track } = simulateRun(entry.plan);
  const meanBetween = (column: Float64Array | undefined, fromM: number, toM: number): number => {
    const at = track.distanceM;
    assert.ok(column && at);
    const values = column.filter((_, i) => (at[i] ?? 0) >= fromM && (at[i] ?? 0) < toM);
    return values.reduce((sum, v) => sum + v, 0) / values.length;
  };
  assert.ok(Math.abs(meanBetween(track.cadenceSpm, 500, 3200) - 171) < 1.5);
  assert.ok(Math.abs(meanBetween(track.cadenceSpm, 3600, 4100) - 165) < 1.5);
  assert.ok(meanBetween(track.contactMs, 3600, 4100) - meanBetween(track.contactMs, 500, 3200) > 7);
});

for (const seed of [SAMPLE_SEED, 1]) {
  it(`comes to 3.1 km on 17 November, three quarters of 4.1, by the binding rule (seed ${seed})`, () => {
    const { runs, others, checkIns } = seed === SAMPLE_SEED ? history : historyOf(sinceAugust(diary(seed)));
    const answer = today({
      date: TODAY,
      runs,
      others,
      checkIns,
      flags: 'none-raised',
      onset: ONSET.date,
      family: 'PF',
      side: ONSET.side,
    });
    assert.equal(answer.action, 'run');
    assert.deepEqual([answer.stage, answer.light, answer.ceiling], ['BUILD', 'HOLD', 2]);
    assert.ok(answer.distanceM.known);
    assert.equal(Math.round(answer.distanceM.value / 100), 31);
    assert.deepEqual(
      answer.reasons.filter(({ binding }) => binding).map(({ code, allowsM }) => [code, allowsM]),
      [['three-quarters-of-edge', 3075]],
    );
    assert.deepEqual([answer.lastEdge?.onsetM, answer.lastEdge?.pain], [4100, 2]);
    assert.deepEqual(
      answer.due.map(({ when }) => when),
      ['48h'],
    );
  });
}
