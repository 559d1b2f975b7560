/** The knee check on the Knee page: what the last one came to, the one under way, earlier ones. */
import './check.css';
import { useQuery } from '@tanstack/react-query';
import { Link, Navigate, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { CheckState } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { bringCheckWords } from './check-words.ts';
import { ResultPage } from './result-page.tsx';
import { resultQuery } from './result-query.ts';
import { useCheck } from './use-check.ts';

bringCheckWords();

function UnderWay({
  underWay,
  check: { act },
}: {
  underWay: NonNullable<CheckState['underWay']>;
  check: ReturnType<typeof useCheck>;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { step, about, noRun } = underWay;
  return (
    <section className="card under-way" aria-labelledby="under-way">
      <h2 id="under-way" className="section-title">
        {t('check.result.underWay', { step, about })}
      </h2>
      {noRun && <p className="stop-bar">{t('check.result.underWayNoRun')}</p>}
      <div className="ways-on">
        <Link to="/knee/check" className="button filled">
          {t('check.result.goOn')}
        </Link>
        <Button
          className="button"
          isDisabled={act.isPending}
          onPress={async () => {
            await act.mutateAsync({ kind: 'begin', how: 'over' });
            await navigate({ to: '/knee/check' });
          }}
        >
          {t('check.result.over')}
        </Button>
      </div>
    </section>
  );
}

function Earlier({ history }: { history: CheckState['history'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (history.length < 2) return null;
  return (
    <section aria-labelledby="earlier" className="earlier">
      <h2 id="earlier" className="section-title">
        {t('check.result.history')}
      </h2>
      <ul>
        {history.slice(1).map(({ id, date, level }) => (
          <li key={id} className="second">
            <span>{format.day(date)}</span> <span>{t(`check.result.level.${level}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function KneeCheck() {
  const { t } = useTranslation();
  const check = useCheck();
  const { state } = check;
  const latest = state.data?.latest ?? null;
  const result = useQuery({ ...resultQuery(latest?.id ?? ''), enabled: latest !== null });
  const failed = state.isError && state.data === undefined ? state : result.isError ? result : null;
  if (failed !== null)
    return (
      <FailedCard
        alone
        error={failed.error ?? new Error(t('check.result.none'))}
        retry={() => void failed.refetch()}
      />
    );
  if (state.data === undefined || (latest !== null && result.data === undefined)) return <PageSkeleton />;
  const { underWay, referred, history } = state.data;
  if (
    underWay === null &&
    referred &&
    latest !== null &&
    (latest.level === 'emergency-now' || latest.level === 'today')
  )
    return <Navigate to="/knee/check" replace />;
  return (
    <>
      {underWay !== null && <UnderWay underWay={underWay} check={check} />}
      {latest === null || result.data === undefined ? (
        underWay === null && (
          <div className="check-none">
            <h1 className="say-page">{t('check.result.none')}</h1>
            <p className="lead">{t('check.result.noneHelp')}</p>
            <p>
              <Link to="/knee/check" className="button filled">
                {t('check.result.start')}
              </Link>
            </p>
          </div>
        )
      ) : (
        <ResultPage result={result.data} state={state.data} check={check} />
      )}
      <Earlier history={history} />
    </>
  );
}
