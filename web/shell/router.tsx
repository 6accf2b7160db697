import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { capabilities } from '../capabilities.ts';
import { basePath } from '../context/address.ts';
import type { Descriptor, PageEntry } from '../context/descriptor.ts';
import { Loading } from '../ui/states.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { NotFoundPage, ProblemPage } from './error-pages.tsx';
import { Gate } from './gate.tsx';
import { Root } from './root.tsx';
import { TopProblem } from './top-boundary.tsx';

const rootRoute = createRootRoute({
  component: () => (
    <Waiting>
      <Root />
    </Waiting>
  ),
  notFoundComponent: NotFoundPage,
  // Around the root there may be no site to draw a page with.
  errorComponent: ({ error }) => <TopProblem problem={error} />,
});

function pageOf(load: PageEntry['load'], around: (page: ReactNode) => ReactNode = (page) => page) {
  const Content = lazyRouteComponent(load, 'Page');
  const component = () => <Waiting>{around(<Content />)}</Waiting>;
  return Object.assign(component, { preload: () => Content.preload?.() });
}

function routeOf(descriptor: Descriptor, page: PageEntry): AnyRoute {
  const component = pageOf(page.load, (content) => (
    <Gate descriptor={descriptor} page={page}>
      {content}
    </Gate>
  ));
  return createRoute({ getParentRoute: () => rootRoute, path: page.path, component });
}

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: pageOf(() => import('./welcome-page.tsx')),
});
const documentPage = createRoute({
  getParentRoute: () => rootRoute,
  path: '/documents/$document',
  component: pageOf(() => import('./document-page.tsx')),
});

const pages = capabilities.flatMap((descriptor) => descriptor.pages.map((page) => routeOf(descriptor, page)));

/** Addresses carry plain words, not JSON, so that people can read and write them. */
export const router = createRouter({
  routeTree: rootRoute.addChildren([home, documentPage, ...pages]),
  basepath: basePath,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const entries = Object.entries(search).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    );
    const text = new URLSearchParams(entries).toString();
    return text && `?${text}`;
  },
  defaultPendingComponent: Loading,
  defaultErrorComponent: ProblemPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});
