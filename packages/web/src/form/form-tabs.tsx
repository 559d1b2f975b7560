/** On a phone, the pages inside Form. */
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

const PAGES = [
  { to: '/form/cadence', word: 'nav.cadence' },
  { to: '/form/fading', word: 'nav.fading' },
] as const;

export function FormTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className="sub-tabs" aria-label={t('nav.form')}>
      {PAGES.map(({ to, word }) => (
        <Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>
          {t(word)}
        </Link>
      ))}
    </nav>
  );
}
