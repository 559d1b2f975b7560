/** The check under way: back, stop, how far, and the screen. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { CheckState } from '../api/types.ts';
import { Icon } from '../ui/icon.tsx';
import { Screen } from './screen.tsx';
import type { useCheck } from './use-check.ts';

type UnderWay = NonNullable<CheckState['underWay']>;

function Progress({ step, about }: { step: number; about: number }) {
  return (
    <div className="check-progress" aria-hidden="true">
      {Array.from({ length: about }, (_, at) => (
        // Steps differ in nothing but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <span key={at} className={at + 1 < step ? 'passed' : at + 1 === step ? 'now' : undefined} />
      ))}
    </div>
  );
}

export function Interview({
  underWay,
  check: { act, elsewhere, failure },
}: {
  underWay: UnderWay;
  check: ReturnType<typeof useCheck>;
}) {
  const { t } = useTranslation();
  const { step, about, urgentBehind, canGoBack, noRun, screen } = underWay;
  return (
    <div className="check">
      <header className="check-head">
        {canGoBack ? (
          <Button
            className="check-back"
            isDisabled={act.isPending}
            onPress={() => act.mutate({ kind: 'back' })}
          >
            <Icon name="back" size={20} /> {t('check.go.back')}
          </Button>
        ) : (
          <span />
        )}
        <Link to="/knee" className="check-stop">
          {t('check.go.stop')}
        </Link>
      </header>
      <Progress step={step} about={about} />
      <p className="second check-step" role="status">
        {t('check.go.step', { step, about })} {urgentBehind && t('check.go.urgentBehind')}
      </p>
      {noRun && <p className="stop-bar second">{t('check.go.noRun')}</p>}
      {elsewhere && (
        <p role="alert" className="strong second">
          {t('check.go.elsewhere')}
        </p>
      )}
      <Screen
        key={`${underWay.id} ${step} ${screen.number}`}
        screen={screen}
        busy={act.isPending && act.variables.kind !== 'answer'}
        onSay={(answers) => act.mutate({ kind: 'answer', answers })}
        onNext={() => act.mutate({ kind: 'next' })}
      />
      {failure !== null && (
        <p role="alert" className="strong second">
          {failure.message}
        </p>
      )}
      <p className="check-over">
        <Button className="link second" onPress={() => act.mutate({ kind: 'begin', how: 'over' })}>
          {t('check.go.over')}
        </Button>
      </p>
    </div>
  );
}
