/** Today: the answer, what is asked of the runner, and the working. Fetches; its parts show. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQuery, statusQuery, todayQuery } from '../api/queries.ts';
import type { CheckIn } from '../api/types.ts';
import { FirstVisit } from '../first-visit/first-visit.tsx';
import { daysBetween } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { TodayTabs } from '../shell/shell.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { dueNow } from '../words/due-words.ts';
import { AnswerCard } from './answer-card.tsx';
import { CheckFirst } from './check-first.tsx';
import { CheckInCard } from './check-in-card.tsx';
import { KeptSign } from './kept-sign.tsx';
import { Receipt } from './receipt.tsx';
import { WouldChange } from './would-change.tsx';

const WEEK_DAYS = 7;

/** "week 7 with an aching right knee", once a day of onset is known. */
function useSince(date: string): { readonly week: number; readonly side: 'left' | 'right' } | null {
  const onset = useQuery(settingsQuery).data?.onset ?? null;
  if (onset === null) return null;
  const days = daysBetween(onset.date, date);
  return days < 0 ? null : { week: Math.floor(days / WEEK_DAYS) + 1, side: onset.side };
}

function Heading({ date }: { date: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const since = useSince(date);
  return (
    <p className="today-head second">
      <span className="strong">{format.day(date)}</span>
      {since !== null && (
        <span>
          {t('today.week', { week: since.week })}{' '}
          <span className="wide-only">{t('today.since', { side: t(`side.${since.side}`) })}</span>
        </span>
      )}
    </p>
  );
}

export function TodayPage() {
  const { t } = useTranslation();
  const [keptSign, setKeptSign] = useState<CheckIn | null>(null);
  const status = useQuery(statusQuery);
  const today = useQuery({ ...todayQuery, enabled: status.data !== undefined && !status.data.empty });
  if (status.isError && status.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={status.error} retry={() => void status.refetch()} />
      </div>
    );
  if (status.data === undefined) return <PageSkeleton />;
  if (status.data.empty) return <FirstVisit />;
  if (today.isError && today.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={today.error} retry={() => void today.refetch()} />
      </div>
    );
  if (today.data === undefined) return <PageSkeleton />;
  const answer = today.data;
  const asked = dueNow(answer.due, answer.date);
  // Until the knee check is done nothing else is asked. After a sign to stop it is asked for again, below what is due.
  const first = answer.questions.length > 0 && answer.action === 'ask-first';
  const again = answer.questions.length > 0 && !first && answer.action !== 'see-someone';
  return (
    <div className="page today" aria-busy={today.isPlaceholderData}>
      <TodayTabs />
      <div className="today-main">
        <Heading date={answer.date} />
        {status.data.sampleGrows && (
          <p role="status" className="strong">
            {t('first.sampleWorking')}
          </p>
        )}
        <AnswerCard today={answer} />
        {keptSign !== null && (
          <KeptSign kept={keptSign} ceiling={answer.ceiling} onDone={() => setKeptSign(null)} />
        )}
        {first && <CheckFirst why="first" />}
        {!first && asked !== null && (
          <CheckInCard
            key={`${asked.runId} ${asked.due[0]?.when} ${asked.due[0]?.side}`}
            runId={asked.runId}
            due={asked.due}
            today={answer}
            onSignKept={setKeptSign}
          />
        )}
        {again && <CheckFirst why="again" />}
      </div>
      <div className="today-aside">
        <Receipt today={answer} />
        <WouldChange today={answer} />
        {answer.action !== 'see-someone' && !first && !again && (
          <p className="second">
            <Link to="/knee/check">{t('checkFirst.changed')}</Link>
          </p>
        )}
      </div>
    </div>
  );
}
