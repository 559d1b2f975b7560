/** 0 to 10, eleven cells. A tap saves; arrow keys only move, Enter saves. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';

const CELLS = Array.from({ length: 11 }, (_, pain) => pain);

export function PainScale({
  question,
  ceiling,
  onSave,
  disabled,
}: {
  question: string;
  ceiling: number;
  onSave: (pain: number) => void;
  disabled: boolean;
}) {
  const { t } = useTranslation();
  const [moved, setMoved] = useState<number | null>(null);
  const byArrow = useRef(false);
  return (
    <div
      // Keys are heard here on their way down, before the radio group acts on them.
      onKeyDownCapture={(event) => {
        byArrow.current = event.key.startsWith('Arrow');
        if (event.key === 'Enter' && moved !== null) onSave(moved);
      }}
      onPointerDownCapture={() => {
        byArrow.current = false;
      }}
    >
      <RadioGroup
        className="scale"
        orientation="horizontal"
        isDisabled={disabled}
        value={moved === null ? null : String(moved)}
        onChange={(value) => {
          if (byArrow.current) setMoved(Number(value));
          else onSave(Number(value));
        }}
      >
        <Label className="scale-question">{question}</Label>
        <div className="scale-cells">
          {CELLS.map((pain) => (
            <Radio
              key={pain}
              value={String(pain)}
              className={pain === ceiling ? 'scale-cell scale-ceiling' : 'scale-cell'}
              aria-label={t(
                `scale.cell.${pain === 0 ? 'none' : pain === 10 ? 'most' : pain === ceiling ? 'ceiling' : 'plain'}`,
                {
                  pain,
                },
              )}
            >
              {pain}
            </Radio>
          ))}
        </div>
        <div className="scale-words caption" aria-hidden="true">
          <span>{t('scale.nothing')}</span>
          <span className="scale-ceiling-word" style={{ left: `${(ceiling / CELLS.length) * 100}%` }}>
            {t('scale.ceiling')}
          </span>
          <span>{t('scale.most')}</span>
        </div>
      </RadioGroup>
      {moved !== null && (
        <Button className="button small" isDisabled={disabled} onPress={() => onSave(moved)}>
          {t('scale.save', { pain: moved })}
        </Button>
      )}
    </div>
  );
}
