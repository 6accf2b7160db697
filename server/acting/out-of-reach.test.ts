import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusedWhileActing, type Permission } from '../../domain/accounts/permissions.ts';
import { newPair, startActing } from '../../tools/test/acting.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { codeOf, newOwner, withDealers } from '../../tools/test/organizations.ts';
import { fillPath } from '../../tools/test/routes.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { allRoutes, capabilities } from '../capabilities.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

describe('P-17 what is out of reach while acting', () => {
  const closed = allRoutes.filter(({ route }) => route.access !== 'public');
  const refused = closed.filter(({ route }) => refusedWhileActing.includes(route.access as Permission));
  /** Of the person and not of the organization: everything that decides how they get in. */
  const isOwnAccount = (path: string) => /^\/api\/\{site\}\/(account|consents|session\/)/.test(path);

  test('every route of the own account asks for a permission that nobody holds while acting', () => {
    const own = closed.filter(({ route }) => isOwnAccount(route.path));
    expect(own.length).toBeGreaterThanOrEqual(23);
    expect(own.filter((one) => !refused.includes(one)).map(({ route }) => route.operationId)).toEqual([]);
  });

  test('open to everybody who is logged in, and so to who acts, are these alone', () => {
    const open = closed.filter(({ route }) => route.access === 'session').map(({ route }) => route.operationId);
    expect(open.toSorted()).toEqual([
      'cancelImport',
      'confirmImport',
      'createImport',
      'endActing',
      'getOwnApiKey',
      'getSession',
      'importResult',
      'importTemplate',
      'listDrafts',
      'listEvents',
      'listNeeds',
      'readImport',
      'updateSession',
      'watchLive',
    ]);
  });

  test('a sweep over all of them: each says that it cannot be done for others, and nothing is done', async () => {
    const { dealer, customer } = await newPair(server);
    const operator = await newOwner(server, 'maker');
    await startActing(dealer, customer.organization);
    await startActing(operator, dealer.organization);
    const isOff = new Set(capabilities.filter(({ optional }) => optional).map(({ name }) => name));
    const asked = refused.filter(({ capability }) => !isOff.has(capability));
    expect(asked.length).toBeGreaterThanOrEqual(45);
    const answers: string[] = [];
    const events = await eventsCausedBy(server.app, async () => {
      for (const { route } of asked)
        for (const [by, organization] of [
          [dealer, customer.organization],
          [operator, dealer.organization],
        ] as const)
          answers.push(codeOf(await by.call(route.method.toUpperCase(), fillPath(route.path, organization))));
    });
    expect(events).toEqual([]);
    expect(answers).toEqual(Array(2 * asked.length).fill('platform/not-while-acting'));
  });

  test('acting for a third out of it is refused', async () => {
    const { dealer, customer } = await newPair(server);
    const operator = await newOwner(server, 'maker');
    await startActing(operator, dealer.organization);
    const nested = await operator.create(`${dealer.path}/acting`, { of: customer.organization, reason: '確認' });
    expect(codeOf(nested)).toBe('platform/not-while-acting');
  });
});
