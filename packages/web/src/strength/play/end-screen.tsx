/** The end, or where it was left: what was done, how hard it was, keep it. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { answersChanged } from '../../api/queries.ts';
import { offerUndo } from '../../ui/undo.tsx';
import { addWaiting, dropWaiting, keepDraft, removeSession, sendWaiting } from '../waiting.ts';
import { AcheScale } from './ache-scale.tsx';
import { doneOf, goOn } from './session.ts';
import type { Play } from './use-session.ts';

export function EndScreen({ play }: { play: Play }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { session, act, nowMs } = play;
  const done = doneOf(session, nowMs);
  const sets = done.exercises.reduce((total, each) => total + each.sets.length, 0);
  const keep = async (): Promise<void> => {
    const kept = doneOf(session, Date.now());
    addWaiting(kept);
    keepDraft(null);
    const { sent, refused } = await sendWaiting(client);
    await navigate({ to: '/strength' });
    const text = refused ?? t(sent > 0 ? 'player.kept' : 'player.keptHere');
    offerUndo(text, async () => {
      if (!dropWaiting(kept.id)) await removeSession(kept.id);
      await answersChanged(client);
    });
  };
  const throwAway = async (): Promise<void> => {
    keepDraft(null);
    await navigate({ to: '/strength' });
    offerUndo(t('player.thrown'), async () => {
      keepDraft(session);
      await navigate({ to: '/strength/play' });
    });
  };
  return (
    <>
      <h1 className="say-page">{t(session.leftAt === null ? 'player.done' : 'player.left')}</h1>
      <p className="lead">{t('player.sum', { exercises: done.exercises.length, sets })}</p>
      {done.exercises.length > 0 && (
        <>
          <ul className="play-sum">
            {done.exercises.map(({ exercise, sets: of, pain }) => (
              <li key={exercise}>
                <span>{t(`exercise.${exercise}.name`)}</span>
                <span className="second">
                  {t('player.sets', { count: of.length })}
                  {' · '}
                  {pain === null ? t('player.acheNotSaid') : t('player.acheSaid', { pain })}
                </span>
              </li>
            ))}
          </ul>
          <AcheScale
            question={t('player.rpe')}
            value={session.rpe}
            onChange={(rpe) => act((before) => ({ ...before, rpe }))}
          />
          <Button className="button filled play-keep" onPress={() => void keep()}>
            {t('player.keep')}
          </Button>
        </>
      )}
      <div className="play-ways">
        <Button className="button" onPress={() => act(goOn)}>
          {t(session.leftAt === null ? 'player.back' : 'player.goOn')}
        </Button>
        <Button className="button" onPress={() => void throwAway()}>
          {t('player.throwAway')}
        </Button>
      </div>
    </>
  );
}
