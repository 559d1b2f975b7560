/** Every run, newest first. */
import './runs.css';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { runsQuery } from '../api/queries.ts';
import type { RunRow } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { SubTabs } from '../shell/shell.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { byMonth } from '../words/by-month.ts';

/** Rows drawn before "Show more". */
const PAGE_ROWS = 60;
const M_PER_KM = 1000;

function Row({ run }: { run: RunRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const dash = <span className="quiet">{t('cannotTell')}</span>;
  return (
    <li>
      <Link to="/runs/$runId" params={{ runId: run.id }} className="run-row">
        <span className="run-day">
          <span className="strong">{format.day(run.startAtMs, run.utcOffsetMin)}</span>
          <span className="caption">
            {format.time(run.startAtMs, run.utcOffsetMin)}
            {run.name !== null && ` · ${run.name}`}
          </span>
        </span>
        <span className="run-figure">
          <span className="strong">{run.distanceM === null ? dash : format.distance(run.distanceM)}</span>
          {run.spike !== null && <span className="caption">▲ {t(`spike.short.${run.spike}`)}</span>}
        </span>
        <span className="run-figure run-wide">
          {run.movingS === null ? dash : format.duration(run.movingS)}
        </span>
        <span className="run-figure run-wide">
          {run.meanSpeedMps === null || run.meanSpeedMps <= 0
            ? dash
            : `${format.pace(M_PER_KM / run.meanSpeedMps)} ${format.paceUnit}`}
        </span>
        <span className="run-figure run-wide">
          {run.cadenceSpm === null ? dash : t('runs.steps', { figure: format.number(run.cadenceSpm) })}
        </span>
        <span className="run-load">
          {run.shareOfUsualWeek === null ? (
            <span className="hatch run-bar-unknown" title={t('cannotTell')} />
          ) : (
            <span className="run-bar" aria-hidden="true">
              <span style={{ width: `${Math.min(1, run.shareOfUsualWeek) * 100}%` }} />
            </span>
          )}
          <span className="caption">
            {run.shareOfUsualWeek === null
              ? t('cannotTell')
              : t('runs.ofWeek', { share: format.percent(run.shareOfUsualWeek) })}
          </span>
        </span>
      </Link>
    </li>
  );
}

export function RunsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery(runsQuery);
  const [shown, setShown] = useState(PAGE_ROWS);
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  const { runs } = query.data;
  return (
    <div className="page runs">
      <SubTabs />
      <h1 className="say-page">
        {runs.length === 0
          ? t('runs.none')
          : t('runs.title', { count: runs.length, figure: format.number(runs.length) })}
      </h1>
      {runs.length === 0 && (
        <p className="lead">
          <Link to="/import">{t('nav.import')}</Link>
        </p>
      )}
      {byMonth(runs.slice(0, shown)).map(({ month, runs: some }) => (
        <section key={month} aria-labelledby={`month-${month}`}>
          <h2 id={`month-${month}`} className="section-title run-month">
            {format.monthYear(`${month}-01`)}
          </h2>
          <ul>
            {some.map((run) => (
              <Row key={run.id} run={run} />
            ))}
          </ul>
        </section>
      ))}
      {runs.length > shown && (
        <Button className="button small" onPress={() => setShown(shown + PAGE_ROWS)}>
          {t('showMore', { figure: format.number(runs.length - shown) })}
        </Button>
      )}
    </div>
  );
}
