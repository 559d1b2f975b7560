import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseIsoDay, weekdayOf } from '../calendar/civil-day.ts';
import { known, missing } from '../measured.ts';
import { type ShortCheckIn, type ShortRun, checkIn, run } from '../testing/histories.ts';
import { today } from '../today/today.ts';
import type { TodayInput } from '../today/today-types.ts';
import { imagine } from './imagined.ts';
import { moveOptions, moveSession } from './move-session.ts';
import { planAhead } from './plan-ahead.ts';
import { planProblems } from './plan-problems.ts';
import { type PlanInput, type WeeksAhead, isRunSession, isStrengthSession } from './plan-types.ts';
import { replanned } from './replan.ts';
import { todayInPlan } from './today-in-plan.ts';

const DATE = '2026-11-24'; // a Tuesday
const DAY = parseIsoDay(DATE);
const at = (daysBack: number): string => isoDay(DAY - daysBack);

/** Eight weeks of Monday, Wednesday and Saturday, all quiet. */
function habit(km: readonly [number, number, number], quietWeeks = 4): Pick<TodayInput, 'runs' | 'checkIns'> {
  const runs: ShortRun[] = [];
  const said: ShortCheckIn[] = [];
  for (let week = 8; week >= 1; week -= 1) {
    for (const [i, weekday] of [0, 2, 5].entries()) {
      const day = at(week * 7 + 1 - weekday);
      runs.push({ at: `${day}T18:00`, km: km[i] ?? 5, id: day });
      if (week > quietWeeks) continue;
      said.push({ at: `${day}T19:00`, when: 'during', pain: 0, run: day });
      said.push({ at: `${isoDay(parseIsoDay(day) + 1)}T07:00`, when: 'next-morning', pain: 0, run: day });
    }
  }
  return { runs: runs.map(run), checkIns: said.map(checkIn) };
}
const asked = (more: Partial<TodayInput> = {}): TodayInput => ({
  date: DATE,
  others: [],
  flags: 'none-raised',
  onset: null,
  family: 'PF',
  side: 'right',
  ache: 'yes',
  ...habit([7, 7, 11]),
  ...more,
});
const input = (more: Partial<PlanInput> = {}): PlanInput => ({
  today: asked(),
  weeks: 6,
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
  ...more,
});
const runsOf = (plan: WeeksAhead) => plan.sessions.filter(isRunSession);
const codes = (
  session: { readonly why: readonly { readonly code: string }[] } | undefined,
): readonly string[] => (session?.why ?? []).map(({ code }) => code);
const metres = (distance: { readonly known: boolean; readonly value?: number }): number =>
  distance.value ?? -1;

/** On the ladder since yesterday, six weeks after the last run. */
const ladder = asked({
  ...habit([5, 5, 6]),
  runs: [52, 50, 48, 42].map((back) => run({ at: at(back), km: 6, id: `old${back}` })),
  checkIns: [],
  events: [{ kind: 'way-in-passed', date: at(1) }],
});

describe('weeks ahead', () => {
  it('begin with what today says of the first run', () => {
    const plan = planAhead(input());
    const [first] = runsOf(plan);
    const answer = today(asked({ date: first?.date ?? '' }));
    assert.equal(first?.provisional, false);
    assert.deepEqual(first?.distanceM, answer.distanceM);
    assert.deepEqual(first?.paceSPerKm, answer.easyPaceSPerKm);
    assert.equal(first?.ceiling, 2);
  });
  it('give the same plan for the same input', () => {
    assert.deepEqual(planAhead(input()), planAhead(input()));
  });
  it('call everything after the first run provisional', () => {
    const [first, ...later] = runsOf(planAhead(input()));
    assert.ok(codes(first).includes('as-today-says'));
    assert.ok(
      later.length > 10 && later.every((each) => each.provisional && codes(each).includes('if-quiet')),
    );
  });
  it('keep the runner’s habit of weekdays, or the days that were named', () => {
    const weekdays = (plan: WeeksAhead) =>
      [...new Set(runsOf(plan).map(({ date }) => weekdayOf(parseIsoDay(date))))].sort((a, b) => a - b);
    assert.deepEqual(weekdays(planAhead(input())), [0, 2, 5]);
    assert.deepEqual(weekdays(planAhead(input({ days: [1, 4, 6] }))), [1, 4, 6]);
  });
  it('wait with the long run for the runner’s own day', () => {
    const longs = runsOf(planAhead(input({ longDay: 5 }))).filter(({ kind }) => kind === 'long');
    assert.ok(longs.length >= 4);
    assert.ok(longs.every(({ date }) => weekdayOf(parseIsoDay(date)) === 5));
  });
  it('read no more of ten years than answers depend on', () => {
    const old = Array.from({ length: 1500 }, (_, i) => run({ at: at(250 + 2 * i), km: 8, id: `o${i}` }));
    const long = asked({ runs: [...old, ...asked().runs] });
    assert.ok(imagine(long).runs.length < 60);
    assert.deepEqual(runsOf(planAhead(input({ today: long }))), runsOf(planAhead(input())));
  });
  it('throw for weeks, weekdays and races that are none', () => {
    for (const wrong of [
      { weeks: 0 },
      { weeks: 27 },
      { days: [7] },
      { longDay: -1 },
    ] as Partial<PlanInput>[]) {
      assert.throws(() => planAhead(input(wrong)), RangeError);
    }
    assert.throws(
      () => planAhead(input({ race: { date: DATE, distanceM: 0, terrain: 'road' } })),
      RangeError,
    );
    assert.throws(() => planAhead(input({ strength: { phase: 'build', done: [], perWeek: 4 } })), RangeError);
  });
});

describe('what stands against running', () => {
  it('a raised flag and open questions leave nothing in the plan', () => {
    for (const [flags, code] of [
      ['raised', 'refer'],
      ['unanswered', 'flags-open'],
    ] as const) {
      const plan = planAhead(input({ today: asked({ flags }) }));
      assert.deepEqual([plan.blocked?.code, plan.sessions], [code, []]);
    }
  });
  it('a second morning still sore leaves a walk, other training and strength, and no run', () => {
    const given = habit([7, 7, 11]);
    const sore = checkIn({ at: `${DATE}T07:00`, when: '48h', pain: 4, run: at(3) });
    const plan = planAhead(
      input({
        today: asked({ ...given, checkIns: [...given.checkIns, sore] }),
        strength: { phase: 'calm', done: [], perWeek: 2 },
      }),
    );
    assert.deepEqual([plan.light, plan.blocked?.code, runsOf(plan).length], ['PAUSE', 'pause', 0]);
    assert.ok(plan.sessions.some(({ kind }) => kind === 'walk'));
    assert.ok(plan.sessions.some(({ kind }) => kind === 'strength'));
  });
  it('nothing recorded leaves no distance to plan', () => {
    const plan = planAhead(input({ today: asked({ runs: [], checkIns: [] }) }));
    assert.equal(plan.blocked?.code, 'no-runs');
  });
});

describe('coming back', () => {
  it('is walk-run on even ground, three times a week, a day between', () => {
    const runs = runsOf(
      planAhead(input({ today: ladder, strength: { phase: 'build', done: [], perWeek: 2 } })),
    );
    assert.deepEqual(
      runs.slice(0, 3).map(({ kind, ladder: rung, surface }) => [kind, rung?.step, surface]),
      [
        ['walk-run', 1, 'even'],
        ['walk-run', 2, 'even'],
        ['walk-run', 3, 'even'],
      ],
    );
    for (const [i, { date }] of runs.slice(1).entries()) {
      assert.ok(parseIsoDay(date) - parseIsoDay(runs[i]?.date ?? date) >= 2);
    }
  });
  it('has no heavy strength the day before a new step', () => {
    const plan = planAhead(input({ today: ladder }));
    const steps = new Set(
      runsOf(plan)
        .filter(({ change }) => change === 'ladder-step')
        .map(({ date }) => date),
    );
    const heavy = plan.sessions.filter(isStrengthSession);
    assert.ok(heavy.length > 5);
    for (const { date } of heavy) assert.ok(!steps.has(isoDay(parseIsoDay(date) + 1)), date);
  });
  it('takes the beat in from step 4 and lets the step wait a week', () => {
    const cadence = { startedOn: at(-1), step: 0.05, targetSpm: known(172) } as const;
    const runs = runsOf(planAhead(input({ today: ladder, cadence, weeks: 2 })));
    assert.ok(runs.every(({ beat }) => beat === null));
    assert.equal(new Set(runs.slice(0, 3).map(({ ladder: rung }) => rung?.step)).size, 1);
    assert.ok(runs.every(({ cadenceSpm }) => cadenceSpm.known && cadenceSpm.value === 172));
  });
});

describe('one change', () => {
  const goal = { longM: null, hills: true, speed: true, downhill: true };
  const plan = planAhead(input({ weeks: 16, mostRuns: 4, goal }));
  it('is one kind in any seven days', () => {
    assert.deepEqual(planProblems(plan, input({ weeks: 16, mostRuns: 4, goal })), []);
    assert.deepEqual(
      new Set(plan.changes.map(({ kind }) => kind)),
      new Set(['frequency', 'duration', 'uphill', 'speed', 'downhill']),
    );
  });
  it('goes frequency, long run to 45 minutes, hills, speed, for most', () => {
    const order = [...new Set(plan.changes.map(({ kind }) => kind))];
    assert.deepEqual(order.slice(0, 4), ['frequency', 'duration', 'uphill', 'speed']);
  });
  it('goes speed before hills for the outer band', () => {
    const band = planAhead(input({ weeks: 16, goal, today: asked({ family: 'IT' }) }));
    const order = [...new Set(band.changes.map(({ kind }) => kind))];
    assert.ok(order.indexOf('speed') < order.indexOf('uphill'), order.join());
  });
  it('waits a week after one that was made, and says for which', () => {
    const raw = planAhead(input({ weeks: 3 }));
    const made = planAhead(input({ weeks: 3, changes: [{ kind: 'new-shoe', date: at(1) }] }));
    const first = (of: WeeksAhead) => parseIsoDay(of.changes[0]?.date ?? '2030-01-01');
    assert.ok(first(made) >= DAY + 6 && first(raw) <= first(made));
  });
  it('gives a wish of the runner its week', () => {
    const wished = planAhead(input({ requested: ['new-shoe'] }));
    assert.equal(wished.changes[0]?.kind, 'new-shoe');
    assert.equal(wished.changes.filter(({ kind }) => kind === 'new-shoe').length, 1);
  });
  it('stops at the goal', () => {
    const stopped = planAhead(
      input({ weeks: 12, goal: { ...goal, hills: false, speed: false, longM: 8000 } }),
    );
    assert.ok(runsOf(stopped).every(({ distanceM }) => metres(distanceM) <= 8000));
  });
  it('has beats in three runs a week, fading over six weeks', () => {
    const cadence = {
      startedOn: at(1),
      step: 0.05,
      targetSpm: missing({ reason: 'not-recorded', what: 'cadence' }),
    } as const;
    const beats = runsOf(planAhead(input({ cadence, weeks: 7 }))).map(({ beat }) => beat?.kind ?? null);
    assert.ok(beats.slice(0, 3).every((kind) => kind === 'blocks'));
    assert.equal(beats.at(-1), null);
  });
});

describe('strength in the plan', () => {
  it('is twice a week, two nights apart, never the day before a long or hard run', () => {
    const plan = planAhead(input({ weeks: 8 }));
    const days = plan.sessions.filter(isStrengthSession).map(({ date }) => parseIsoDay(date));
    assert.ok(days.length >= 14);
    for (const [i, day] of days.slice(1).entries()) assert.ok(day - (days[i] ?? day) >= 2);
    assert.deepEqual(planProblems(plan, input({ weeks: 8 })), []);
  });
  it('counts what was done this week', () => {
    const done = [{ date: at(1), heavy: true }];
    const plan = planAhead(input({ weeks: 1, strength: { phase: 'build', done, perWeek: 2 } }));
    assert.deepEqual(
      plan.sessions.filter(isStrengthSession).map(({ slot }) => slot),
      ['B'],
    );
  });
  it('is the calm list on four days while that phase lasts', () => {
    const plan = planAhead(input({ weeks: 2, strength: { phase: 'calm', done: [], perWeek: 2 } }));
    const calm = plan.sessions.filter(isStrengthSession);
    assert.ok(calm.every(({ slot, heavy }) => slot === 'calm' && !heavy));
    assert.equal(calm.filter(({ date }) => date >= '2026-11-30').length, 4);
  });
  it('is left out where the runner wants none', () => {
    assert.equal(planAhead(input({ strength: null })).sessions.filter(isStrengthSession).length, 0);
  });
});

describe('a race', () => {
  const race = { date: '2027-01-17', distanceM: 10_000, terrain: 'road' } as const;
  const wish = input({ weeks: 10, race, today: asked({ ache: 'no', ...habit([8, 8, 12], 0) }) });
  const plan = planAhead(wish);
  it('is run where the longest of thirty days is four fifths of it', () => {
    assert.equal(plan.race?.offered, 'yes');
    const day = runsOf(plan).find(({ kind }) => kind === 'race');
    assert.deepEqual([day?.date, metres(day?.distanceM ?? { known: false })], ['2027-01-17', 10_000]);
  });
  it('has at most 45 % of four weeks in the last seven days, no long run for eight, none the day before', () => {
    const before = runsOf(plan).filter(({ date }) => date < race.date);
    const inDays = (from: number, to: number) =>
      before.filter(({ date }) => {
        const back = parseIsoDay(race.date) - parseIsoDay(date);
        return back >= from && back <= to;
      });
    const sum = (from: number, to: number) =>
      inDays(from, to).reduce((total, { distanceM }) => total + metres(distanceM), 0);
    assert.ok(sum(1, 7) > 0 && sum(1, 7) <= 0.45 * (sum(8, 35) / 4) + 1, `${sum(1, 7)} of ${sum(8, 35) / 4}`);
    assert.ok(inDays(1, 7).every(({ kind }) => kind !== 'long'));
    assert.deepEqual(inDays(1, 1), []);
    assert.deepEqual(
      inDays(1, 14).filter(({ change }) => change !== null),
      [],
    );
  });
  it('has light strength until four days before, and half of the running after', () => {
    const strength = plan.sessions.filter(isStrengthSession);
    const back = (date: string) => parseIsoDay(race.date) - parseIsoDay(date);
    assert.ok(strength.every(({ date }) => back(date) > 3 || back(date) < 0));
    const lastWeek = strength.filter(({ date }) => back(date) >= 0 && back(date) <= 7);
    assert.ok(lastWeek.length <= 2 && lastWeek.every(({ slot }) => slot === 'light'));
    const after = runsOf(plan).filter(({ date }) => back(date) < 0 && back(date) >= -7);
    assert.ok(after.length > 0 && after.every((each) => codes(each).includes('after-race')));
  });
  it('is not on offer with too short a longest run, and names what is left', () => {
    const far = planAhead({ ...wish, race: { ...race, distanceM: 42_195 } });
    assert.equal(far.race?.offered, 'no');
    assert.deepEqual(far.race.instead, ['shorter', 'walk-run', 'later']);
    assert.ok(far.race.why.some(({ code }) => code === 'race-longest'));
    assert.ok(runsOf(far).every(({ kind }) => kind !== 'race'));
  });
  it('beyond the plan is yet to be told', () => {
    assert.equal(planAhead({ ...wish, weeks: 2 }).race?.offered, 'yet-to-tell');
  });
});

describe('a dragged session', () => {
  const plan = planAhead(input({ weeks: 3 }));
  const run2 = runsOf(plan).find(({ date }) => date === '2026-12-02');
  it('lies where it was put, and keeps its id', () => {
    assert.ok(run2);
    const moved = moveSession(input({ weeks: 2 }), run2.id, '2026-12-03');
    assert.deepEqual(moved.problems, []);
    const now = moved.plan.sessions.find(({ id }) => id === run2.id);
    assert.deepEqual([now?.date, now?.moved], ['2026-12-03', true]);
    assert.ok(codes(now).includes('you-moved-it'));
    assert.deepEqual(planProblems(moved.plan, input({ weeks: 2, moves: moved.moves })), []);
  });
  it('is named where the day before was a run', () => {
    assert.ok(run2);
    const moved = moveSession(input({ weeks: 2 }), run2.id, '2026-12-01');
    assert.deepEqual(
      moved.problems.map(({ code, figures }) => [code, figures['reason']]),
      [['run-not-allowed', 'rest-until']],
    );
  });
  it('may go to days without a problem only', () => {
    assert.ok(run2);
    const days = moveOptions(input({ weeks: 2 }), run2.id);
    assert.ok(days.includes('2026-12-02') && days.includes('2026-12-03') && !days.includes('2026-12-01'));
  });
  it('of strength is refused the day before the long run, and placed elsewhere', () => {
    const given = input({ weeks: 3, days: [1, 3, 6], longDay: 6 });
    const { sessions } = planAhead(given);
    const long = sessions.find(({ kind, date }) => kind === 'long' && date > '2026-11-30');
    const strength = sessions.filter(isStrengthSession).find(({ id }) => id.includes('2026-11-30'));
    assert.ok(long && strength);
    const eve = isoDay(parseIsoDay(long.date) - 1);
    const moved = moveSession(given, strength.id, eve);
    assert.deepEqual(
      moved.problems.map(({ code }) => code),
      ['heavy-before-hard'],
    );
    assert.ok(moved.plan.sessions.every(({ kind, date }) => kind !== 'strength' || date !== eve));
  });
  it('to a day that is over, or of no session, is named', () => {
    assert.deepEqual(
      moveSession(input(), run2?.id ?? '', at(3)).problems.map(({ code }) => code),
      ['in-the-past'],
    );
    assert.deepEqual(
      moveSession(input(), 'run-1999-01-04-0', '2026-12-03').problems.map(({ code }) => code),
      ['unknown-session'],
    );
    assert.throws(() => moveSession(input(), 'x', 'tomorrow'), RangeError);
  });
});

describe('another plan', () => {
  const before = planAhead(input({ weeks: 3 }));
  const [first] = runsOf(before);
  const later = (more: Partial<TodayInput>) =>
    planAhead(
      input({ weeks: 3, today: asked({ date: isoDay(parseIsoDay(first?.date ?? DATE) + 2), ...more }) }),
    );
  it('after a missed run says so, and makes nothing up', () => {
    const after = later({});
    const told = replanned(before, after, []);
    assert.equal(told.why, 'run-missed');
    assert.deepEqual(told.changes.find(({ code }) => code === 'missed')?.sessionId, first?.id);
    const week = (plan: WeeksAhead) => runsOf(plan).filter(({ id }) => id.includes('2026-11-23')).length;
    assert.ok(week(after) < 1 + week(before));
  });
  it('after a flare is shorter, and says that the knee is worse', () => {
    assert.ok(first);
    const km = metres(first.distanceM) / 1000;
    const ran = run({ at: `${first.date}T18:00`, km, id: 'ran' });
    const flare = checkIn({
      at: `${first.date}T19:00`,
      when: 'during',
      pain: 5,
      run: 'ran',
      onsetKm: km / 2,
    });
    const given = asked();
    const after = later({ runs: [...given.runs, ran], checkIns: [...given.checkIns, flare] });
    const told = replanned(before, after, [first.date]);
    assert.equal(told.why, 'knee-worse');
    assert.ok(told.changes.some(({ code }) => code === 'done'));
    assert.ok(told.changes.some(({ code }) => code === 'shorter'));
    assert.ok(!told.changes.some(({ code }) => code === 'longer'));
  });
  it('after a flag says that, first of all', () => {
    assert.equal(replanned(before, later({ flags: 'raised' }), []).why, 'flag-raised');
  });
  it('of a run done as planned is as before', () => {
    assert.equal(replanned(before, before, []).why, 'as-before');
  });
});

describe('today beside the plan', () => {
  it('is told to rest where the plan runs on another day', () => {
    const plan = planAhead(input());
    const answer = today(asked());
    const beside = todayInPlan(answer, plan);
    assert.equal(beside.run, runsOf(plan).find(({ date }) => date === DATE) ?? null);
    assert.equal(beside.restsByPlan, answer.action === 'run' && beside.run === null);
  });
});

// Random pasts, asked once: the rules hold for whatever was run and said before.
const past = fc.array(
  fc.record({
    daysBack: fc.integer({ min: 1, max: 60 }),
    km: fc.integer({ min: 10, max: 180 }).map((tenths) => tenths / 10),
    during: fc.option(fc.constantFrom(0, 0, 1, 2, 4, 7)),
    morning: fc.option(fc.constantFrom(0, 0, 1, 3)),
  }),
  { minLength: 1, maxLength: 25 },
);
const wishes = fc.record({
  family: fc.constantFrom<TodayInput['family']>('PF', 'IT', 'TE', 'OA', 'BS', 'GN'),
  ache: fc.constantFrom<'yes' | 'no' | 'unsure'>('yes', 'no', 'unsure'),
  mostRuns: fc.constantFrom(null, 2, 4, 5),
  days: fc.option(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 })),
  hard: fc.boolean(),
  raceIn: fc.option(fc.integer({ min: 1, max: 40 })),
  raceKm: fc.constantFrom(5, 10, 21.1),
  phase: fc.constantFrom<'calm' | 'build' | 'run-specific'>('calm', 'build', 'run-specific'),
  way: fc.boolean(),
  requested: fc.subarray(['new-shoe', 'cadence', 'rough-ground', 'jumps'] as const),
});

it('plans nothing that breaks a rule, whatever the past, and no more than today allows', () => {
  let planned = 0;
  fc.assert(
    fc.property(past, wishes, (runs, wish) => {
      const shorts = runs.map(({ daysBack, km }, i): ShortRun => ({
        at: `${at(daysBack)}T0${i % 10}:00`,
        km,
        id: `r${i}`,
      }));
      const said = runs.flatMap(({ daysBack, during, morning }, i): ShortCheckIn[] => [
        ...(during === null
          ? []
          : [{ at: `${at(daysBack)}T12:00`, when: 'during' as const, pain: during, run: `r${i}` }]),
        ...(morning === null
          ? []
          : [
              { at: `${at(daysBack - 1)}T07:00`, when: 'next-morning' as const, pain: morning, run: `r${i}` },
            ]),
      ]);
      const given = input({
        weeks: 5,
        today: asked({
          runs: shorts.map(run),
          checkIns: said.map(checkIn),
          family: wish.family,
          ache: wish.ache,
          events: wish.way ? [{ kind: 'way-in-passed', date: at(1) }] : [],
        }),
        mostRuns: wish.mostRuns,
        days: wish.days,
        goal: { longM: null, hills: wish.hard, speed: wish.hard, downhill: wish.hard },
        race:
          wish.raceIn === null
            ? null
            : { date: at(-wish.raceIn), distanceM: wish.raceKm * 1000, terrain: 'road' },
        strength: { phase: wish.phase, done: [], perWeek: 2 },
        requested: wish.requested,
      });
      const plan = planAhead(given);
      assert.deepEqual(planProblems(plan, given), []);
      planned += runsOf(plan).length;
      const [first] = runsOf(plan);
      if (first?.date === DATE && first.kind !== 'race') {
        const answer = today(given.today);
        assert.deepEqual(first.allowsM, answer.distanceM);
        assert.ok(!answer.distanceM.known || metres(first.distanceM) <= answer.distanceM.value);
      }
    }),
    { numRuns: 60 },
  );
  assert.ok(planned > 200, `${planned} runs planned`);
});
