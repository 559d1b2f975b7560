/** One week as rows of days; a session can be dragged to another of them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Plan } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { isRun, type Session } from './plan-queries.ts';
import { SESSION_TYPE, SessionLine } from './session-line.tsx';
import type { Moving } from './use-move.ts';

export function PlanWeek({
  plan,
  days,
  moving,
  isFirst,
}: {
  plan: Plan;
  days: readonly string[];
  moving: Moving;
  isFirst: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [first = plan.date, last = plan.date] = [days[0], days.at(-1)];
  const ofWeek = plan.sessions.filter(({ date }) => date >= first && date <= last);
  const runs = ofWeek.filter(isRun);
  const knownM = runs.map(({ distanceM }) => (distanceM.known ? distanceM.value : null));
  const sumM = knownM.includes(null) ? null : knownM.reduce<number>((sum, metres) => sum + (metres ?? 0), 0);
  const id = `week-${first}`;
  return (
    <section aria-labelledby={id}>
      <div className="plan-week-head">
        <h2 id={id} className="say-finding">
          {isFirst ? t('weeksAhead.thisWeek') : t('weeksAhead.weekOf', { date: format.shortDate(first) })}
        </h2>
        {runs.length > 0 && (
          <p className="second">
            {t(sumM === null ? 'weeksAhead.runs' : 'weeksAhead.runsAndSum', {
              count: runs.length,
              distance: sumM === null ? '' : format.distance(sumM),
            })}
          </p>
        )}
      </div>
      <ol className="plan-days">
        {days.map((date) => (
          <Day
            key={date}
            date={date}
            today={plan.date}
            sessions={ofWeek.filter((session) => session.date === date)}
            all={plan.sessions}
            days={days}
            moving={moving}
          />
        ))}
      </ol>
    </section>
  );
}

function Day({
  date,
  today,
  sessions,
  all,
  days,
  moving,
}: {
  date: string;
  today: string;
  sessions: readonly Session[];
  all: readonly Session[];
  days: readonly string[];
  moving: Moving;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [over, setOver] = useState(false);
  return (
    // Dragging is the mouse's way; by keys a session goes to another day from its own line.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      className={over ? 'plan-day plan-day-over' : 'plan-day'}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(SESSION_TYPE)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const dropped = all.find(({ id }) => id === event.dataTransfer.getData(SESSION_TYPE));
        if (dropped === undefined) return;
        event.preventDefault();
        moving.move(dropped, date);
      }}
    >
      <p className="plan-date">
        <span className="strong">{date === today ? t('weeksAhead.today') : format.weekday(date)}</span>{' '}
        <span className="caption">{format.shortDate(date)}</span>
      </p>
      <div className="plan-sessions">
        {sessions.length === 0 && <p className="quiet plan-rest">{t('weeksAhead.rest')}</p>}
        {sessions.map((session) => (
          <SessionLine key={session.id} session={session} days={days} moving={moving} today={today} />
        ))}
      </div>
    </li>
  );
}
