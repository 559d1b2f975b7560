/** Thirteen questions on one calm page; every one counts, so it is kept once all are answered. */
import { AKPS_ITEMS, type AkpsAnswers } from '@kneewise/engine';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';

export function AkpsForm({
  disabled,
  failed,
  onSave,
  onCancel,
}: {
  disabled: boolean;
  failed: string | null;
  onSave: (answers: AkpsAnswers) => void;
  /** null: there is nothing to go back to. */
  onCancel: (() => void) | null;
}) {
  const { t } = useTranslation();
  const [answers, setAnswers] = useState<AkpsAnswers>({});
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const left = AKPS_ITEMS.filter(({ id }) => answers[id] === undefined);
  const save = (): void => {
    const [open] = left;
    if (open === undefined) {
      onSave(answers);
      return;
    }
    setAsked(true);
    form.current?.querySelector<HTMLElement>(`[data-item="${open.id}"] input`)?.focus();
  };
  return (
    <form
      ref={form}
      className="akps-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <p className="second">{t('akps.about')}</p>
      <ol>
        {AKPS_ITEMS.map(({ id, words, options }, index) => (
          <li key={id} data-item={id}>
            <RadioGroup
              className="akps-item"
              value={answers[id] === undefined ? null : String(answers[id])}
              onChange={(value) => setAnswers({ ...answers, [id]: Number(value) })}
              isInvalid={asked && answers[id] === undefined}
            >
              <Label className="akps-question">
                <span className="caption">{t('akps.of', { at: index + 1, count: AKPS_ITEMS.length })}</span>
                {words}
              </Label>
              <div className="akps-options">
                {options.map((option, at) => (
                  <Radio key={option.words} value={String(at)} className="akps-option">
                    {option.words}
                  </Radio>
                ))}
              </div>
            </RadioGroup>
          </li>
        ))}
      </ol>
      <div className="akps-end">
        <p className="second" role="status">
          {left.length === 0
            ? t('akps.allAnswered')
            : t(asked ? 'akps.stillOpen' : 'akps.left', { count: left.length })}
        </p>
        {failed !== null && (
          <p role="alert" className="strong second">
            {failed}
          </p>
        )}
        <div className="chips">
          <Button type="submit" className="button filled" isDisabled={disabled}>
            {t('akps.save')}
          </Button>
          {onCancel !== null && (
            <Button className="button" onPress={onCancel}>
              {t('cancel')}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
