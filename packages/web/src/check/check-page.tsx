/** The interview, and what interrupts it. Its result stands on the Knee page. */
import './check.css';
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import type { CheckResult } from '../api/types.ts';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { bringCheckWords } from './check-words.ts';
import { Interview } from './interview.tsx';
import { Intro } from './intro.tsx';
import { RedPage } from './red-page.tsx';
import { resultQuery } from './result-query.ts';
import { useCheck } from './use-check.ts';

bringCheckWords();

export const isRed = (
  result: CheckResult,
): result is CheckResult & { readonly level: 'emergency-now' | 'today' } =>
  result.level === 'emergency-now' || result.level === 'today';

export function CheckPage() {
  const check = useCheck();
  const { state } = check;
  const latest = state.data?.latest ?? null;
  const result = useQuery({ ...resultQuery(latest?.id ?? ''), enabled: latest !== null });
  if (state.isError && state.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={state.error} retry={() => void state.refetch()} />
      </div>
    );
  if (state.data === undefined) return <PageSkeleton />;
  const { underWay, referred, date } = state.data;
  if (underWay !== null) return <Interview underWay={underWay} check={check} />;
  const finishedHere = check.act.isSuccess && check.act.variables.kind !== 'begin';
  if (latest !== null && referred && (latest.level === 'emergency-now' || latest.level === 'today')) {
    if (result.data === undefined) return <PageSkeleton />;
    if (isRed(result.data)) return <RedPage result={result.data} date={date} check={check} />;
  }
  if (finishedHere) return <Navigate to="/knee" replace />;
  return <Intro check={check} corrects={referred} />;
}
