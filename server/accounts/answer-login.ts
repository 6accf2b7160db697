import type { z } from 'zod';
import type { App, Site } from '../kernel/app.ts';
import { actingCookie, sessionCookie } from '../kernel/http/cookies.ts';
import { maintenanceProblem } from '../kernel/http/maintenance.ts';
import type { Problem } from '../kernel/http/problem.ts';
import type { Call, Reply } from '../kernel/http/route.ts';
import { viewSession, type sessionResponse } from './session-view.ts';
import { closeSession } from './sessions.ts';

type View = z.infer<typeof sessionResponse>;
type LoginCall = Pick<
  Call<unknown, unknown, unknown, View>,
  'now' | 'language' | 'readCookie' | 'setCookie' | 'change'
> & {
  app: App;
  site: Site;
};

/** What every login answers: the session as a cookie. While the site is closed it opens for operators alone. */
export async function answerLogin(
  { app, site, now, language, readCookie, setCookie, change }: LoginCall,
  { token, userId }: { token: string; userId: string },
): Promise<Reply<View> | Problem> {
  const view = await viewSession(app.db, site, { userId, startedAt: now }, now);
  const closure = await app.closureOf(site, now);
  if (closure && view.organization.kind !== 'maker') {
    return change(async (tx) => {
      await closeSession(tx, site, token);
      const reply = maintenanceProblem(site, closure, language, now);
      return { reply, events: [{ what: 'login.ended', subject: `user/${userId}` }] };
    });
  }
  setCookie(sessionCookie(site.id), token, site.accounts.session.totalHours * 3600);
  if (readCookie(actingCookie(site.id))) setCookie(actingCookie(site.id), '', 0);
  return { status: 200, body: view };
}
