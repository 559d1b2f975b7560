/** A figure: written, or one of the usual ones tapped. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToggleButton } from 'react-aria-components';
import type { QuestionProps } from './question-parts.ts';

/** Tapped more often than written. */
const USUAL: Readonly<Record<string, readonly number[]>> = {
  weeks: [0.5, 1, 2, 3, 4, 6, 8, 12, 26],
  'stiff-min': [0, 5, 10, 20, 30, 60],
};

/** The figure in a text, or null; a comma is a decimal point too. */
export function readFigure(text: string, low: number, high: number): number | null {
  const figure = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(figure) || figure < low || figure > high ? null : figure;
}

export function NumberQuestion({ question, said, onSay, labelledBy, describedBy }: QuestionProps) {
  const { t } = useTranslation();
  const { low, high, unit } = question.range ?? { low: 0, high: 0, unit: '' };
  const [text, setText] = useState(typeof said === 'number' ? String(said) : '');
  const [left, setLeft] = useState(false);
  const wrong = text.trim() !== '' && readFigure(text, low, high) === null;
  const wrongId = `${labelledBy}-wrong`;
  const say = (figure: number): void => {
    setText(String(figure));
    onSay(figure);
  };
  return (
    <div className="check-number">
      <span className="check-number-field">
        <input
          className="input figure"
          inputMode="decimal"
          autoComplete="off"
          aria-labelledby={labelledBy}
          aria-describedby={
            [describedBy, left && wrong ? wrongId : undefined].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={left && wrong}
          value={text}
          onChange={({ target: { value } }) => {
            setText(value);
            const figure = readFigure(value, low, high);
            if (figure !== null) onSay(figure);
            else if (said !== null) onSay(null);
          }}
          onBlur={() => setLeft(true)}
        />
        <span className="second">{t(`check.go.${unit}`, { defaultValue: unit })}</span>
        <ToggleButton
          className="chip"
          isSelected={said === 'unsure'}
          onChange={(on) => {
            setText('');
            onSay(on ? 'unsure' : null);
          }}
        >
          {t('check.go.notSure')}
        </ToggleButton>
      </span>
      {left && wrong && (
        <p id={wrongId} role="alert" className="second strong">
          {t('check.go.wrongNumber', { low, high })}
        </p>
      )}
      {USUAL[question.id] !== undefined && (
        <div className="chips" role="group" aria-labelledby={labelledBy}>
          {USUAL[question.id]?.map((figure) => (
            <ToggleButton
              key={figure}
              className="chip"
              isSelected={said === figure}
              onChange={() => say(figure)}
            >
              {figure === 0.5 ? t('check.go.underOne') : String(figure)}
            </ToggleButton>
          ))}
        </div>
      )}
    </div>
  );
}
