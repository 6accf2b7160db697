import { sql } from 'kysely';
import { reachableDevice } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { Scope } from '../../kernel/session.ts';

/** The report of a registration's end of use that nobody has decided yet; for rules and for whoever may read its owner. */
export async function openReport(db: Database | Tx, scope: Scope, registrationId: string) {
  const row = await db
    .selectFrom('device_end_reports')
    .select(['id', 'ended_on as endedOn', 'reason', 'reported_at as reportedAt'])
    .where('site_id', '=', scope.siteId)
    .where('registration_id', '=', registrationId)
    .where('decided_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Reports about devices that the caller may read; operators see all. */
export function matchingReports(db: Database | Tx, scope: Scope, undecided: boolean) {
  let matching = db
    .selectFrom('device_end_reports as e')
    .innerJoin('device_registrations as r', (join) =>
      join.onRef('r.site_id', '=', 'e.site_id').onRef('r.id', '=', 'e.registration_id'),
    )
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'e.site_id').onRef('o.id', '=', 'e.organization_id'),
    )
    .where('e.site_id', '=', scope.siteId)
    .where(reachableDevice(scope, 'read', { organization: 'e.organization_id', registration: 'e.registration_id' }));
  if (undecided) matching = matching.where('e.decided_at', 'is', null);
  return matching;
}

export const reportSorts = ['reportedAt', 'endedOn', 'serial', 'model', 'organization'] as const;
type Key = (typeof reportSorts)[number];
export type ReportSort = Key | `-${Key}`;

/** Their rows in order; by themselves the oldest first, as they are worked off. */
export function reportRows(db: Database | Tx, scope: Scope, undecided: boolean, sort: ReportSort = 'reportedAt') {
  const places = {
    reportedAt: sql`e.reported_at`,
    endedOn: sql`e.ended_on`,
    serial: sql`r.serial`,
    model: sql`r.model`,
    organization: sql`o.name collate "C"`,
  } as const;
  const down = sort.startsWith('-');
  return matchingReports(db, scope, undecided)
    .select(['e.id', 'e.device_id as deviceId', 'e.registration_id as registrationId', 'e.ended_on as endedOn'])
    .select(['e.reason', 'e.reported_at as reportedAt', 'e.decision', 'e.decided_at as decidedAt', 'e.answer'])
    .select(['e.organization_id as organizationId', 'o.name as organization', 'r.serial', 'r.model'])
    .select('r.released_at as releasedAt')
    .orderBy(places[sort.replace(/^-/, '') as Key], (order) => (down ? order.desc() : order.asc()))
    .orderBy('e.id');
}
export type ReportRow = Awaited<ReturnType<ReturnType<typeof reportRows>['execute']>>[number];
