import './ui/theme/styles.ts';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { mayRetry } from './api/client.ts';
import { siteId } from './context/address.ts';
import { siteQuery } from './context/site.ts';
import { findHindrance, InsecurePage, NoCookiesPage } from './shell/hindrances.tsx';
import { router } from './shell/router.tsx';
import { SitesPage } from './shell/sites-page.tsx';
import { TopBoundary } from './shell/top-boundary.tsx';
import { TextsProvider } from './texts/texts.tsx';
import { ThemeProvider } from './ui/theme/theme-provider.tsx';
import { Waiting } from './ui/waiting.tsx';

const retriesMax = 2;
const client = new QueryClient({
  defaultOptions: {
    queries: {
      retry: (count, problem) => count < retriesMax && mayRetry(problem),
      staleTime: 10_000,
      networkMode: 'always', // without a line a request fails and says so, instead of waiting in silence
    },
  },
});

function Content() {
  const hindrance = findHindrance();
  if (hindrance === 'insecure') return <InsecurePage />;
  if (hindrance === 'cookies') return <NoCookiesPage />;
  return siteId ? <RouterProvider router={router} /> : <SitesPage />;
}

function App() {
  const site = useQuery({ ...siteQuery, enabled: siteId !== '' });
  return (
    <ThemeProvider colour={site.data?.brand.colour}>
      <Waiting fallback={null}>
        <TextsProvider>
          <TopBoundary>
            <Waiting>
              <Content />
            </Waiting>
          </TopBoundary>
        </TextsProvider>
      </Waiting>
    </ThemeProvider>
  );
}

// A page taken back out of the browser's cache may show what its reader has logged out of.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
