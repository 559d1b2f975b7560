/** Where the form goes over the last long runs: a habit, perhaps, or not within the runner's distances (K9). */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import type { Form } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { bringWords } from '../i18n/i18n.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { Missing } from '../ui/missing.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { FadingChart } from './fading-chart.tsx';
import { FormTabs } from './form-tabs.tsx';
import './form.css';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

const formQuery = {
  queryKey: ['answers', 'form'],
  queryFn: ({ signal }: { signal: AbortSignal }) => call<Form>('GET', '/api/form', undefined, signal),
};

export function FadingPage() {
  const query = useQuery(formQuery);
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  return <Fading form={query.data} />;
}

function Fading({ form: { usual, runs, unjudged } }: { form: Form }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = usual.known ? usual.value.verdict : 'unknown';
  const place = usual.known
    ? {
        place: format.distance(usual.value.distanceM),
        range: format.distanceRange(usual.value.lowM, usual.value.highM),
        count: usual.value.runs,
        agreeing: usual.value.agreeing,
      }
    : {};
  return (
    <div className="page fading">
      <FormTabs />
      <h1 className="say-page">{t(`fading.title.${said}`, place)}</h1>
      <p className="lead">{t(`fading.lead.${said}`, place)}</p>
      {!usual.known && <Missing because={usual.because} />}
      {runs.length > 0 && <FadingChart runs={runs} usual={usual.known ? usual.value : null} />}
      {unjudged > 0 && <p className="second">{t('fading.unjudged', { count: unjudged })}</p>}
      <section aria-labelledby="fading-limits" className="fading-limits">
        <h2 id="fading-limits" className="section-title">
          {t('fading.limits.title')}
        </h2>
        <p className="second">{t('fading.limits.what')}</p>
        <p className="second">{t('fading.limits.not')}</p>
        <EvidenceMark mark="own-data" evidence="simulated-runners" />
      </section>
    </div>
  );
}
