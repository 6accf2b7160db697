import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answer, api } from '../api/client.ts';
import type { Session } from '../api/types.ts';
import { siteId } from './address.ts';
import { tellSessionChanged } from './leaving.ts';
import { forgetPrivate, sessionQuery } from './session.ts';

/** Takes a session in which somebody works for another organization than before; nothing of the one before stays in memory. */
export function useChangeSession(): (session: Session) => void {
  const client = useQueryClient();
  return (session) => {
    client.setQueryData(sessionQuery.queryKey, session);
    forgetPrivate(client);
    tellSessionChanged();
  };
}

/** Ends acting on behalf, or clears away what is left of it when its time is over. */
export function endActing(): Promise<Session> {
  return answer(api.DELETE('/api/{site}/acting', { params: { path: { site: siteId } } }));
}

/** Ends it and leads home, where it is said why: `over` by time or from elsewhere, `ended` by a press here. */
export function useEndActing(): (why: 'over' | 'ended') => Promise<void> {
  const navigate = useNavigate();
  const change = useChangeSession();
  return async (why) => {
    const session = await endActing();
    await navigate({ to: '/', search: { acting: why }, replace: true });
    change(session);
  };
}
