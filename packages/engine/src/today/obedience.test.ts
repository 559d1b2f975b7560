import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { type ShortCheckIn, type ShortRun, checkIn, run } from '../testing/histories.ts';
import type { TodayInput } from './today-types.ts';
import { today } from './today.ts';

// Runners who do what they are told, day after day, and answer everything, something or nothing.
const START = parseIsoDay('2026-06-01');
const WEEKS = 8;
/** Lives for each property; `FUZZ=20000` in the environment: so many, once by hand. */
const { FUZZ } = (globalThis as { process?: { env?: Readonly<Record<string, string>> } }).process?.env ?? {};
const LIVES = Number(FUZZ ?? 60);

interface Life {
  readonly before: readonly { readonly daysBack: number; readonly km: number }[];
  readonly gaps: readonly number[];
  readonly ache: 'yes' | 'no' | 'unsure';
  readonly family: TodayInput['family'];
  /** Pain in the run and next morning, in turn; null: not said. */
  readonly said: readonly (readonly [number | null, number | null])[];
}

const quiet = fc.constantFrom<number | null>(0, 0, 0, 1);
const mixed = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<number | null>(0, 1, null) },
  { weight: 1, arbitrary: fc.integer({ min: 2, max: 6 }) },
);
const lifeOf = (answer: fc.Arbitrary<number | null>): fc.Arbitrary<Life> =>
  fc.record({
    before: fc.array(
      fc.record({
        daysBack: fc.integer({ min: 2, max: 40 }),
        km: fc.integer({ min: 30, max: 180 }).map((t) => t / 10),
      }),
      { minLength: 1, maxLength: 14 },
    ),
    gaps: fc.array(
      fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.integer({ min: 4, max: 9 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    ),
    ache: fc.constantFrom('yes', 'no', 'unsure'),
    family: fc.constantFrom('PF', 'GN', 'TE', 'BS'),
    said: fc.array(fc.tuple(answer, answer), { minLength: 1, maxLength: 20 }),
  });

interface Ran {
  readonly day: number;
  readonly km: number;
  readonly action: string;
}

/** What an obedient runner runs in eight weeks. */
function obeyed({ before, gaps, ache, family, said }: Life): readonly Ran[] {
  const runs: ShortRun[] = before.map(({ daysBack, km }, i) => ({
    at: isoDay(START - daysBack),
    km,
    id: `b${i}`,
  }));
  const checkIns: ShortCheckIn[] = [];
  const ran: Ran[] = before.map(({ daysBack, km }) => ({ day: START - daysBack, km, action: 'before' }));
  let day = START;
  for (let turn = 0; day < START + WEEKS * 7; turn += 1) {
    const answer = today({
      date: isoDay(day),
      others: [],
      flags: 'none-raised',
      onset: null,
      family,
      side: 'right',
      ache,
      runs: runs.map(run),
      checkIns: checkIns.map(checkIn),
    });
    if ((answer.action === 'run' || answer.action === 'walk-run') && answer.distanceM.known) {
      const id = `r${day}`;
      const km = answer.distanceM.value / 1000;
      runs.push({ at: isoDay(day), km, id });
      ran.push({ day, km, action: answer.action });
      const [during, morning] = said[turn % said.length] ?? [null, null];
      if (during !== null)
        checkIns.push({ at: `${isoDay(day)}T10:00`, when: 'during', pain: during, run: id });
      if (morning !== null)
        checkIns.push({ at: `${isoDay(day + 1)}T07:00`, when: 'next-morning', pain: morning, run: id });
    }
    day += gaps[turn % gaps.length] ?? 1;
  }
  return ran;
}

/** Days of runs longer than everything of the thirty days before; steps of the ladder have their own rule. */
const raiseDays = (ran: readonly Ran[]): readonly number[] =>
  ran
    .filter(({ day, km, action }) => {
      const earlier = ran.filter((other) => other.day < day && other.day >= day - 30);
      return action === 'run' && earlier.length > 0 && earlier.every((other) => km > other.km + 0.001);
    })
    .map(({ day }) => day);

it('raises at most once in seven days, whatever an obedient runner answers', () => {
  let raises = 0;
  fc.assert(
    fc.property(fc.oneof(lifeOf(quiet), lifeOf(mixed)), (life) => {
      const days = raiseDays(obeyed(life));
      raises += days.length;
      for (const [i, day] of days.entries()) {
        const next = days[i + 1];
        assert.ok(
          next === undefined || next - day >= 7,
          `raised on day ${day - START} and ${(next ?? 0) - START}`,
        );
      }
    }),
    { numRuns: LIVES },
  );
  assert.ok(raises > 0, 'no life ever grew');
});

it('never raises for a runner who answers nothing', () => {
  fc.assert(
    fc.property(lifeOf(fc.constant(null)), (life) => {
      assert.deepEqual(raiseDays(obeyed(life)), []);
    }),
    { numRuns: LIVES },
  );
});

it('has an easier week, without a raise and a fifth shorter, after every third raise', () => {
  const ran = obeyed({
    before: [10, 8, 6, 4, 2].map((daysBack) => ({ daysBack, km: 8 })),
    gaps: [2],
    ache: 'no',
    family: 'GN',
    said: [[0, 0]],
  });
  const raises = raiseDays(ran);
  assert.ok(raises.length >= 4, `${raises.length} raises`);
  const gaps = raises.slice(1).map((day, i) => day - (raises[i] ?? 0));
  assert.ok(gaps.slice(0, 2).every((gap) => gap >= 7 && gap < 14));
  assert.ok((gaps[2] ?? 0) >= 14);
  const easier = (raises[2] ?? 0) + 7;
  const longest = Math.max(...ran.filter(({ day }) => day < easier).map(({ km }) => km));
  const inIt = ran.filter(({ day }) => day >= easier && day < easier + 7).map(({ km }) => km);
  // One long and the others easy, all of them a fifth shorter.
  assert.ok(inIt.length > 1 && Math.max(...inIt) <= 0.8 * longest + 0.1, `${inIt.join(' ')} of ${longest}`);
  assert.ok(inIt.filter((km) => km > 0.7 * longest).length <= 1, `${inIt.join(' ')} of ${longest}`);
});
