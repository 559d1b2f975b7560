/** Why this and not more: a receipt that ends in the answer. */
import type { Today } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { figuresOf } from '../words/shared-words.ts';
import { allowsRunning, claims, receiptFigure, saidOnce } from '../words/today-words.ts';

export function Receipt({ today }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  const steps = claims(today.reasons);
  if (steps.length === 0 || saidOnce(today)) return null;
  const distance = today.distanceM.known ? today.distanceM.value : null;
  const runs = allowsRunning(today.action);
  const title =
    distance !== null && today.action === 'run'
      ? t('receipt.title', { figure: format.distanceFigure(distance) })
      : t(today.action === 'ask-first' ? 'receipt.ifNone' : 'receipt.why');
  const severalAllow = steps.filter(({ allowsM }) => allowsM !== null).length > 1;
  return (
    <section aria-labelledby="receipt" className="receipt">
      <h2 id="receipt" className="say-finding">
        {title}
      </h2>
      <ul>
        {steps.map((step) => (
          <li key={step.code}>
            <div className="receipt-claim">
              <p>{t(`reason.${step.code}`, figuresOf(step.figures, format, today.date))}</p>
              {step.binding && step.allowsM !== null && severalAllow && (
                <p className="strong second">{t('receipt.counts')}</p>
              )}
              <EvidenceMark mark={step.mark} evidence={step.evidence} />
            </div>
            <p className="receipt-figure figure">{receiptFigure(step, format)}</p>
          </li>
        ))}
      </ul>
      <p className="receipt-total">
        <span>{t(today.action === 'ask-first' ? 'receipt.wouldBe' : 'receipt.today')}</span>
        <span className="figure">
          {distance !== null && (runs || today.action === 'ask-first')
            ? format.distance(distance)
            : t(`receipt.total.${today.action}`)}
        </span>
      </p>
    </section>
  );
}
