import { Navigate, useLocation, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { safeReturn } from '../context/address.ts';
import { isOn, textsOf, type Descriptor, type PageEntry } from '../context/descriptor.ts';
import { currentReason } from '../context/leaving.ts';
import { useSessionOrNone } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { MoreTexts } from '../texts/texts.tsx';
import { NotFoundPage, NotPermittedPage } from './error-pages.tsx';

type Props = { descriptor: Descriptor; page: PageEntry; children: ReactNode };

/** Lets a page show itself to those it is for. What this hides the server refuses too: here it is only a courtesy. */
export function Gate({ descriptor, page, children }: Props) {
  const site = useSite();
  const session = useSessionOrNone();
  const location = useLocation();
  const params: Record<string, string | undefined> = useParams({ strict: false });
  if (!isOn(descriptor, site.capabilities)) return <NotFoundPage />;
  if (page.audience === 'logged-in') {
    if (!session) return <Navigate to="/login" search={{ return: location.href, reason: currentReason() }} replace />;
    if (params['organization'] && params['organization'] !== session.organization.id) return <NotFoundPage />;
    if (page.permission && !session.permissions.includes(page.permission)) return <NotPermittedPage />;
  }
  if (page.audience === 'visitor' && session) return <GoBack to={safeReturn(location.search.return)} />;
  return <MoreTexts sources={textsOf(descriptor)}>{children}</MoreTexts>;
}

/** Back to where somebody was before the login page came. */
function GoBack({ to }: { to: string }) {
  const { pathname, searchParams } = new URL(to, location.origin);
  return <Navigate to={pathname} search={Object.fromEntries(searchParams)} replace />;
}
