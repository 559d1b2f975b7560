/** One exercise of today: its drawing, how much, how slowly, and why. */
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { figuresOf } from '../words/shared-words.ts';
import { ExerciseFigure } from './figure/exercise-figure.tsx';
import type { Item } from './play/steps.ts';
import { Dose } from './play/work-screen.tsx';

const HOWS = [1, 2, 3] as const;
const NAMED_SIDES = new Set(['left', 'right']);

export function ExerciseRow({ item, date }: { item: Item; date: string }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { exercise, level, tempo, restS, loadKg, reserve, short, painLimit } = item;
  const rest = format.range(String(restS[0]), String(restS[1]));
  const facts = [
    t(`exercise.${exercise}.level${level}`),
    tempo === null ? null : t('training.tempo', { tempo: tempo.join('-') }),
    restS[1] === 0 ? null : t('training.rest', { rest }),
    reserve === null
      ? null
      : t('training.reserve', { reserve: format.range(String(reserve[0]), String(reserve[1])) }),
    short ? t('training.short') : null,
    t('training.limit', { limit: painLimit }),
  ].filter((fact) => fact !== null);
  const caution = `exercise.${exercise}.caution`;
  return (
    <li className="training-item">
      <div className="training-picture">
        <ExerciseFigure id={exercise} />
      </div>
      <div className="training-what">
        <h3 className="section-title">{t(`exercise.${exercise}.name`)}</h3>
        <p className="strong">
          <Dose item={item} />
          {item.weighted &&
            `, ${loadKg.known ? `${format.number(loadKg.value, loadKg.value % 1 === 0 ? 0 : 1)} kg` : t('training.findLoad')}`}
        </p>
        <p className="second training-facts">{facts.join(' · ')}</p>
        <ul className="training-reasons">
          {item.reasons.map((reason) => {
            const { side } = reason.figures;
            const figures = figuresOf(reason.figures, format, date);
            const said =
              typeof side === 'string' && NAMED_SIDES.has(side)
                ? { ...figures, side: t(`side.kneeStart.${side}`) }
                : figures;
            return (
              <li key={reason.code}>
                <p className="second">
                  {reason.code === 'first-time' && !item.weighted
                    ? t('training.firstTime')
                    : t(`strength.why.${reason.code}`, said)}
                </p>
              </li>
            );
          })}
        </ul>
        {item.cautions.length > 0 && i18n.exists(caution) && <p className="second">{t(caution)}</p>}
        <Disclosure className="training-how">
          <Button slot="trigger" className="link second">
            {t('training.how')}
          </Button>
          <DisclosurePanel>
            <ol className="training-hows second">
              {HOWS.map((at) => `exercise.${exercise}.how${at}`)
                .filter((key) => i18n.exists(key))
                .map((key) => (
                  <li key={key}>{t(key)}</li>
                ))}
            </ol>
            <p className="second">{t(`exercise.${exercise}.why`)}</p>
          </DisclosurePanel>
        </Disclosure>
        <EvidenceMark mark={item.mark} evidence={item.evidence} />
      </div>
    </li>
  );
}
