import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type CheckIn, known, today } from '@kneewise/engine';
import { runOf } from '../testing/run-of.ts';
import { todayOf } from './today-of.ts';

const DAY_MS = 86_400_000;
const LAST_RUN_MS = Date.UTC(2026, 10, 15, 8);

/** Every other day for four weeks, 8 km. */
const runs = Array.from({ length: 14 }, (_, i) => {
  const run = runOf({ startAtMs: LAST_RUN_MS - (13 - i) * 2 * DAY_MS, loadBws: 2_160, distanceM: 8_000 });
  return { ...run, analysis: { ...run.analysis, meanSpeedMps: known(2.8) } };
});

const said = (run: { id: string; startAtMs: number }, when: CheckIn['when'], pain: number): CheckIn => ({
  id: `${run.id}-${when}`,
  runId: run.id,
  side: 'right',
  when,
  atMs: run.startAtMs + (when === 'during' ? 3_000_000 : DAY_MS),
  utcOffsetMin: 0,
  pain,
  onsetM: when === 'during' && pain > 2 ? 5_000 : null,
  stopSign: null,
  painkiller: null,
});

const asked = {
  date: '2026-11-17',
  runs,
  others: [],
  flags: 'none-raised',
  onset: '2026-10-25',
  family: 'PF',
  side: 'right',
} as const;

it('says nothing of learning where nothing was said of any run', () => {
  assert.deepEqual(todayOf({ ...asked, checkIns: [] }), today({ ...asked, checkIns: [] }));
});

it('names what was learnt from check-ins among its reasons, and never allows more for it', () => {
  const checkIns = runs.slice(-8).flatMap((run) => [said(run, 'during', 1), said(run, 'next-morning', 0)]);
  const learnt = todayOf({ ...asked, checkIns });
  const plain = today({ ...asked, checkIns });
  assert.ok(learnt.reasons.some(({ code }) => code === 'learnt-plan'));
  assert.ok(!plain.reasons.some(({ code }) => code === 'learnt-plan'));
  assert.ok(learnt.distanceM.known && plain.distanceM.known);
  assert.ok(learnt.distanceM.value <= plain.distanceM.value);
});
