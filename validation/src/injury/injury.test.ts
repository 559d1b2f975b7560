import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { seededRandom } from '@kneewise/simulator';
import { sharedText } from '../data-folder.ts';
import { auc } from './auc.ts';
import { HARD_SHARE, KM, LAST_AGAINST_BEFORE, LONGEST, SIX, WEEK_RATIO } from './features.ts';
import { foldsByGroup } from './grouped-folds.ts';
import { heldOutAuc, injuryRows } from './injury-rows.ts';
import { fitLogistic } from './logistic.ts';
import { readTrainingWeeks, type TrainingWeeks, type Week } from './training-weeks.ts';

const FILE = 'injury/week-case-control-761-with-athlete.csv';
const near = (actual: number, expected: number, tolerance: number): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual} against ${expected}`);

const week = (km: number): Week => ({
  sessions: 3,
  km,
  hardKm: km / 4,
  toughSessions: 1,
  strengthSessions: 0,
  longestKm: km / 2,
});
const weeks = (last: number, before: number, first: number): TrainingWeeks => ({
  weeks: [week(last), week(before), week(first)],
  all: [last, before, first],
  athlete: 'a',
  injured: false,
});

describe('auc', () => {
  it('is the share of pairs in the right order: 3 of 4', () => {
    assert.equal(auc([1, 2, 3, 4], [false, true, false, true]), 3 / 4);
  });
  it('counts ties half, and is ½ where all scores are one', () => {
    assert.equal(auc([1, 1, 2], [false, true, true]), 3 / 4);
    assert.equal(auc([5, 5, 5], [false, true, true]), 1 / 2);
  });
  it('counts a row as often as its weight says', () => {
    const often = auc([1, 2, 3], [false, true, false], [2, 1, 1]);
    assert.equal(often, auc([1, 1, 2, 3], [false, false, true, false]));
  });
  it('needs rows of both kinds', () => {
    assert.throws(() => auc([1, 2], [true, true]), RangeError);
  });
});

describe('fitLogistic', () => {
  it('has no slope to be gained: its gradient is 0 at the fit', () => {
    const random = seededRandom(5);
    const rows = Array.from({ length: 200 }, () => [random.normal(3, 2)]);
    const positive = rows.map(([x]) => random.chance(1 / (1 + Math.exp(-0.8 * ((x ?? 0) - 3)))));
    const model = fitLogistic(rows, positive, 10);
    const slope = model([4]) - model([3]);
    // Σ(y − p)·x = λ·β of standardised columns: both sides from the fit itself.
    const centre = rows.reduce((sum, [x]) => sum + (x ?? 0), 0) / 200;
    const spread = Math.sqrt(rows.reduce((sum, [x]) => sum + ((x ?? 0) - centre) ** 2, 0) / 199);
    const gradient = rows.reduce(
      (sum, row, i) =>
        sum +
        ((positive[i] === true ? 1 : 0) - 1 / (1 + Math.exp(-model(row)))) *
          (((row[0] ?? 0) - centre) / spread),
      0,
    );
    near(gradient, 10 * slope * spread, 1e-4);
    assert.ok(slope > 0.3 && slope < 1.2, String(slope));
  });
  it('shrinks as the penalty grows, and a column that never changes counts for nothing', () => {
    const rows = [
      [1, 7],
      [2, 7],
      [3, 7],
      [4, 7],
    ];
    const slope = (ridge: number): number => {
      const model = fitLogistic(rows, [false, true, false, true], ridge);
      return model([2, 7]) - model([1, 7]);
    };
    assert.ok(slope(0.1) > slope(1) && slope(1) > slope(100) && slope(100) > 0);
    assert.throws(() => fitLogistic(rows, [false, true, false, true], 0), /ridge must be above 0, got 0/);
  });
});

describe('foldsByGroup', () => {
  it('keeps all rows of an athlete in one fold, and folds hold as many athletes each', () => {
    const groups = Array.from({ length: 300 }, (_, i) => `athlete ${i % 30}`);
    const folds = foldsByGroup(groups, 10, seededRandom(1));
    for (let i = 0; i < 30; i += 1) {
      assert.equal(new Set(folds.filter((_, row) => row % 30 === i)).size, 1);
    }
    for (let fold = 0; fold < 10; fold += 1) assert.equal(folds.filter((of) => of === fold).length, 30);
  });
});

describe('features', () => {
  it('read three weeks of 40, 30 and 20 km, the latest first', () => {
    const row = weeks(40, 30, 20);
    assert.equal(KM.of(row), 90);
    assert.equal(HARD_SHARE.of(row), 0.25);
    assert.equal(LONGEST.of(row), 20);
    near(WEEK_RATIO.of(row), 4 / 3, 1e-12);
    near(LAST_AGAINST_BEFORE.of(row), Math.log(41 / 26), 1e-12);
  });
  it('stay numbers after weeks without running', () => {
    for (const { of } of [...SIX, WEEK_RATIO]) assert.ok(Number.isFinite(of(weeks(0, 0, 0))));
    assert.equal(WEEK_RATIO.of(weeks(40, 0, 0)), 0);
  });
});

describe('readTrainingWeeks', () => {
  it('refuses a table without a column, and a cell that is no number', () => {
    assert.throws(() => readTrainingWeeks('a,b\n1,2'), /column nr. sessions must be in the table/);
  });
  it('reads 761 rows of 68 athletes, 379 injured, 38 figures each, the latest week first', (t) => {
    const csv = sharedText(FILE);
    if (csv === null) return t.skip(`needs ../shared/data/${FILE}`);
    const rows = readTrainingWeeks(csv);
    assert.equal(rows.length, 761);
    assert.equal(new Set(rows.map(({ athlete }) => athlete)).size, 68);
    assert.equal(rows.filter(({ injured }) => injured).length, 379);
    assert.ok(rows.every(({ all }) => all.length === 38 && all.every((value) => value >= 0)));
    // In one athlete's rows, dated a day apart, the latest week of a day is the middle one of seven days later.
    const stream = sharedText('injury/week-athlete1-stream.csv') ?? '';
    const days = stream
      .trim()
      .split(/\r?\n/u)
      .slice(1)
      .map((line) => Number(line.split(',').at(-2)));
    const kmOn = new Map(
      readTrainingWeeks(stream).map(({ weeks: of }, i) => [days[i], of.map(({ km }) => km)]),
    );
    const pairs = [...kmOn].flatMap(([day, km]) => {
      const later = kmOn.get((day ?? 0) + 7);
      return later === undefined ? [] : [[km[0], later[1]]];
    });
    assert.ok(pairs.length > 400);
    assert.ok(pairs.every(([latest, middleLater]) => latest === middleLater));
  });
});

describe('the injury rows', () => {
  it('find no score worth showing: the interval holds chance, and no leak', (t) => {
    const rows = injuryRows();
    if (rows[0]?.verdict === 'skipped') return t.skip(`needs ../shared/data/${FILE}`);
    assert.deepEqual(
      rows.filter(({ verdict }) => verdict === 'fails'),
      [],
    );
    const six = heldOutAuc(readTrainingWeeks(sharedText(FILE) ?? ''), (row) => SIX.map(({ of }) => of(row)));
    near(six.value, 0.53, 0.02);
    assert.ok(six.low < 0.5 && six.high < 0.65, JSON.stringify(six));
  });
  it('see a leak where one is planted: a figure that knows the injury lifts the AUC beyond 0.65', (t) => {
    const csv = sharedText(FILE);
    if (csv === null) return t.skip(`needs ../shared/data/${FILE}`);
    const random = seededRandom(3);
    const leak = heldOutAuc(
      readTrainingWeeks(csv),
      (row) => [...SIX.map(({ of }) => of(row)), (row.injured ? 1 : 0) + random.normal(0, 1)],
      2,
    );
    assert.ok(leak.low > 0.65, JSON.stringify(leak));
  });
});
