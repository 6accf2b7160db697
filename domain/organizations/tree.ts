import { fail, pass, type Verdict } from '../verdict.ts';
import type { OrganizationCode } from './codes.ts';
import type { KindBelow, OrganizationOptions, Right } from './options.ts';

/** An organization below the maker; `parentId` null stands for the maker itself. */
export type TreeNode = { id: string; parentId: string | null; kind: KindBelow; closed: boolean };

export type GrantCause = 'link' | 'parent' | 'operator';
/** What `to` may do of `of`, in force. */
export type TreeGrant = { id: string; of: string; to: string; rights: readonly Right[]; cause: GrantCause };
export type NewGrant = { of: string; to: string; rights: readonly Right[]; cause: GrantCause };

/** What a change of the tree does to it and to the grants: one transaction carries out all of it. */
export type TreePlan = {
  moves: readonly { id: string; parentId: string | null }[];
  endedGrants: readonly string[];
  newGrants: readonly NewGrant[];
};

type Rule = Pick<OrganizationOptions, 'parentGets' | 'successorGets'>;
type Judged<T> = Verdict<T, OrganizationCode>;

/** The grant a parent gets at once over an organization below it; none where the site's data give none, or below the maker. */
export function parentGrant(node: Pick<TreeNode, 'id' | 'kind'>, parentId: string | null, rule: Rule): NewGrant[] {
  const rights = rule.parentGets[node.kind];
  return parentId === null || rights.length === 0 ? [] : [{ of: node.id, to: parentId, rights, cause: 'parent' }];
}

/** Whether an organization may stand below this one: dealers and the maker (null) have others below them, open ones only. */
export function judgeParent(parent: TreeNode | null): Judged<null> {
  if (parent === null) return pass(null);
  if (parent.closed) return fail('parent-closed');
  return parent.kind === 'dealer' ? pass(null) : fail('parent-kind');
}

/**
 * Moves an organization, with all that stands below it, under another parent (P-15a).
 * @param path IDs from the new parent up to the top, the parent's own first.
 * @param grants those in force that the old parent has over it.
 */
export function planMove(
  {
    node,
    parent,
    path,
    grants,
  }: { node: TreeNode; parent: TreeNode | null; path: readonly string[]; grants: readonly TreeGrant[] },
  rule: Rule,
): Judged<TreePlan> {
  if (path.includes(node.id)) return fail('below-itself');
  const fitting = judgeParent(parent);
  if (!fitting.ok) return fitting;
  const parentId = parent?.id ?? null;
  return pass({
    moves: [{ id: node.id, parentId }],
    endedGrants: grants.filter(({ of, cause }) => of === node.id && cause === 'parent').map(({ id }) => id),
    newGrants: parentGrant(node, parentId, rule),
  });
}

export type ClosingFacts = {
  closing: TreeNode;
  /** Everything directly below it, closed ones too. */
  children: readonly TreeNode[];
  /** Whom the children pass to; null: to the parent of the closing one. */
  successor: TreeNode | null;
  /** IDs above the successor up to the top, its own parent first. */
  path: readonly string[];
  /** Grants in force of it and to it. */
  grants: readonly TreeGrant[];
};

/**
 * Closes an organization (P-15a): what stood below it passes to the successor, or up; its grants end, and the successor gets its
 * own by the site's rule. A successor out of the children goes up itself and takes its siblings.
 */
export function planClosing(
  { closing, children, successor, path, grants }: ClosingFacts,
  rule: Rule,
): Judged<TreePlan> {
  if (successor) {
    if (successor.id === closing.id || successor.kind !== 'dealer' || successor.closed) return fail('successor-kind');
    if (path.includes(closing.id) && successor.parentId !== closing.id) return fail('successor-below');
  }
  const heir = successor?.id ?? closing.parentId;
  const moves = children.map(({ id }) => ({ id, parentId: id === successor?.id ? closing.parentId : heir }));
  const open = children.filter(({ closed }) => !closed);
  const newGrants = open.flatMap((child) => {
    const parentId = child.id === successor?.id ? closing.parentId : heir;
    return [...parentGrant(child, parentId, rule), ...keptGrants(child, parentId, closing, grants, rule)];
  });
  return pass({ moves, endedGrants: grants.map(({ id }) => id), newGrants });
}

/** What the closed one had been given beside the rule, where the site lets it pass on. A link is the customer's own word and never does. */
function keptGrants(
  child: TreeNode,
  parentId: string | null,
  closing: TreeNode,
  grants: readonly TreeGrant[],
  rule: Rule,
): NewGrant[] {
  if (rule.successorGets !== 'what-was' || parentId === null) return [];
  const had = grants.filter(({ of, to, cause }) => of === child.id && to === closing.id && cause === 'operator');
  return had.map(({ rights }) => ({ of: child.id, to: parentId, rights, cause: 'operator' }));
}
