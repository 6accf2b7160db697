import { useLocation, useParams, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { holds, mayBeDoneForOthers } from '../../domain/accounts/permissions.ts';
import { safeReturn } from '../context/address.ts';
import { isOn, textsOf, type Descriptor, type PageEntry } from '../context/descriptor.ts';
import { Go } from '../context/go.tsx';
import { currentReason } from '../context/leaving.ts';
import { useSessionOrNone } from '../context/session.ts';
import { useSite } from '../context/site.ts';
import { MoreTexts } from '../texts/texts.tsx';
import { ToOwed } from './to-owed.tsx';
import { NotFoundPage, NotPermittedPage } from './error-pages.tsx';
import { NotWhileActingPage, OtherOrganizationPage } from './acting-pages.tsx';

type Props = { descriptor: Descriptor; page: PageEntry; children: ReactNode };

/** Lets a page show itself to those it is for. What this hides the server refuses too: here it is only a courtesy. */
export function Gate({ descriptor, page, children }: Props) {
  const site = useSite();
  const session = useSessionOrNone();
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const search: Record<string, unknown> = useSearch({ strict: false });
  if (!isOn(descriptor, site.capabilities) || page.when?.(site) === false) return <NotFoundPage />;
  if (page.audience === 'logged-in') {
    if (!session) return <ToLogIn />;
    if (session.owed[0] && session.owed[0] !== page.owed) return <ToOwed step={session.owed[0]} />;
    if (page.owed && session.owed.length === 0 && search['return'] !== undefined) return <Back />;
    if (session.acting && params['organization'] === session.acting.by.id)
      return <OtherOrganizationPage session={session} acting={session.acting} />;
    if (params['organization'] && params['organization'] !== session.organization.id) return <NotFoundPage />;
    if (page.permission && !session.permissions.includes(page.permission)) {
      if (session.acting && !mayBeDoneForOthers(page.permission)) return <NotWhileActingPage session={session} />;
      // What nobody in this kind of organization may do is not offered to be asked for: it is not there.
      // Nor is what not even the owner may do at this site.
      const isThere = session.user.role !== 'owner' && holds(session.organization.kind, 'owner', page.permission);
      return isThere ? <NotPermittedPage /> : <NotFoundPage />;
    }
  }
  if (page.audience === 'visitor' && session) return <Back />;
  return <MoreTexts sources={textsOf(descriptor, site)}>{children}</MoreTexts>;
}

// Both read the address once: while they lead away it is already another one.

function ToLogIn() {
  const { href } = useLocation();
  const [here] = useState(href);
  return <Go to="/login" search={{ return: here, reason: currentReason() }} />;
}

/** Back to where somebody was before the login page came. */
function Back() {
  const { search } = useLocation();
  const [there] = useState(() => new URL(safeReturn(search.return), location.origin));
  return <Go to={there.pathname} search={Object.fromEntries(there.searchParams)} />;
}
