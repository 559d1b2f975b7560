/** What the page says aloud: how the weeks look, or why no run is in them; what changed, and the one thing that rises. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { figuresOf } from '../words/shared-words.ts';
import { isRun } from './plan-queries.ts';

function useTitle({ blocked, sessions, runsPerWeek: [first, last] }: Plan): string {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  if (blocked !== null) return t(`weeksAhead.title.${blocked.code}`);
  const runs = sessions.filter(isRun);
  if (runs.some(({ ladder }) => ladder !== null)) return t('weeksAhead.title.ladder');
  const longestM = Math.max(0, ...runs.map(({ distanceM }) => (distanceM.known ? distanceM.value : 0)));
  const number = (count: number): string => t(`weeksAhead.number.${Math.min(7, Math.max(1, count))}`);
  if (runs.length === 0 || longestM === 0) return t('weeksAhead.title.none');
  return t(first === last ? 'weeksAhead.title.same' : 'weeksAhead.title.from', {
    count: last,
    first: number(first),
    number: number(last),
    later: number(last).toLocaleLowerCase(i18n.language),
    distance: format.distance(longestM),
  });
}

export function PlanHead({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { blocked, replan, today, date } = plan;
  return (
    <>
      <h1 className="say-page">{useTitle(plan)}</h1>
      {blocked?.why.map(({ code, figures, evidence, mark }) => (
        <div key={code} className="plan-block">
          <p className="lead">
            {t(`plan.why.${code}`, figuresOf(figures, format, date))}{' '}
            <Link to="/">{t('weeksAhead.toToday')}</Link>
          </p>
          <EvidenceMark mark={mark} evidence={evidence} />
        </div>
      ))}
      {replan !== null && (
        <p className="lead">
          {t('weeksAhead.since', { what: t(`plan.replan.${replan.why}`), date: format.day(replan.since) })}
        </p>
      )}
      {today.restsByPlan && <p className="second plan-lead">{t('weeksAhead.restsByPlan')}</p>}
      {today.holdsBack && <p className="second plan-lead">{t('weeksAhead.holdsBack')}</p>}
      {plan.sessions.some(({ provisional }) => provisional) && blocked === null && (
        <p className="second plan-lead">{t('weeksAhead.provisional')}</p>
      )}
    </>
  );
}

/** Moves that were kept, and that something now stands against. */
export function Problems({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (plan.problems.length === 0) return null;
  return (
    <ul className="plan-problems" aria-label={t('weeksAhead.problems')}>
      {plan.problems.map(({ code, sessionId, date }) => (
        <li key={`${code} ${sessionId}`} className="second strong">
          {t('weeksAhead.problem', { date: format.day(date), what: t(`plan.problem.${code}`) })}
        </li>
      ))}
    </ul>
  );
}

export function OneThing({ plan, until }: { plan: Plan; until: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const change = plan.changes.find(({ date }) => date >= plan.date && date <= until);
  if (plan.blocked !== null) return null;
  return (
    <section aria-labelledby="one-thing" className="plan-part plan-one">
      <h2 id="one-thing" className="section-title">
        {t('weeksAhead.oneThing')}
      </h2>
      <p className="second">
        {change === undefined
          ? t(plan.light === 'GO' ? 'weeksAhead.nothingGreen' : 'weeksAhead.nothing')
          : t('weeksAhead.oneChange', {
              what: t(`plan.change.${change.kind}`),
              date: format.day(change.date),
            })}
      </p>
      <EvidenceMark mark="randomised" evidence="ramskov-2018" />
    </section>
  );
}
