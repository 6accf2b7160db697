import { expect, test } from 'vitest';
import {
  mayBeDoneForOthers,
  organizationKinds,
  permissions,
  permissionsActingFor,
  permissionsOf,
  roles,
} from './permissions.ts';

test('P-15 who holds which permission', () => {
  const table = Object.fromEntries(
    organizationKinds.map((kind) => [kind, Object.fromEntries(roles.map((role) => [role, permissionsOf(kind, role)]))]),
  );
  const keys = ['registration-keys:read', 'registration-keys:issue'];
  const all = permissions.filter((one) => one !== 'organization:close');
  const viewer = ['registration-keys:read', 'own-account:use'];
  const member = [...keys, 'imports:read', 'own-account:use', 'members:read'];
  const customer = ['organization:change', ...member, 'members:manage', 'acting:read'];
  const dealer = [...customer, 'accounts:create', 'organizations:read', 'organizations:create', 'acting:start'];
  const owner = ['ownership:hand-over', 'organization:close'];
  const inOrder = (held: string[]) => permissions.filter((one) => held.includes(one));
  expect(table).toEqual({
    maker: {
      owner: all,
      manager: all.filter((one) => one !== 'ownership:hand-over'),
      member: inOrder(['accounts:read', 'organizations:read', ...member]),
      viewer,
    },
    dealer: {
      owner: inOrder([...dealer, ...owner]),
      manager: inOrder(dealer),
      member: inOrder([...member, 'organizations:read']),
      viewer,
    },
    customer: {
      owner: inOrder([...customer, ...owner]),
      manager: inOrder(customer),
      member,
      viewer,
    },
  });
  expect(permissions.length).toBe(23);
});

test('P-17 who acts for others holds what a manager does, without what decides who gets in and who may do what', () => {
  const acting = ['registration-keys:read', 'registration-keys:issue', 'imports:read', 'members:read'];
  expect(permissionsActingFor('customer').toSorted()).toEqual([...acting, 'acting:read'].toSorted());
  expect(permissionsActingFor('dealer').toSorted()).toEqual(
    [...acting, 'acting:read', 'organizations:read'].toSorted(),
  );
  expect(permissions.filter((one) => !mayBeDoneForOthers(one)).length).toBe(10);
});
