/** 0 to 10 in one tap; the limit of this exercise outlined and named. What was tapped can be changed. */
import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';

const CELLS = Array.from({ length: 11 }, (_, value) => value);

export function AcheScale({
  question,
  value,
  limit = null,
  onChange,
}: {
  question: string;
  value: number | null;
  limit?: number | null;
  onChange: (value: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      className="play-scale"
      orientation="horizontal"
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    >
      <Label className="second">{question}</Label>
      <div className="scale-cells">
        {CELLS.map((each) => (
          <Radio
            key={each}
            value={String(each)}
            className={each === limit ? 'scale-cell scale-ceiling' : 'scale-cell'}
            aria-label={each === limit ? t('player.cellLimit', { pain: each }) : String(each)}
          >
            {each}
          </Radio>
        ))}
      </div>
      {limit !== null && value !== null && value > limit && (
        <p className="second strong" role="status">
          {t('player.overLimit', { limit })}
        </p>
      )}
    </RadioGroup>
  );
}
