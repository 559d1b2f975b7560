/** The frame round every page: side bar or tabs, the sample's banner, and files dropped anywhere. */
import { lazy, Suspense, useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { loadPart } from '../api/load-part.ts';
import { statusQuery } from '../api/queries.ts';
import { DropAnywhere } from '../import/drop-anywhere.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { SampleBanner } from './sample-banner.tsx';
import { UndoHost } from '../ui/undo.tsx';

/** The menu's own code comes after the first page: nobody needs it before that. */
const MoreMenu = lazy(async () => ({
  default: (await loadPart(() => import('./more-menu.tsx'))).MoreMenu,
}));

/** Where sessions wait that were not sent yet: `strength/waiting.ts`. */
const WAITING = 'kneewise.strength.waiting';

interface Place {
  readonly to:
    | '/'
    | '/plan'
    | '/knee'
    | '/knee/diary'
    | '/load'
    | '/runs'
    | '/form/cadence'
    | '/form/fading'
    | '/strength'
    | '/strength/warm-up'
    | '/import'
    | '/evidence'
    | '/settings';
  readonly word: string;
  readonly icon: IconName | null;
}

const PLACES: readonly Place[] = [
  { to: '/', word: 'nav.today', icon: 'today' },
  { to: '/plan', word: 'nav.plan', icon: null },
  { to: '/knee', word: 'nav.knee', icon: 'knee' },
  { to: '/knee/diary', word: 'nav.diary', icon: null },
  { to: '/load', word: 'nav.load', icon: 'load' },
  { to: '/runs', word: 'nav.runs', icon: null },
  { to: '/form/cadence', word: 'nav.form', icon: 'form' },
  { to: '/form/fading', word: 'nav.fading', icon: null },
  { to: '/strength', word: 'nav.strength', icon: 'strength' },
  { to: '/strength/warm-up', word: 'nav.warmUp', icon: null },
];
const FOOT: readonly Place[] = [
  { to: '/import', word: 'nav.import', icon: 'bring' },
  { to: '/evidence', word: 'nav.evidence', icon: 'evidence' },
  { to: '/settings', word: 'nav.settings', icon: 'settings' },
];

const isOn = (path: string, to: Place['to']): boolean => (to === '/' ? path === '/' : path.startsWith(to));

/** The questionnaire is reached from the diary. */
const inDiary = (path: string): boolean => path.startsWith('/knee/diary') || path.startsWith('/knee/akps');

/** In the side bar each page has a line of its own. */
const isHere = (path: string, to: Place['to']): boolean =>
  to === '/knee/diary'
    ? inDiary(path)
    : isOn(path, to) &&
      !(to === '/knee' && inDiary(path)) &&
      !(to === '/strength' && isOn(path, '/strength/warm-up'));

function SideLink({ place, path }: { place: Place; path: string }) {
  const { t } = useTranslation();
  return (
    <Link
      to={place.to}
      className={place.icon === null ? 'side-link side-sub' : 'side-link'}
      // Else a page within another's address would mark both.
      activeOptions={{ exact: true }}
      aria-current={isHere(path, place.to) ? 'page' : undefined}
    >
      {place.icon !== null && <Icon name={place.icon} />}
      <span>{t(place.word)}</span>
    </Link>
  );
}

function SideBar({ path }: { path: string }) {
  const { t } = useTranslation();
  return (
    <nav className="side-bar" aria-label={t('nav.label')}>
      <Link to="/" className="word-mark">
        Kneewise
      </Link>
      <ul>
        {PLACES.map((place) => (
          <li key={place.to}>
            <SideLink place={place} path={path} />
          </li>
        ))}
      </ul>
      <ul className="side-foot">
        {FOOT.map((place) => (
          <li key={place.to}>
            <SideLink place={place} path={path} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Keeps the tab's place until its menu is here. */
function MoreWait() {
  const { t } = useTranslation();
  return (
    <span className="tab">
      <span className="tab-picture">
        <Icon name="more" />
      </span>
      <span>{t('nav.more')}</span>
    </span>
  );
}

/** Phone: what has a picture is a tab; Runs lies inside Load. */
function Tabs({ path }: { path: string }) {
  const { t } = useTranslation();
  const on = (place: Place): boolean =>
    isOn(path, place.to) ||
    (place.to === '/' && path.startsWith('/plan')) ||
    (place.to === '/load' && path.startsWith('/runs')) ||
    (place.to === '/form/cadence' && path.startsWith('/form'));
  return (
    <nav className="tab-bar" aria-label={t('nav.label')}>
      <ul>
        {PLACES.filter(({ icon }) => icon !== null).map((place) => (
          <li key={place.to}>
            <Link to={place.to} className="tab" aria-current={on(place) ? 'page' : undefined}>
              <span className="tab-picture">{place.icon !== null && <Icon name={place.icon} />}</span>
              <span>{t(place.word)}</span>
            </Link>
          </li>
        ))}
        <li>
          <Suspense fallback={<MoreWait />}>
            <MoreMenu places={FOOT.map(({ to, word }) => ({ to, word: t(word) }))} />
          </Suspense>
        </li>
      </ul>
    </nav>
  );
}

/** On a phone, the pages inside the Today tab. */
export function TodayTabs() {
  const { t } = useTranslation();
  return (
    <nav className="sub-tabs" aria-label={t('nav.today')}>
      <Link to="/" activeOptions={{ exact: true }}>
        {t('nav.today')}
      </Link>
      <Link to="/plan">{t('nav.plan')}</Link>
    </nav>
  );
}

/** On a phone, the pages inside the Knee tab. */
export function KneeTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className="sub-tabs" aria-label={t('nav.knee')}>
      <Link to="/knee" activeOptions={{ exact: true }} aria-current={inDiary(pathname) ? undefined : 'page'}>
        {t('nav.kneeCheck')}
      </Link>
      <Link to="/knee/diary" aria-current={inDiary(pathname) ? 'page' : undefined}>
        {t('nav.diary')}
      </Link>
    </nav>
  );
}

/** On a phone, the pages inside the Strength tab. */
export function StrengthTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className="sub-tabs" aria-label={t('nav.strength')}>
      <Link
        to="/strength"
        activeOptions={{ exact: true }}
        aria-current={pathname === '/strength' ? 'page' : undefined}
      >
        {t('nav.exercises')}
      </Link>
      <Link to="/strength/warm-up" aria-current={pathname === '/strength/warm-up' ? 'page' : undefined}>
        {t('nav.warmUp')}
      </Link>
    </nav>
  );
}

/** On a phone, the pages inside the Load tab. */
export function SubTabs() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  return (
    <nav className="sub-tabs" aria-label={t('nav.load')}>
      <Link to="/load" aria-current={pathname === '/load' ? 'page' : undefined}>
        {t('nav.weeks')}
      </Link>
      <Link to="/runs" aria-current={pathname === '/runs' ? 'page' : undefined}>
        {t('nav.runs')}
      </Link>
    </nav>
  );
}

export function Shell() {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const status = useQuery(statusQuery);
  const client = useQueryClient();
  const place = [...PLACES, ...FOOT].find(({ to }) => to !== '/' && pathname.startsWith(to)) ?? PLACES[0];
  const title =
    place === undefined || (pathname === '/' && status.data?.empty === true)
      ? 'Kneewise'
      : `${t(place.word)} · Kneewise`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  // The first visit has nowhere else to go yet: it keeps the whole width.
  // The knee check and what interrupts it have nothing beside them either.
  const bare =
    (pathname === '/' && status.data?.empty === true) ||
    pathname === '/knee/check' ||
    pathname === '/strength/play';
  // What was done while the server was away is sent from whichever page is open.
  useEffect(() => {
    if (localStorage.getItem(WAITING) !== null)
      void loadPart(() => import('../strength/waiting.ts')).then(
        ({ sendWaiting }) => sendWaiting(client),
        () => undefined,
      );
  }, [client]);
  return (
    <div className={bare ? 'shell shell-bare' : 'shell'}>
      <a className="skip-link" href="#main">
        {t('nav.skip')}
      </a>
      {!bare && <SideBar path={pathname} />}
      <div className="shell-page">
        {status.data?.sample === true && <SampleBanner date={status.data.date} />}
        <main id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {!bare && <Tabs path={pathname} />}
      <DropAnywhere />
      <UndoHost />
    </div>
  );
}
