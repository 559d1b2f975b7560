/** An answer that did not come: what happened, and what to do about it. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';

export function FailedCard({ error, retry }: { error: Error; retry: () => void }) {
  const { t } = useTranslation();
  const unreachable = error instanceof ApiError && error.code === 'unreachable';
  return (
    <div className="card failed" role="alert">
      <h2 className="say-finding">{t(unreachable ? 'failed.unreachable.title' : 'failed.title')}</h2>
      <p className="second">{unreachable ? t('failed.unreachable.help') : error.message}</p>
      <Button className="button" onPress={retry}>
        {t('failed.again')}
      </Button>
    </div>
  );
}
