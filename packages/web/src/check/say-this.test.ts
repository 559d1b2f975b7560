import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import i18next, { type TFunction } from 'i18next';
import type { CheckResult } from '../api/types.ts';
import { sayThis } from './say-this.ts';
import words from './words.en.json' with { type: 'json' };

await i18next.init({
  lng: 'en',
  resources: { en: { translation: words } },
  interpolation: { escapeValue: false },
});
const t: TFunction = i18next.t;
const flag = (
  level: CheckResult['level'],
  because: Readonly<Record<string, string | readonly string[]>>,
): CheckResult['flags'][number] => ({
  id: 'RF00',
  title: 'A sign',
  level,
  why: 'it matters',
  tell: 'since when',
  evidence: [],
  because: Object.entries(because).map(([question, answer]) => ({
    question,
    answer: typeof answer === 'string' ? answer : [...answer],
  })),
});

describe('what to say to whoever is called', () => {
  it('names the knee, since when, how it began, and the answers that raised the sign, each once', () => {
    assert.equal(
      sayThis(
        {
          level: 'emergency-now',
          flags: [
            flag('emergency-now', { hot: 'yes', fever: 'yes' }),
            flag('emergency-now', { fever: 'yes', walking: 'cannot' }),
          ],
          answers: { side: 'right', weeks: 0.5, onset: 'gradual', hot: 'yes', fever: 'yes' },
        },
        t,
      ),
      'My right knee hurts, for less than a week. It came on gradually. The knee is hot or red. There is fever or a feeling of illness. Four steps are not possible.',
    );
  });
  it('leaves out lesser signs, and says what was asked and not known, not what was never asked', () => {
    const said = sayThis(
      {
        level: 'today',
        flags: [
          flag('today', { calf: 'unsure', place: ['calf'] }),
          flag('within-days', { night: 'wakes' }),
          flag('today', { rest: 'unsure' }),
        ],
        answers: { weeks: 3, calf: 'unsure' },
      },
      t,
    );
    assert.equal(
      said,
      'My knee hurts, for about 3 weeks. It hurts in the calf. I could not tell: Is one calf or leg swollen or warm, or tender without having strained it?',
    );
  });
  it('takes the label where an answer has no sentence of its own', () => {
    const said = sayThis(
      { level: 'emergency-now', flags: [flag('emergency-now', { 'after-hard': 'tense' })], answers: {} },
      t,
    );
    assert.equal(
      said,
      'My knee hurts. Is the leg board-hard, or the urine very dark? Board-hard, pain growing fast.',
    );
  });
});
