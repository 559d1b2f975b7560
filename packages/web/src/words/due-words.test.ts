import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedNext, dueNow, highestSaid, strip } from './due-words.ts';

const due = (runId: string, when: 'during' | '48h') => ({ runId, when, side: 'right', dueAtMs: 0 }) as const;

const at = (runId: string, day: number) =>
  ({ runId, when: 'evening', side: 'right', dueAtMs: Date.UTC(2026, 10, day, 8) }) as const;

describe('the check-in strip', () => {
  it('tells an answer of 0 from no answer', () => {
    const dots = strip([{ when: 'next-morning', side: 'right', pain: 0 }], [due('a', '48h')], 'right');
    assert.deepEqual(dots, [
      { moment: 'during', state: 'unknown' },
      { moment: 'evening', state: 'unknown' },
      { moment: 'next-morning', state: 'answered', pain: 0 },
      { moment: '48h', state: 'due' },
    ]);
  });
  it('keeps the knees apart, and takes the worse of two answers', () => {
    const answers = [
      { when: 'during', side: 'right', pain: 2 },
      { when: 'during', side: 'right', pain: 3 },
      { when: 'during', side: 'left', pain: 7 },
    ] as const;
    assert.deepEqual(strip(answers, [], 'right')[0], { moment: 'during', state: 'answered', pain: 3 });
    assert.deepEqual(strip(answers, [], null)[0], { moment: 'during', state: 'answered', pain: 7 });
  });
});

describe('the one further question', () => {
  it('is whether it eased below the ceiling, where it came at the ceiling and above, and none for a quiet run', () => {
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((pain) => askedNext('during', pain, 3)),
      [null, 'eased', 'eased', 'where', 'where'],
    );
  });
  it('is only asked of the run itself', () => {
    for (const when of ['evening', 'next-morning', '48h'] as const)
      assert.equal(askedNext(when, 2, 3), null, when);
  });
});

describe('what to ask now', () => {
  it('is about the latest run that has anything due', () => {
    const asked = dueNow([at('a', 14), at('b', 15), at('a', 16), at('b', 17)], '2026-11-17');
    assert.equal(asked?.runId, 'b');
    assert.equal(asked?.due.length, 2);
  });
  it('leaves out what falls due on a later day', () => {
    assert.equal(dueNow([at('b', 17)], '2026-11-16'), null);
    assert.equal(dueNow([at('a', 16), at('b', 17)], '2026-11-16')?.runId, 'a');
    assert.equal(dueNow([], '2026-11-17'), null);
  });
});

describe('the worst said of a run', () => {
  const said = [
    { side: 'right' as const, pain: 2 },
    { side: 'right' as const, pain: 5 },
    { side: 'left' as const, pain: 7 },
  ];
  it('is told for one knee', () => {
    assert.equal(highestSaid(said, 'right'), 5);
  });
  it('is unknown where nothing was said of that knee', () => {
    assert.equal(highestSaid(said.slice(0, 2), 'left'), null);
    assert.equal(highestSaid(said, null), null);
  });
});
