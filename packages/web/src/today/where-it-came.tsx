/** The ache reached the ceiling during the run: where? The one figure the next distance rests on. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { readDistance } from '../format/read-distance.ts';

export function WhereItCame({
  ceiling,
  longestM,
  disabled,
  onSave,
  onBack,
}: {
  ceiling: number;
  longestM: number | null;
  disabled: boolean;
  onSave: (onsetM: number | null) => void;
  onBack: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const [text, setText] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="field where"
      onSubmit={(event) => {
        event.preventDefault();
        const figure = readDistance(text);
        const metres = figure === null ? null : format.fromUnit(figure);
        // Half a per cent more than the run's own length is a rounding, not a mistake.
        if (metres === null || (longestM !== null && metres > longestM * 1.005)) setWrong(true);
        else onSave(metres);
      }}
    >
      <label htmlFor={id}>{t('checkIn.where', { ceiling })}</label>
      <span className="where-input">
        <input
          id={id}
          className="input"
          inputMode="decimal"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setWrong(false);
          }}
        />
        <span>{format.unit}</span>
      </span>
      {wrong && (
        <p role="alert" className="second strong">
          {longestM === null
            ? t('checkIn.whereWrong', { unit: format.unit })
            : t('checkIn.whereWrongUpTo', { distance: format.distance(longestM) })}
        </p>
      )}
      <span className="chips">
        <Button type="submit" className="button small" isDisabled={disabled}>
          {t('save')}
        </Button>
        <Button className="button small" isDisabled={disabled} onPress={() => onSave(null)}>
          {t('checkIn.whereUnknown')}
        </Button>
        <Button className="button small" onPress={onBack}>
          {t('back')}
        </Button>
      </span>
    </form>
  );
}
