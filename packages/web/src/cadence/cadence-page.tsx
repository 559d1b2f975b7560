/** Own cadence, the target above it, and the beat to get there (K8). */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Cadence } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { FormTabs } from '../form/form-tabs.tsx';
import { bringWords } from '../i18n/i18n.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { Missing } from '../ui/missing.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import './cadence.css';
import { cadenceQuery } from './cadence-queries.ts';
import { CadenceWeeks } from './cadence-weeks.tsx';
import { CountSteps } from './count/count-steps.tsx';
import { LineChart } from './line-chart.tsx';
import { MetronomeCard } from './metronome/metronome-card.tsx';
import { Songs } from './songs.tsx';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

/** Figures up to here are said as words. */
const MOST_SPELT = 20;
const M_PER_KM = 1000;

export function CadencePage() {
  const query = useQuery(cadenceQuery);
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  const cadence = query.data;
  return (
    <div className="page cadence">
      <FormTabs />
      <Title cadence={cadence} />
      <Lead cadence={cadence} />
      <div className="cadence-columns">
        <div className="cadence-main">
          <LineChart cadence={cadence} />
          <WhatItDoes cadence={cadence} />
          <CountSteps cadence={cadence} />
          <Songs cadence={cadence} />
        </div>
        <div className="cadence-side">
          {cadence.gate !== 'closed' && <MetronomeCard cadence={cadence} />}
          <CadenceWeeks cadence={cadence} />
        </div>
      </div>
    </div>
  );
}

function Title({ cadence }: { cadence: Cadence }) {
  return <h1 className="say-page">{useTitle(cadence)}</h1>;
}

/** What the page says aloud. */
function useTitle({ gate, target, programme }: Cadence): string {
  const { t, i18n } = useTranslation();
  if (gate === 'closed') return t('cadence.title.closed');
  if (!target.known) return t('cadence.title.unknown');
  if (programme?.advice === 'learnt') return t('cadence.title.learnt');
  const more = Math.round(target.value.targetSpm) - Math.round(target.value.own.cadenceSpm);
  const spelt = `cadence.number.${more}`;
  return t('cadence.title.more', {
    number: more <= MOST_SPELT && i18n.exists(spelt) ? t(spelt) : String(more),
  });
}

function Lead({ cadence }: { cadence: Cadence }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { gate, target, ownFrom } = cadence;
  if (gate === 'closed')
    return (
      <p className="lead">
        {t('cadence.closed')} <Link to="/">{t('cadence.toToday')}</Link>
      </p>
    );
  if (!target.known)
    return (
      <>
        <p className="lead">{t('cadence.unknown')}</p>
        <Missing because={target.because} />
      </>
    );
  const { speedMps, own, targetSpm, step, worthALook } = target.value;
  return (
    <>
      <p className="lead">
        {t(ownFrom === 'counts' ? 'cadence.leadCounted' : 'cadence.lead', {
          pace: `${format.pace(M_PER_KM / speedMps)} ${format.paceUnit}`,
          own: format.number(own.cadenceSpm),
          target: format.number(targetSpm),
          share: format.percent(step),
        })}
      </p>
      {worthALook && <p className="second">{t('cadence.worthALook')}</p>}
      {gate === 'hold' && <p className="second">{t('cadence.hold')}</p>}
    </>
  );
}

function WhatItDoes({ cadence: { target, edge } }: { cadence: Cadence }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!target.known) return null;
  const { peakForce, impulsePerKm, own, targetSpm } = target.value;
  const less = (ratio: number): string => format.number((1 - ratio) * 100);
  // Least and most change places: the smaller ratio is the larger fall.
  const between = ({ low, high }: { low: number; high: number }): string =>
    format.range(less(high), less(low));
  const km = (metres: number): string => format.distanceFigure(metres);
  return (
    <section className="cadence-does" aria-label={t('cadence.does.label')}>
      <div>
        <p className="figure">{t('cadence.does.less', { share: format.percent(1 - peakForce.value) })}</p>
        <p className="second">
          {t('cadence.does.force', {
            force: between(peakForce),
            km: format.percent(1 - impulsePerKm.value),
            perKm: between(impulsePerKm),
          })}
        </p>
      </div>
      <div>
        {edge.known ? (
          <>
            <p className="figure">
              {t('cadence.does.edge', {
                now: km(edge.value.nowM),
                there: format.distance(edge.value.thenM),
              })}
            </p>
            <p className="second">
              {t('cadence.does.where', {
                own: format.number(own.cadenceSpm),
                target: format.number(targetSpm),
                range: format.distanceRange(edge.value.thenLowM, edge.value.thenHighM),
              })}
            </p>
          </>
        ) : (
          <p className="second">{t('cadence.does.noEdge')}</p>
        )}
      </div>
      <EvidenceMark mark="lab" evidence="heiderscheit-2011" />
    </section>
  );
}
