/** Today's strength session with the reason for each line, what is locked, and what was done (K11). */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Strength } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { bringWords } from '../i18n/i18n.ts';
import { StrengthTabs } from '../shell/shell.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { figuresOf } from '../words/shared-words.ts';
import { DoneSessions } from './done-sessions.tsx';
import { ExerciseFigure } from './figure/exercise-figure.tsx';
import { ExerciseRow } from './exercise-row.tsx';
import { Later } from './later.tsx';
import { aboutS, stepsOf } from './play/steps.ts';
import { strengthQuery } from './strength-queries.ts';
import './strength.css';
import { draft, heedWaiting, sendWaiting, waiting } from './waiting.ts';
import words from './words.en.json' with { type: 'json' };
import { YourKnee } from './your-knee.tsx';

bringWords(words);

/** Told to five minutes: nobody rests to the second. Our choice. */
const ROUND_MIN = 5;
const ROUND_S = ROUND_MIN * 60;

export function StrengthPage() {
  const { t } = useTranslation();
  const query = useQuery(strengthQuery);
  const client = useQueryClient();
  const [waits, setWaits] = useState(() => waiting().length);
  useEffect(() => {
    void sendWaiting(client);
    return heedWaiting(() => setWaits(waiting().length));
  }, [client]);
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  const strength = query.data;
  return (
    <div className="page training">
      <StrengthTabs />
      <Head strength={strength} />
      {waits > 0 && (
        <p className="second training-waits" role="status">
          {t('training.waits', { count: waits })}
        </p>
      )}
      <div className="training-columns">
        <div className="training-main">
          <Exercises strength={strength} />
        </div>
        <div className="training-side">
          {strength.kind !== 'ask-first' && strength.kind !== 'refer' && (
            <>
              <Later strength={strength} />
              <YourKnee strength={strength} />
            </>
          )}
          <DoneSessions strength={strength} />
        </div>
      </div>
    </div>
  );
}

/** What the page says aloud: the session, or why there is none. */
function Head({ strength }: { strength: Strength }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { kind, items, day, reasons, date } = strength;
  const kept = draft();
  const begun = kept !== null && kept.date === date && kept.sets.length > 0;
  if (kind === 'ask-first')
    return (
      <>
        <h1 className="say-page">{t('training.title.askFirst')}</h1>
        <p className="lead">
          {t('training.askFirst')} <Link to="/">{t('training.toToday')}</Link>
        </p>
      </>
    );
  const said = reasons.map((reason) => ({
    reason,
    text: t(`strength.why.${reason.code}`, figuresOf(reason.figures, format, date)),
  }));
  const [first] = said;
  if (kind !== 'session')
    return (
      <>
        <h1 className="say-page">{t(`training.title.${kind}`)}</h1>
        {first !== undefined && <p className="lead">{first.text}</p>}
        {kind === 'refer' && (
          <p className="lead">
            <Link to="/">{t('training.toToday')}</Link>
          </p>
        )}
        {first !== undefined && kind === 'rest' && (
          <EvidenceMark mark={first.reason.mark} evidence={first.reason.evidence} />
        )}
      </>
    );
  const spelt = `training.number.${items.length}`;
  return (
    <>
      <h1 className="say-page">
        {t('training.title.session', {
          which: day ?? t('training.calmList'),
          count: items.length,
          number: i18n.exists(spelt) ? t(spelt) : String(items.length),
          minutes: Math.max(1, Math.round(aboutS(stepsOf(items), items) / ROUND_S)) * ROUND_MIN,
        })}
      </h1>
      {said.map(({ reason, text }) => (
        <div key={reason.code} className="training-why">
          <p className="lead">{text}</p>
          <EvidenceMark mark={reason.mark} evidence={reason.evidence} />
        </div>
      ))}
      <p className="training-start">
        <Link to="/strength/play" className="button filled">
          <Icon name="play" /> {t(begun ? 'training.goOn' : 'training.start')}
        </Link>
      </p>
    </>
  );
}

function Exercises({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  const { kind, items, list, date } = strength;
  if (kind === 'session')
    return (
      <section aria-labelledby="exercises">
        <h2 id="exercises" className="section-title">
          {t('training.exercises')}
        </h2>
        <ol className="training-list">
          {items.map((item) => (
            <ExerciseRow key={item.exercise} item={item} date={date} />
          ))}
        </ol>
      </section>
    );
  if (list.length === 0) return null;
  return (
    <section aria-labelledby="exercises">
      <h2 id="exercises" className="section-title">
        {t('training.nextTime')}
      </h2>
      <ul className="training-list">
        {list.map((exercise) => (
          <li key={exercise} className="training-item">
            <div className="training-picture">
              <ExerciseFigure id={exercise} />
            </div>
            <div>
              <h3 className="section-title">{t(`exercise.${exercise}.name`)}</h3>
              <p className="second">{t(`exercise.${exercise}.why`)}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
