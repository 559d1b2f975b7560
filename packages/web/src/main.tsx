/** Starts the page: words, units, questions to the server, routes. */
import './style/tokens.css';
import './style/base.css';
import './ui/ui.css';
import './shell/shell.css';
import './today/today.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api/client.ts';
import { heedOtherTabs } from './api/queries.ts';
import { createFormat, isLocale, type Units } from './format/format.ts';
import { FormatContext, formatOfThisBrowser, keepUnits } from './format/use-format.ts';
import { LANGUAGE, startWords } from './i18n/i18n.ts';
import { createAppRouter } from './router.tsx';

/** Answers change only when something is stored, which marks them stale; a little time saves asking twice. */
const FRESH_MS = 5000;

/** A refusal stays one; a server that was away for a moment is asked once more. */
const retry = (failures: number, error: Error): boolean =>
  failures === 0 && !(error instanceof ApiError && error.status >= 400 && error.status < 500);

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: FRESH_MS, retry, refetchOnWindowFocus: true } },
});
heedOtherTabs(client);
const router = createAppRouter(client);

function App() {
  const [format, setFormat] = useState(() => formatOfThisBrowser(LANGUAGE));
  const context = useMemo(
    () => ({
      format,
      setUnits: (units: Units) => {
        keepUnits(units);
        setFormat((before) => createFormat(before.locale, units));
      },
    }),
    [format],
  );
  return (
    <I18nProvider locale={format.locale}>
      <FormatContext value={context}>
        <QueryClientProvider client={client}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </FormatContext>
    </I18nProvider>
  );
}

// A library that reads this name as it is stops there: the plots of a run do.
if (!isLocale(navigator.language))
  Object.defineProperty(navigator, 'language', { value: LANGUAGE, configurable: true });

const root = document.getElementById('root');
if (root === null) throw new Error('index.html must hold #root');
await startWords();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
