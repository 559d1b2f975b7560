/** Routines before and after a run, and on a stiff day off: what to do and how long. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { SOURCES } from '@kneewise/engine';
import type { Strength } from '../api/types.ts';
import { useFormat } from '../format/use-format.ts';
import { bringWords } from '../i18n/i18n.ts';
import { StrengthTabs } from '../shell/shell.tsx';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { FailedCard } from '../ui/failed-card.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { ExerciseFigure } from './figure/exercise-figure.tsx';
import { strengthQuery } from './strength-queries.ts';
import './strength.css';
import words from './words.en.json' with { type: 'json' };

bringWords(words);

type Routine = Strength['routines'][number];
type RoutineStep = Routine['steps'][number];
const S_PER_MIN = 60;

const stepS = ({ does, seconds, perSide, reps }: RoutineStep): number =>
  seconds * (perSide ? 2 : 1) * (does === 'stride' ? (reps ?? 1) : 1);

export function WarmUpPage() {
  const { t } = useTranslation();
  const query = useQuery(strengthQuery);
  const [chosen, setChosen] = useState<Routine['id']>('before-run');
  if (query.isError && query.data === undefined)
    return (
      <div className="page">
        <FailedCard alone error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (query.data === undefined) return <PageSkeleton />;
  const { routines } = query.data;
  const routine = routines.find(({ id }) => id === chosen) ?? routines[0];
  if (routine === undefined)
    return (
      <div className="page training">
        <StrengthTabs />
        <h1 className="say-page">{t('warmUp.none')}</h1>
        <p className="lead">
          {t('warmUp.whyNone')} <Link to="/">{t('training.toToday')}</Link>
        </p>
      </div>
    );
  const minutes = Math.round(routine.steps.reduce((total, step) => total + stepS(step), 0) / S_PER_MIN);
  return (
    <div className="page training">
      <StrengthTabs />
      <h1 className="say-page">{t(`warmUp.title.${routine.id}`, { count: minutes })}</h1>
      <RadioGroup
        className="training-routines"
        orientation="horizontal"
        value={routine.id}
        onChange={(id) => setChosen(id as Routine['id'])}
      >
        <Label className="second">{t('warmUp.which')}</Label>
        <div className="chips">
          {routines.map(({ id }) => (
            <Radio key={id} value={id} className="chip">
              {t(`strength.routine.${id}`)}
            </Radio>
          ))}
        </div>
      </RadioGroup>
      <ol className="training-list training-narrow">
        {routine.steps.map((step) => (
          <Line key={step.does === 'exercise' ? step.exercise : step.does} step={step} />
        ))}
      </ol>
      <EvidenceMark
        mark={SOURCES.find(({ id }) => id === routine.evidence)?.mark ?? 'expert'}
        evidence={routine.evidence}
      />
    </div>
  );
}

function Line({ step }: { step: RoutineStep }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { seconds, reps, perSide } = step;
  const name =
    step.does === 'exercise' ? t(`exercise.${step.exercise}.name`) : t(`strength.step.${step.does}`);
  const how = step.does === 'exercise' ? `exercise.${step.exercise}.how1` : null;
  const time =
    seconds >= S_PER_MIN && seconds % S_PER_MIN === 0
      ? t('warmUp.min', { count: seconds / S_PER_MIN })
      : t('warmUp.s', { seconds: format.number(seconds) });
  return (
    <li className="training-item">
      <div className="training-picture">
        {step.does === 'exercise' && <ExerciseFigure id={step.exercise} />}
      </div>
      <div>
        <h2 className="section-title">{name}</h2>
        <p className="strong">
          {reps === null ? time : t(step.does === 'stride' ? 'warmUp.times' : 'warmUp.reps', { reps, time })}
          {perSide && ` ${t('warmUp.perSide')}`}
        </p>
        {how !== null && i18n.exists(how) && <p className="second">{t(how)}</p>}
      </div>
    </li>
  );
}
