/** Weeks ahead: what the next weeks hold if the knee stays quiet, each session with its reasons (K12). */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { bringWords } from '../i18n/i18n.ts';
import { TodayTabs } from '../shell/shell.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import './plan.css';
import { OneThing, PlanHead, Problems } from './plan-head.tsx';
import { planQuery } from './plan-queries.ts';
import { PlanWeek } from './plan-week.tsx';
import { RaceCard } from './race-card.tsx';
import { useMove } from './use-move.ts';
import { weeksOf } from './weeks.ts';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

/** Weeks shown at first, and with one tap more. Our choice. */
const WEEKS = 4;
const MORE_WEEKS = 8;

export function PlanPage() {
  const { t } = useTranslation();
  const [weeks, setWeeks] = useState(WEEKS);
  const query = useQuery(planQuery(weeks));
  const moving = useMove();
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  const plan = query.data;
  const byWeek =
    plan.sessions.length === 0 ? [] : weeksOf(plan.date, plan.sessions.at(-1)?.date ?? plan.date);
  return (
    <div className="page plan" aria-busy={query.isPlaceholderData || moving.pending}>
      <TodayTabs />
      <PlanHead plan={plan} />
      <Problems plan={plan} />
      <OneThing plan={plan} until={byWeek[0]?.at(-1) ?? plan.date} />
      <div className="plan-columns">
        <div className="plan-main">
          {byWeek.map((days, index) => (
            <PlanWeek key={days[0]} plan={plan} days={days} moving={moving} isFirst={index === 0} />
          ))}
          {plan.blocked === null && weeks === WEEKS && (
            <p>
              <Button className="button small" onPress={() => setWeeks(MORE_WEEKS)}>
                {t('weeksAhead.more')}
              </Button>
            </p>
          )}
        </div>
        <div className="plan-side">
          {plan.blocked?.code !== 'refer' && plan.blocked?.code !== 'flags-open' && <RaceCard plan={plan} />}
          {plan.sessions.length > 0 && <TakeAlong />}
        </div>
      </div>
    </div>
  );
}

/** The calendar, as a file and as an address. */
function TakeAlong() {
  const { t } = useTranslation();
  const format = useFormat();
  const path = `/api/plan.ics?units=${format.units}`;
  return (
    <section aria-labelledby="take-along" className="plan-part">
      <h2 id="take-along" className="section-title">
        {t('weeksAhead.calendar')}
      </h2>
      <p>
        <a href={path} download="kneewise.ics">
          {t('weeksAhead.calendarFile')}
        </a>
      </p>
      <p className="second">{t('weeksAhead.subscribe')}</p>
      <p className="caption plan-address">{`${globalThis.location.origin}${path}`}</p>
    </section>
  );
}
