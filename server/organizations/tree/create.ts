import type { KindBelow } from '../../../domain/organizations/options.ts';
import { parseCountry } from '../../../domain/identifiers/country.ts';
import { parseText } from '../../../domain/identifiers/single-line.ts';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { faultAt, isProblem, platformProblem, type FieldFault } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope, Session } from '../../kernel/session.ts';
import { createOrganization } from '../create-organization.ts';
import { makeInvitation, readInvited, type InvitedPerson } from '../invitations/invite.ts';
import { countSending } from '../invitations/sendings.ts';
import { organizationProblem } from '../problems.ts';
import { holdParent, placeBelow } from './place.ts';

const nameMax = 100;

export type Wished = {
  kind: KindBelow;
  name: string;
  country: string;
  /** Only operators choose; a dealer's own stand below it. */
  parentId: string | null;
  owner: InvitedPerson;
};

/**
 * Makes an organization below the maker or a dealer (P-15a) and invites its first owner. What its parent may see of it at once
 * stands in the site's data, and who may make what.
 */
export async function makeOrganization(
  app: App,
  tx: Tx,
  site: Site,
  session: Session,
  scope: Scope,
  wished: Wished,
): Promise<Outcome<{ id: string; invitation: string }>> {
  const byOperator = session.organizationKind === 'maker';
  if (!byOperator && !site.organizations.dealersMake.includes(wished.kind))
    return { reply: organizationProblem('kind-not-offered') };
  const parentId = byOperator ? wished.parentId : session.organizationId;
  const hindrance = await holdParent(tx, site, parentId);
  if (hindrance) return { reply: hindrance };
  const name = parseText(wished.name, { min: 1, max: nameMax });
  const country = parseCountry(wished.country);
  const owner = await readInvited(tx, site, wished.kind, wished.owner, scope.now, '/owner');
  if (!name.ok || !country.ok || isProblem(owner)) {
    const errors: FieldFault[] = [...(isProblem(owner) ? (owner.errors ?? []) : [])];
    for (const [field, read] of [
      ['country', country],
      ['name', name],
    ] as const)
      if (!read.ok) errors.unshift(faultAt(`/${field}`, read));
    return { reply: platformProblem('invalid-fields', { errors }) };
  }
  const refused = await countSending(tx, session, scope, null);
  if (refused) return { reply: refused };
  const organization = { kind: wished.kind, name: name.value, country: country.value };
  const place = { postalCode: null, address: [], phone: null };
  const id = await createOrganization(tx, site.id, { ...organization, ...place }, scope.now);
  await placeBelow(tx, site, { id, kind: wished.kind }, parentId, scope.now);
  const to = { organizationId: id, kind: wished.kind, role: 'owner', invitedBy: session.userId } as const;
  const invited = await makeInvitation(app, tx, site, to, { ...owner, language: wished.owner.language }, scope.now);
  const event = {
    what: 'organization.created' as const,
    subject: `organization/${id}`,
    data: { kind: wished.kind, organization: id, parent: parentId },
    details: { name: name.value },
  };
  return {
    reply: {
      status: 201,
      body: { id: outsideId('organization', id), invitation: outsideId('invitation', invited.id) },
    },
    events: [event, invited.event],
  };
}
