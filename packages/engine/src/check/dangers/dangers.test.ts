/**
 * None of the dangers told here by a tired, hopeful or half-answering runner ends in looking after it alone: neither
 * with nothing else said, nor with all else well, nor half answered, nor through the interview, wherever it is broken off.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { answersOf } from '../../testing/clinical.ts';
import { walk } from '../../testing/walk.ts';
import { WELL } from '../../testing/well.ts';
import { type Answers, answerProblems } from '../answers.ts';
import { triage } from '../triage.ts';
import { DANGERS } from './all.ts';

const ALL = Object.entries(DANGERS).flatMap(([behind, told]) => told.map((each) => ({ behind, ...each })));
const level = (answers: Answers): string => triage(answers).level;

describe('the understated dangers', () => {
  it('are 120 and more, of every kind the check looks for, each told once and with what is behind it', () => {
    assert.ok(ALL.length >= 120, String(ALL.length));
    assert.equal(Object.keys(DANGERS).length, 12);
    assert.equal(new Set(ALL.map(({ said }) => said)).size, ALL.length);
    for (const { said, story } of ALL) {
      assert.deepEqual(answerProblems(answersOf(said)), [], said);
      assert.ok(story.length >= 8, said);
    }
  });

  for (const [behind, told] of Object.entries(DANGERS)) {
    it(`${behind} is never looked after alone with nothing else said, or all else well`, () => {
      for (const { said, story } of told) {
        const answers = answersOf(said);
        assert.notEqual(level(answers), 'self-manage', `${story}: ${said}`);
        assert.notEqual(level({ ...WELL, ...answers }), 'self-manage', `${story}, all else well: ${said}`);
      }
    });

    it(`${behind} is never looked after alone after any screen of an interview`, () => {
      for (const { said, story } of told) {
        const { after } = walk({ ...WELL, ...answersOf(said) });
        for (const [screens, answers] of after.entries())
          assert.notEqual(level(answers), 'self-manage', `${story}, after ${screens} screens: ${said}`);
      }
    });
  }

  it('are never looked after alone half answered', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ALL), fc.subarray(Object.keys(WELL)), ({ said }, kept) => {
        const rest: Answers = Object.fromEntries(Object.entries(WELL).filter(([id]) => kept.includes(id)));
        assert.notEqual(level({ ...rest, ...answersOf(said) }), 'self-manage', said);
      }),
      { numRuns: 4000 },
    );
  });

  it('would be, if the rules did not look: somebody who is well is looked after alone', () => {
    assert.equal(level(WELL), 'self-manage');
    const { after } = walk(WELL);
    assert.equal(level(after.at(-1) ?? {}), 'self-manage');
  });
});
