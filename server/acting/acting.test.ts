import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPair, startActing } from '../../tools/test/acting.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import {
  codeOf,
  everybodysPassword,
  makeBelow,
  newColleague,
  newOwner,
  withDealers,
  type Colleague,
} from '../../tools/test/organizations.ts';
import { person } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import { actingCookie, sessionCookie } from '../kernel/http/cookies.ts';
import { insideId, newId } from '../kernel/ids.ts';

const minuteMs = 60_000;
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

/** Sessions end when nothing is done in them, and the clock is moved here. */
const newOperator = () => newOwner(server, 'maker');
const stop = (by: Colleague) => by.call('DELETE', '/acting');
const session = (by: Colleague) => by.call('GET', '/session');
const people = (by: Colleague, organization: string) => by.call('GET', `/organizations/${organization}/members`);

describe('P-17 who may act for whom', () => {
  test('an operator for anyone, a dealer for whom it manages; the maker, oneself and strangers read like nobody', async () => {
    const { dealer, customer } = await newPair(server);
    const sub = await makeBelow(dealer, 'dealer');
    const stranger = await newOwner(server, 'customer');
    const operator = await newOperator();
    expect((await startActing(operator, stranger.organization)).status).toBe(201);
    await stop(operator);
    expect((await startActing(operator, operator.organization)).status).toBe(404);
    const asked = [];
    for (const of of [stranger.organization, operator.organization, dealer.organization, `org_${newId()}`])
      asked.push(codeOf(await startActing(dealer, of)));
    expect(asked).toEqual(Array(4).fill('platform/not-found'));
    expect(codeOf(await startActing(dealer, sub))).toBe('acting/not-granted');
    expect((await startActing(dealer, customer.organization)).status).toBe(201);
  });

  test.each([
    ['manager', 201],
    ['member', 403],
    ['viewer', 403],
  ] as const)('a %s of the dealer: %i', async (role, status) => {
    const { dealer, customer } = await newPair(server);
    const colleague = await newColleague(server, dealer.organization, role);
    expect((await startActing(colleague, customer.organization)).status).toBe(status);
  });

  test.each([
    ['none', ' ', { code: 'identifiers/required' }],
    // One shown character of eight code units.
    [
      'one too long, of emoji alone',
      '👨‍👩‍👧'.repeat(201),
      { code: 'identifiers/text-long', params: { max: 200, found: 201 } },
    ],
  ])('a reason is asked for, and told of at its field: %s', async (_, reason, fault) => {
    const { dealer, customer } = await newPair(server);
    const answer = await startActing(dealer, customer.organization, reason);
    expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer: '/reason', ...fault }]]);
    expect((await session(dealer)).body.acting).toBeNull();
  });
});

describe('P-17 acting', () => {
  test('works as the customer, under both names; the customer is told at once and sees when, who, why and what', async () => {
    const { dealer, customer } = await newPair(server);
    let begun = '';
    const events = await eventsCausedBy(server.app, async () => {
      const answer = await startActing(dealer, customer.organization);
      begun = String(answer.body.id);
      expect((await session(dealer)).body).toMatchObject({
        organization: { id: customer.organization, name: '見本の家' },
        acting: { by: { id: dealer.organization, name: '見本販売' }, endsAt: answer.body.endsAt },
      });
      expect((await people(dealer, customer.organization)).text).toContain(customer.mail);
      expect((await people(dealer, dealer.organization)).status).toBe(404);
      const file = await dealer.call('GET', `/organizations/${customer.organization}/exports/members?format=csv`);
      expect(file.status).toBe(200);
      expect((await stop(dealer)).body).toMatchObject({ organization: { id: dealer.organization }, acting: null });
      await stop(dealer);
    });
    expect(events).toEqual(['acting.started', 'export.started', 'export.ended', 'acting.ended']);
    const written = await server.app.db
      .selectFrom('events')
      .select(['actor_id', 'organization_id', 'on_behalf_of'])
      .where('on_behalf_of', '=', insideId(customer.organization))
      .execute();
    const names = { actor_id: insideId(dealer.id), organization_id: insideId(dealer.organization) };
    expect(written).toEqual(Array(3).fill({ ...names, on_behalf_of: insideId(customer.organization) }));

    const mail = await server.mail.waitFor((one) => one.to === customer.mail);
    expect(mail.text).toMatch(/操作する者: 見本 owner（見本販売）\n理由: 設定のお手伝い/);
    const list = await customer.call('GET', `${customer.path}/acting`);
    const shown = { by: { organization: '見本販売', user: '見本 owner' }, reason: '設定のお手伝い', runs: false };
    expect(list.body).toMatchObject({ total: 1, items: [{ ...shown, id: begun, done: 3 }] });
    const one = await customer.call('GET', `${customer.path}/acting/${begun}`);
    const done = (one.body.items as { what: string }[]).map(({ what }) => what);
    expect(done.toSorted()).toEqual(['acting.ended', 'export.ended', 'export.started']);
    const file = await customer.call('GET', `${customer.path}/exports/acting?format=csv`);
    expect(file.text).toContain('設定のお手伝い');
  });

  test('what was done is for the customer to see, and for whose people did it while they may list it; for nobody else', async () => {
    const { dealer, customer } = await newPair(server);
    const { dealer: other } = await newPair(server);
    const operator = await newOperator();
    const { id } = (await startActing(dealer, customer.organization)).body;
    await stop(dealer);
    const look = (by: Colleague) => by.call('GET', `${by.path}/acting/${String(id)}`);
    const count = async (by: Colleague) => (await by.call('GET', `${by.path}/acting`)).body.total;
    expect((await look(other)).status).toBe(404);
    expect(await count(other)).toBe(0);
    expect((await look(operator)).status).toBe(404);
    expect((await look(dealer)).body).toMatchObject({ acting: { of: '見本の家', by: { organization: '見本販売' } } });
    expect(await count(dealer)).toBe(1);
    await operator.call('PUT', `${operator.path}/organizations/${customer.organization}/parent`, {
      parent: null,
      reason: '担当の変更',
    });
    expect((await look(dealer)).status).toBe(404);
    expect(await count(dealer)).toBe(0);
    expect((await look(customer)).status).toBe(200);
    await startActing(operator, customer.organization);
    await stop(operator);
    const { items } = (await operator.call('GET', `${operator.path}/acting`)).body as { items: { of: string }[] };
    expect(items[0]).toMatchObject({ of: '見本の家', done: 1, runs: false });
  });

  test('is over after 30 minutes to the instant: told once, then the own session goes on', async () => {
    const { dealer, customer } = await newPair(server);
    await startActing(dealer, customer.organization);
    server.clock.move(20 * minuteMs);
    expect((await people(dealer, customer.organization)).status).toBe(200);
    server.clock.move(10 * minuteMs - 1);
    expect((await people(dealer, customer.organization)).status).toBe(200);
    server.clock.move(1);
    expect(codeOf(await people(dealer, customer.organization))).toBe('platform/acting-ended');
    expect(codeOf(await people(dealer, dealer.organization))).toBe('platform/acting-ended');
    expect((await session(dealer)).body).toMatchObject({ organization: { id: dealer.organization }, acting: null });
    expect((await people(dealer, dealer.organization)).status).toBe(200);
    expect((await people(dealer, customer.organization)).status).toBe(404);
  });

  test('a request sent again answers the same and sets the same cookie', async () => {
    const { dealer, customer } = await newPair(server);
    const key = { 'idempotency-key': randomUUID() };
    const ask = () => dealer.call('POST', `${dealer.path}/acting`, { of: customer.organization, reason: '確認' }, key);
    const first = await ask();
    const cookie = dealer.cookies.get(actingCookie(sixthSite));
    dealer.cookies.delete(actingCookie(sixthSite));
    const again = await ask();
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect(dealer.cookies.get(actingCookie(sixthSite))).toBe(cookie);
  });

  test('begun twice at once in one session, one of the two goes on', async () => {
    const { dealer, customer } = await newPair(server);
    await Promise.all([startActing(dealer, customer.organization), startActing(dealer, customer.organization)]);
    const running = await server.app.db
      .selectFrom('acting_sessions')
      .select('id')
      .where('user_id', '=', insideId(dealer.id))
      .where('ended_at', 'is', null)
      .execute();
    expect(running).toHaveLength(1);
  });

  test('the cookie is nothing without its own session, at another site, or with somebody else’s', async () => {
    const { dealer, customer } = await newPair(server);
    await startActing(dealer, customer.organization);
    const token = String(dealer.cookies.get(actingCookie(sixthSite)));
    const colleague = await newColleague(server, dealer.organization, 'owner');
    colleague.cookies.set(actingCookie(sixthSite), token);
    expect(codeOf(await people(colleague, customer.organization))).toBe('platform/acting-ended');
    expect((await session(colleague)).body.acting).toBeNull();
    const own = dealer.cookies.get(sessionCookie(sixthSite));
    dealer.cookies.delete(sessionCookie(sixthSite));
    expect((await people(dealer, customer.organization)).status).toBe(401);
    dealer.cookies.set(sessionCookie(sixthSite), String(own));
    expect((await people(dealer, customer.organization)).status).toBe(200);
  });
});

describe('P-17 acting ends with what it stands on', () => {
  const role = (to: string) => (dealer: Colleague, other: Colleague) =>
    other.call('PATCH', `${other.path}/members/${dealer.id}`, { role: to });
  test.each<[string, (dealer: Colleague, other: Colleague, customer: Colleague) => Promise<unknown>, string]>([
    ['the role of who acts', role('member'), 'platform/acting-ended'],
    [
      'the membership of who acts',
      (dealer, other) => other.call('DELETE', `${other.path}/members/${dealer.id}`),
      'platform/not-logged-in',
    ],
    [
      'the session of who acts',
      async ({ loginId }) => {
        const elsewhere = person(server.url, sixthSite);
        await elsewhere.call('POST', '/session', { loginId, password: everybodysPassword });
        expect((await elsewhere.call('DELETE', '/account/sessions')).body.ended).toBe(1);
      },
      'platform/not-logged-in',
    ],
    [
      'the grant',
      async (_, __, customer) => {
        const operator = await newOperator();
        await operator.call('PUT', `${operator.path}/organizations/${customer.organization}/parent`, {
          parent: null,
          reason: '担当の変更',
        });
      },
      'platform/acting-ended',
    ],
    [
      'the customer',
      (_, __, customer) =>
        customer.call('POST', `${customer.path}/closing`, { seen: 0, reason: '終了', password: everybodysPassword }),
      'platform/acting-ended',
    ],
    [
      'the dealer',
      async (dealer) => {
        const operator = await newOperator();
        await operator.call('POST', `${operator.path}/organizations/${dealer.organization}/closing`, {
          successor: null,
          seen: 1,
          reason: '廃業',
        });
      },
      'platform/not-logged-in',
    ],
  ])('%s', async (_, end, code) => {
    const { dealer, customer } = await newPair(server);
    const other = await newColleague(server, dealer.organization, 'owner');
    await startActing(dealer, customer.organization);
    expect((await people(dealer, customer.organization)).status).toBe(200);
    await end(dealer, other, customer);
    expect(codeOf(await people(dealer, customer.organization))).toBe(code);
  });

  test('logging out ends it, and the customer sees when', async () => {
    const { dealer, customer } = await newPair(server);
    await startActing(dealer, customer.organization);
    const events = await eventsCausedBy(server.app, () => dealer.call('DELETE', '/session'));
    expect(events).toEqual(['acting.ended', 'login.ended']);
    const { items } = (await customer.call('GET', `${customer.path}/acting`)).body as { items: { endedAt: string }[] };
    expect(items[0]?.endedAt).toBe(server.app.clock.now().toISOString());
  });
});
