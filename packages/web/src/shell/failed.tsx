/** Pages for what should not happen. They say what to do next. */
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { FailedCard } from '../ui/failed-card.tsx';

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1 className="say-page">{t('failed.page')}</h1>
      <FailedCard error={error instanceof Error ? error : new Error(String(error))} retry={reset} />
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page">
      <h1 className="say-page">{t('failed.notFound')}</h1>
      <p>
        <Link to="/">{t('failed.toToday')}</Link>
      </p>
    </div>
  );
}
