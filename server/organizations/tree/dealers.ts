import type { Right } from '../../../domain/organizations/options.ts';
import type { Site } from '../../kernel/app.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import type { Scope } from '../../kernel/session.ts';
import { findNode, insertGrant, lockTree } from './facts.ts';

/** What a customer lets a dealer of its choice do. */
const linkRights: readonly Right[] = ['list', 'read'];

/** Dealers other than the caller that may see a device of an organization now: all that is the organization's, or that device. */
export async function dealersOf(
  db: Database | Tx,
  scope: Scope,
  ofId: string,
  registrationId: string,
): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('grants as g')
    .innerJoin('organizations as d', (join) =>
      join.onRef('d.site_id', '=', 'g.site_id').onRef('d.id', '=', 'g.to_organization_id'),
    )
    .select(['d.id', 'd.name'])
    .distinct()
    .where('g.site_id', '=', scope.siteId)
    .where('g.of_organization_id', '=', ofId)
    .where((eb) => eb.or([eb('g.registration_id', 'is', null), eb('g.registration_id', '=', registrationId)]))
    .where('g.since', '<=', scope.now)
    .where((eb) => eb.or([eb('g.until', 'is', null), eb('g.until', '>', scope.now)]))
    .where((eb) => eb(eb.val('read'), '=', eb.fn.any('g.rights')))
    .where('d.kind', '=', 'dealer')
    .where('d.closed_at', 'is', null)
    .where('d.id', '<>', scope.organizationId)
    .orderBy('d.name')
    .orderBy('d.id')
    .execute();
}

/** An organization lets a dealer see a device from now on; nothing happens where the dealer may do so already. */
export async function linkDealer(
  tx: Tx,
  site: Site,
  device: { organizationId: string; registrationId: string },
  dealerId: string,
  now: Date,
): Promise<NewEvent[]> {
  await lockTree(tx, site.id);
  const { organizationId: ofId, registrationId } = device;
  const [of, to] = [await findNode(tx, site.id, ofId), await findNode(tx, site.id, dealerId)];
  if (!of || of.closed || to?.kind !== 'dealer' || to.closed || of.id === to.id) return [];
  const scope = { siteId: site.id, organizationId: ofId, userId: '', now };
  if ((await dealersOf(tx, scope, ofId, registrationId)).some(({ id }) => id === dealerId)) return [];
  const grant = { of: ofId, to: dealerId, rights: linkRights, cause: 'link', until: null, registrationId } as const;
  const id = await insertGrant(tx, site.id, grant, now);
  const data = {
    grant: id,
    organization: ofId,
    registration: registrationId,
    to: dealerId,
    rights: linkRights,
    until: null,
  };
  return [{ what: 'grant.linked', subject: `organization/${ofId}`, data }];
}
