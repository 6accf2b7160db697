import { expect, test } from 'vitest';
import { organizationKinds, permissions, permissionsOf, roles } from './permissions.ts';

test('P-15 who holds which permission', () => {
  const table = Object.fromEntries(
    organizationKinds.map((kind) => [kind, Object.fromEntries(roles.map((role) => [role, permissionsOf(kind, role)]))]),
  );
  const keys = ['registration-keys:read', 'registration-keys:issue'];
  const own = ['organization:change', ...keys];
  const outside = { owner: own, manager: own, member: keys, viewer: ['registration-keys:read'] };
  const all = [...permissions];
  expect(table).toEqual({
    maker: { owner: all, manager: all, member: ['accounts:read', ...keys], viewer: ['registration-keys:read'] },
    dealer: outside,
    customer: outside,
  });
  expect(all.length).toBe(11);
});
