/** Whether form went on this run, which alone is never more than perhaps; and the heart, kept apart. */
import { useTranslation } from 'react-i18next';
import type { RunForm } from '../api/types.ts';
import { faded, fadingPlace } from '../form/fading-place.ts';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { Missing } from '../ui/missing.tsx';

/** Heartbeats a metre rising by less than this from the first half to the second are not worth a word. Our choice. */
const DRIFT_FROM = 0.03;

export function RunFormWords({ form }: { form: RunForm }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { fading, heartRateDrift } = form;
  if (!fading.known)
    return (
      <section aria-labelledby="run-form">
        <h2 id="run-form" className="section-title">
          {t('runForm.title')}
        </h2>
        <Missing because={fading.because} />
      </section>
    );
  const place = fadingPlace(fading.value);
  const changes = faded(fading.value)
    .map(({ name, change }) => {
      const shown = format.number(change);
      return t(`runForm.change.${name}`, { change: change > 0 ? `+${shown}` : shown });
    })
    .join(', ');
  return (
    <section aria-labelledby="run-form">
      <h2 id="run-form" className="section-title">
        {t('runForm.title')}
      </h2>
      <p className="second">
        {fading.value.verdict === 'fade' && place !== null
          ? t('runForm.fade', {
              place: format.distance(place.at),
              range: format.distanceRange(place.low, place.high),
              changes,
            })
          : fading.value.verdict === 'fade'
            ? t('runForm.fadeSomewhere', { changes })
            : t(`runForm.${fading.value.verdict}`)}
      </p>
      {heartRateDrift.known && heartRateDrift.value >= DRIFT_FROM && (
        <p className="second">{t('runForm.drift', { change: format.change(heartRateDrift.value) })}</p>
      )}
      <EvidenceMark mark="own-data" evidence="simulated-runners" />
    </section>
  );
}
