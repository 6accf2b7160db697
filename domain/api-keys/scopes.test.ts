import { expect, test } from 'vitest';
import { permissions, permissionsOf, refusedWhileActing } from '../accounts/permissions.ts';
import { capabilitySchemas } from '../site/capabilities.ts';
import { permissionsWithin, scopeAreas, scopeOf, scopes, scopesWithin } from './scopes.ts';

test('P-24 whatever reads needs a scope that reads, and whatever changes one that writes', () => {
  const given = permissions.flatMap((permission) => {
    const scope = scopeOf(permission);
    return scope ? [[permission.split(':')[1] ?? '', scope.split(':')[1] ?? ''] as const] : [];
  });
  expect(given.length).toBeGreaterThanOrEqual(45);
  for (const [verb, kind] of given) expect(kind).toBe(['read', 'rehearse'].includes(verb) ? 'read' : 'write');
});

test('P-24 no key decides who gets in, who may do what or who acts for whom', () => {
  const beyond = permissions.filter((permission) => scopeOf(permission) === null);
  expect(beyond).toEqual([
    'organization:change',
    'accounts:change',
    'accounts:create',
    'maintenance:manage',
    'own-account:use',
    'members:manage',
    'ownership:hand-over',
    'organization:close',
    'organizations:create',
    'organizations:manage',
    'acting:start',
    'mail-notices:use',
    'mail-notices:manage',
    'monthly-reports:use',
    'customers:correct',
    'api-keys:manage',
    'webhooks:manage',
    'contact-requests:ask',
    'contact-requests:answer',
    'mailings:send',
  ]);
  // Of what nobody does for others keys do these alone: they are about things, not about who gets in.
  expect(refusedWhileActing.filter((permission) => scopeOf(permission) !== null)).toEqual([
    'devices:transfer',
    'maintenance-addresses:change',
    'maintenance-links:manage',
  ]);
});

test('P-24 a key may do what its scopes and its maker’s permissions both allow, and nothing else', () => {
  const owner = permissionsOf('customer', 'owner');
  expect(permissionsWithin(owner, ['devices:read', 'accounts:read'])).toEqual(['devices:read']);
  expect(permissionsWithin(owner, ['devices:write'])).toEqual([
    'devices:register',
    'devices:change',
    'devices:club',
    'devices:transfer',
    'device-groups:change',
  ]);
  expect(permissionsWithin(owner, [])).toEqual([]);
  expect(permissionsWithin(permissionsOf('customer', 'viewer'), scopes)).not.toContain('devices:change');
});

const everything = { capabilities: capabilitySchemas };

test('P-24 only scopes of use are offered, and every area is of use to somebody', () => {
  expect(scopesWithin(permissionsOf('customer', 'owner'), everything)).not.toContain('accounts:read');
  const all = (['maker', 'dealer', 'customer'] as const).flatMap((kind) =>
    scopesWithin(permissionsOf(kind, 'owner'), everything),
  );
  expect(new Set(all.map((scope) => scope.split(':')[0]))).toEqual(new Set(scopeAreas));
});

test('P-24 what a site has not switched on is not offered', () => {
  const offered = scopesWithin(permissionsOf('customer', 'owner'), { capabilities: { devices: {}, alarms: {} } });
  expect(new Set(offered.map((scope) => scope.split(':')[0]))).toEqual(
    new Set(['devices', 'alarms', 'members', 'acting', 'audit', 'imports']),
  );
});
