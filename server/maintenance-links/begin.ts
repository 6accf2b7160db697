import { linkRights, readLinkEnd, type LinkEnd } from '../../domain/maintenance-links/link.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem, type FieldFault, type Problem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { newId, outsideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { giveLinkGrants, mayGrant, type Given } from '../organizations/tree/device-grants.ts';
import { lockOrganization } from '../organizations/lock.ts';
import { askForDealer, type Dealer, type Pair } from './dealer.ts';
import { maintenanceLinkProblem } from './problems.ts';
import { linkedSpans, ownSpans } from './store.ts';

/** What a customer lets a dealer do: with these devices, or (null) with all it has and will have. */
export type Wished = Pair & { devices: readonly string[] | null; configure: boolean; until: string };
export type Begun = { id: string; dealer: string };

type Around = { tx: Tx; site: Site; scope: Scope };
type Sound = LinkEnd & { registrationIds: readonly string[] | null };

/**
 * A customer links a dealer (E-04): named by login ID and phone number, for devices of its choice, to see or to configure, until a day or until
 * somebody ends it. It is in force at once.
 */
export async function beginLink(around: Around, address: string, wished: Wished): Promise<Outcome<Begun>> {
  const { tx, site, scope } = around;
  const asked = await askForDealer(tx, scope, address, wished);
  if ('refused' in asked) return { reply: asked.refused, events: asked.events };
  const { dealer } = asked;
  if (!(await mayGrant(tx, site.id, scope.organizationId, dealer.id)))
    return { reply: maintenanceLinkProblem('dealer-unknown') };
  if (!(await lockOrganization(tx, site.id, scope.organizationId))) return { reply: platformProblem('not-found') };
  const judged = await judge(around, dealer, wished);
  if ('refused' in judged) return { reply: judged.refused };
  const { configure } = wished;
  const { id, events } = await storeLink(around, scope.organizationId, dealer.id, { ...judged, configure });
  return { reply: { status: 201, body: { id: outsideId('maintenanceLink', id), dealer: dealer.name } }, events };
}

async function judge(around: Around, dealer: Dealer, wished: Wished): Promise<Sound | { refused: Problem }> {
  const { tx, site, scope } = around;
  const errors: FieldFault[] = [];
  const end = readLinkEnd(wished.until, civilDay(scope.now, site.timeZone), site.timeZone);
  if (!end.ok)
    errors.push({
      pointer: '/until',
      code: `maintenance-links/${end.code}`,
      ...(end.params && { params: end.params }),
    });
  const own = wished.devices && (await ownSpans(tx, scope, wished.devices));
  if (wished.devices?.length === 0) errors.push({ pointer: '/devices', code: 'maintenance-links/choose-devices' });
  if (own && wished.devices?.some((id) => !own.has(id)))
    errors.push({ pointer: '/devices', code: 'maintenance-links/device-unknown' });
  if (!end.ok || errors.length > 0) return { refused: platformProblem('invalid-fields', { errors }) };
  const registrationIds = own ? [...new Set([...own.values()].map((span) => span.registrationId))] : null;
  const linked = await linkedSpans(tx, scope, scope.organizationId, dealer.id);
  const twice = registrationIds ? registrationIds.some((id) => linked.registrationIds.has(id)) : false;
  if (linked.all || twice) {
    const fault = { pointer: '/devices', code: 'maintenance-links/already-linked' };
    return { refused: maintenanceLinkProblem('already-linked', { errors: [fault] }) };
  }
  return { ...end.value, registrationIds };
}

/** Writes a link that begins now, with its grants; whoever calls has judged that there may be one. */
export async function storeLink(
  { tx, site, scope }: Around,
  customerId: string,
  dealerId: string,
  { registrationIds, configure, untilOn, untilAt }: Sound & { configure: boolean },
): Promise<{ id: string; events: NewEvent[] }> {
  const id = newId();
  await tx
    .insertInto('maintenance_links')
    .values({
      site_id: site.id,
      id,
      organization_id: customerId,
      dealer_organization_id: dealerId,
      all_devices: registrationIds === null,
      configure,
      until_on: untilOn,
      until_at: untilAt,
      begun_at: scope.now,
      begun_by: scope.userId,
      opened_at: null,
      ended_at: null,
      ended_by: null,
      ended_side: null,
      changed_at: scope.now,
    })
    .execute();
  const grant = { of: customerId, to: dealerId, registrationIds, rights: linkRights(configure), until: untilAt };
  await keepGrants(tx, site.id, id, await giveLinkGrants(tx, site.id, grant, scope.now));
  const data = {
    link: id,
    organization: customerId,
    dealer: dealerId,
    registrations: registrationIds,
    configure,
    until: untilOn,
  };
  return { id, events: [{ what: 'maintenance-links.begun', subject: `maintenance-link/${id}`, data }] };
}

/** Notes which grants a link consists of. */
export async function keepGrants(tx: Tx, siteId: string, linkId: string, given: readonly Given[]): Promise<void> {
  if (given.length === 0) return;
  await tx
    .insertInto('maintenance_link_grants')
    .values(
      given.map(({ grantId, registrationId }) => ({
        site_id: siteId,
        link_id: linkId,
        grant_id: grantId,
        registration_id: registrationId,
      })),
    )
    .execute();
}
