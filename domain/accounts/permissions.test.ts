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
  const outsideOnly = [
    'organization:close',
    'devices:register',
    'device-groups:change',
    'toner:change',
    'departments:read',
    'departments:change',
    'devices:change',
    'devices:club',
    'devices:transfer',
    'device-settings:change',
    'maintenance-addresses:read',
    'maintenance-addresses:change',
    'alarms:manage',
    'mail-notices:use',
    'mail-notices:manage',
    'monthly-reports:use',
    'maintenance-links:read',
    'maintenance-links:manage',
    'licence-renewals:read',
    'licences:assign',
    'licences:pass-on',
    'licences:place',
    'customers:read',
    'customers:correct',
    'contact-requests:ask',
  ];
  const all = permissions.filter((one) => !outsideOnly.includes(one));
  const viewer = [
    'registration-keys:read',
    'own-account:use',
    'devices:read',
    'unlock-codes:read',
    'readings:read',
    'counters:read',
    'toner:read',
    'power-flow:read',
    'device-settings:read',
    'alarms:read',
    'licences:read',
  ];
  const inside = [
    ...keys,
    'imports:read',
    'own-account:use',
    'members:read',
    'devices:read',
    'unlock-codes:read',
    'readings:read',
    'counters:read',
    'toner:read',
    'power-flow:read',
    'device-settings:read',
    'alarms:read',
    'alarms:acknowledge',
    'licences:read',
  ];
  const links = 'maintenance-links:read';
  const mails = ['mail-notices:use', 'monthly-reports:use', 'contact-requests:ask'];
  const member = [
    ...inside,
    'device-groups:change',
    'toner:change',
    'departments:read',
    'departments:change',
    'devices:register',
    'devices:change',
    'device-settings:change',
    'maintenance-addresses:read',
    links,
    ...mails,
  ];
  const customer = [
    'organization:change',
    ...member,
    'members:manage',
    'acting:read',
    'devices:club',
    'devices:transfer',
    'maintenance-addresses:change',
    'alarms:manage',
    'mail-notices:manage',
    'maintenance-links:manage',
  ];
  const dealer = [
    ...customer,
    'accounts:create',
    'organizations:read',
    'organizations:create',
    'acting:start',
    'licence-renewals:read',
    'licences:assign',
    'licences:pass-on',
    'customers:read',
    'customers:correct',
  ];
  const owner = ['audit:read', 'ownership:hand-over', 'organization:close', 'api-keys:manage', 'webhooks:manage'];
  const inOrder = (held: string[]) => permissions.filter((one) => held.includes(one));
  expect(table).toEqual({
    maker: {
      owner: all,
      manager: all.filter((one) => !['ownership:hand-over', 'api-keys:manage', 'webhooks:manage'].includes(one)),
      member: inOrder([
        'accounts:read',
        'organizations:read',
        'manufactured-devices:read',
        'licences:rehearse',
        'contact-requests:answer',
        ...inside,
      ]),
      viewer: inOrder(viewer),
    },
    dealer: {
      owner: inOrder([...dealer, ...owner]),
      manager: inOrder(dealer),
      member: inOrder([...member, 'organizations:read', 'licence-renewals:read', 'licences:assign', 'customers:read']),
      viewer: inOrder([...viewer, links, ...mails, 'departments:read', 'licence-renewals:read']),
    },
    customer: {
      owner: inOrder([...customer, ...owner, 'licences:place']),
      manager: inOrder([...customer, 'licences:place']),
      member: inOrder([...member, 'licences:place']),
      viewer: inOrder([...viewer, links, ...mails, 'departments:read']),
    },
  });
  expect(permissions.length).toBe(69);
});

test('P-17 who acts for others holds what a manager does, without what decides who gets in and who may do what', () => {
  const devices = [
    'unlock-codes:read',
    'readings:read',
    'counters:read',
    'toner:read',
    'power-flow:read',
    'devices:read',
    'device-groups:change',
    'toner:change',
    'departments:read',
    'departments:change',
    'devices:register',
    'devices:change',
    'devices:club',
    'device-settings:read',
    'device-settings:change',
    'maintenance-addresses:read',
    'alarms:read',
    'alarms:acknowledge',
    'alarms:manage',
    'maintenance-links:read',
    'licences:read',
  ];
  const acting = ['registration-keys:read', 'registration-keys:issue', 'imports:read', 'members:read', ...devices];
  expect(permissionsActingFor('customer').toSorted()).toEqual([...acting, 'acting:read', 'licences:place'].toSorted());
  expect(permissionsActingFor('dealer').toSorted()).toEqual(
    [
      ...acting,
      'acting:read',
      'organizations:read',
      'licence-renewals:read',
      'licences:assign',
      'licences:pass-on',
      'customers:read',
    ].toSorted(),
  );
  expect(permissions.filter((one) => !mayBeDoneForOthers(one)).length).toBe(20);
});
