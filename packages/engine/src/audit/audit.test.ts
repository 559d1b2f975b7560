import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { isoDay, parseIsoDay } from '../calendar/civil-day.ts';
import { type ShortRun, ride, run, scenarios } from '../testing/histories.ts';
import { audit } from './audit.ts';
import type { AuditVariable } from './audit-types.ts';
import { VARIABLES } from './variables.ts';

const ONSET = '2026-10-01';

/** One run on the first day of each of the weeks before onset; the last figure is the week just before it. */
const weekly = (figures: readonly (Partial<ShortRun> | null)[], onset = ONSET) =>
  figures.flatMap((figure, i) =>
    figure === null ? [] : [run({ at: isoDay(parseIsoDay(onset) - 7 * (figures.length - i)), ...figure })],
  );
const km = (...kms: readonly number[]) => kms.map((each) => ({ km: each }));
const USUAL = km(30, 28, 33, 25, 31, 36, 29, 27, 30, 34, 22, 31);
/** The same week with climb and descent. */
const hills = (week: { readonly km: number }, metres: number) => ({
  ...week,
  ascentM: metres,
  descentM: metres,
});
/** The same week with climb, descent and knee load. */
const loaded = (week: { readonly km: number }, metres: number) => ({
  ...hills(week, metres),
  loadBws: week.km * 250,
});
const ask = (runs: ReturnType<typeof weekly>, others = [] as ReturnType<typeof ride>[]) =>
  audit({ runs, others, onset: ONSET, date: '2026-11-17' });
const finding = (answer: ReturnType<typeof audit>, variable: AuditVariable) =>
  answer.findings.known ? answer.findings.value.find((found) => found.variable === variable) : undefined;
const reason = (answer: ReturnType<typeof audit>, variable: AuditVariable) => {
  const told = answer.cannotTell.find((cannot) => cannot.variable === variable)?.because;
  return told && !told.known ? told.because : undefined;
};

const at = (speedMps: number, cadenceSpm: number) => ({ km: 8, speedMps, cadenceSpm });
const halfMinutes = (fast: number, speedMps: number) =>
  Array.from({ length: 40 }, (_, i) => ({
    speedMps: i < fast ? speedMps : 2.8,
    cadenceSpm: 170,
    gradeRatio: 0,
  }));
const speedWeek = (fast: number, speedMps: number) => ({ km: 3.36, bins: halfMinutes(fast, speedMps) });

describe('audit', () => {
  it('finds the golden change of distance from runs, its gaps left out', () => {
    const answer = ask(weekly([...USUAL, null, null, null, null, ...km(45, 48)]));
    const distance = finding(answer, 'distance');
    assert.equal(distance?.verdict, 'clear');
    assert.equal(Math.round(distance?.change ?? 0), 53);
    assert.equal(Math.round((distance?.z ?? 0) * 100), 275);
    assert.equal(distance?.coverage, 14 / 18);
    assert.equal(distance?.usualWeeks.length, 12);
    assert.deepEqual(distance?.windowWeeks, [45_000, 48_000]);
    assert.deepEqual(answer.gaps, ['2026-08-20', '2026-08-27', '2026-09-03', '2026-09-10']);
  });

  it('counts a week with a ride and no run as zero, a week with nothing not at all', () => {
    const runs = weekly([...USUAL, null, null, ...km(30, 30, 30, 30)]);
    assert.equal(finding(ask(runs), 'distance')?.windowWeeks.length, 4);
    const withRide = ask(runs, [ride('2026-08-21')]);
    assert.deepEqual(finding(withRide, 'distance')?.windowWeeks, [0, 30_000, 30_000, 30_000, 30_000]);
    assert.deepEqual(withRide.gaps, ['2026-08-27']);
  });

  it('needs six usual weeks and two before onset, and says what it has', () => {
    const five = ask(weekly([...km(30, 30, 30, 30, 30), null, null, null, null, ...km(30, 30)]));
    assert.deepEqual(five.findings, {
      known: false,
      because: { reason: 'too-little-data', what: 'usual weeks before the window', have: 5, need: 6 },
    });
    assert.equal(
      ask(weekly([...km(30, 30, 30, 30, 30, 30), null, null, null, null, ...km(30, 30)])).findings.known,
      true,
    );
    const one = ask(weekly([...km(30, 30, 30, 30, 30, 30), null, null, null, null, null, ...km(30)]));
    assert.deepEqual(one.windowWeeks, { have: 1, need: 2 });
    assert.equal(one.findings.known, false);
  });

  it('gives the session bins for every run even where weeks lack', () => {
    const answer = ask([run({ at: '2026-09-13', km: 13 }), run({ at: '2026-09-27', km: 18 })]);
    assert.equal(answer.findings.known, false);
    assert.deepEqual(
      answer.spikes.map(({ bin }) => bin),
      [null, '30-to-100'],
    );
    assert.equal(answer.gaps.length, 16);
    assert.deepEqual(reason(answer, 'distance'), {
      reason: 'too-little-data',
      what: 'usual weeks with distance',
      have: 0,
      need: 6,
    });
  });

  it('looks at the day of onset only where it holds a run', () => {
    const before = weekly([...USUAL, ...km(30, 30, 30, 30, 30, 30)]);
    assert.equal(ask(before).lastDay, '2026-09-30');
    assert.equal(ask([...before, run({ at: ONSET, km: 18 })]).lastDay, ONSET);
  });

  it('looks back from the day asked for where no onset is said', () => {
    const answer = audit({ runs: weekly(km(5)), others: [], onset: null, date: ONSET });
    assert.equal(answer.asOf, ONSET);
    assert.equal(answer.onset, null);
    assert.throws(() => audit({ runs: [], others: [], onset: 'soon', date: ONSET }), RangeError);
    assert.throws(() => audit({ runs: [], others: [], onset: ONSET, date: '2026-02-30' }), RangeError);
  });

  it('cannot tell what was not recorded', () => {
    const answer = ask(weekly([...USUAL, ...km(30, 30, 30, 30, 30, 30)]));
    assert.deepEqual(reason(answer, 'surface'), { reason: 'not-recorded', what: 'the ground of each run' });
    assert.deepEqual(reason(answer, 'shoe'), { reason: 'not-recorded', what: 'the shoes of each run' });
    assert.deepEqual(reason(answer, 'ascent'), { reason: 'not-recorded', what: 'ascent' });
    assert.deepEqual(reason(answer, 'knee-load'), { reason: 'not-recorded', what: 'knee-load' });
  });

  it('does not call unrecorded what it only has no usual weeks to read by', () => {
    const few = {
      reason: 'too-little-data',
      what: 'usual weeks with cadence-at-speed',
      have: 0,
      need: 6,
    };
    // Cadence in every week before onset, and no usual week: speed has nothing to be measured against.
    const lately = ask(weekly(Array.from({ length: 6 }, () => at(2.8, 170))));
    assert.deepEqual(reason(lately, 'cadence-at-speed'), few);
    assert.equal(reason(lately, 'intense-share')?.reason, 'too-little-data');
    assert.equal(reason(lately, 'ascent')?.reason, 'not-recorded');
    // No week at all.
    assert.deepEqual(reason(ask([]), 'cadence-at-speed'), few);
    assert.equal(reason(ask([]), 'ascent')?.reason, 'too-little-data');
    const usual = Array.from({ length: 12 }, () => ({ km: 8, speedMps: 2.8 }));
    const without = ask(weekly([...usual, ...usual.slice(0, 6)]));
    assert.equal(reason(without, 'cadence-at-speed')?.reason, 'not-recorded');
  });

  it('says of distance and of weighted load how little stands behind them', () => {
    const marks = VARIABLES.flatMap(({ variable, mark, caveat }) =>
      caveat ? [[variable, mark, caveat]] : [],
    );
    assert.deepEqual(marks, [
      ['distance', 'expert', 'no-difference-in-the-trial'],
      ['damage', 'expert', 'exponent-not-checked'],
    ]);
    const answer = ask(weekly(USUAL.concat(km(30, 30, 30, 30, 30, 30)).map((week) => loaded(week, 200))));
    assert.equal(finding(answer, 'distance')?.caveat, 'no-difference-in-the-trial');
    assert.equal(finding(answer, 'damage')?.caveat, 'exponent-not-checked');
    assert.equal('caveat' in (finding(answer, 'longest') ?? {}), false);
  });

  it('cannot compare hills with usual weeks that had none', () => {
    const flat = USUAL.map((week) => hills(week, 0));
    const hilly = km(30, 30, 30, 30, 30, 30).map((week) => hills(week, 300));
    assert.equal(reason(ask(weekly([...flat, ...hilly])), 'ascent')?.reason, 'does-not-apply');
  });

  it('finds cadence lower at equal speed, not cadence that follows speed', () => {
    const usual = Array.from({ length: 12 }, (_, i) => at(2.8, 170 + (i % 3)));
    const slower = Array.from({ length: 6 }, () => at(2.4, 171 - 11.2 * 0.4));
    assert.equal(
      finding(ask(weekly([...usual, ...slower])), 'cadence-at-speed')?.verdict,
      'within-usual-swing',
    );
    const lower = Array.from({ length: 6 }, () => at(2.8, 166));
    const found = finding(ask(weekly([...usual, ...lower])), 'cadence-at-speed');
    assert.equal(found?.verdict, 'clear');
    assert.equal(Math.round(found?.change ?? 0), -5);
  });

  it('finds more intense running from half-minutes faster than 1.15 times the usual speed', () => {
    const usual = Array.from({ length: 12 }, () => speedWeek(2, 3.4));
    const share = (speedMps: number) =>
      finding(
        ask(weekly([...usual, ...Array.from({ length: 6 }, () => speedWeek(12, speedMps))])),
        'intense-share',
      );
    assert.equal(share(3.22)?.verdict, 'clear');
    assert.equal(share(3.22)?.before, 0.3);
    assert.equal(share(3.21)?.before, 0);
  });

  it('calls it several at once from two groups, not from two variables of one', () => {
    const usual = USUAL.map((week) => loaded(week, 200));
    const longer = km(60, 60, 60, 60).map((week) => loaded(week, 200));
    const alike = usual.slice(0, 2);
    const volume = ask(weekly([...usual, ...alike, ...longer]));
    assert.ok(
      finding(volume, 'distance')?.verdict === 'clear' && finding(volume, 'longest')?.verdict === 'clear',
    );
    assert.equal(volume.severalAtOnce, false);
    const hilly = longer.map((week) => loaded(week, 900));
    assert.equal(ask(weekly([...usual, ...alike, ...hilly])).severalAtOnce, true);
  });

  it('ranks clear changes first', () => {
    const answer = ask(weekly([...USUAL, ...km(30, 30, 30, 30, 60, 60)]));
    assert.ok(answer.findings.known);
    const ranks = answer.findings.value.map(({ verdict }) =>
      ['clear', 'possible', 'within-usual-swing'].indexOf(verdict),
    );
    assert.deepEqual(
      ranks,
      ranks.toSorted((a, b) => a - b),
    );
  });

  it('looks at every variable once: found or said why not', () => {
    const all: readonly AuditVariable[] = [...VARIABLES.map(({ variable }) => variable), 'surface', 'shoe'];
    fc.assert(
      fc.property(
        fc.array(fc.record({ day: fc.nat({ max: 200 }), km: fc.double({ min: 0, max: 50, noNaN: true }) }), {
          maxLength: 60,
        }),
        (days) => {
          const runs = days.map((each, i) =>
            run({ at: isoDay(parseIsoDay(ONSET) - each.day), km: each.km, id: String(i) }),
          );
          const answer = ask(runs);
          const found = answer.findings.known ? answer.findings.value : [];
          for (const figure of found) {
            assert.ok(
              [figure.usual, figure.before, figure.effect, figure.se, figure.z, figure.change].every(
                Number.isFinite,
              ),
            );
          }
          if (answer.findings.known) {
            const told = [...found, ...answer.cannotTell].map(({ variable }) => variable);
            assert.deepEqual(told.toSorted(), all.toSorted());
          }
          assert.equal(answer.spikes.length + answer.runsWithoutDistance.length, runs.length);
          assert.deepEqual(ask(runs.toReversed()).findings, answer.findings);
        },
      ),
    );
  });

  it('gives each of 3,000 runs its row', () => {
    const runs = Array.from({ length: 3000 }, (_, i) =>
      run({ at: isoDay(parseIsoDay(ONSET) - i), km: 5 + (i % 7) }),
    );
    assert.equal(ask(runs).spikes.length, 3000);
  });
});

describe('audit scenarios', () => {
  interface Input {
    readonly runs: readonly ShortRun[];
    readonly rides?: readonly string[];
    readonly onset: string | null;
    readonly date: string;
  }
  for (const { name, input, expected } of scenarios(new URL('./scenarios/', import.meta.url))) {
    it(name.replaceAll('-', ' '), () => {
      const { runs, rides = [], onset, date } = input as Input;
      const answer = audit({ runs: runs.map(run), others: rides.map(ride), onset, date });
      // As it would travel: what JSON drops or rounds is not asked for.
      assert.partialDeepStrictEqual(JSON.parse(JSON.stringify(answer)), expected);
    });
  }
});
