/** A sign to stop: asked for on its own, kept as soon as it is said. */
import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';

export function StopQuestion({
  said,
  highest,
  disabled,
  onSay,
}: {
  said: boolean | null;
  /** The worst said of that run so far, 0–10, or null: then the sign waits for a number. */
  highest: number | null;
  disabled: boolean;
  onSay: (sign: boolean) => void;
}) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="field stop-question"
      isDisabled={disabled}
      value={said === null ? null : said ? 'yes' : 'no'}
      onChange={(value) => onSay(value === 'yes')}
    >
      <Label>{t('checkIn.stopQuestion')}</Label>
      <div className="radios">
        <Radio value="yes" className="chip">
          {t('checkIn.stopYes')}
        </Radio>
        <Radio value="no" className="chip">
          {t('checkIn.stopNo')}
        </Radio>
      </div>
      <p className="caption">
        {highest === null ? t('checkIn.stopThen') : t('checkIn.stopAtOnce', { pain: highest })}
      </p>
    </RadioGroup>
  );
}
