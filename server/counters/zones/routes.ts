import { sql } from 'kysely';
import { z } from 'zod';
import { isTimeZone } from '../../../domain/site/time-zone.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import { route, type Outcome } from '../../kernel/http/route.ts';
import { instant, organizationPath } from '../../kernel/http/schemas.ts';
import { etag } from '../../kernel/http/version.ts';
import type { Scope } from '../../kernel/session.ts';
import { nextMidnight } from './pieces.ts';
import { findZone, piecesOf, storeZone, turnDevices, zoneAt, type ReportingZone } from './zones.ts';

const path = '/api/{site}/organizations/{organization}/reporting-zone';
const zoneCharactersMax = 60;

const response = z.strictObject({
  /** In which days and months are cut now. */
  timeZone: z.string(),
  /** Another one that is chosen already, and from when on it holds. */
  next: z.strictObject({ timeZone: z.string(), from: instant }).nullable(),
  siteZone: z.string(),
});
type Answer = z.infer<typeof response>;

function present(site: Site, zone: ReportingZone | null, now: Date): { body: Answer; version: string } {
  const next = zone && zone.fromAt > now ? { timeZone: zone.timeZone, from: zone.fromAt.toISOString() } : null;
  const body = { timeZone: zoneAt(site, zone, now), next, siteZone: site.timeZone };
  return { body, version: String(zone?.version ?? 0) };
}

const show = route({
  operationId: 'getReportingZone',
  method: 'get',
  path,
  summary: 'The time zone in which days and months of the organization’s counters are cut',
  access: 'counters:read',
  params: organizationPath,
  status: 200,
  response,
  problems: [],
  handle: async ({ app, site, scope, now }) => {
    const { body, version } = present(site, await findZone(app.db, scope), now);
    return { status: 200, body, headers: etag(version) };
  },
});

const change = route({
  operationId: 'changeReportingZone',
  method: 'put',
  path,
  summary: 'Chooses another time zone for days and months; it holds from the next midnight on',
  access: 'organization:change',
  params: organizationPath,
  body: z.strictObject({ timeZone: z.string().max(zoneCharactersMax) }),
  versioned: true,
  status: 200,
  response,
  problems: ['platform/invalid-fields', 'platform/changed-meanwhile'],
  handle: async ({ site, scope, body, seenVersion, change: doing }) =>
    doing((tx) => chooseZone(tx, site, scope, seenVersion, body.timeZone)),
});

/** What is there already stays; one that was to begin tonight never did (P-34). */
async function chooseZone(
  tx: Tx,
  site: Site,
  scope: Scope,
  seenVersion: string,
  timeZone: string,
): Promise<Outcome<Answer>> {
  if (!isTimeZone(timeZone))
    return {
      reply: platformProblem('invalid-fields', { errors: [{ pointer: '/timeZone', code: 'counters/zone-unknown' }] }),
    };
  // Two who save at once do so one after the other.
  await sql`select 1 from organizations where site_id = ${scope.siteId} and id = ${scope.organizationId} for no key update`.execute(
    tx,
  );
  const before = await findZone(tx, scope);
  const seen = present(site, before, scope.now);
  if (seen.version !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const answer = async (): Promise<Outcome<Answer>['reply']> => {
    const { body, version } = present(site, await findZone(tx, scope), scope.now);
    return { status: 200, body, headers: etag(version) };
  };
  if ((seen.body.next ?? seen.body).timeZone === timeZone) return { reply: await answer() };
  const held = seen.body.timeZone;
  const fromAt = new Date(nextMidnight(piecesOf(site, before), scope.now));
  await storeZone(tx, scope, { timeZone, before: held, fromAt });
  await turnDevices(tx, scope, timeZone);
  const data = { timeZone, before: held, from: fromAt.toISOString() };
  return {
    reply: await answer(),
    events: [{ what: 'counters.zone-chosen', subject: `organization/${scope.organizationId}`, data }],
  };
}

export const zoneRoutes = [show, change];
