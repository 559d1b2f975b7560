/** One answer: a sentence that could be said aloud, one line of reason, its own small picture, a few facts. */
import { useQuery } from '@tanstack/react-query';
import type { ReasonStep, Today } from '@kneewise/engine';
import { useTranslation } from 'react-i18next';
import { runsQuery } from '../api/queries.ts';
import { dayOf, daysBetween } from '../format/format.ts';
import { useFormat } from '../format/use-format.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { Hatch, Missing } from '../ui/missing.tsx';
import { asSentence, figuresOf } from '../words/shared-words.ts';
import { leadReason, readyDate, saidOnce } from '../words/today-words.ts';
import { EdgeRuler } from './edge-ruler.tsx';
import { SeenSomeone } from './seen-someone.tsx';
import { WalkRun } from './walk-run.tsx';

function sentenceKey({ action, distanceM, questions }: Today): string {
  if (action === 'run' && !distanceM.known) return 'today.runUnknown';
  if (action === 'ask-first' && questions.length === 0) return 'today.answerFirst';
  return `action.${action}`;
}

/** A day of the last seven is told by its name. */
const WEEK_DAYS = 7;

/** "Three quarters of the distance where your right knee spoke up on Sunday.", where run and knee are known. */
function useEdgeSaid(today: Today, reason: ReasonStep | null): string | null {
  const { t } = useTranslation();
  const format = useFormat();
  const runs = useQuery({ ...runsQuery, enabled: reason?.code === 'three-quarters-of-edge' }).data?.runs;
  if (reason?.code !== 'three-quarters-of-edge' || today.side === null) return null;
  const run = runs?.find(({ id }) => id === reason.figures['runId']);
  if (run === undefined) return null;
  const ago = daysBetween(dayOf(run.startAtMs, run.utcOffsetMin), today.date);
  return t('today.threeQuarters', {
    side: t(`side.${today.side}`),
    day:
      ago < WEEK_DAYS
        ? format.weekday(run.startAtMs, run.utcOffsetMin)
        : format.date(run.startAtMs, run.utcOffsetMin),
  });
}

function Sentence({ today }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  const asksFlags = today.action === 'ask-first' && today.questions.length > 0;
  const key = sentenceKey(today);
  const reason = leadReason(today.reasons);
  const edgeSaid = useEdgeSaid(today, reason);
  return (
    <>
      <h1 className="say-answer">
        {t(key, { distanceM: today.distanceM.known ? format.distance(today.distanceM.value) : '' })}
      </h1>
      <p className="lead">
        {asksFlags
          ? t('today.askFirst')
          : reason === null
            ? t('today.noReason')
            : (edgeSaid ??
              asSentence(t(`reason.${reason.code}`, figuresOf(reason.figures, format, today.date))))}
      </p>
      {!asksFlags && reason !== null && saidOnce(today) && (
        <EvidenceMark mark={reason.mark} evidence={reason.evidence} />
      )}
    </>
  );
}

function Facts({ today }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <dl className="facts facts-ruled">
      <div>
        <dt>{t('today.pace')}</dt>
        <dd className={today.easyPaceSPerKm.known ? 'figure' : 'second'}>
          {today.easyPaceSPerKm.known ? (
            <>
              {format.paceRange(...today.easyPaceSPerKm.value)} <small>{format.paceUnit}</small>
            </>
          ) : (
            t('notKnownYet')
          )}
        </dd>
      </div>
      <div>
        <dt>{t('today.steps')}</dt>
        <dd className={today.cadenceSpm.known ? 'figure' : 'second'}>
          {today.cadenceSpm.known ? format.number(today.cadenceSpm.value) : t('notKnownYet')}
        </dd>
      </div>
      <div>
        <dt>{t('today.turnBack')}</dt>
        <dd className="figure">
          <span className="ember">{today.ceiling}</span>
          <small>/10</small>
        </dd>
      </div>
    </dl>
  );
}

/** A rest day only because of the last run says when the next may come, and how long. */
function Rest({ today: { next } }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className="rest">
      {next !== null && (
        <p className="would-stand">
          {next.distanceM.known
            ? t('today.next', { distance: format.distance(next.distanceM.value) })
            : t('today.nextNoDistance')}
        </p>
      )}
      <p className="second">{t('today.rest')}</p>
    </div>
  );
}

function Picture({ today }: { today: Today }) {
  const { t } = useTranslation();
  const format = useFormat();
  const ready = readyDate(today.reasons);
  switch (today.action) {
    case 'run':
      return today.distanceM.known ? (
        <EdgeRuler today={today} doseM={today.distanceM.value} />
      ) : (
        <Missing because={today.distanceM.because} tall />
      );
    case 'ask-first':
      return today.distanceM.known ? (
        <>
          <p className="would-stand">
            {t(ready === null ? 'today.wouldStand' : 'today.wouldStandFrom', {
              distance: format.distance(today.distanceM.value),
              date: ready === null ? '' : format.day(ready),
            })}
          </p>
          <EdgeRuler today={today} doseM={today.distanceM.value} planned />
        </>
      ) : (
        <Missing because={today.distanceM.because} tall />
      );
    case 'walk-run':
      return <WalkRun today={today} />;
    case 'cross-train':
      return <p className="second">{t('today.crossTrain')}</p>;
    case 'rest':
      return <Rest today={today} />;
    case 'see-someone':
      return <SeenSomeone />;
    case 'cannot-say':
      return today.distanceM.known ? (
        <Hatch className="hatch-tall" />
      ) : (
        <Missing because={today.distanceM.because} tall />
      );
  }
}

export function AnswerCard({ today }: { today: Today }) {
  const showsFacts = today.action === 'run' || today.action === 'walk-run' || today.action === 'ask-first';
  return (
    <section className="card answer">
      <Sentence today={today} />
      <Picture today={today} />
      {showsFacts && <Facts today={today} />}
    </section>
  );
}
