import type { KindBelow } from '../../../domain/organizations/options.ts';
import { judgeParent, parentGrant } from '../../../domain/organizations/tree.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem, type Problem } from '../../kernel/http/problem.ts';
import { organizationProblem } from '../problems.ts';
import { carryOut, findNode, lockTree } from './facts.ts';

/** Holds the tree, and says why nothing can be put below this organization; null when something can. The maker is null. */
export async function holdParent(tx: Tx, site: Site, parentId: string | null): Promise<Problem | null> {
  await lockTree(tx, site.id);
  if (parentId === null) return null;
  const parent = await findNode(tx, site.id, parentId);
  if (!parent) return platformProblem('not-found');
  const fitting = judgeParent(parent);
  if (fitting.ok) return null;
  const code = `organizations/${fitting.code}`;
  return organizationProblem(fitting.code, { errors: [{ pointer: '/parent', code }] });
}

/** Puts a new organization below another, which gets at once what the site's data say. The tree is held. */
export async function placeBelow(
  tx: Tx,
  site: Site,
  node: { id: string; kind: KindBelow },
  parentId: string | null,
  now: Date,
): Promise<void> {
  const newGrants = parentGrant(node, parentId, site.organizations);
  await carryOut(tx, site.id, { moves: [{ id: node.id, parentId }], endedGrants: [], newGrants }, now);
}
