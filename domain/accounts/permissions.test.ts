import { expect, test } from 'vitest';
import { organizationKinds, permissions, permissionsOf, roles } from './permissions.ts';

test('P-15 who holds which permission', () => {
  const table = Object.fromEntries(
    organizationKinds.map((kind) => [kind, Object.fromEntries(roles.map((role) => [role, permissionsOf(kind, role)]))]),
  );
  const keys = ['registration-keys:read', 'registration-keys:issue'];
  const all = [...permissions];
  const member = [...keys, 'imports:read'];
  const own = ['organization:change', ...member];
  const making = ['organization:change', 'accounts:create', ...member];
  const outside = { owner: own, manager: own, member, viewer: ['registration-keys:read'] };
  expect(table).toEqual({
    maker: { owner: all, manager: all, member: ['accounts:read', ...member], viewer: ['registration-keys:read'] },
    dealer: { ...outside, owner: making, manager: making },
    customer: outside,
  });
  expect(all.length).toBe(13);
});
