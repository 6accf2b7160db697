import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { organizationOptionsSchema, rights } from './options.ts';
import { parentGrant, planClosing, planMove, type TreeGrant, type TreeNode, type TreePlan } from './tree.ts';

const rule = organizationOptionsSchema.parse({
  parentGets: { dealer: ['list'], customer: ['list', 'read', 'act-as'] },
  successorGets: 'what-was',
});

type State = { nodes: TreeNode[]; grants: TreeGrant[] };

const find = (state: State, id: string | null) => state.nodes.find((node) => node.id === id) ?? null;

/** IDs from this one up to the top; longer than the tree when it runs in a circle. */
function pathOf(state: State, id: string | null): string[] {
  const path: string[] = [];
  let at = id;
  while (at !== null && path.length <= state.nodes.length) {
    path.push(at);
    at = find(state, at)?.parentId ?? null;
  }
  return path;
}

function carryOut(state: State, plan: TreePlan, closed?: string): State {
  const to = new Map(plan.moves.map(({ id, parentId }) => [id, parentId]));
  return {
    nodes: state.nodes.map((node) => ({
      ...node,
      parentId: to.has(node.id) ? (to.get(node.id) ?? null) : node.parentId,
      closed: node.closed || node.id === closed,
    })),
    grants: [
      ...state.grants.filter(({ id }) => !plan.endedGrants.includes(id)),
      ...plan.newGrants.map((grant, at) => ({ ...grant, id: `${closed ?? 'move'}-${state.grants.length}-${at}` })),
    ],
  };
}

function closingOf(state: State, id: string, successorId: string | null) {
  const closing = find(state, id);
  if (!closing) throw new Error(`no ${id}`);
  const successor = find(state, successorId);
  return planClosing(
    {
      closing,
      children: state.nodes.filter((node) => node.parentId === id),
      successor,
      path: pathOf(state, successor?.parentId ?? null),
      grants: state.grants.filter(({ of, to }) => of === id || to === id),
    },
    rule,
  );
}

function moveOf(state: State, id: string, parentId: string | null) {
  const node = find(state, id);
  if (!node) throw new Error(`no ${id}`);
  const grants = state.grants.filter(({ of }) => of === id);
  return planMove({ node, parent: find(state, parentId), path: pathOf(state, parentId), grants }, rule);
}

/** A tree whose nodes hang on earlier dealers, with the grants of the rule and some that operators gave. */
const trees = fc
  .array(fc.record({ dealer: fc.boolean(), parent: fc.nat(), given: fc.option(fc.nat(), { nil: null }) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((wishes): State => {
    const state: State = { nodes: [], grants: [] };
    wishes.forEach(({ dealer, parent, given }, at) => {
      const dealers = state.nodes.filter(({ kind }) => kind === 'dealer');
      const above = dealers[parent % (dealers.length + 1)] ?? null;
      const node: TreeNode = {
        id: `n${at}`,
        parentId: above?.id ?? null,
        kind: dealer ? 'dealer' : 'customer',
        closed: false,
      };
      state.nodes.push(node);
      for (const grant of parentGrant(node, node.parentId, rule)) state.grants.push({ ...grant, id: `p${at}` });
      const to = given === null ? undefined : dealers[given % (dealers.length + 1)];
      if (to)
        state.grants.push({ id: `o${at}`, of: node.id, to: to.id, rights, cause: given === 0 ? 'link' : 'operator' });
    });
    return state;
  });

const steps = fc.array(fc.record({ close: fc.boolean(), which: fc.nat(), other: fc.option(fc.nat(), { nil: null }) }), {
  maxLength: 25,
});

test('P-15a however a tree is moved and closed: nothing is orphaned, no circles, no grant of a closed one in force', () => {
  let closings = 0;
  fc.assert(
    fc.property(trees, steps, (start, planned) => {
      let state = start;
      for (const { close, which, other } of planned) {
        const open = state.nodes.filter(({ closed }) => !closed);
        const id = open[which % Math.max(open.length, 1)]?.id;
        if (id === undefined) return;
        const otherId = other === null ? null : (state.nodes[other % state.nodes.length]?.id ?? null);
        const plan = close ? closingOf(state, id, otherId) : moveOf(state, id, otherId);
        if (!plan.ok) continue;
        if (close) closings += 1;
        const before = state;
        state = carryOut(state, plan.value, close ? id : undefined);
        expect(state.nodes.length).toBe(before.nodes.length);
        for (const node of state.nodes) {
          expect(pathOf(state, node.id).length).toBeLessThanOrEqual(state.nodes.length);
          const parent = find(state, node.parentId) ?? { kind: 'dealer', closed: node.parentId !== null };
          expect(node.closed || (parent.kind === 'dealer' && !parent.closed)).toBe(true);
        }
        for (const { of, to } of state.grants)
          expect([find(state, of)?.closed, find(state, to)?.closed]).toEqual([false, false]);
        for (const { of, to, cause } of state.grants)
          expect(cause !== 'parent' || find(state, of)?.parentId === to).toBe(true);
      }
    }),
  );
  expect(closings).toBeGreaterThan(50);
});

describe('P-15a what a closing does', () => {
  const node = (id: string, parentId: string | null, kind: TreeNode['kind'] = 'dealer'): TreeNode => ({
    id,
    parentId,
    kind,
    closed: false,
  });
  const state: State = {
    nodes: [
      node('a', null),
      node('b', 'a'),
      node('c', 'b', 'customer'),
      node('d', 'b'),
      node('e', 'd', 'customer'),
      node('f', null),
    ],
    grants: [
      { id: 'g1', of: 'c', to: 'b', rights: ['list', 'read', 'act-as'], cause: 'parent' },
      { id: 'g2', of: 'c', to: 'b', rights: ['configure'], cause: 'link' },
      { id: 'g3', of: 'c', to: 'b', rights: ['configure'], cause: 'operator' },
      { id: 'g4', of: 'b', to: 'a', rights: ['list'], cause: 'parent' },
    ],
  };
  const moves = (successor: string | null) => {
    const plan = closingOf(state, 'b', successor);
    return plan.ok ? plan.value.moves.map(({ id, parentId }) => `${id}>${parentId}`) : plan.code;
  };

  test.each<[string | null, string[] | string]>([
    [null, ['c>a', 'd>a']],
    ['f', ['c>f', 'd>f']],
    ['d', ['c>d', 'd>a']],
    ['a', ['c>a', 'd>a']],
    ['b', 'successor-kind'],
    ['c', 'successor-kind'],
  ])('to %s: %j', (successor, expected) => {
    expect(moves(successor)).toEqual(expected);
  });

  test('a successor below a child would hang in the air', () => {
    const plan = closingOf({ ...state, nodes: [...state.nodes, node('x', 'd')] }, 'b', 'x');
    expect(plan).toMatchObject({ ok: false, code: 'successor-below' });
  });

  test('grants end; the rule and what an operator gave pass on, a link does not', () => {
    const plan = closingOf(state, 'b', 'f');
    expect(plan.ok && plan.value.endedGrants).toEqual(['g1', 'g2', 'g3', 'g4']);
    expect(plan.ok && plan.value.newGrants).toEqual([
      { of: 'c', to: 'f', rights: ['list', 'read', 'act-as'], cause: 'parent' },
      { of: 'c', to: 'f', rights: ['configure'], cause: 'operator' },
      { of: 'd', to: 'f', rights: ['list'], cause: 'parent' },
    ]);
  });

  test.each<[string, string | null, string]>([
    ['b', 'd', 'below-itself'],
    ['b', 'b', 'below-itself'],
    ['c', 'e', 'parent-kind'],
    ['d', 'f', 'ok'],
    ['d', null, 'ok'],
  ])('%s moves below %s: %s', (id, parentId, expected) => {
    const plan = moveOf(state, id, parentId);
    expect(plan.ok ? 'ok' : plan.code).toBe(expected);
  });
});
