import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fullAnswers } from '../testing/check-answers.ts';
import { WELL } from '../testing/well.ts';
import { SCREENS_AT_MOST, walk } from '../testing/walk.ts';
import type { Answers } from './answers.ts';
import { check } from './check.ts';
import { judgeFlags } from './flags.ts';
import { isAtLeast } from './level.ts';
import { RED_FLAGS } from './red-flags.ts';
import { triage } from './triage.ts';

const SCENARIOS = new URL('scenarios/', import.meta.url);

/** Rules that no scenario raises first: another of the same level makes asking needless there. */
const ON_AN_ANTIBIOTIC: Answers = {
  ...WELL,
  place: ['below-kneecap'],
  medicines: ['quinolone', 'that-is-all'],
};
const RESTED_IN_VAIN: Answers = {
  ...WELL,
  weeks: 5,
  course: 'worse',
  'bone-spot': 'other',
  tried: ['rest', 'that-is-all'],
  'tried-result': 'same',
};

/** A quinolone, and pain away from any tendon. */
const AWAY_FROM_TENDONS: Answers = {
  ...WELL,
  place: ['outer-above'],
  medicines: ['quinolone', 'that-is-all'],
};
const WEAK_THIGH: Answers = { ...WELL, 'straight-leg': 'no' };
const STRAINED_CALF: Answers = {
  ...WELL,
  place: ['calf'],
  onset: 'injury',
  event: 'push-off',
  'clot-risk': 'yes',
};

describe('the interview', () => {
  it('takes at most 20 screens, asks nothing twice, and ends with no sign of today or above open', () => {
    const lengths: number[] = [];
    fc.assert(
      fc.property(fullAnswers, (person) => {
        const { answers, screens, asked } = walk({
          ...person,
          hop: person['hop'] === 'not-tried' ? 'fine' : (person['hop'] ?? 'fine'),
        });
        lengths.push(screens.length);
        assert.ok(screens.length <= SCREENS_AT_MOST, screens.join(' '));
        assert.equal(new Set(asked).size, asked.length);
        const level = check(answers).level;
        const open = judgeFlags(answers).filter(
          ({ is, flag }) => is === 'open' && isAtLeast(flag.level, 'today'),
        );
        // Where a more urgent sign is raised, less urgent ones need no asking.
        const stillMatter = open.filter(({ flag }) => isAtLeast(flag.level, level) && flag.level !== level);
        assert.deepEqual(
          stillMatter.map(({ flag }) => flag.id),
          [],
        );
      }),
      { numRuns: 60 },
    );
    assert.ok(Math.max(...lengths) > 5);
  });

  it('of somebody who complains of little ends within 20 screens, and is not provisional', () => {
    const { answers, screens } = walk(WELL);
    assert.ok(screens.length <= SCREENS_AT_MOST, screens.join(' '));
    const result = check(answers);
    assert.equal(result.provisional, false);
    assert.equal(result.level, 'self-manage');
  });

  it('with every answer unsure ends, provisional, with an examination', () => {
    const { answers, screens } = walk({});
    assert.ok(screens.length <= SCREENS_AT_MOST, screens.join(' '));
    const result = check(answers);
    assert.equal(result.provisional, true);
    assert.notEqual(result.level, 'self-manage');
  });

  it('broken off after any screen never ends in looking after it alone where the whole of it raises a sign', () => {
    let raising = 0;
    fc.assert(
      fc.property(fullAnswers, fc.subarray(Object.keys(WELL), { maxLength: 3 }), (person, changed) => {
        const changes = Object.fromEntries(changed.map((id) => [id, person[id] ?? 'unsure']));
        const triaged = walk({ ...WELL, ...changes }).after.map((answers) => triage(answers));
        if (!triaged.at(-1)?.judged.some(({ is }) => is === 'raised')) return;
        raising++;
        assert.ok(triaged.every(({ level }) => level !== 'self-manage'));
      }),
      { numRuns: 60 },
    );
    assert.ok(raising > 0);
  });

  it('begins with who and where, then what cannot wait', () => {
    const { screens } = walk(WELL);
    const fixed = screens.filter((number) => number <= 8);
    assert.deepEqual(screens.slice(0, fixed.length), fixed, 'screens up to 8 come before all others');
    assert.deepEqual(fixed.slice(0, 3), [1, 2, 3]);
  });

  it('calls a halt at the screen that raises an emergency', () => {
    const { interrupts, screens } = walk({ ...WELL, foot: 'now' });
    const at = interrupts.indexOf('emergency-now');
    assert.equal(screens[at - 1], 6);
  });

  it('calls a halt for today at the end of the screen that settles it', () => {
    const stuck = walk({ ...WELL, locks: 'locked-now' });
    assert.equal(stuck.screens[stuck.interrupts.indexOf('today') - 1], 9);
    const ill = walk({ ...WELL, fever: 'yes', walking: 'limping' });
    assert.equal(ill.screens[ill.interrupts.indexOf('today') - 1], 7);
    assert.ok(!walk({ ...WELL, fever: 'yes' }).interrupts.includes('today'), 'a cold beside a well knee');
  });

  it('asks no question that cannot change anything: none of the rest once all is known', () => {
    const { answers } = walk(WELL);
    assert.deepEqual(check(answers).askNext, []);
  });

  it('asks what could close an open sign of today or above before anything else', () => {
    const { fever: _, hot: __, ...rest } = WELL;
    const { askNext, open } = check(rest);
    const closes = open
      .filter(({ level }) => isAtLeast(level, 'today'))
      .flatMap(({ questions }) => questions);
    assert.ok(closes.length > 0);
    assert.ok(closes.includes(askNext[0] ?? ''), askNext.join(' '));
  });

  it('reaches every rule: asked as a person would be, some scenario raises it', () => {
    const told = readdirSync(SCENARIOS).map(
      (id) =>
        (JSON.parse(readFileSync(new URL(`${id}/input.json`, SCENARIOS), 'utf8')) as { answers: Answers })
          .answers,
    );
    const raised = new Set<string>();
    for (const answers of [
      ...told,
      ON_AN_ANTIBIOTIC,
      AWAY_FROM_TENDONS,
      STRAINED_CALF,
      WEAK_THIGH,
      RESTED_IN_VAIN,
    ]) {
      const { answers: given } = walk(answers);
      for (const { flag, is } of judgeFlags(given)) if (is === 'raised') raised.add(flag.id);
    }
    assert.deepEqual(
      RED_FLAGS.map(({ id }) => id).filter((id) => !raised.has(id)),
      [],
    );
  });
});
