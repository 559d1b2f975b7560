/** Load: what the last weeks put in, how long the long runs were, what changed before the ache. */
import './load.css';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { loadQuery } from '../api/queries.ts';
import type { Load } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { SubTabs } from '../shell/shell.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { Missing } from '../ui/missing.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { LongestSessions } from './longest-sessions.tsx';
import { WeeksChart } from './weeks-chart.tsx';
import { WhatChanged } from './what-changed.tsx';

function useSentence(load: Load): string {
  const { t } = useTranslation();
  const format = useFormat();
  const share = load.days.at(-1)?.weekShare ?? null;
  if (share === null || !load.usualWeek.known) return t('load.sentence.unknown');
  if (share === 0) return t('load.sentence.nothing');
  return t('load.sentence.share', { share: format.percent(share) });
}

export function LoadPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(loadQuery);
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  const load = query.data;
  const usual = load.usualWeek;
  return (
    <div className="page load" aria-busy={query.isPlaceholderData}>
      <SubTabs />
      <LoadHeading load={load} />
      <p className="lead">
        {usual.known
          ? t('load.usual', {
              distance: format.distance(usual.value.distanceM, 0),
              runs: format.number(usual.value.runs, usual.value.runs % 1 === 0 ? 0 : 1),
              count: usual.value.weeks,
            })
          : t('load.usualUnknown')}
      </p>
      {usual.known ? <WeeksChart load={load} /> : <Missing because={usual.because} tall />}
      <WhatChanged audit={load.audit} />
      <LongestSessions spikes={load.audit.spikes} />
    </div>
  );
}

function LoadHeading({ load }: { load: Load }) {
  return <h1 className="say-page">{useSentence(load)}</h1>;
}
