/** What comes later, and what is missing for it: the next phase, jumps and hill sprints. */
import { useTranslation } from 'react-i18next';
import type { Strength } from '../api/types.ts';
import { EvidenceMark } from '../ui/evidence-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { JumpTests } from './jump-tests.tsx';

type Criterion = Strength['nextPhase'][number];

export function Later({ strength }: { strength: Strength }) {
  const { t } = useTranslation();
  const { nextPhase, phase, unlock, jumpsBelong, jumps } = strength;
  const next = phase === 'calm' ? 'build' : 'run-specific';
  return (
    <section className="training-later" aria-labelledby="later">
      <h2 id="later" className="section-title">
        {t('training.later')}
      </h2>
      {nextPhase.length > 0 && (
        <div>
          <h3 className="training-lock">
            <Icon name="lock" size={20} /> {t(`strength.phase.${next}`)}
          </h3>
          <Criteria criteria={nextPhase} />
        </div>
      )}
      {jumpsBelong !== 'no' && (
        <div>
          <h3 className="training-lock">
            {!unlock.open && <Icon name="lock" size={20} />} {t('training.jumps')}
          </h3>
          {jumps !== null && <p className="second">{t('training.jumpsToday', { stage: jumps.stage })}</p>}
          {unlock.open && jumps === null && <p className="second">{t('training.jumpsOpen')}</p>}
          {!unlock.open && <Criteria criteria={unlock.criteria} />}
          <JumpTests strength={strength} />
          <EvidenceMark mark="expert" evidence="our-choice" />
        </div>
      )}
    </section>
  );
}

function Criteria({ criteria }: { criteria: readonly Criterion[] }) {
  const { t } = useTranslation();
  return (
    <ul className="training-criteria second">
      {criteria.map(({ code, met, figures }) => (
        <li key={code} data-met={met}>
          <span className="training-mark">
            {met === 'yes' ? <Icon name="added" size={20} /> : <Icon name="other" size={20} />}
          </span>
          <span>
            {t(`strength.need.${code}`, { ...figures })}
            <span className="caption">
              {' '}
              {met === 'yes'
                ? t('training.met')
                : figures['have'] === undefined
                  ? t('strength.have.unknown')
                  : t('strength.have', { have: Math.round(figures['have']) })}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
