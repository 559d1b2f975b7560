/** Before the first question: what this is, for whom it is not, and that help comes first. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import type { useCheck } from './use-check.ts';

export function Intro({
  check: { act, failure },
  corrects,
}: {
  check: ReturnType<typeof useCheck>;
  corrects: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="check check-intro">
      <h1 className="say-page">{t('check.intro.title')}</h1>
      <p className="lead">{t('check.intro.what')}</p>
      <p>{t('check.intro.who')}</p>
      <p className="stop-bar strong">{t('check.intro.ill')}</p>
      <p>{t('check.intro.how')}</p>
      {corrects && <p>{t('check.intro.corrects')}</p>}
      <div className="ways-on">
        <Button
          className="button filled"
          isDisabled={act.isPending}
          onPress={() => act.mutate({ kind: 'begin', how: 'new' })}
        >
          {t('check.intro.begin')}
        </Button>
        <Link to="/" className="button">
          {t('check.intro.notNow')}
        </Link>
      </div>
      {failure !== null && <p role="alert">{failure.message}</p>}
      <p className="caption">{t('check.intro.keeps')}</p>
    </div>
  );
}
