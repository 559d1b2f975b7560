/** Several answers may be ticked; "none" and "not sure" stand alone. */
import { answerLabel } from '@kneewise/words';
import { useTranslation } from 'react-i18next';
import { Checkbox, CheckboxGroup } from 'react-aria-components';
import type { QuestionProps } from './question-parts.ts';
import { quietAnswer, signsOf, valuesOf } from './quiet.ts';

/** What a list says after one more tick: an answer that stands alone takes the others away, and they it. */
function after(before: readonly string[], ticked: readonly string[], alone: readonly string[]): string[] {
  const added = ticked.find((value) => !before.includes(value));
  if (added !== undefined && alone.includes(added)) return [added];
  return ticked.filter((value) => !alone.includes(value) || added === undefined);
}

export function ManyQuestion({ question, said, onSay, labelledBy, describedBy }: QuestionProps) {
  const { t } = useTranslation();
  const quiet = quietAnswer(question);
  const none = Array.isArray(quiet) ? (quiet[0] ?? 'none') : 'none';
  const signs = signsOf(question);
  const values = valuesOf(said);
  // A list that was left complete shows what was ticked.
  const ticked = said === 'unsure' ? ['unsure'] : values.filter((value) => signs.includes(value));
  const value = ticked.length === 0 && values.includes(none) ? [none] : ticked;
  const change = (list: string[]): void => {
    const now = after(value, list, [none, 'unsure']);
    onSay(now.length === 0 ? null : now[0] === 'unsure' ? 'unsure' : now);
  };
  return (
    <CheckboxGroup
      className="check-options check-ticks"
      aria-labelledby={labelledBy}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      value={value}
      onChange={change}
    >
      {signs.map((answer) => (
        <Checkbox key={answer} value={answer} className="check-option check-tick">
          <span>{answerLabel(question.id, answer)}</span>
        </Checkbox>
      ))}
      <Checkbox value={none} className="check-option check-tick">
        <span>{none === 'that-is-all' ? t('check.go.nothingHere') : answerLabel(question.id, none)}</span>
      </Checkbox>
      <Checkbox value="unsure" className="check-option check-tick">
        <span>{t('check.go.notSure')}</span>
        <span className="check-note">{t('check.go.notSureNote')}</span>
      </Checkbox>
    </CheckboxGroup>
  );
}
