// oxlint-disable unicorn/consistent-function-scoping -- small helpers stand beside the row they serve
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { limitsFor } from './family.ts';
import type { Grade, RunReport } from './grade.ts';
import { gradeOf } from './grade.ts';
import { type Ground, ROWS, play } from './rows.ts';
import { type Light, type PainEvent, type PainState, type Stage, startingState } from './state.ts';

const GN = limitsFor(['GN']); // ceiling 3, clean 2, red 5, settled 1
const ground: Ground = { limits: GN, oneRunSteps: true, easySpeedMps: 2.5, longest30M: () => 20_000 };
const DAY = 100;

const at = (stage: Stage, light: Light, more: Partial<PainState> = {}): PainState => ({
  ...startingState(stage, light, DAY),
  ...(stage === 'BUILD' ? { limit: { metres: 5000, code: 'same-again', figures: {} } } : {}),
  ...(stage === 'LADDER' ? { step: 5 } : {}),
  lastRunDay: DAY,
  lastRunM: 5000,
  lastCleanM: 5000,
  ...more,
});

const QUIET: RunReport = {
  before: null,
  during: 1,
  evening: 0,
  morning: 0,
  secondMorning: 0,
  onsetM: null,
  stopSign: false,
  painkiller: false,
};
const SAID: Readonly<Record<Grade, Partial<RunReport>>> = {
  STOP: { stopSign: true },
  '48H': { secondMorning: 2 },
  RED: { during: 5, onsetM: 3000 },
  EDGE: { during: 3, onsetM: 4400 },
  AMBER: { morning: 2 },
  UNKNOWN: { morning: null, secondMorning: null },
  CLEAN: {},
};
const ran = (grade: Grade, day: number, runM = 5000, more: Partial<RunReport> = {}): PainEvent => {
  const report = { ...QUIET, ...SAID[grade], ...more };
  assert.equal(gradeOf(report, GN), grade);
  return { kind: 'run', day, runId: `run-${day}`, report, grade, runM, movingMin: 40, longest30M: 20_000 };
};
const after = (state: PainState, ...events: readonly PainEvent[]): PainState =>
  events.reduce((now, event) => play(now, event, ground), state);
const days = (from: number, to: number): PainEvent[] =>
  Array.from({ length: to - from + 1 }, (_, i) => ({ kind: 'day', day: from + i }));
const where = ({ stage, light }: PainState): string => `${stage}·${light}`;

describe('row 1–3b: REFER', () => {
  it('1: any stage goes to REFER on a flag', () => {
    for (const stage of ['UNCHECKED', 'CALM', 'LADDER', 'BUILD', 'CLEAR'] as const) {
      assert.equal(after(at(stage, 'GO'), { kind: 'flag-raised', day: DAY }).light, 'REFER');
    }
  });

  it('2: nothing but 3 and 3b leads out', () => {
    const refer = after(at('BUILD', 'GO'), { kind: 'flag-raised', day: DAY });
    const others: PainEvent[] = [
      { kind: 'way-in-passed', day: DAY + 1 },
      { kind: 'walked-30-min', day: DAY + 1, pain: 0 },
      { kind: 'morning', day: DAY + 1, pain: 0 },
      ran('CLEAN', DAY + 2),
      ...days(DAY, DAY + 90),
    ];
    const later = after(refer, ...others);
    assert.equal(where(later), 'BUILD·REFER');
    assert.equal(later.limit, refer.limit);
  });

  it('3: a professional leads to CALM·GO, where only the tests let in', () => {
    const cleared = after(
      at('BUILD', 'GO'),
      { kind: 'flag-raised', day: DAY },
      { kind: 'cleared-by-professional', day: DAY + 9 },
    );
    assert.equal(where(cleared), 'CALM·GO');
    assert.equal(cleared.waysInOpen, false);
  });

  it('3b: a bad run while referred still cuts the state before', () => {
    const referred = after(at('BUILD', 'GO'), { kind: 'flag-raised', day: DAY }, ran('RED', DAY + 1));
    assert.equal(referred.light, 'REFER');
    const back = after(referred, { kind: 'answers-corrected', day: DAY + 2 });
    assert.equal(where(back), 'LADDER·EASE');
    assert.equal(back.limit?.metres, 2250);
  });

  it('3b: corrected answers lead back to where it was, at best HOLD', () => {
    const back = (light: Light) =>
      where(
        after(at('BUILD', light), { kind: 'flag-raised', day: DAY }, { kind: 'answers-corrected', day: DAY }),
      );
    assert.deepEqual((['GO', 'HOLD', 'EASE', 'PAUSE'] as const).map(back), [
      'BUILD·HOLD',
      'BUILD·HOLD',
      'BUILD·EASE',
      'BUILD·PAUSE',
    ]);
  });
});

describe('rows 4 and 5: the ways in', () => {
  const calm = startingState('CALM', 'GO', DAY);

  it('4: a graded run with a settled morning leads to BUILD·HOLD at three quarters, from 3 km on', () => {
    const entered = after(calm, ran('CLEAN', DAY, 4000));
    assert.equal(where(entered), 'BUILD·HOLD');
    assert.equal(entered.limit?.metres, 3000);
    const below = after(calm, ran('CLEAN', DAY, 3999));
    assert.equal(where(below), 'LADDER·HOLD');
    assert.equal(below.step, 5);
  });

  it('4: a run that reached the ceiling allows three quarters of the place', () => {
    assert.equal(after(calm, ran('EDGE', DAY, 6000)).limit?.metres, 3300);
    assert.equal(after(calm, ran('EDGE', DAY, 6000, { onsetM: null })).limit?.metres, 3000);
  });

  it('4: stays shut on a raised morning, and while a morning or the run itself is not known', () => {
    for (const grade of ['AMBER', 'RED', '48H', 'STOP'] as const) {
      const shut = after(calm, ran(grade, DAY));
      assert.equal(where(shut), 'CALM·GO', grade);
      assert.equal(shut.wayInShut, true, grade);
    }
    assert.equal(where(after(calm, ran('UNKNOWN', DAY))), 'CALM·GO');
    assert.equal(after(calm, ran('UNKNOWN', DAY)).wayInShut, false);
  });

  it('4: once shut, stays shut until a run is known to have been quiet', () => {
    const shut = after(calm, ran('STOP', DAY));
    assert.equal(after(shut, ran('UNKNOWN', DAY + 3)).wayInShut, true);
    assert.equal(after(shut, ran('UNKNOWN', DAY + 3, 5000, { during: null, morning: 0 })).wayInShut, true);
    assert.equal(where(after(shut, ran('CLEAN', DAY + 3))), 'BUILD·HOLD');
  });

  it('4: an earlier bad run keeps its cut', () => {
    const entered = after(calm, ran('RED', DAY, 4500, { onsetM: 4400 }), ran('CLEAN', DAY + 3, 10_000));
    assert.equal(entered.limit?.metres, 3150);
  });

  it('4o: the day the ache began opens a knee in GO anew and leaves everything else as it is', () => {
    const onset = (state: PainState) => after(state, { kind: 'ache-began', day: DAY });
    for (const stage of ['BUILD', 'CLEAR'] as const) {
      const anew = onset(at(stage, 'GO', { lastRunM: 7000 }));
      assert.deepEqual([where(anew), anew.waysInOpen, anew.lastRunM], ['CALM·GO', true, 7000]);
    }
    assert.equal(onset(at('BUILD', 'GO')).limit?.metres, 5000);
    for (const light of ['HOLD', 'EASE', 'PAUSE'] as const)
      assert.equal(where(onset(at('BUILD', light))), `BUILD·${light}`);
    for (const stage of ['CALM', 'LADDER'] as const) {
      const same = at(stage, 'GO');
      assert.equal(onset(same), same);
    }
  });

  it('5: passed tests lead to the ladder, by days off and at most half of the longest run', () => {
    const passed = (lastRunDay: number, longestM: number | null = 20_000) =>
      play(
        at('CALM', 'GO', { waysInOpen: false, lastRunDay }),
        { kind: 'way-in-passed', day: DAY },
        { ...ground, longest30M: () => longestM },
      );
    assert.equal(where(passed(DAY - 14)), 'LADDER·GO');
    assert.deepEqual(
      [14, 15, 28, 29].map((off) => passed(DAY - off).step),
      [5, 3, 3, 1],
    );
    // Half of 4 km at 2.5 m/s is 13.3 min: step 3 has 12, step 4 has 14.
    assert.equal(passed(DAY, 4000).step, 3);
    assert.equal(passed(DAY, 1000).step, 1);
    assert.equal(passed(DAY, null).step, 5);
    assert.equal(passed(DAY).afterCalm, true);
  });

  it('5: what led from the ladder to CALM leads back no further up than the step it was', () => {
    const back = (step: number, event: PainEvent): number | null => {
      const sentBack = after(at('LADDER', 'GO', { step }), event, ...days(DAY + 3, DAY + 12));
      assert.equal(sentBack.stage, 'CALM');
      return after(sentBack, { kind: 'way-in-passed', day: DAY + 12 }).step;
    };
    assert.equal(back(1, ran('RED', DAY + 2)), 1);
    assert.equal(back(3, ran('STOP', DAY + 2)), 3);
    assert.equal(back(9, ran('STOP', DAY + 2)), 5);
  });
});

describe('row 6: lights', () => {
  it('6: STOP and 48H pause, RED eases, EDGE and AMBER hold', () => {
    const light = (grade: Grade) => after(at('BUILD', 'GO'), ran(grade, DAY + 2)).light;
    assert.deepEqual((['STOP', '48H', 'RED', 'EDGE', 'AMBER', 'UNKNOWN', 'CLEAN'] as const).map(light), [
      'PAUSE',
      'PAUSE',
      'EASE',
      'HOLD',
      'HOLD',
      'GO',
      'GO',
    ]);
  });

  it('6: the worse light stays', () => {
    assert.equal(after(at('BUILD', 'EASE'), ran('EDGE', DAY + 2)).light, 'EASE');
    assert.equal(after(at('BUILD', 'PAUSE'), ran('RED', DAY + 2)).light, 'PAUSE');
    assert.equal(after(at('BUILD', 'HOLD'), ran('RED', DAY + 2)).light, 'EASE');
  });

  it('6: cuts apply whatever the light is', () => {
    for (const light of ['GO', 'HOLD', 'EASE', 'PAUSE'] as const) {
      assert.equal(after(at('BUILD', light), ran('EDGE', DAY + 2)).limit?.metres, 3300, light);
    }
  });

  it('6: RED takes the shorter of 0.7 of the run and three quarters of the place', () => {
    const cut = (onsetM: number | null) =>
      after(at('BUILD', 'GO'), ran('RED', DAY + 2, 5000, { onsetM })).limit?.metres;
    assert.equal(cut(4800), 3500);
    assert.equal(cut(4400), 3300);
    assert.equal(
      after(at('BUILD', 'GO'), ran('RED', DAY + 2, 5000, { during: 2, evening: 5 })).limit?.metres,
      3500,
    );
  });

  it('6: CLEAR goes back to BUILD and keeps the size it ran', () => {
    const back = after(at('CLEAR', 'GO'), ran('AMBER', DAY + 2, 8000));
    assert.equal(where(back), 'BUILD·HOLD');
    assert.equal(back.limit?.metres, 8000);
  });

  it('6a: pain without a known run has the light of its grade, and shuts the way in as a run would', () => {
    const alone = (grade: Grade): PainEvent => ({ kind: 'ache-alone', day: DAY + 1, grade });
    const light = (grade: Grade, state = at('CLEAR', 'GO')) => where(after(state, alone(grade)));
    assert.deepEqual(
      (['STOP', '48H', 'RED', 'EDGE', 'AMBER', 'UNKNOWN', 'CLEAN'] as const).map((grade) => light(grade)),
      ['BUILD·PAUSE', 'BUILD·PAUSE', 'BUILD·EASE', 'BUILD·HOLD', 'BUILD·HOLD', 'CLEAR·GO', 'CLEAR·GO'],
    );
    assert.equal(after(at('BUILD', 'GO'), alone('RED')).limit?.metres, 3500);
    assert.equal(after(at('LADDER', 'GO'), alone('RED')).step, 3);
    const calm = startingState('CALM', 'GO', DAY);
    assert.equal(after(calm, alone('STOP')).wayInShut, true);
    assert.equal(after(calm, alone('AMBER')).wayInShut, false);
    const pause = at('BUILD', 'PAUSE', { settledMornings: 1, settledMorningDay: DAY, walkedClean: true });
    const again = after(pause, alone('AMBER'));
    assert.deepEqual([again.settledMornings, again.walkedClean], [0, false]);
  });

  it('6b: a cut below 3 km leads to the ladder step of at most those minutes', () => {
    const cut = (onsetM: number) => after(at('BUILD', 'GO'), ran('EDGE', DAY + 2, 5000, { onsetM }));
    assert.equal(cut(4000).stage, 'BUILD');
    assert.equal(cut(3999).stage, 'LADDER');
    // 2,999 m at 2.5 m/s are 19.99 min: step 5 has 18, step 6 has 20.
    assert.equal(cut(3999).step, 5);
  });
});

describe('rows 7 to 11: out of HOLD, EASE and PAUSE', () => {
  it('7: two clean runs lead from HOLD to GO, and an amber one between starts again', () => {
    const hold = at('BUILD', 'HOLD');
    assert.equal(after(hold, ran('CLEAN', DAY + 2)).light, 'HOLD');
    assert.equal(after(hold, ran('CLEAN', DAY + 2), ran('UNKNOWN', DAY + 4)).light, 'HOLD');
    assert.equal(after(hold, ran('CLEAN', DAY + 2), ran('CLEAN', DAY + 4)).light, 'GO');
    assert.equal(
      after(hold, ran('CLEAN', DAY + 2), ran('AMBER', DAY + 4), ran('CLEAN', DAY + 6)).light,
      'HOLD',
    );
  });

  it('8: EASE needs seven days and two clean runs', () => {
    const ease = at('BUILD', 'EASE');
    const two = [ran('CLEAN', DAY + 2), ran('CLEAN', DAY + 4)];
    assert.equal(after(ease, ...two, ...days(DAY + 5, DAY + 6)).light, 'EASE');
    assert.equal(after(ease, ...two, ...days(DAY + 5, DAY + 7)).light, 'GO');
    assert.equal(after(ease, ran('CLEAN', DAY + 2), ...days(DAY + 3, DAY + 9)).light, 'EASE');
  });

  it('9: PAUSE needs two settled mornings in a row and a clean walk, then half of the last clean run', () => {
    const pause = at('BUILD', 'PAUSE', { lastCleanM: 8000, lastRunM: 8000 });
    const morning = (day: number, pain: number): PainEvent => ({ kind: 'morning', day, pain });
    const walk = (pain: number): PainEvent => ({ kind: 'walked-30-min', day: DAY + 3, pain });
    const back = after(pause, morning(DAY + 1, 1), morning(DAY + 2, 0), walk(2));
    assert.equal(where(back), 'BUILD·HOLD');
    assert.equal(back.limit?.metres, 4000);
    assert.equal(after(pause, morning(DAY + 1, 1), walk(2)).light, 'PAUSE');
    assert.equal(after(pause, morning(DAY + 1, 1), morning(DAY + 2, 2), walk(0)).light, 'PAUSE');
    assert.equal(after(pause, morning(DAY + 1, 1), morning(DAY + 2, 1), walk(3)).light, 'PAUSE');
  });

  it('9: on the ladder two steps back and at most half of the last clean run', () => {
    const out = (stepNow: number, lastM: number) =>
      after(
        at('LADDER', 'PAUSE', {
          step: stepNow,
          lastCleanM: lastM,
          lastRunM: lastM,
          settledMornings: 2,
          settledMorningDay: DAY + 3,
        }),
        { kind: 'walked-30-min', day: DAY + 3, pain: 0 },
      ).step;
    assert.equal(out(6, 8000), 4);
    assert.equal(out(2, 8000), 1);
    // Half of 3 km is 10 min at 2.5 m/s: step 2 has 8, step 3 has 12.
    assert.equal(out(9, 3000), 2);
  });

  it('9: a morning nobody spoke of breaks the row, a raised one takes the walk back, and old ones are too old', () => {
    const pause = at('BUILD', 'PAUSE', { lastCleanM: 8000, lastRunM: 8000 });
    const morning = (day: number, pain = 0): PainEvent => ({ kind: 'morning', day, pain });
    const walk = (day: number): PainEvent => ({ kind: 'walked-30-min', day, pain: 0 });
    const light = (...events: readonly PainEvent[]) => after(pause, ...events).light;
    assert.equal(light(morning(DAY + 1), walk(DAY + 2), morning(DAY + 3)), 'PAUSE');
    assert.equal(light(morning(DAY + 1), walk(DAY + 2), morning(DAY + 3), morning(DAY + 4)), 'HOLD');
    assert.equal(light(walk(DAY + 1), morning(DAY + 2, 4), morning(DAY + 3), morning(DAY + 4)), 'PAUSE');
    assert.equal(light(morning(DAY + 1), morning(DAY + 2), walk(DAY + 3)), 'HOLD');
    assert.equal(light(morning(DAY + 1), morning(DAY + 2), walk(DAY + 4)), 'PAUSE');
  });

  it('10: PAUSE for seven days leads to CALM, which clears the light', () => {
    assert.equal(where(after(at('BUILD', 'PAUSE'), ...days(DAY + 1, DAY + 6))), 'BUILD·PAUSE');
    const calm = after(at('BUILD', 'PAUSE'), ...days(DAY + 1, DAY + 7));
    assert.equal(where(calm), 'CALM·GO');
    assert.equal(calm.waysInOpen, false);
    assert.equal(where(after(calm, ran('CLEAN', DAY + 9))), 'CALM·GO');
  });

  it('10: a run in PAUSE all the same starts the count of mornings again', () => {
    const counted = at('BUILD', 'PAUSE', { settledMornings: 1, walkedClean: true });
    const ranOn = after(counted, ran('CLEAN', DAY + 1), { kind: 'morning', day: DAY + 2, pain: 0 });
    assert.equal(ranOn.light, 'PAUSE');
    assert.equal(ranOn.settledMornings, 1);
  });

  it('11: 21 days of HOLD or EASE cost a fifth or a step, and at step 1 lead to CALM', () => {
    for (const light of ['HOLD', 'EASE'] as const) {
      const held = (stage: Stage, more: Partial<PainState> = {}) =>
        at(stage, light, { lastRunDay: DAY + 7, ...more });
      assert.equal(after(held('BUILD'), ...days(DAY + 8, DAY + 20)).limit?.metres, 5000, light);
      assert.equal(
        after(held('BUILD', { lastRunDay: DAY + 6 }), ...days(DAY + 8, DAY + 21)).limit?.metres,
        5000,
        light,
      );
      const cut = after(held('BUILD'), ...days(DAY + 8, DAY + 21));
      assert.equal(cut.limit?.metres, 4000, light);
      assert.deepEqual(cut.notes, [{ day: DAY + 21, code: 'standstill' }]);
      assert.equal(after(held('LADDER'), ...days(DAY + 8, DAY + 21)).step, 4, light);
      assert.equal(where(after(held('LADDER', { step: 1 }), ...days(DAY + 8, DAY + 21))), 'CALM·GO');
    }
  });
});

describe('rows 12 to 15: the ladder, CLEAR and notes', () => {
  it('12: at step 1 RED once or the ceiling passed twice leads to CALM', () => {
    const first = at('LADDER', 'GO', { step: 1 });
    assert.equal(after(first, ran('RED', DAY + 2)).stage, 'CALM');
    const passed = (day: number) => ran('EDGE', day, 2000, { during: 4, onsetM: 1800 });
    assert.equal(after(first, passed(DAY + 2)).stage, 'LADDER');
    assert.equal(after(first, passed(DAY + 2), passed(DAY + 4)).stage, 'CALM');
    assert.equal(after(first, ran('EDGE', DAY + 2), ran('EDGE', DAY + 4)).stage, 'LADDER');
  });

  it('repeats a step at the ceiling, goes one back above it and two back on RED', () => {
    const ladder = at('LADDER', 'GO');
    assert.equal(after(ladder, ran('EDGE', DAY + 2)).step, 5);
    assert.equal(after(ladder, ran('EDGE', DAY + 2, 5000, { during: 4 })).step, 4);
    assert.equal(after(ladder, ran('RED', DAY + 2)).step, 3);
  });

  it('goes up after two clean runs in GO, after one quite painless run up to step 8, never so for bone stress', () => {
    const up = (stepNow: number, events: readonly PainEvent[], on = ground) =>
      events.reduce((now, event) => play(now, event, on), at('LADDER', 'GO', { step: stepNow })).step;
    const clean = [ran('CLEAN', DAY + 2), ran('CLEAN', DAY + 4)];
    const painless = ran('CLEAN', DAY + 2, 5000, { during: 0 });
    assert.equal(up(5, clean.slice(0, 1)), 5);
    assert.equal(up(5, clean), 6);
    assert.equal(up(8, [painless]), 9);
    assert.equal(up(9, [painless]), 9);
    assert.equal(up(5, [painless], { ...ground, oneRunSteps: false }), 5);
    // A settled second morning may stand in for the next one, but not for the one-run step.
    assert.equal(up(5, [ran('CLEAN', DAY + 2, 5000, { during: 0, morning: null })]), 5);
    assert.equal(after(at('LADDER', 'HOLD'), painless).step, 5);
  });

  it('does not go up by the run that brings GO back, nor within 14 days of EASE or PAUSE', () => {
    const painless = (day: number) => ran('CLEAN', day, 5000, { during: 0 });
    const ladder = (light: Light) => at('LADDER', light);
    const eased = after(ladder('EASE'), painless(DAY + 5), painless(DAY + 7));
    assert.deepEqual([eased.light, eased.step, eased.troubleUntilDay], ['GO', 5, DAY + 7]);
    const upTo = (day: number) =>
      after({ ...eased, lastRunDay: day - 2 }, painless(day - 2), painless(day)).step;
    assert.equal(upTo(DAY + 20), 5);
    assert.equal(upTo(DAY + 21), 6);
    const held = after(ladder('HOLD'), painless(DAY + 2), painless(DAY + 4));
    assert.deepEqual([held.light, held.step], ['GO', 5]);
    assert.equal(after(held, painless(DAY + 6)).step, 6);
  });

  it('does not count a run that left the step unfinished', () => {
    const short = { ...ran('CLEAN', DAY + 2, 2000, { during: 0 }), movingMin: 16.1 } as PainEvent;
    const done = { ...ran('CLEAN', DAY + 2, 2000, { during: 0 }), movingMin: 16.2 } as PainEvent;
    assert.equal(after(at('LADDER', 'GO'), short).step, 5);
    assert.equal(after(at('LADDER', 'GO'), done).step, 6);
  });

  it('13: two clean runs of step 12 lead to BUILD', () => {
    const last = at('LADDER', 'GO', { step: 12 });
    assert.equal(after(last, ran('CLEAN', DAY + 2)).stage, 'LADDER');
    const built = after(last, ran('CLEAN', DAY + 2), ran('CLEAN', DAY + 4));
    assert.equal(built.stage, 'BUILD');
    assert.equal(built.limit?.metres, 4500);
  });

  it('14: 28 quiet days with eight quiet runs in BUILD·GO lead to CLEAR', () => {
    const runs = (count: number, every: number, pain = 1) =>
      Array.from({ length: count }, (_, i) => ran('CLEAN', DAY + every * (i + 1), 5000, { during: pain }));
    const build = at('BUILD', 'GO');
    const upTo = (events: readonly PainEvent[], day: number) =>
      after(build, ...[...events, ...days(DAY + 1, day)].toSorted((a, b) => a.day - b.day)).stage;
    assert.equal(upTo(runs(8, 3), DAY + 27), 'BUILD');
    assert.equal(upTo(runs(8, 3), DAY + 28), 'CLEAR');
    assert.equal(upTo(runs(7, 3), DAY + 28), 'BUILD');
    assert.equal(upTo([...runs(8, 3), ran('CLEAN', DAY + 26, 5000, { during: 2 })], DAY + 28), 'BUILD');
    assert.equal(upTo([...runs(8, 3), { kind: 'morning', day: DAY + 26, pain: 2 }], DAY + 28), 'BUILD');
    assert.equal(upTo([...runs(8, 3), ran('UNKNOWN', DAY + 26)], DAY + 28), 'BUILD');
  });

  it('15: two PAUSE or three EASE in 28 days, or CALM beyond 21, are worth a note', () => {
    const noted = (state: PainState, day: number) =>
      after(state, { kind: 'day', day }).notes.some(({ code }) => code === 'see-a-physio');
    assert.equal(noted(at('BUILD', 'GO', { pauseDays: [DAY - 27] }), DAY), false);
    assert.equal(noted(at('BUILD', 'GO', { pauseDays: [DAY - 27, DAY - 1] }), DAY), true);
    assert.equal(noted(at('BUILD', 'GO', { pauseDays: [DAY - 28, DAY - 1] }), DAY), false);
    assert.equal(noted(at('BUILD', 'GO', { easeDays: [DAY - 20, DAY - 9] }), DAY), false);
    assert.equal(noted(at('BUILD', 'GO', { easeDays: [DAY - 20, DAY - 9, DAY - 1] }), DAY), true);
    const calm = at('CALM', 'GO', { waysInOpen: false });
    assert.equal(noted(calm, DAY + 21), false);
    assert.equal(noted(calm, DAY + 22), true);
  });
});

it('names every row once', () => {
  const ids = ROWS.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const id of ['1', '3', '3b', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15']) {
    assert.ok(ids.includes(id), `row ${id}`);
  }
});
