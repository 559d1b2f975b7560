import assert from 'node:assert/strict';
import { it } from 'node:test';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { known } from '../measured.ts';
import { run } from '../testing/histories.ts';
import { planAhead } from './plan-ahead.ts';
import { planProblems } from './plan-problems.ts';
import {
  type PlanInput,
  type PlanSession,
  type PlannedRun,
  type WeeksAhead,
  isRunSession,
  isStrengthSession,
} from './plan-types.ts';

// Every rule broken by hand: what finds nothing in good plans has to find it here.
/** Every second or third day for six weeks. */
const runs = Array.from({ length: 18 }, (_, i) =>
  isoDay(parseIsoDay('2026-11-22') - Math.round((i * 7) / 3)),
);
const input: PlanInput = {
  today: {
    date: '2026-11-24',
    runs: runs.map((at) => run({ at, km: 8, id: at })),
    others: [],
    checkIns: [],
    flags: 'none-raised',
    onset: null,
    family: 'GN',
    side: null,
    ache: 'no',
  },
  weeks: 2,
  days: null,
  longDay: null,
  mostRuns: 3,
  goal: { longM: null, hills: false, speed: false, downhill: false },
  race: null,
  changes: [],
  requested: [],
  cadence: null,
  strength: { phase: 'build', done: [], perWeek: 2 },
  moves: [],
};
const good = planAhead(input);
const withRun = (at: number, more: Partial<PlannedRun>): WeeksAhead => {
  const target = good.sessions.filter(isRunSession)[at];
  return {
    ...good,
    sessions: good.sessions.map((each): PlanSession => (each === target ? { ...target, ...more } : each)),
  };
};
const codes = (plan: WeeksAhead, given = input): string[] => [
  ...new Set(planProblems(plan, given).map(({ code }) => code)),
];

it('finds nothing in a plan that keeps the rules', () => {
  assert.deepEqual(codes(good), []);
});
it('finds a run that is longer than today would allow, and one that nobody called a change', () => {
  assert.deepEqual(codes(withRun(1, { distanceM: known(12_000) })).sort(), ['over-cap', 'two-changes']);
});
it('finds two kinds within seven days, and not with seven between', () => {
  const [first, , third, fourth] = good.sessions.filter(isRunSession);
  assert.ok(first && third && fourth);
  const change = (kind: 'speed' | 'uphill', { id, date }: PlannedRun) => ({ kind, date, sessionId: id });
  assert.deepEqual(codes({ ...good, changes: [change('speed', first), change('uphill', third)] }), [
    'two-changes',
  ]);
  assert.deepEqual(codes({ ...good, changes: [change('speed', first), change('speed', third)] }), []);
  const made = { ...input, changes: [{ kind: 'new-shoe' as const, date: first.date }] };
  assert.deepEqual(codes({ ...good, changes: [change('speed', third)] }, made), ['two-changes']);
  assert.deepEqual(codes({ ...good, changes: [change('speed', first), change('uphill', fourth)] }), []);
});
it('finds every run under a flag or open questions', () => {
  assert.deepEqual(codes({ ...good, light: 'REFER' }), ['run-not-allowed']);
  assert.deepEqual(codes(good, { ...input, today: { ...input.today, flags: 'unanswered' } }), [
    'run-not-allowed',
  ]);
});
it('finds heavy strength before a long or hard run, too close to the last, and after new downhill', () => {
  const heavy = good.sessions.find(isStrengthSession);
  assert.ok(heavy);
  const tomorrow = good.sessions.filter(isRunSession).at(1);
  assert.ok(tomorrow);
  const eve = { ...heavy, date: '2026-11-25' };
  const plan = withRun(1, { date: '2026-11-26', kind: 'long' });
  assert.deepEqual(codes({ ...plan, sessions: [...plan.sessions.filter(isRunSession), eve] }), [
    'heavy-before-hard',
  ]);
  const close = { ...heavy, id: 'b', date: '2026-11-26' };
  const easy = good.sessions.filter(isRunSession).map((each): PlannedRun => ({ ...each, kind: 'easy' }));
  assert.deepEqual(codes({ ...good, sessions: [...easy, eve, close] }), ['heavy-too-close']);
  const [steep, ...others] = easy;
  assert.ok(steep);
  const after = { ...heavy, date: steep.date };
  const descended: PlannedRun = { ...steep, change: 'downhill' };
  assert.deepEqual(codes({ ...good, sessions: [descended, ...others, after] }), ['descent-before']);
});
it('finds strength near a race and a race week that is not short', () => {
  const race = { date: '2026-12-04', distanceM: 8000, terrain: 'road' as const };
  const given = { ...input, race };
  const first = good.sessions.find(isRunSession);
  const heavy = good.sessions.find(isStrengthSession);
  assert.ok(first && heavy);
  const raceRun: PlannedRun = { ...first, id: 'race', date: race.date, kind: 'race', distanceM: known(8000) };
  const week = ['2026-11-27', '2026-11-29', '2026-12-01'].map((date): PlannedRun => ({
    ...first,
    id: date,
    date,
  }));
  const near = { ...heavy, date: '2026-12-01' };
  assert.deepEqual(codes({ ...good, sessions: [...week, near, raceRun] }, given).sort(), [
    'race-near',
    'race-week-too-long',
  ]);
});
