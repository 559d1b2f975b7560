/** An answer that did not come: what happened, and what to do about it. */
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';

export function FailedCard({
  error,
  retry,
  alone = false,
}: {
  error: Error;
  retry: () => void;
  /** It stands for the whole page, so it heads it. */
  alone?: boolean;
}) {
  const { t } = useTranslation();
  const unreachable = error instanceof ApiError && error.code === 'unreachable';
  const Heading = alone ? 'h1' : 'h2';
  return (
    <div className="card failed" role="alert">
      <Heading className="say-finding">
        {t(unreachable ? 'failed.unreachable.title' : 'failed.title')}
      </Heading>
      <p className="second">{unreachable ? t('failed.unreachable.help') : error.message}</p>
      <Button className="button" onPress={retry}>
        {t('failed.again')}
      </Button>
    </div>
  );
}
