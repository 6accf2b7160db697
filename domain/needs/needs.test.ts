import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { organizationKinds, permissionsOf, roles } from '../accounts/permissions.ts';
import { concerns, needCountMax, needKinds, needRule, needsOf, urgencies } from './needs.ts';

const rank = ({ urgency }: { urgency: (typeof urgencies)[number] }) => urgencies.indexOf(urgency);

describe('P-38 what needs somebody today', () => {
  test('kinds stand in the order of their urgency, and each urgency has some', () => {
    const ranks = needKinds.map((kind) => rank(needRule(kind)));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(new Set(ranks).size).toBe(urgencies.length);
  });

  test.each([
    [0, []],
    [1, [{ kind: 'silence', urgency: 'now', count: 1, countCapped: false }]],
    [needCountMax, [{ kind: 'silence', urgency: 'now', count: needCountMax, countCapped: false }]],
    [needCountMax + 1, [{ kind: 'silence', urgency: 'now', count: needCountMax, countCapped: true }]],
  ])('%i of a kind', (count, expected) => {
    expect(needsOf(new Map([['silence', { count }]]))).toEqual(expected);
  });

  test('the one that waits longest is named', () => {
    const counts = new Map([['settings-overdue', { count: 2, subject: 'dev_1' }]] as const);
    expect(needsOf(counts)).toEqual([
      { kind: 'settings-overdue', urgency: 'now', count: 2, countCapped: false, subject: 'dev_1' },
    ]);
  });

  test('whatever order they were counted in, the most urgent comes first and nothing is shown of what is nothing', () => {
    const counted = fc.array(fc.tuple(fc.constantFrom(...needKinds), fc.nat({ max: 3 * needCountMax })));
    fc.assert(
      fc.property(counted, (some) => {
        const counts = new Map(some.map(([kind, count]) => [kind, { count }]));
        const needs = needsOf(counts);
        expect(needs.map(({ kind }) => kind).toSorted()).toEqual(
          [...counts].flatMap(([kind, { count }]) => (count > 0 ? [kind] : [])).toSorted(),
        );
        expect(needs.map(rank)).toEqual(needs.map(rank).toSorted((one, other) => one - other));
      }),
    );
  });

  test.each(needKinds)('%s concerns somebody, and nobody without its permission', (kind) => {
    const asked = organizationKinds.flatMap((of) =>
      roles.filter((role) => concerns(kind, { kind: of, permissions: new Set(permissionsOf(of, role)) })),
    );
    expect(asked.length).toBeGreaterThan(0);
    for (const of of organizationKinds) {
      const others = new Set(permissionsOf(of, 'owner'));
      others.delete(needRule(kind).permission);
      expect(concerns(kind, { kind: of, permissions: others })).toBe(false);
    }
  });
});
