/** One session: what and how far; its reasons, another day and the file for the watch are one tap away. */
import { useTranslation } from 'react-i18next';
import { Button, Disclosure, DisclosurePanel } from 'react-aria-components';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { figuresOf } from '../words/shared-words.ts';
import { isRun, type PlannedRun, type Session } from './plan-queries.ts';
import type { Moving } from './use-move.ts';

/** Names what is dragged, so that a day takes nothing else. */
export const SESSION_TYPE = 'application/x-kneewise-session';
const S_PER_MIN = 60;

export function SessionLine({
  session,
  days,
  moving,
  today,
}: {
  session: Session;
  /** Of its week, those it may be asked to go to. */
  days: readonly string[];
  moving: Moving;
  today: string;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const told = moving.refused?.sessionId === session.id ? moving.refused.problems : [];
  return (
    <Disclosure className="plan-session">
      <div
        className="plan-line"
        draggable
        onDragStart={({ dataTransfer }) => {
          dataTransfer.setData(SESSION_TYPE, session.id);
          dataTransfer.effectAllowed = 'move';
        }}
      >
        <Button slot="trigger" className="plan-open">
          <span className="plan-what">
            <span className="strong">{t(`plan.kind.${session.kind}`)}</span> <Amount session={session} />
            {isRun(session) && session.change !== null && (
              <span className="plan-new">
                {t('weeksAhead.new', { what: t(`plan.change.${session.change}`) })}
              </span>
            )}
          </span>
          <span className="second plan-more">{t('weeksAhead.why')}</span>
        </Button>
        {isRun(session) && <Facts run={session} />}
      </div>
      {told.map(({ code, figures }) => (
        <p key={code} role="alert" className="second strong">
          {t(`plan.problem.${code}`)}{' '}
          {typeof figures['readyDate'] === 'string' &&
            t('weeksAhead.readyFrom', { date: format.day(figures['readyDate']) })}
        </p>
      ))}
      {moving.failed?.sessionId === session.id && (
        <p role="alert" className="second strong">
          {moving.failed.text}
        </p>
      )}
      <DisclosurePanel className="plan-panel">
        <ul className="plan-reasons">
          {session.why.map(({ code, figures, evidence, mark }) => (
            <li key={code}>
              <p className="second">{t(`plan.why.${code}`, figuresOf(figures, format, today))}</p>
              <EvidenceMark mark={mark} evidence={evidence} />
            </li>
          ))}
        </ul>
        {days.length > 1 && session.kind !== 'race' && (
          <div role="group" aria-label={t('weeksAhead.move')} className="plan-moves">
            <span className="field-label">{t('weeksAhead.move')}</span>
            <span className="chips">
              {days
                .filter((date) => date !== session.date)
                .map((date) => (
                  <Button
                    key={date}
                    className="chip"
                    isDisabled={moving.pending}
                    onPress={() => moving.move(session, date)}
                  >
                    {format.weekday(date)}
                  </Button>
                ))}
            </span>
          </div>
        )}
        {isRun(session) && (
          <p>
            <a
              href={`/api/plan/workouts/${encodeURIComponent(session.id)}.fit?units=${format.units}`}
              download
            >
              {t('weeksAhead.watch')}
            </a>
          </p>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}

function Amount({ session }: { session: Session }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!isRun(session))
    return session.kind === 'strength' ? (
      <span>{t(`weeksAhead.slot.${session.slot}`)}</span>
    ) : (
      <span>{t('weeksAhead.minutes', { minutes: session.minutes })}</span>
    );
  if (session.ladder !== null)
    return (
      <span className="figure">
        {session.ladder.walkMin > 0
          ? t('weeksAhead.walkRun', {
              repeats: session.ladder.repeats,
              run: format.number(session.ladder.runMin, Number.isInteger(session.ladder.runMin) ? 0 : 1),
              walk: format.number(session.ladder.walkMin, Number.isInteger(session.ladder.walkMin) ? 0 : 1),
            })
          : t('weeksAhead.minutes', { minutes: session.ladder.repeats * session.ladder.runMin })}
      </span>
    );
  return session.distanceM.known ? (
    <span className="figure">{format.distance(session.distanceM.value)}</span>
  ) : (
    <span>{t('notKnownYet')}</span>
  );
}

function Facts({ run }: { run: PlannedRun }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { durationS, paceSPerKm, cadenceSpm, beat, work, surface, ceiling } = run;
  const facts = [
    durationS.known ? t('weeksAhead.minutes', { minutes: Math.ceil(durationS.value / S_PER_MIN) }) : '',
    paceSPerKm.known ? `${format.paceRange(...paceSPerKm.value)} ${format.paceUnit}` : '',
    cadenceSpm.known
      ? t(beat === null || beat.kind === 'none' ? 'weeksAhead.steps' : 'weeksAhead.stepsBeat', {
          steps: format.number(cadenceSpm.value),
        })
      : '',
    work === null ? '' : t(`plan.work.${work.kind}`, { ...work }),
    t(`plan.surface.${surface}`),
    t('weeksAhead.turnBack', { ceiling }),
  ];
  return (
    <p className="second plan-facts">
      {facts
        .filter((fact) => fact !== '')
        .map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
    </p>
  );
}
