/** The "cannot tell" state of a card or chart: hatched, and it says what is missing. */
import type { Because } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';
import { becauseWords } from '../words/because.ts';
import { useFormat } from '../format/use-format.ts';

/** Stripes: cannot tell, or not logged. Never an empty place, never a zero. */
export function Hatch({ className = '' }: { className?: string }) {
  return <div className={`hatch ${className}`} aria-hidden="true" />;
}

export function Missing({ because, tall = false }: { because: Because; tall?: boolean }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const words = becauseWords(because, format, (key) => i18n.exists(key));
  return (
    <div className="missing">
      <Hatch className={tall ? 'hatch-tall' : 'hatch-small'} />
      <p className="second">
        {t(words.key, { ...words.figures, what: words.whatKey === null ? because.what : t(words.whatKey) })}
      </p>
    </div>
  );
}
