/** What would change the answer: a few lines, most telling first. */
import type { Today } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { figuresOf } from '../words/shared-words.ts';

/** Three lines, as on a receipt: what else there is stands behind them. */
const LINES = 3;

export function WouldChange({ today }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (today.wouldChange.length === 0) return null;
  return (
    <section aria-labelledby="would-change" className="would-change">
      <h2 id="would-change" className="say-finding">
        {t('wouldChange')}
      </h2>
      <ul>
        {today.wouldChange.slice(0, LINES).map(({ code, figures }) => (
          <li key={code}>{t(`change.${code}`, figuresOf(figures, format, today.date))}</li>
        ))}
      </ul>
    </section>
  );
}
