/** One answer of a few, large enough for a thumb; "not sure" is always one of them. */
import { answerLabel } from '@kneewise/words';
import { useTranslation } from 'react-i18next';
import { Radio, RadioGroup } from 'react-aria-components';
import { OptionMark } from './pictures/option-marks.tsx';
import type { QuestionProps } from './question-parts.ts';
import { valuesOf } from './quiet.ts';

/** Labels no longer than this stand two in a row, without their notes. */
const SHORT = 10;

export function OneQuestion({ question, said, onSay, labelledBy, describedBy }: QuestionProps) {
  const { t } = useTranslation();
  const labels = question.answers.map((answer) => answerLabel(question.id, answer));
  const short = labels.every(({ length }) => length <= SHORT);
  const value = said === 'unsure' ? 'unsure' : (valuesOf(said)[0] ?? null);
  return (
    <RadioGroup
      className={short ? 'check-options check-compact' : 'check-options'}
      aria-labelledby={labelledBy}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={value}
      onChange={onSay}
    >
      {question.answers.map((answer) => (
        <Radio key={answer} value={answer} className="check-option">
          <span>{answerLabel(question.id, answer)}</span>
          <OptionMark question={question.id} answer={answer} />
        </Radio>
      ))}
      <Radio value="unsure" className="check-option">
        <span>{t('check.go.notSure')}</span>
        {!short && <span className="check-note">{t('check.go.notSureNote')}</span>}
      </Radio>
    </RadioGroup>
  );
}
