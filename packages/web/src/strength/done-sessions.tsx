/** Sessions that were done, newest first, and how the sides compare. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { answersChanged } from '../api/queries.ts';
import type { Strength, StrengthSession } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { offerUndo } from '../ui/undo.tsx';
import { addWaiting, removeSession, sendWaiting } from './waiting.ts';

/** So many are shown at first. */
const SHOWN = 5;

export function DoneSessions({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { sessions, balance } = strength;
  const shown = all ? sessions : sessions.slice(0, SHOWN);
  const left = sessions.length - shown.length;
  return (
    <section className="training-done" aria-labelledby="done">
      <h2 id="done" className="section-title">
        {t('training.done')}
      </h2>
      {balance
        .filter(({ weaker }) => weaker !== null)
        .map(({ exercise, left: leftSide, right, weaker }) => (
          <p key={exercise} className="second">
            {t('training.weaker', {
              exercise: t(`exercise.${exercise}.name`),
              side: t(`side.${weaker ?? 'left'}`),
              left: leftSide,
              right,
            })}
          </p>
        ))}
      {sessions.length === 0 && <p className="second">{t('training.noneDone')}</p>}
      <ul className="training-sessions">
        {shown.map((session) => (
          <OneSession key={session.id} session={session} />
        ))}
      </ul>
      {left > 0 && (
        <Button className="link" onPress={() => setAll(true)}>
          {t('showMore', { figure: left })}
        </Button>
      )}
    </section>
  );
}

/** `15, 15, 12` */
const amounts = (sets: StrengthSession['exercises'][number]['sets']): string =>
  sets.map(({ reps, holdS }) => reps ?? (holdS === null ? '?' : `${holdS} s`)).join(', ');

function OneSession({ session }: { session: StrengthSession }) {
  const { t } = useTranslation();
  const format = useFormat();
  const client = useQueryClient();
  const takeBack = async (): Promise<void> => {
    await removeSession(session.id);
    await answersChanged(client);
    offerUndo(t('training.taken'), async () => {
      addWaiting(session);
      await sendWaiting(client);
      await answersChanged(client);
    });
  };
  const day = format.day(session.date);
  return (
    <li>
      <details>
        <summary>
          <span className="strong">{day}</span>{' '}
          <span className="second">
            {session.day ?? t(`strength.phase.${session.phase}`)}
            {' · '}
            {t('training.exerciseCount', { count: session.exercises.length })}
            {session.rpe !== null && ` · ${t('training.rpe', { rpe: session.rpe })}`}
          </span>
        </summary>
        <ul className="second training-logged">
          {session.exercises.map(({ exercise, sets, pain }) => {
            const kg = sets.find(({ loadKg }) => loadKg !== null)?.loadKg ?? null;
            const weight = kg === null ? '' : `, ${format.number(kg, kg % 1 === 0 ? 0 : 1)} kg`;
            const ache = pain === null ? t('player.acheNotSaid') : t('player.acheSaid', { pain });
            return (
              <li key={exercise}>
                {t(`exercise.${exercise}.name`)}: {amounts(sets)}
                {weight} · {ache}
              </li>
            );
          })}
        </ul>
        <Button
          className="link second"
          aria-label={t('training.takeBackOf', { day })}
          onPress={() => void takeBack().catch(() => undefined)}
        >
          {t('training.takeBack')}
        </Button>
      </details>
    </li>
  );
}
