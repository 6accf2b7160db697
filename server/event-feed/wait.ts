import { wordOf } from '../../domain/webhooks/kinds.ts';
import type { App, SessionTokens, Site } from '../kernel/app.ts';
import { secondsMs } from '../kernel/clock.ts';
import { platformProblem, type Problem } from '../kernel/http/problem.ts';
import { eventsOf } from '../kernel/live/topic.ts';
import type { Session } from '../kernel/session.ts';
import { readPage, type EventPage, type PageWish } from './page.ts';

export const waitSecondsMax = 30;
const retryAfterSeconds = 30;

type Asked = { app: App; site: Site; session: Session; tokens: SessionTokens; wish: PageWish };

/**
 * Holds the answer back until somebody's page of events has something, at most so many seconds. Who waits is asked again each time that there may be
 * something, as with a request of its own; that nothing came is an answer, too.
 */
export async function waitForEvents(asked: Asked, seconds: number): Promise<EventPage | Problem> {
  const { app, site, tokens } = asked;
  const untilMs = performance.now() + seconds * secondsMs;
  let { session, wish } = asked;
  const signals = [...new Set(wish.kinds(session).map((kind) => eventsOf(site.id, wordOf(kind))))];
  const waiter = await app.live.wait({ siteId: site.id, caller: session.key?.id ?? session.id, signals });
  if (!waiter) return platformProblem('unavailable', { retryAfterSeconds });
  const read = (who: Session, what: PageWish) => waiter.turn(() => readPage(app, site, who, what));
  try {
    for (;;) {
      const page = await read(session, wish);
      if (page.items.length > 0 || page.more) return page;
      if (!(await waiter.told(Math.max(0, untilMs - performance.now())))) return page;
      const now = await app.authenticate(site, tokens, app.clock.now(), 'unattended');
      if (!now || now.organizationId !== session.organizationId || now.owed.length > 0)
        return platformProblem('not-logged-in');
      session = now;
      wish = { ...wish, after: page.cursor };
    }
  } finally {
    waiter.leave();
  }
}
