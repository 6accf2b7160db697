import type { Database, Tx } from '../../kernel/database.ts';
import type { NewEvent } from '../../kernel/events.ts';
import type { Scope } from '../../kernel/session.ts';
import { beginMembership, countInUse, endMembership, findOpenMembership, lockOrganization } from './store.ts';

/** Whether a customer is in the owner's club now. */
export async function isMember(db: Database | Tx, siteId: string, organizationId: string): Promise<boolean> {
  return (await findOpenMembership(db, siteId, organizationId)) !== null;
}

/** Takes an organization into the club or out of it with all its devices (U-07); where that is so already nothing happens. */
export async function setMembership(tx: Tx, scope: Scope, member: boolean, byOperator: boolean): Promise<NewEvent[]> {
  await lockOrganization(tx, scope);
  const open = await findOpenMembership(tx, scope.siteId, scope.organizationId);
  if ((open !== null) === member) return [];
  const membership = open ?? (await beginMembership(tx, scope));
  if (open) await endMembership(tx, scope, open);
  const devices = await countInUse(tx, scope);
  return [
    {
      what: member ? 'club.joined' : 'club.left',
      subject: `organization/${scope.organizationId}`,
      data: { organization: scope.organizationId, membership, devices, byOperator },
    },
  ];
}
