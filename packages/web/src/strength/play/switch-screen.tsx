/** The whole screen says it: turn round. The figure is mirrored; sound and buzz come with it. */
import { useTranslation } from 'react-i18next';
import { ExerciseFigure } from '../figure/exercise-figure.tsx';
import type { Step } from './steps.ts';
import { figureNow } from './work-screen.tsx';
import type { Play } from './use-session.ts';

export function SwitchScreen({ play, step }: { play: Play; step: Extract<Step, { kind: 'switch' }> }) {
  const { t } = useTranslation();
  const { session, nowMs } = play;
  const item = session.items[step.item];
  if (item === undefined) return null;
  return (
    <>
      <div className="play-head">
        <p className="strong">{t(`exercise.${item.exercise}.name`)}</p>
        <p className="strong">{t('player.setNext', { set: step.set + 1, sets: item.sets })}</p>
      </div>
      <h1 className="play-switch-title">{t('player.switch')}</h1>
      <p className="play-switch-side" role="status">
        {t(`player.now.${step.side ?? 'left'}`)}
      </p>
      <div className="play-figure">
        <ExerciseFigure id={item.exercise} mirrored plain />
      </div>
      <p className="play-timer" aria-hidden="true">
        {figureNow(session, step, nowMs)}
      </p>
      <p className="play-under">{t('player.threeBeeps')}</p>
    </>
  );
}
