/** Addresses and the pages behind them. Pages other than Today come when they are opened. */
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { loadPart } from './api/load-part.ts';
import { runsQuery, statusQuery, todayQuery } from './api/queries.ts';
import { NotFound, PageFailed } from './shell/failed.tsx';
import { Shell } from './shell/shell.tsx';
import { TodayPage } from './today/today-page.tsx';

interface Context {
  readonly client: QueryClient;
}

const rootRoute = createRootRouteWithContext<Context>()({
  component: Shell,
  errorComponent: PageFailed,
  notFoundComponent: NotFound,
});

const todayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: ({ context: { client } }) => {
    void client.prefetchQuery(statusQuery);
    void client.prefetchQuery(todayQuery);
    void client.prefetchQuery(runsQuery);
  },
  component: TodayPage,
});
const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  component: lazyRouteComponent(() => loadPart(() => import('./import/import-page.tsx')), 'ImportPage'),
});
const loadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/load',
  component: lazyRouteComponent(() => loadPart(() => import('./load/load-page.tsx')), 'LoadPage'),
});
const runsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/runs',
  component: lazyRouteComponent(() => loadPart(() => import('./runs/runs-page.tsx')), 'RunsPage'),
});
export const runRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/runs/$runId',
  component: lazyRouteComponent(() => loadPart(() => import('./run/run-page.tsx')), 'RunPage'),
});
const evidenceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/evidence',
  component: lazyRouteComponent(() => loadPart(() => import('./evidence/evidence-page.tsx')), 'EvidencePage'),
});
const oneEntryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/evidence/$id',
  component: lazyRouteComponent(
    () => loadPart(() => import('./evidence/one-entry-page.tsx')),
    'OneEntryPage',
  ),
});
const disagreementsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/disagreements',
  component: lazyRouteComponent(
    () => loadPart(() => import('./evidence/disagreements-page.tsx')),
    'DisagreementsPage',
  ),
});
const cadenceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/form/cadence',
  component: lazyRouteComponent(() => loadPart(() => import('./cadence/cadence-page.tsx')), 'CadencePage'),
});
const kneeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/knee',
  component: lazyRouteComponent(() => loadPart(() => import('./knee/knee-page.tsx')), 'KneePage'),
});
const kneeCheckRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/knee/check',
  component: lazyRouteComponent(() => loadPart(() => import('./check/check-page.tsx')), 'CheckPage'),
});
const diaryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/knee/diary',
  component: lazyRouteComponent(() => loadPart(() => import('./diary/diary-page.tsx')), 'DiaryPage'),
});
const akpsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/knee/akps',
  component: lazyRouteComponent(() => loadPart(() => import('./questionnaires/akps-page.tsx')), 'AkpsPage'),
});
const fadingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/form/fading',
  component: lazyRouteComponent(() => loadPart(() => import('./form/fading-page.tsx')), 'FadingPage'),
});
const strengthRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/strength',
  component: lazyRouteComponent(() => loadPart(() => import('./strength/strength-page.tsx')), 'StrengthPage'),
});
const warmUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/strength/warm-up',
  component: lazyRouteComponent(() => loadPart(() => import('./strength/warm-up-page.tsx')), 'WarmUpPage'),
});
const playRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/strength/play',
  component: lazyRouteComponent(() => loadPart(() => import('./strength/play/play-page.tsx')), 'PlayPage'),
});
const planRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plan',
  component: lazyRouteComponent(() => loadPart(() => import('./plan/plan-page.tsx')), 'PlanPage'),
});
const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/settings',
  component: lazyRouteComponent(() => loadPart(() => import('./settings/settings-page.tsx')), 'SettingsPage'),
});

const routeTree = rootRoute.addChildren([
  todayRoute,
  kneeRoute,
  kneeCheckRoute,
  importRoute,
  loadRoute,
  runsRoute,
  runRoute,
  evidenceRoute,
  oneEntryRoute,
  disagreementsRoute,
  cadenceRoute,
  fadingRoute,
  diaryRoute,
  akpsRoute,
  strengthRoute,
  warmUpRoute,
  playRoute,
  planRoute,
  settingsRoute,
]);

export const createAppRouter = (client: QueryClient) =>
  createRouter({
    routeTree,
    context: { client },
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultErrorComponent: PageFailed,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
