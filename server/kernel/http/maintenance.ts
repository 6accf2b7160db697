import { secondsUntilEnd } from '../../../domain/notices/period.ts';
import { instantText, zoneName } from '../../../domain/site/instant-text.ts';
import type { Language } from '../../../domain/site/languages.ts';
import type { Closure, Site } from '../app.ts';
import type { Session } from '../session.ts';
import { platformProblem, type Problem } from './problem.ts';
import type { RouteShape } from './route.ts';

/** Whether a closed site turns this caller away from this route: operators get in everywhere. */
export function closedTo(route: Pick<RouteShape, 'duringMaintenance'>, session: Session | null): boolean {
  if (route.duringMaintenance === 'open') return false;
  if (!session) return route.duringMaintenance !== 'entry';
  const { acting } = session;
  return (acting?.state === 'runs' ? acting.organizationKind : session.organizationKind) !== 'maker';
}

export function maintenanceProblem(site: Site, closure: Closure, language: Language, now: Date): Problem {
  const { endsAt } = closure;
  const until = `${instantText(endsAt, language, site.timeZone)} (${zoneName(endsAt, language, site.timeZone)})`;
  return platformProblem('maintenance', {
    params: { until, endsAt: endsAt.toISOString() },
    retryAfterSeconds: secondsUntilEnd(closure, now),
  });
}
