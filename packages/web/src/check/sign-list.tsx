/** Several questions as one list of signs: tick what is so, rule out the rest at once, or say "not sure" sign by sign. */
import { useTranslation } from 'react-i18next';
import { Checkbox, ToggleButton } from 'react-aria-components';
import type { CheckQuestion, Given } from '../api/types.ts';
import type { Said } from './use-check.ts';
import { isOpen, quietAnswer, signsOf, toggled, valuesOf } from './quiet.ts';
import { TryThis } from './try-this.tsx';

/** Without what only says that a list is complete. */
const plain = (given: Given | null): string =>
  JSON.stringify(
    valuesOf(given)
      .filter((value) => value !== 'that-is-all')
      .toSorted(),
  );

const same = (a: Given | null, b: Given | null): boolean => plain(a) === plain(b);

function Signs({
  question,
  said,
  onSay,
}: {
  question: CheckQuestion;
  said: Given | null;
  onSay: (given: Given | null) => void;
}) {
  const { t } = useTranslation();
  const signs = signsOf(question);
  const values = valuesOf(said);
  return (
    <div className="sign" role="group" aria-label={t(`check.ask.${question.id}`)}>
      <div className="sign-rows">
        {signs.map((sign) => (
          <Checkbox
            key={sign}
            className="check-option check-tick"
            isSelected={values.includes(sign)}
            onChange={() => onSay(toggled(question, said, sign))}
          >
            <span>{t(`check.sign.${question.id}.${sign}`)}</span>
          </Checkbox>
        ))}
      </div>
      <ToggleButton
        className="sign-unsure"
        aria-label={t('check.go.notSureOf', { sign: t(`check.ask.${question.id}`) })}
        isSelected={said === 'unsure'}
        onChange={(on) => onSay(on ? 'unsure' : null)}
      >
        {t('check.go.notSure')}
      </ToggleButton>
      <TryThis question={question} said={said} />
    </div>
  );
}

export function SignList({
  questions,
  saidOf,
  onSay,
  labelledBy,
}: {
  questions: readonly CheckQuestion[];
  saidOf: (question: CheckQuestion) => Given | null;
  onSay: (said: Said) => void;
  labelledBy: string;
}) {
  const { t } = useTranslation();
  const open = questions.filter((question) => isOpen(saidOf(question)));
  const quiet = questions.filter((question) => {
    const said = saidOf(question);
    return said !== null && said !== 'unsure' && same(said, quietAnswer(question));
  });
  const marked = questions.length - open.length - quiet.length;
  // Ruled out: nothing is open, and something was said to be quiet.
  const ruledOut = open.length === 0 && quiet.length > 0;
  return (
    <>
      <div className="signs" role="group" aria-labelledby={labelledBy}>
        {questions.map((question) => (
          <Signs
            key={question.id}
            question={question}
            said={saidOf(question)}
            onSay={(given) => onSay({ [question.id]: given })}
          />
        ))}
      </div>
      <Checkbox
        className="check-option check-tick sign-none"
        isSelected={ruledOut}
        isDisabled={open.length === 0 && quiet.length === 0}
        onChange={(on) =>
          onSay(
            Object.fromEntries(
              (on ? open : quiet).map((question) => [question.id, on ? quietAnswer(question) : null]),
            ),
          )
        }
      >
        <span>{t(marked > 0 ? 'check.go.noneOfTheRest' : 'check.go.noneOfThese')}</span>
      </Checkbox>
      <p className="caption">{t('check.go.restHelp')}</p>
    </>
  );
}
