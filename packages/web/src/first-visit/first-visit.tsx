/** Nothing stored yet: bring your runs, or look around with the sample runner. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Button } from 'react-aria-components';
import { api } from '../api/client.ts';
import { answersChanged } from '../api/queries.ts';
import { Icon } from '../ui/icon.tsx';
import { RunnerPicture } from './runner-picture.tsx';

export function FirstVisit() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const sample = useMutation({ mutationFn: api.fillSample, onSuccess: () => answersChanged(client) });
  return (
    <div className="first-visit">
      <p className="word-mark">Kneewise</p>
      <h1 className="say-page">{t('first.title')}</h1>
      <p className="lead">{t('first.lead')}</p>
      <RunnerPicture />
      <div className="first-ways">
        <Link to="/import" className="way way-filled">
          <span>
            <span className="way-title">{t('first.bring')}</span>
            <span className="way-text">{t('first.bringText')}</span>
          </span>
          <Icon name="next" />
        </Link>
        <Button className="way" isDisabled={sample.isPending} onPress={() => sample.mutate()}>
          <span>
            <span className="way-title">{t('first.sample')}</span>
            <span className="way-text">
              {t(sample.isPending ? 'first.sampleWorking' : 'first.sampleText')}
            </span>
          </span>
          <Icon name="next" />
        </Button>
        <div role="status">
          {sample.isPending && <span className="visually-hidden">{t('first.sampleWorking')}</span>}
        </div>
        {sample.isError && <p role="alert">{sample.error.message}</p>}
      </div>
      <p className="first-stays">
        <Icon name="lock" />
        <span>{t('first.stays')}</span>
      </p>
      <hr className="rule" />
      <footer className="second">
        <p>{t('first.notice')}</p>
      </footer>
    </div>
  );
}
