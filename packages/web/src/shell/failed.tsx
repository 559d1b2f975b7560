/** Pages for what should not happen. They say what to do next. */
import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/client.ts';
import { reloadOnceThere } from '../api/load-part.ts';
import { FailedCard } from '../ui/failed-card.tsx';

export function PageFailed({ error, reset }: ErrorComponentProps) {
  const away = error instanceof ApiError && error.code === 'unreachable';
  return (
    <div className="page">
      <FailedCard
        alone
        error={error instanceof Error ? error : new Error(String(error))}
        // While the server is still away the card stays as it is.
        retry={away ? () => void reloadOnceThere().catch(() => undefined) : reset}
      />
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
