import { planMove } from '../../../domain/organizations/tree.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { organizationProblem } from '../problems.ts';
import { carryOut, findNode, grantsOf, lockTree, pathOf } from './facts.ts';

/** Puts an organization, with all below it, under another parent; to where it stands already it is not moved. */
export async function moveOrganization(
  tx: Tx,
  site: Site,
  id: string,
  parentId: string | null,
  reason: string,
  now: Date,
): Promise<Outcome<never>> {
  await lockTree(tx, site.id);
  const node = await findNode(tx, site.id, id);
  const parent = parentId === null ? null : await findNode(tx, site.id, parentId);
  if (!node || node.closed || (parentId !== null && !parent)) return { reply: platformProblem('not-found') };
  if (node.parentId === parentId) return { reply: { status: 204 } };
  const path = await pathOf(tx, site.id, parentId);
  const grants = await grantsOf(tx, site.id, id, now);
  const plan = planMove({ node, parent, path, grants }, site.organizations);
  if (!plan.ok) return { reply: organizationProblem(plan.code) };
  await carryOut(tx, site.id, plan.value, now);
  const data = { organization: id, from: node.parentId, to: parentId };
  return {
    reply: { status: 204 },
    events: [{ what: 'organization.moved', subject: `organization/${id}`, data, details: { reason } }],
  };
}
