import { queryOptions, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { Session } from '../api/types.ts';
import { siteId } from './address.ts';
import { forgetReason } from './leaving.ts';
import { forgetOwnPasswordAnswer } from './own-password.ts';

const path = { site: siteId };

/** The session, or null when nobody is logged in. */
export const sessionQuery = queryOptions({
  queryKey: ['session', siteId],
  queryFn: async (): Promise<Session | null> => {
    try {
      return await answer(api.GET('/api/{site}/session', { params: { path } }));
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 401) return null;
      throw problem;
    }
  },
  staleTime: 60_000,
});

export function useSessionOrNone(): Session | null {
  return useSuspenseQuery(sessionQuery).data;
}

/** Asks for the session as it is now. */
export function readSession(client: QueryClient): Promise<Session | null> {
  return client.fetchQuery({ ...sessionQuery, staleTime: 0 });
}

/** The session on a page that only logged-in people reach. */
export function useSession(): Session {
  const session = useSessionOrNone();
  if (!session) throw new ApiProblem({ code: 'platform/not-logged-in', text: '', status: 401, requestId: null });
  return session;
}

/** Takes what one person saw out of memory, so that the next one at this browser sees none of it. */
export function forgetPrivate(client: QueryClient): void {
  const open = new Set(['site', 'session', 'document']);
  client.removeQueries({ predicate: ({ queryKey }) => !open.has(String(queryKey[0])) });
}

/** Takes a session that has just begun, however somebody logged in. */
export function useEntered(): (session: Session) => void {
  const client = useQueryClient();
  return (session) => {
    forgetPrivate(client);
    forgetOwnPasswordAnswer();
    forgetReason();
    client.setQueryData(sessionQuery.queryKey, session);
  };
}

export function useLogIn(): (loginId: string, password: string) => Promise<Session> {
  const entered = useEntered();
  return async (loginId, password) => {
    const session = await answer(api.POST('/api/{site}/session', { params: { path }, body: { loginId, password } }));
    entered(session);
    return session;
  };
}

export function useKeepLanguage(): (language: 'ja' | 'en') => Promise<void> {
  const client = useQueryClient();
  return async (language) => {
    const session = await answer(api.PATCH('/api/{site}/session', { params: { path }, body: { language } }));
    client.setQueryData(sessionQuery.queryKey, session);
  };
}

export async function logOut(): Promise<void> {
  await answer(api.DELETE('/api/{site}/session', { params: { path } }));
}
