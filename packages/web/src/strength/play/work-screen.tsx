/** The set under way, and what stands before it: ready, counting in, resting. Readable from the floor. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ExerciseFigure } from '../figure/exercise-figure.tsx';
import { AcheScale } from './ache-scale.tsx';
import { elapsedS, type Session, tell } from './session.ts';
import { type Item, lengthS, repS, type Step } from './steps.ts';
import type { Play } from './use-session.ts';

type WorkStep = Exclude<Step, { kind: 'ask' | 'end' }>;

/** How far the figure is between its two poses: down, held, up, by the tempo; a hold stays. */
export function shareAt(item: Item, kind: Step['kind'], spentS: number): number {
  if (kind !== 'work' || item.holdS !== null) return 1;
  const each = repS(item);
  if (each === null || item.tempo === null) return 1;
  const [down, held] = item.tempo;
  const at = spentS % each;
  if (at < down) return at / down;
  if (at < down + held) return 1;
  return Math.max(0, 1 - (at - down - held) / Math.max(0.1, each - down - held));
}

/** The one large figure. */
export function figureNow(session: Session, step: WorkStep, nowMs: number): number | null {
  const item = session.items[step.item];
  if (item === undefined || step.kind === 'ready') return null;
  const spent = elapsedS(session, nowMs);
  const length = lengthS(step, session.items);
  if (step.kind === 'work' && item.reps !== null) {
    const each = repS(item);
    return each === null ? item.reps[1] : Math.min(item.reps[1], Math.floor(spent / each) + 1);
  }
  return length === null ? null : Math.max(0, Math.ceil(length - spent));
}

const HOWS = [1, 2, 3] as const;
const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

/** The time by the frame while something moves, else of the last look. Epoch ms */
function useFrameMs(moves: boolean, lookedMs: number): number {
  const [frameMs, setFrameMs] = useState(lookedMs);
  useEffect(() => {
    if (!moves) return undefined;
    const again = (): void => {
      setFrameMs(Date.now());
      frame = requestAnimationFrame(again);
    };
    let frame = requestAnimationFrame(again);
    return () => cancelAnimationFrame(frame);
  }, [moves]);
  return moves ? Math.max(frameMs, lookedMs) : lookedMs;
}

export function WorkScreen({ play, step }: { play: Play; step: WorkStep }) {
  const { t, i18n } = useTranslation();
  const { session, nowMs } = play;
  const item = session.items[step.item];
  const moves = step.kind === 'work' && session.sinceMs !== null && item?.reps !== null && !reducedMotion();
  const atMs = useFrameMs(moves, nowMs);
  if (item === undefined) return null;
  const spent = elapsedS(session, atMs);
  const figure = figureNow(session, step, nowMs);
  const name = t(`exercise.${item.exercise}.name`);
  const cues = HOWS.map((at) => `exercise.${item.exercise}.how${at}`).filter((key) => i18n.exists(key));
  const shown: readonly string[] = step.kind === 'ready' ? cues : cues.slice(1, 2);
  return (
    <>
      <h1 className="say-page">{name}</h1>
      <p className="play-cue">{shown.map((key) => t(key)).join(' ')}</p>
      <div className="play-figure">
        <ExerciseFigure
          id={item.exercise}
          share={shareAt(item, step.kind, spent)}
          mirrored={'side' in step && step.side !== null && step.side !== (item.firstSide ?? 'left')}
        />
      </div>
      {figure === null ? (
        <p className="play-dose">
          <Dose item={item} />
        </p>
      ) : (
        <p className={step.kind === 'work' ? 'play-timer' : 'play-timer play-timer-rest'} aria-hidden="true">
          {figure}
        </p>
      )}
      <p className="play-under" role="status">
        <Under step={step} session={session} item={item} />
      </p>
      <Tiles session={session} step={step} item={item} />
      {step.kind !== 'ready' && step.kind !== 'count-in' && (
        <AcheScale
          question={t('player.acheInThis')}
          value={session.told[step.item]?.pain ?? null}
          limit={item.painLimit}
          onChange={(pain) => play.act((before) => tell(before, step.item, { pain }))}
        />
      )}
    </>
  );
}

/** `3 × 12–15 a side` */
export function Dose({ item }: { item: Pick<Item, 'sets' | 'reps' | 'holdS' | 'perSide'> }) {
  const { t } = useTranslation();
  const span = item.holdS ?? item.reps;
  const amount = span === null ? '' : span[0] === span[1] ? String(span[0]) : `${span[0]}–${span[1]}`;
  const unit = item.holdS === null ? 'reps' : 'hold';
  return <>{t(`training.dose.${unit}${item.perSide ? 'Side' : ''}`, { sets: item.sets, amount })}</>;
}

function Under({ step, session, item }: { step: WorkStep; session: Session; item: Item }) {
  const { t } = useTranslation();
  const stands = session.sinceMs === null && step.kind !== 'ready';
  if (stands) return <>{t('player.paused')}</>;
  switch (step.kind) {
    case 'ready': {
      // At its first level many an exercise goes without.
      const kit = item.kit
        .filter((each) => each !== 'weight' || item.weighted)
        .map((each) => t(`training.kit.${each}`).toLowerCase());
      return <>{kit.length === 0 ? t('player.readyBare') : t('player.ready', { kit: kit.join(', ') })}</>;
    }
    case 'count-in':
      return <>{t('player.countIn')}</>;
    case 'switch':
      return null;
    case 'rest':
      return <>{t('player.rest', { set: step.set + 1, sets: item.sets })}</>;
    case 'work': {
      const then = step.side !== null && step.side === (item.firstSide ?? 'left') ? 'switch' : 'rest';
      if (item.holdS !== null) return <>{t(`player.hold.${then}`)}</>;
      return (
        <>
          {repS(item) === null
            ? t('player.ownTempo')
            : t(`player.reps.${then}`, { reps: item.reps?.[1] ?? 0 })}
        </>
      );
    }
  }
}

/** One tile a side, or one for both: which set, and how many are done. */
function Tiles({ session, step, item }: { session: Session; step: WorkStep; item: Item }) {
  const { t } = useTranslation();
  const sides = item.perSide ? (['left', 'right'] as const) : ([null] as const);
  const onSide = 'side' in step ? step.side : undefined;
  return (
    <ul className="play-tiles">
      {sides.map((side) => {
        const done = session.sets.filter((set) => set.item === step.item && set.side === side).length;
        const on = step.kind === 'work' && onSide === side;
        return (
          <li key={side ?? 'both'} className={on ? 'play-tile play-tile-on' : 'play-tile'}>
            <span className="second">{t(side === null ? 'player.both' : `player.side.${side}`)}</span>
            <span className="strong">
              {on
                ? t('player.setNow', { set: step.set + 1, sets: item.sets })
                : t('player.setsDone', { done, sets: item.sets })}
            </span>
            <span className="play-pills" aria-hidden="true">
              {Array.from({ length: item.sets }, (_, set) => (
                // Sets have no name but their number.
                // oxlint-disable-next-line react/no-array-index-key
                <span key={set} data-is={set < done ? 'done' : on && set === step.set ? 'now' : 'open'} />
              ))}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
