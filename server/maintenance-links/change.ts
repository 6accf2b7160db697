import { linkRights, readLinkEnd } from '../../domain/maintenance-links/link.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { versionOf } from '../kernel/http/version.ts';
import type { Scope } from '../kernel/session.ts';
import { changeGrants, endGrants } from '../organizations/tree/device-grants.ts';
import { maintenanceLinkProblem } from './problems.ts';
import { findLink, grantsOf, stateOf, type LinkRow } from './store.ts';

/** Another one as soon as somebody has changed or ended it. */
export const versionOfLink = ({ id, version }: Pick<LinkRow, 'id' | 'version'>): string => versionOf({ id, version });

/** The customer changes what the dealer may do, and until when (E-04); nothing is stored when nothing differs. */
export async function changeLink(
  tx: Tx,
  site: Site,
  scope: Scope,
  id: string,
  seenVersion: string,
  wished: { configure: boolean; until: string },
): Promise<Outcome<never>> {
  const link = await findLink(tx, scope, id, true);
  if (!link) return { reply: platformProblem('not-found') };
  if (link.side !== 'customer') return { reply: platformProblem('not-permitted') };
  if (stateOf(link, scope.now) !== 'running') return { reply: maintenanceLinkProblem('link-over') };
  if (versionOfLink(link) !== seenVersion) return { reply: platformProblem('changed-meanwhile') };
  const end = readLinkEnd(wished.until, civilDay(scope.now, site.timeZone), site.timeZone);
  if (!end.ok) {
    const fault = {
      pointer: '/until',
      code: `maintenance-links/${end.code}`,
      ...(end.params && { params: end.params }),
    };
    return { reply: platformProblem('invalid-fields', { errors: [fault] }) };
  }
  const { configure } = wished;
  const { untilOn, untilAt } = end.value;
  if (configure === link.configure && untilOn === link.untilOn) return { reply: { status: 204 } };
  const rights = linkRights(configure);
  await changeGrants(tx, site.id, await grantsOf(tx, scope, id), { rights, until: untilAt }, scope.now);
  await tx
    .updateTable('maintenance_links')
    .set((eb) => ({
      configure,
      until_on: untilOn,
      until_at: untilAt,
      version: eb('version', '+', 1),
      changed_at: scope.now,
    }))
    .where('site_id', '=', site.id)
    .where('id', '=', id)
    .execute();
  const data = {
    ...namesOf(link),
    from: { configure: link.configure, until: link.untilOn },
    to: { configure, until: untilOn },
  };
  return {
    reply: { status: 204 },
    events: [{ what: 'maintenance-links.changed', subject: `maintenance-link/${id}`, data }],
  };
}

const namesOf = ({ id, organizationId, dealerId }: LinkRow) => ({
  link: id,
  organization: organizationId,
  dealer: dealerId,
});

/** Either side ends a link, at once and everywhere (E-04). */
export async function endLink(tx: Tx, scope: Scope, id: string): Promise<Outcome<never>> {
  const link = await findLink(tx, scope, id, true);
  if (!link) return { reply: platformProblem('not-found') };
  if (stateOf(link, scope.now) !== 'running') return { reply: maintenanceLinkProblem('link-over') };
  await endGrants(tx, scope.siteId, await grantsOf(tx, scope, id), scope.now);
  await tx
    .updateTable('maintenance_links')
    .set((eb) => ({
      ended_at: scope.now,
      ended_by: scope.userId,
      ended_side: link.side,
      version: eb('version', '+', 1),
      changed_at: scope.now,
    }))
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .execute();
  return {
    reply: { status: 204 },
    events: [
      {
        what: 'maintenance-links.ended',
        subject: `maintenance-link/${id}`,
        data: { ...namesOf(link), side: link.side },
      },
    ],
  };
}

/** Somebody of the dealer's has looked at a new link: it is no longer marked as new. */
export async function openLink(tx: Tx, scope: Scope, id: string): Promise<Outcome<never>> {
  const link = await findLink(tx, scope, id, true);
  if (!link) return { reply: platformProblem('not-found') };
  if (link.side !== 'dealer' || link.openedAt !== null) return { reply: { status: 204 } };
  await tx
    .updateTable('maintenance_links')
    .set({ opened_at: scope.now })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', id)
    .execute();
  const opened = { what: 'maintenance-links.opened' as const, subject: `maintenance-link/${id}`, data: namesOf(link) };
  return { reply: { status: 204 }, events: [opened] };
}
