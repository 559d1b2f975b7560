import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { sourceOf } from '../evidence/sources.ts';
import {
  AKPS_ITEMS,
  AKPS_NOTICEABLE_CHANGE,
  AKPS_NOTICEABLE_SOURCE,
  type AkpsAnswers,
  akpsChange,
  akpsScore,
} from './akps.ts';

const all = (pick: (options: number) => number): AkpsAnswers =>
  Object.fromEntries(AKPS_ITEMS.map(({ id, options }) => [id, pick(options.length)]));
const anyone = fc.record(
  Object.fromEntries(AKPS_ITEMS.map(({ id, options }) => [id, fc.nat({ max: options.length - 1 })])),
);

describe('akpsScore', () => {
  it('has thirteen items with the published points', () => {
    assert.deepEqual(
      AKPS_ITEMS.map(({ options }) => options.map(({ points }) => points).join('/')),
      [
        '5/3/0',
        '5/3/0',
        '5/3/2/0',
        '10/8/5/0',
        '5/4/3/2/0',
        '10/8/6/3/0',
        '10/7/2/0',
        '10/8/6/4/0',
        '10/8/6/3/0',
        '10/8/6/4/0',
        '10/6/4/2/0',
        '5/3/0',
        '5/3/0',
      ],
    );
  });
  it('is 100 at best and 0 at worst', () => {
    assert.deepEqual(akpsScore(all(() => 0)), { known: true, value: 100 });
    assert.deepEqual(akpsScore(all((options) => options - 1)), { known: true, value: 0 });
  });
  it('is 92 with four answers one step below the best: stairs, running, sitting, and a limp now and then', () => {
    const answers = { ...all(() => 0), stairs: 1, running: 1, sitting: 1, limp: 1 };
    assert.deepEqual(akpsScore(answers), { known: true, value: 92 });
  });
  it('says how many items are left instead of guessing', () => {
    const { limp: _, ...twelve } = all(() => 0);
    assert.deepEqual(akpsScore(twelve), {
      known: false,
      because: { reason: 'too-little-data', what: 'akps-answers', have: 12, need: 13 },
    });
  });
  it('refuses an answer that is none of the options, and an item that is none', () => {
    assert.throws(() => akpsScore({ limp: 3 }), RangeError);
    assert.throws(() => akpsScore({ limp: 0.5 }), RangeError);
    assert.throws(() => akpsScore({ knee: 0 }), RangeError);
  });
  it('never rises when one answer gets worse', () => {
    fc.assert(
      fc.property(anyone, fc.constantFrom(...AKPS_ITEMS), (answers, { id, options }) => {
        const at = answers[id] ?? 0;
        const [now, worse] = [
          akpsScore(answers),
          akpsScore({ ...answers, [id]: Math.min(at + 1, options.length - 1) }),
        ];
        return now.known && worse.known && worse.value <= now.value && worse.value >= 0;
      }),
    );
  });
});

describe('akpsChange', () => {
  it('is better from ten points on, worse from minus ten, and in between no clear change', () => {
    assert.deepEqual(
      [70, 69, 60, 51, 50].map((later) => akpsChange(60, later).means),
      ['better', 'no-clear-change', 'no-clear-change', 'no-clear-change', 'worse'],
    );
    assert.equal(AKPS_NOTICEABLE_CHANGE, 10);
  });
  it('is marked unverified: its source is from memory', () => {
    assert.equal(akpsChange(0, 100).verified, false);
    assert.equal(sourceOf(AKPS_NOTICEABLE_SOURCE).confidence, 'M');
  });
  it('refuses scores outside 0 to 100', () => {
    assert.throws(() => akpsChange(-1, 50), RangeError);
    assert.throws(() => akpsChange(50, 101), RangeError);
  });
});
