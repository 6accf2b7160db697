import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { holds, permissions, type Permission } from '../domain/accounts/permissions.ts';
import { apiKeyOf, makeApiKey, withKey } from '../tools/test/api-keys.ts';
import {
  codeOf,
  dealerSite,
  everybodysPassword,
  makeBelow,
  newColleague,
  newOwner,
  type Colleague,
} from '../tools/test/organizations.ts';
import { person } from '../tools/test/person.ts';
import { fillPath } from '../tools/test/routes.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { allRoutes, capabilities } from './capabilities.ts';

const minuteMs = 60_000;
let server: TestServer;

// The clock stands still: what is refused below is refused at the very instant of the withdrawal.
beforeAll(async () => {
  const withKeys = (folder: string) => writeSixthSite(folder, `${dealerSite}capabilities: { api-keys: {} }\n`);
  server = await startTestServer({
    moreSites: { [sixthSite]: withKeys },
    startAt: new Date('2026-11-20T01:00:00Z'),
  });
});
afterAll(() => server.close());
// Only between the tests, so that no limit of requests a minute answers in place of what is looked at.
beforeEach(() => server.clock.move(minuteMs + 1));

const optional = new Set(capabilities.filter((one) => one.optional).map(({ name }) => name));
const closed = allRoutes.filter(({ route, capability }) => route.access !== 'public' && !optional.has(capability));

/** What every closed route answers somebody or a program, by its name. */
async function sweep(
  by: Pick<Colleague, 'call' | 'organization'>,
  organization = by.organization,
): Promise<Record<string, string>> {
  const answers = closed.map(async ({ route }) => {
    const answer = await by.call(route.method.toUpperCase(), fillPath(route.path, organization));
    return [route.operationId, codeOf(answer)] as const;
  });
  return Object.fromEntries(await Promise.all(answers));
}

const all = (code: string) => Object.fromEntries(closed.map(({ route }) => [route.operationId, code]));

/** The newest event and the clock say the same instant: nothing was waited for. */
async function expectNoTimeSince(what: string) {
  const newest = await server.app.db
    .selectFrom('events')
    .select(['what', 'occurred_at'])
    .where('what', '=', what)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  expect(newest).toEqual({ what, occurred_at: server.app.clock.now() });
}

type Ending = (who: Colleague, owner: Colleague, operator: Colleague) => Promise<unknown>;
/** What ends somebody's membership, and with it all that they had. */
const outOfAll: [string, string, Ending][] = [
  ['removed', 'member.removed', (who, owner) => owner.call('DELETE', `${owner.path}/members/${who.id}`)],
  ['left', 'member.left', (who) => leaveElsewhere(who)],
  [
    'their organization closed by its owner',
    'organization.closed',
    (_, owner) =>
      owner.call('POST', `${owner.path}/closing`, { seen: 0, reason: '終了', password: everybodysPassword }),
  ],
  [
    'their organization closed by an operator',
    'organization.closed',
    (who, _, operator) =>
      operator.call('POST', `${operator.path}/organizations/${who.organization}/closing`, {
        successor: null,
        seen: 0,
        reason: '終了',
      }),
  ],
];
/** What ends their sessions alone. */
const outOfSession: [string, string, Ending][] = [
  ['their session ended from another browser', 'session.others-ended', (who) => endElsewhere(who)],
  ['their password changed in another browser', 'password.changed', (who) => changeElsewhere(who)],
];

async function elsewhere({ loginId }: Colleague) {
  const browser = person(server.url, sixthSite);
  expect((await browser.call('POST', '/session', { loginId, password: everybodysPassword })).status).toBe(200);
  return browser;
}
const leaveElsewhere = async (who: Colleague) =>
  (await elsewhere(who)).call('POST', '/account/leave', { password: everybodysPassword });
const endElsewhere = async (who: Colleague) => (await elsewhere(who)).call('DELETE', '/account/sessions');
const changeElsewhere = async (who: Colleague) =>
  (await elsewhere(who)).call('POST', '/session/password', {
    password: everybodysPassword,
    newPassword: 'a kettle whistles in the morning',
  });

describe('P-15 who is out is refused by every route at the same instant', () => {
  test.each([...outOfAll, ...outOfSession])('%s', async (_, what, end) => {
    expect(closed.length).toBeGreaterThanOrEqual(70);
    const owner = await newOwner(server, 'dealer');
    const who = await newColleague(server, owner.organization, 'manager');
    const operator = await newOwner(server, 'maker');
    expect((await who.call('GET', `${who.path}/members`)).status).toBe(200);
    await end(who, owner, operator);
    expect(await sweep(who)).toEqual(all('platform/not-logged-in'));
    await expectNoTimeSince(what);
  });
});

/** A program with a key of all that its maker may give. */
async function programOf(maker: Colleague) {
  const { scopes } = (await maker.call('GET', `${maker.path}/api-keys`)).body as { scopes: string[] };
  expect(scopes).toContain('members:read');
  const { id, token } = await makeApiKey(maker, scopes);
  return { id, organization: maker.organization, path: maker.path, ...withKey(server, token, sixthSite) };
}

describe('P-24 an API key', () => {
  test.each(outOfAll)('is refused by every route at the same instant as its maker: %s', async (_, what, end) => {
    const owner = await newOwner(server, 'dealer');
    const who = await newColleague(server, owner.organization, 'owner');
    const operator = await newOwner(server, 'maker');
    const program = await programOf(who);
    expect((await program.call('GET', `${program.path}/members`)).status).toBe(200);
    await end(who, owner, operator);
    expect(await sweep(program)).toEqual(all('platform/not-logged-in'));
    expect(await apiKeyOf(server, program.id)).toBe('stopped');
    await expectNoTimeSince(what);
  });

  test.each(outOfSession)('goes on, being no session: %s', async (_, _what, end) => {
    const owner = await newOwner(server, 'dealer');
    const who = await newColleague(server, owner.organization, 'owner');
    const program = await programOf(who);
    await end(who, owner, owner);
    expect((await program.call('GET', `${program.path}/members`)).status).toBe(200);
    expect(Object.values(await sweep(program))).not.toContain('platform/not-logged-in');
  });

  test('may do no more than its maker from the instant on in which that one is lowered', async () => {
    const owner = await newOwner(server, 'dealer');
    const who = await newColleague(server, owner.organization, 'owner');
    const program = await programOf(who);
    const refused = (answers: Record<string, string>) =>
      Object.keys(answers).filter((name) => answers[name] === 'platform/not-with-key');
    const before = refused(await sweep(program));
    await owner.call('PATCH', `${owner.path}/members/${who.id}`, { role: 'viewer' });
    await expectNoTimeSince('member.role-changed');
    const after = refused(await sweep(program));
    const isBeyond = ({ route }: (typeof closed)[number]) =>
      permissions.includes(route.access as Permission) && !holds('dealer', 'viewer', route.access as Permission);
    const beyond = closed.filter(isBeyond).map(({ route }) => route.operationId);
    expect(after.toSorted()).toEqual([...new Set([...before, ...beyond])].toSorted());
    expect(after.length).toBeGreaterThan(before.length);
  });

  test('sees nothing of an organization from the instant on in which the grant ends', async () => {
    const dealer = await newOwner(server, 'dealer');
    const customer = await makeBelow(dealer, 'customer');
    const operator = await newOwner(server, 'maker');
    const program = await programOf(dealer);
    const look = async () => {
      const { body } = await program.call('GET', `${dealer.path}/organizations`);
      const one = await program.call('GET', `${dealer.path}/organizations/${customer}`);
      const file = await program.call('GET', `${dealer.path}/exports/organizations?format=csv`);
      return [body.total, one.status, file.text.includes('見本商店')];
    };
    expect(await look()).toEqual([1, 200, true]);
    await operator.call('PUT', `${operator.path}/organizations/${customer}/parent`, { parent: null, reason: '変更' });
    expect(await look()).toEqual([0, 404, false]);
    await expectNoTimeSince('organization.moved');
  });
});

test.each(['manager', 'member', 'viewer'] as const)(
  'P-15 an owner who is made a %s is refused at the same instant by every route that asks for more, and by no other',
  async (role) => {
    const owner = await newOwner(server, 'dealer');
    const who = await newColleague(server, owner.organization, 'owner');
    const isRefused = (access: string, as: 'owner' | typeof role) =>
      permissions.includes(access as Permission) && !holds('dealer', as, access as Permission);
    const refusedAs = (as: 'owner' | typeof role) =>
      closed.filter(({ route }) => isRefused(route.access, as)).map(({ route }) => route.operationId);
    const namesOf = (answers: Record<string, string>) =>
      Object.keys(answers).filter((name) => answers[name] === 'platform/not-permitted');
    // The site's data name no way in which a dealer makes accounts, so it has nothing to look after of those it made either.
    const never = closed
      .filter(({ route }) => ['accounts:create', 'customers:read', 'customers:correct'].includes(route.access))
      .map(({ route }) => route.operationId);
    expect(namesOf(await sweep(who)).toSorted()).toEqual([...new Set([...refusedAs('owner'), ...never])].toSorted());
    await owner.call('PATCH', `${owner.path}/members/${who.id}`, { role });
    const after = new Set(namesOf(await sweep(who)));
    expect([...after].toSorted()).toEqual([...new Set([...refusedAs(role), ...never])].toSorted());
    expect(after.size).toBeGreaterThan(refusedAs('owner').length);
  },
);

describe('P-15a a grant that ended', () => {
  test('shows nothing at the same instant, on any route that looks at others', async () => {
    const dealer = await newOwner(server, 'dealer');
    const customer = await makeBelow(dealer, 'customer');
    const operator = await newOwner(server, 'maker');
    const look = async () => {
      const { body } = await dealer.call('GET', `${dealer.path}/organizations`);
      const one = await dealer.call('GET', `${dealer.path}/organizations/${customer}`);
      const file = await dealer.call('GET', `${dealer.path}/exports/organizations?format=csv`);
      const act = await dealer.create(`${dealer.path}/acting`, { of: customer, reason: '確認' });
      return [body.total, one.status, file.text.includes('見本商店'), act.status];
    };
    await operator.call('PUT', `${operator.path}/organizations/${customer}/parent`, { parent: null, reason: '変更' });
    expect(await look()).toEqual([0, 404, false, 404]);
    await expectNoTimeSince('organization.moved');
  });

  test('ends acting on every route; none carries out anything before it was told', async () => {
    const dealer = await newOwner(server, 'dealer');
    const customer = await makeBelow(dealer, 'customer');
    const operator = await newOwner(server, 'maker');
    await dealer.create(`${dealer.path}/acting`, { of: customer, reason: '確認' });
    expect((await dealer.call('GET', `/organizations/${customer}/members`)).status).toBe(200);
    await operator.call('PUT', `${operator.path}/organizations/${customer}/parent`, { parent: null, reason: '変更' });
    const told = closed.filter(({ route }) => route.afterActing).map(({ route }) => route.operationId);
    expect(told.toSorted()).toEqual(['endActing', 'getSession']);
    const answers = await sweep(dealer, customer);
    const expected = { ...all('platform/acting-ended'), ...Object.fromEntries(told.map((name) => [name, ''])) };
    expect(answers).toEqual(expected);
  });
});
