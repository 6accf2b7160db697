import { expect, test } from 'vitest';
import { organizationKinds, roles } from './permissions.ts';
import { accountPolicySchema } from './policy.ts';
import { demandsSecondFactor, methodsOffered, passkeyLogsIn } from './second-factor.ts';

const policyOf = (given: unknown) => accountPolicySchema.parse({ secondFactor: given }).secondFactor;
const demandedOf = (given: unknown) =>
  organizationKinds.flatMap((kind) =>
    roles.filter((role) => demandsSecondFactor(policyOf(given), kind, role)).map((role) => `${kind} ${role}`),
  );

test.each([
  ['a new site', {}, ['passkey', 'totp'], true, []],
  ['off', { use: 'off' }, [], false, []],
  ['apps only', { methods: ['totp'] }, ['totp'], false, []],
  ['no login by passkey alone', { passkeyLogin: false }, ['passkey', 'totp'], false, []],
  [
    'demanded of operators',
    { demandedOf: [{ organization: 'maker' }] },
    ['passkey', 'totp'],
    true,
    ['maker owner', 'maker manager', 'maker member', 'maker viewer'],
  ],
  [
    'demanded of some roles',
    { demandedOf: [{ organization: 'dealer', roles: ['owner', 'manager'] }] },
    ['passkey', 'totp'],
    true,
    ['dealer owner', 'dealer manager'],
  ],
])('P-16 a policy says what is offered and of whom it is demanded: %s', (_, given, methods, logsIn, demanded) => {
  expect(methodsOffered(policyOf(given))).toEqual(methods);
  expect(passkeyLogsIn(policyOf(given))).toBe(logsIn);
  expect(demandedOf(given)).toEqual(demanded);
});

test('P-16 what is off cannot be demanded', () => {
  const parsed = accountPolicySchema.safeParse({
    secondFactor: { use: 'off', demandedOf: [{ organization: 'maker' }] },
  });
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual(['secondFactor.demandedOf']);
});
