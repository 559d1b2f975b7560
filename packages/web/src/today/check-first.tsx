/** Before the first distance, and after a sign to stop: the knee check. */
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function CheckFirst({ why }: { why: 'first' | 'again' }) {
  const { t } = useTranslation();
  return (
    <section className="card flags" aria-labelledby="check-first">
      <h2 id="check-first" className="say-finding">
        {t(`checkFirst.${why}`)}
      </h2>
      <p className="second">{t('checkFirst.how')}</p>
      <p>
        <Link to="/knee/check" className="button filled">
          {t('checkFirst.begin')}
        </Link>
      </p>
    </section>
  );
}
