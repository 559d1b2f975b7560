/** The session player: the phone lies on the floor, the session runs by itself (K11). */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ToggleButton } from 'react-aria-components';
import type { Strength } from '../../api/types.ts';
import { bringWords } from '../../i18n/i18n.ts';
import { FailedCard } from '../../ui/failed-card.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageSkeleton } from '../../ui/skeleton.tsx';
import { strengthQuery } from '../strength-queries.ts';
import words from '../words.en.json' with { type: 'json' };
import '../strength.css';
import './play.css';
import { AskScreen } from './ask-screen.tsx';
import { EndScreen } from './end-screen.tsx';
import { back, leave, next, pause, resume, skipExercise, stepOf } from './session.ts';
import { aboutS, type Step, stepsOf } from './steps.ts';
import { SwitchScreen } from './switch-screen.tsx';
import { canBuzz, wakeSound } from './tones.ts';
import { type Play, useSession } from './use-session.ts';
import { WorkScreen } from './work-screen.tsx';

bringWords(words);
const S_PER_MIN = 60;

export function PlayPage() {
  const { t } = useTranslation();
  const query = useQuery(strengthQuery);
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  if (query.data.kind !== 'session')
    return (
      <div className="page">
        <h1 className="say-page">{t('player.none')}</h1>
        <p className="lead">
          <Link to="/strength">{t('player.whyNone')}</Link>
        </p>
      </div>
    );
  return <Player strength={query.data} />;
}

function Player({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  const play = useSession(strength);
  const { session, act } = play;
  const step = stepOf(session);
  const steps = stepsOf(session.items);
  const left = Math.ceil(aboutS(steps.slice(session.at), session.items) / S_PER_MIN);
  const main = useRef<HTMLButtonElement>(null);
  // The one large button has the focus at each stop: a keyboard plays it with the space bar.
  const ready = step.kind === 'ready';
  useEffect(() => {
    if (ready) main.current?.focus({ preventScroll: true });
  }, [ready]);
  const begin = (): void => {
    void wakeSound();
    act((before, nowMs) => (stepOf(before).kind === 'ready' ? next(before, nowMs) : resume(before, nowMs)));
  };
  const ended = step.kind === 'end';
  return (
    <div className={step.kind === 'switch' ? 'play play-switch' : 'play'}>
      {step.kind !== 'switch' && (
        <header className="play-head">
          {ended ? (
            <span />
          ) : (
            <Button className="play-end" onPress={() => act(leave)}>
              <Icon name="refused" /> {t('player.end')}
            </Button>
          )}
          {'item' in step && (
            <p className="second">
              {t('player.where', { at: step.item + 1, of: session.items.length, left })}
            </p>
          )}
        </header>
      )}
      <div className="play-body">
        <Screen play={play} step={step} />
      </div>
      {!ended && <Controls play={play} step={step} main={main} begin={begin} />}
      {!ended && step.kind !== 'switch' && (
        <div className="play-senses">
          <ToggleButton className="link" isSelected={play.sounds} onChange={play.setSounds}>
            {t(play.sounds ? 'player.soundOn' : 'player.soundOff')}
          </ToggleButton>
          {canBuzz() && (
            <ToggleButton className="link" isSelected={play.buzzes} onChange={play.setBuzzes}>
              {t(play.buzzes ? 'player.buzzOn' : 'player.buzzOff')}
            </ToggleButton>
          )}
        </div>
      )}
    </div>
  );
}

function Screen({ play, step }: { play: Play; step: Step }) {
  switch (step.kind) {
    case 'ask':
      return <AskScreen play={play} at={step.item} />;
    case 'end':
      return <EndScreen play={play} />;
    case 'switch':
      return <SwitchScreen play={play} step={step} />;
    case 'ready':
    case 'count-in':
    case 'rest':
    case 'work':
      return <WorkScreen play={play} step={step} />;
  }
}

function Controls({
  play,
  step,
  main,
  begin,
}: {
  play: Play;
  step: Step;
  main: React.RefObject<HTMLButtonElement | null>;
  begin: () => void;
}) {
  const { t } = useTranslation();
  const { session, act } = play;
  const runs = session.sinceMs !== null;
  const pauses = runs && step.kind !== 'ask' && step.kind !== 'ready';
  return (
    <div className="play-controls">
      <Button
        className="button"
        aria-label={t('player.backTo')}
        isDisabled={session.at === 0}
        onPress={() => act(back)}
      >
        <Icon name="back" />
      </Button>
      {step.kind === 'ask' ? (
        <Button className="button filled" onPress={() => act(next)}>
          {t('player.next')}
        </Button>
      ) : pauses ? (
        <Button ref={main} className="button filled" onPress={() => act(pause)}>
          <Icon name="pause" /> {t('player.pause')}
        </Button>
      ) : (
        <Button ref={main} className="button filled" onPress={begin}>
          <Icon name="play" /> {t(step.kind === 'ready' ? 'player.start' : 'player.goOn')}
        </Button>
      )}
      <Button
        className="button"
        aria-label={t(
          step.kind === 'work'
            ? 'player.setDone'
            : step.kind === 'ready'
              ? 'player.skipExercise'
              : 'player.skip',
        )}
        onPress={() => {
          void wakeSound();
          act(step.kind === 'ready' ? skipExercise : next);
        }}
      >
        <Icon name={step.kind === 'work' ? 'added' : 'skip'} />
      </Button>
    </div>
  );
}
