import type { Right } from '../../../domain/organizations/options.ts';
import type { Tx } from '../../kernel/database.ts';
import { findNode, insertGrant, lockTree } from './facts.ts';

/** What an organization lets a dealer do of its own will: of single devices by their span of ownership, or (null) of all it has. */
export type LinkGrant = {
  of: string;
  to: string;
  registrationIds: readonly string[] | null;
  rights: readonly Right[];
  until: Date | null;
};
export type Given = { grantId: string; registrationId: string | null };

/** Holds the tree and says whether one can let the other do anything: both open, and the other a dealer. */
export async function mayGrant(tx: Tx, siteId: string, ofId: string, toId: string): Promise<boolean> {
  await lockTree(tx, siteId);
  const [of, to] = [await findNode(tx, siteId, ofId), await findNode(tx, siteId, toId)];
  return of !== null && !of.closed && to !== null && !to.closed && to.kind === 'dealer' && ofId !== toId;
}

/** Gives it from now on; whoever calls has asked `mayGrant` and writes the event. */
export async function giveLinkGrants(tx: Tx, siteId: string, grant: LinkGrant, now: Date): Promise<Given[]> {
  const { of, to, rights, until, registrationIds } = grant;
  const given: Given[] = [];
  for (const registrationId of registrationIds ?? [null]) {
    const one = { of, to, rights, until, registrationId, cause: 'link' } as const;
    given.push({ grantId: await insertGrant(tx, siteId, one, now), registrationId });
  }
  return given;
}

/** Changes what is granted and until when; what has ended stays so. */
export async function changeGrants(
  tx: Tx,
  siteId: string,
  grantIds: readonly string[],
  { rights, until }: Pick<LinkGrant, 'rights' | 'until'>,
  now: Date,
): Promise<void> {
  if (grantIds.length === 0) return;
  await tx
    .updateTable('grants')
    .set({ rights: [...rights], until })
    .where('site_id', '=', siteId)
    .where('id', 'in', [...grantIds])
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .execute();
}

/** Ends them now, everywhere. */
export async function endGrants(tx: Tx, siteId: string, grantIds: readonly string[], now: Date): Promise<void> {
  if (grantIds.length === 0) return;
  await tx
    .updateTable('grants')
    .set({ until: now })
    .where('site_id', '=', siteId)
    .where('id', 'in', [...grantIds])
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .execute();
}
