import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type DiaryEntry, diary } from './diary.ts';
import { dateOf, dayOf } from './days.ts';
import { sampleCheckIns } from './sample-check-ins.ts';
import { ACHING_RUNS, FIRST_MONDAY, TODAY } from './story.ts';

const SEEDS = [1, 2, 3, 20_261_117];
const MONDAY_TO_SUNDAY = 7;

const runsOf = (seed: number) => diary(seed).filter((entry) => entry.kind === 'run');
const distanceM = (entry: Extract<DiaryEntry, { kind: 'run' }>): number =>
  entry.plan.distanceM + (entry.plan.walkedHomeM ?? 0);
const weekOf = (date: string): number => Math.floor((dayOf(date) - dayOf(FIRST_MONDAY)) / MONDAY_TO_SUNDAY);
const kmByWeek = (seed: number): Map<string, number> => {
  const weeks = new Map<string, number>();
  for (const entry of runsOf(seed)) {
    const monday = dateOf(dayOf(FIRST_MONDAY) + weekOf(entry.date) * MONDAY_TO_SUNDAY);
    weeks.set(monday, (weeks.get(monday) ?? 0) + distanceM(entry) / 1000);
  }
  return weeks;
};
const descentM = (seed: number, from: string, to: string): number =>
  runsOf(seed)
    .filter(({ date }) => date >= from && date < to)
    .reduce((sum, { plan }) => sum + (plan.outdoors?.descentM ?? 0), 0);
const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} is not within ${tolerance} of ${expected}`);

it('is the same diary for the same seed, and other days of the same story for another', () => {
  assert.deepEqual(diary(1), diary(1));
  assert.notDeepEqual(diary(1), diary(2));
});

for (const seed of SEEDS) {
  it(`has about 190 runs, each in a file of its own, all before 17 November (seed ${seed})`, () => {
    const entries = diary(seed);
    near(runsOf(seed).length, 190, 8);
    assert.equal(new Set(entries.map(({ path }) => path)).size, entries.length);
    assert.ok(entries.every(({ date }) => dayOf(date) < dayOf(TODAY)));
  });

  it(`jumps by 38 % over the longest run of thirty days, and by no more than 15 % before (seed ${seed})`, () => {
    const runs = runsOf(seed);
    const ratios = runs.map((run) => {
      const before = runs.filter(
        ({ date }) => dayOf(date) < dayOf(run.date) && dayOf(run.date) - dayOf(date) <= 30,
      );
      return { date: run.date, ratio: distanceM(run) / Math.max(...before.map(distanceM)) };
    });
    const jump = ratios.find(({ date }) => date === '2026-09-27');
    near(jump?.ratio ?? 0, 18 / 13, 1e-9);
    const settledIn = ratios.filter(({ date }) => date > '2025-12-17' && date < '2026-09-27');
    assert.ok(settledIn.every(({ ratio }) => ratio < 1.15));
  });

  it(`usually runs 29.6 km a week, and 34.5 over the last four weeks before the ache (seed ${seed})`, () => {
    const weeks = [...kmByWeek(seed)];
    const between = (from: string, to: string): number[] =>
      weeks.filter(([monday]) => monday >= from && monday <= to).map(([, km]) => km);
    near(mean(between('2026-05-25', '2026-08-24')), 29.6, 0.7);
    near(mean(between('2026-08-31', '2026-09-21')), 34.5, 0.01);
  });

  it(`descends 190 m in a usual week and 410 in those four (seed ${seed})`, () => {
    near(descentM(seed, '2026-05-25', '2026-08-31') / 14, 190, 15);
    near(descentM(seed, '2026-08-31', '2026-09-28') / 4, 410, 0.01);
  });
}

it('holds a week in bed, a treadmill run, a ride and a swim a month', () => {
  const entries = diary(1);
  assert.equal(kmByWeek(1).has('2026-02-16'), false);
  assert.deepEqual(
    runsOf(1)
      .filter(({ plan }) => plan.outdoors === null)
      .map(({ date }) => date),
    ['2026-01-15'],
  );
  const months = (sport: string): string[] =>
    entries.flatMap((entry) =>
      entry.kind === 'other' && entry.plan.sport === sport ? [entry.date.slice(0, 7)] : [],
    );
  const expected = [
    '2025-12',
    ...Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
  ];
  assert.deepEqual(months('cycling'), expected);
  assert.deepEqual(months('swimming'), expected);
});

it('fades after mile four in long runs, at 3.2 km on 15 November, and in no other run since the ache began', () => {
  const fades = runsOf(1).flatMap(({ date, plan }) =>
    plan.fading ? [{ date, atM: plan.fading.fromM }] : [],
  );
  const before = fades.filter(({ date }) => date < '2026-10-01').map(({ atM }) => atM);
  near(before.toSorted((a, b) => a - b)[Math.floor(before.length / 2)] ?? 0, 6400, 250);
  assert.deepEqual(
    fades.filter(({ date }) => date >= '2026-10-01'),
    [{ date: '2026-11-15', atM: 3200 }],
  );
});

it('tells of the knee only what had been asked by 17 November: the second morning after the last run is due', () => {
  const answers = sampleCheckIns(diary(1));
  const last = answers.filter(({ path }) => path.startsWith('20261115'));
  assert.deepEqual(
    last.map(({ checkIn }) => [checkIn.when, checkIn.pain, checkIn.onsetM]),
    [
      ['during', 2, 4100],
      ['evening', 1, null],
      ['next-morning', 0, null],
    ],
  );
  assert.equal(new Set(answers.map(({ path }) => path)).size, ACHING_RUNS.length);
});

it('follows the rule of three quarters after 1 October: never farther than what it allows', () => {
  const [first, ...later] = ACHING_RUNS;
  assert.ok(first?.onsetM);
  let allowedKm = (0.75 * first.onsetM) / 1000;
  let raisedOn = first.date;
  for (const run of later) {
    if (run.km > allowedKm) {
      assert.ok(dayOf(run.date) - dayOf(raisedOn) >= 7, `${run.date}: two raises in a week`);
      assert.ok(run.km <= allowedKm + 0.65, `${run.date}: a step of more than 0.65 km`);
      [allowedKm, raisedOn] = [run.km, run.date];
    }
  }
});
