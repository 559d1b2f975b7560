/** After an exercise: the ache in one tap, and what was done, to be corrected where it was counted wrongly. */
import { useTranslation } from 'react-i18next';
import { Button, Label, Radio, RadioGroup } from 'react-aria-components';
import { useFormat } from '../../format/use-format.ts';
import { AcheScale } from './ache-scale.tsx';
import { correct, tell, type Told } from './session.ts';
import type { Play } from './use-session.ts';

/** More than this in reserve makes no difference to any rule. Our choice. */
const MOST_RESERVE = 4;
const RESERVES = Array.from({ length: MOST_RESERVE + 1 }, (_, left) => left);
/** A weight goes up or down by so much a tap. Our choice; kg */
const LOAD_STEP_KG = 0.5;
const BIG_LOAD_STEP_KG = 2.5;
/** Seconds or repetitions a tap. */
const HOLD_STEP_S = 5;

export function AskScreen({ play, at }: { play: Play; at: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { session, act } = play;
  const item = session.items[at];
  const told = session.told[at];
  if (item === undefined || told === undefined) return null;
  const say = (more: Partial<Told>): void => act((before) => tell(before, at, more));
  const sets = session.sets.filter((set) => set.item === at);
  const kg = told.loadKg;
  const step = (by: number): void => say({ loadKg: Math.max(0, (kg ?? 0) + by) });
  return (
    <>
      <h1 className="say-page">{t(`exercise.${item.exercise}.name`)}</h1>
      <AcheScale
        question={t('player.acheAfter')}
        value={told.pain}
        limit={item.painLimit}
        onChange={(pain) => say({ pain })}
      />
      {item.reserve !== null && sets.length > 0 && (
        <RadioGroup
          className="play-ask"
          orientation="horizontal"
          value={told.reserve === null ? null : String(told.reserve)}
          onChange={(left) => say({ reserve: Number(left) })}
        >
          <Label className="second">{t('player.reserve')}</Label>
          <div className="chips">
            {RESERVES.map((left) => (
              <Radio key={left} value={String(left)} className="chip">
                {left === MOST_RESERVE ? t('player.orMore', { left }) : String(left)}
              </Radio>
            ))}
          </div>
        </RadioGroup>
      )}
      {sets.length > 0 && (
        <RadioGroup
          className="play-ask"
          orientation="horizontal"
          value={told.formLost === null ? null : told.formLost ? 'lost' : 'held'}
          onChange={(form) => say({ formLost: form === 'lost' })}
        >
          <Label className="second">{t('player.form')}</Label>
          <div className="chips">
            <Radio value="held" className="chip">
              {t('player.formHeld')}
            </Radio>
            <Radio value="lost" className="chip">
              {t('player.formLost')}
            </Radio>
          </div>
        </RadioGroup>
      )}
      {item.weighted && sets.length > 0 && (
        <div className="play-ask" role="group" aria-label={t('player.load')}>
          <p className="second">{t('player.load')}</p>
          <div className="play-step">
            <Button
              className="button small"
              aria-label={t('player.muchLighter')}
              onPress={() => step(-BIG_LOAD_STEP_KG)}
            >
              −{format.number(BIG_LOAD_STEP_KG, 1)}
            </Button>
            <Button
              className="button small"
              aria-label={t('player.lighter')}
              onPress={() => step(-LOAD_STEP_KG)}
            >
              −
            </Button>
            <output className="figure">
              {kg === null ? t('notKnownYet') : `${format.number(kg, kg % 1 === 0 ? 0 : 1)} kg`}
            </output>
            <Button
              className="button small"
              aria-label={t('player.heavier')}
              onPress={() => step(LOAD_STEP_KG)}
            >
              +
            </Button>
            <Button
              className="button small"
              aria-label={t('player.muchHeavier')}
              onPress={() => step(BIG_LOAD_STEP_KG)}
            >
              +{format.number(BIG_LOAD_STEP_KG, 1)}
            </Button>
          </div>
        </div>
      )}
      {sets.length === 0 ? (
        <p className="second">{t('player.nothingDone')}</p>
      ) : (
        <ul className="play-sets" aria-label={t('player.counted')}>
          {sets.map((set) => {
            const unit = set.reps === null ? 'seconds' : 'reps';
            const by = set.reps === null ? HOLD_STEP_S : 1;
            const of = t(set.side === null ? 'player.setOf' : `player.setOfSide.${set.side}`, {
              set: set.set + 1,
            });
            return (
              <li key={`${set.set}-${set.side ?? ''}`}>
                <span className="second">{of}</span>
                <span className="play-step">
                  <Button
                    className="button small"
                    aria-label={t('player.fewer', { of })}
                    onPress={() => act((before) => correct(before, set, -by))}
                  >
                    −
                  </Button>
                  <output className="figure">
                    {set.reps ?? set.holdS} <small>{t(`player.unit.${unit}`)}</small>
                  </output>
                  <Button
                    className="button small"
                    aria-label={t('player.moreOf', { of })}
                    onPress={() => act((before) => correct(before, set, by))}
                  >
                    +
                  </Button>
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
