/** One run: a sentence, its figures, every stream under one cursor, where it went, what the file said. */
import './run.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { loadPart } from '../api/load-part.ts';
import { runFormQuery, runQuery, streamsQuery, todayQuery } from '../api/queries.ts';
import type { RunDetail } from '../api/types.ts';
import { runningOf, streamPicture } from '../chart/stream-rows.ts';
import { fadingPlace } from '../form/fading-place.ts';
import { useFormat } from '../format/use-format.ts';
import { CheckInStrip } from '../ui/check-in-strip.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { Icon } from '../ui/icon.tsx';
import { Hatch, Missing } from '../ui/missing.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { strip } from '../words/due-words.ts';
import { runSentence } from '../words/run-words.ts';
import { RunFacts } from './run-facts.tsx';
import { RunFormWords } from './run-form.tsx';
import { RunSources } from './run-sources.tsx';
import { SaidAnswers } from './said-answers.tsx';
import { TrackOutline } from './track-outline.tsx';

const StreamChart = lazy(async () => ({
  default: (await loadPart(() => import('./stream-chart.tsx'))).StreamChart,
}));

const NOT_FOUND = 404;

export function RunPage() {
  const { runId } = useParams({ from: '/runs/$runId' });
  const query = useQuery(runQuery(runId));
  if (query.error instanceof ApiError && query.error.status === NOT_FOUND) return <NoSuchRun />;
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  return <OneRun key={runId} run={query.data} />;
}

/** An address of no run, or of one that was erased. */
function NoSuchRun() {
  const { t } = useTranslation();
  return (
    <div className="page run">
      <h1 className="say-page">{t('run.none')}</h1>
      <p className="lead">{t('run.noneWhy')}</p>
      <p>
        <Link to="/runs">{t('run.toRuns')}</Link>
      </p>
    </div>
  );
}

function OneRun({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const format = useFormat();
  const said = runSentence(run, format);
  const streams = useQuery(streamsQuery(run.id));
  const form = useQuery(runFormQuery(run.id));
  const [at, setAt] = useState<number | null>(null);
  const picture = useMemo(
    () => (streams.data === undefined ? null : streamPicture(streams.data)),
    [streams.data],
  );
  const when = `${format.day(run.startAtMs, run.utcOffsetMin)} ${format.year(run.startAtMs, run.utcOffsetMin)}, ${format.time(run.startAtMs, run.utcOffsetMin)}`;
  return (
    <div className="page run">
      <div className="run-top second">
        <Link to="/runs" className="back-link">
          <Icon name="back" size={20} /> {t('nav.runs')}
        </Link>
        <span>{[when, run.name, run.device].filter((part) => part !== null).join(' · ')}</span>
      </div>
      <div className="run-head">
        <h1 className="say-page">{t(said.key, said.figures)}</h1>
        <RunFacts run={run} runningM={picture === null ? null : runningOf(picture)} />
      </div>
      <div className="run-columns">
        <div className="run-streams">
          {streams.isError ? (
            <FailedCard error={streams.error} retry={() => void streams.refetch()} />
          ) : streams.data === undefined || picture === null ? (
            <div className="stream-wait" aria-busy="true" />
          ) : picture.rows.length === 0 ? (
            <div className="missing">
              <Hatch className="hatch-small" />
              <p className="second">{t('run.noStreams')}</p>
            </div>
          ) : (
            <Suspense fallback={<div className="stream-wait" aria-busy="true" />}>
              <StreamChart
                run={run}
                picture={picture}
                fading={form.data?.fading.known === true ? fadingPlace(form.data.fading.value) : null}
                at={at}
                onMove={setAt}
              />
            </Suspense>
          )}
        </div>
        <div className="run-aside">
          {!run.kneeLoad.known && (
            <section aria-labelledby="no-load">
              <h2 id="no-load" className="section-title">
                {t('run.kneeLoad')}
              </h2>
              <Missing because={run.kneeLoad.because} />
            </section>
          )}
          {streams.data !== undefined && picture !== null && (
            <TrackOutline run={run} streams={streams.data} picture={picture} at={at} />
          )}
          {form.data !== undefined && <RunFormWords form={form.data} />}
          <SinceThen run={run} />
          <RunSources run={run} />
        </div>
      </div>
    </div>
  );
}

function SinceThen({ run }: { run: RunDetail }) {
  const { t } = useTranslation();
  const today = useQuery(todayQuery);
  const due = today.data?.due.filter(({ runId }) => runId === run.id) ?? [];
  const sides = [...new Set(run.checkIns.map(({ side }) => side))];
  return (
    <section aria-labelledby="since-then">
      <h2 id="since-then" className="section-title">
        {t('run.sinceThen')}
      </h2>
      {sides.length === 0 && due.length === 0 ? (
        <div className="missing">
          <Hatch className="hatch-small" />
          <p className="second">{t('run.noAnswers')}</p>
        </div>
      ) : (
        (sides.length === 0 ? [null] : sides).map((side) => (
          <div key={side}>
            {side !== null && <p className="second">{t(`side.kneeStart.${side}`)}</p>}
            <CheckInStrip dots={strip(run.checkIns, due, side)} />
          </div>
        ))
      )}
      {today.data !== undefined && run.checkIns.length > 0 && (
        <SaidAnswers said={run.checkIns} ceiling={today.data.ceiling} />
      )}
      {due.length > 0 && (
        <p className="second">
          <Link to="/">{t('run.answerNow')}</Link>
        </p>
      )}
    </section>
  );
}
