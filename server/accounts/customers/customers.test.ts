import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addCustomer,
  customerSite,
  newAddress,
  newDealer,
  newMaker,
  plantAssignment,
  type MadeCustomer,
} from '../../../tools/test/customers.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { makeBelow, newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import type { Answer } from '../../../tools/test/person.ts';
import { browserAt } from '../../../tools/test/policy-table.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { linkTo } from '../../../tools/test/sign-ups.ts';
import { hoursMs } from '../../kernel/clock.ts';
import { remindOfHandOvers } from './hand-over.ts';

const dayMs = 24 * hoursMs;
const temporary = 'mado kara mieru niwa';
const own = 'a quiet bell in the valley';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
});
afterAll(() => server.close());

const list = async (by: Colleague, query = '') => (await by.call('GET', `${by.path}/customers${query}`)).body;
const mailsOf = (answer: Record<string, unknown>) => (answer.items as { mail: string }[]).map(({ mail }) => mail);
const look = (by: Colleague, { id }: Pick<MadeCustomer, 'id'>) => by.call('GET', `${by.path}/customers/${id}`);
const correct = (by: Colleague, { id }: Pick<MadeCustomer, 'id'>, mail: string) =>
  by.create(`${by.path}/customers/${id}/address`, { mail });
const correctFor = (by: Colleague, user: string, mail: string, reason = '電話での確認') =>
  by.create(`${by.path}/accounts/${user}/address`, { mail, reason });
const logIn = (mail: string, password: string, someone = browserAt(server, customerSite)) =>
  someone.call('POST', '/session', { loginId: mail, password });
const typeOf = ({ status, body }: Answer) => `${status} ${String(body.type).replace('/problems/', '')}`;
const mailsTo = (address: string) => server.mail.mails.filter(({ to }) => to === address);

async function setOwn(mail: string, password = own): Promise<void> {
  const token = await linkTo(server, mail);
  const { status } = await browserAt(server, customerSite).call('POST', '/passwords', { token, password });
  expect(status).toBe(204);
}

describe('L-01 a dealer’s customers', () => {
  test('each with how far its account has come, found by name and address, and as a file', async () => {
    const dealer = await newDealer(server);
    const invited = await addCustomer(dealer, { name: '見本 招待' });
    const handed = await addCustomer(dealer, { password: temporary });
    const proved = await addCustomer(dealer);
    await setOwn(proved.mail);
    const self = await addCustomer(dealer, { password: temporary });
    const someone = browserAt(server, customerSite);
    await logIn(self.mail, temporary, someone);
    const { owed } = (await someone.call('GET', '/consents')).body;
    await someone.call('POST', '/consents', { agreed: owed });
    await someone.call('POST', '/session/password', { password: temporary, newPassword: own });
    const states = async () =>
      Object.fromEntries(
        ((await list(dealer)).items as { mail: string; state: string }[]).map((one) => [one.mail, one.state]),
      );
    expect(await states()).toEqual({
      [invited.mail]: 'invited',
      [handed.mail]: 'temporary',
      [proved.mail]: 'proved',
      [self.mail]: 'unproved',
    });
    const now = server.clock.now();
    expect((await look(dealer, invited)).body).toMatchObject({
      invitedUntil: new Date(now.getTime() + dayMs).toISOString(),
      temporarySince: null,
      correction: 'open',
      mayActAs: true,
    });
    expect((await look(dealer, handed)).body).toMatchObject({ invitedUntil: null, temporarySince: now.toISOString() });
    expect((await look(dealer, self)).body).toMatchObject({ correction: 'own-password' });
    expect(mailsOf(await list(dealer, `?text=${encodeURIComponent('招待')}`))).toEqual([invited.mail]);
    expect(mailsOf(await list(dealer, `?text=${handed.mail.toUpperCase()}`))).toEqual([handed.mail]);
    expect(mailsOf(await list(dealer, '?state=proved'))).toEqual([proved.mail]);
    expect(mailsOf(await list(dealer, '?sort=mail&pageSize=10'))).toEqual(
      [invited.mail, handed.mail, proved.mail, self.mail].toSorted(),
    );
    const file = await dealer.call('GET', `${dealer.path}/exports/customers?format=csv&state=temporary`);
    expect(file.text).toContain(handed.mail);
    expect(file.text).not.toContain(invited.mail);
  });

  test('of a sub-dealer’s customers, of another’s and of nobody’s nothing shows, and nothing can be done', async () => {
    const [dealer, stranger] = [await newDealer(server), await newDealer(server, '別の販売店')];
    const below = await makeBelow(dealer, 'dealer');
    const sub = await newColleague(server, below, 'owner', { siteId: customerSite });
    const theirs = await addCustomer(sub);
    expect(mailsOf(await list(sub))).toEqual([theirs.mail]);
    for (const other of [dealer, stranger]) {
      expect(mailsOf(await list(other))).toEqual([]);
      expect(typeOf(await look(other, theirs))).toBe('404 platform/not-found');
      expect(typeOf(await correct(other, theirs, newAddress()))).toBe('404 platform/not-found');
      const file = await other.call('GET', `${other.path}/exports/customers?format=csv`);
      expect(file.text).not.toContain(theirs.mail);
    }
    expect((await look(sub, theirs)).body.mail).toBe(theirs.mail);
  });

  test.each([
    ['owner', 200, 404],
    ['manager', 200, 404],
    ['member', 200, 403],
    ['viewer', 403, 403],
  ] as const)('a %s of the dealer reads: %i, corrects: %i', async (role, reads, corrects) => {
    const dealer = await newDealer(server);
    const someone = await newColleague(server, dealer.organization, role, { siteId: customerSite });
    expect((await someone.call('GET', `${someone.path}/customers`)).status).toBe(reads);
    const nobody = { id: 'org_00000000-0000-7000-8000-000000000000' };
    expect((await correct(someone, nobody, newAddress())).status).toBe(corrects);
  });
});

describe('L-01 a wrong address, corrected by the dealer', () => {
  test('of an invitation: the link that went there is over, a new one goes to the right address', async () => {
    const dealer = await newDealer(server);
    const wrong = await addCustomer(dealer);
    const stale = await linkTo(server, wrong.mail);
    const right = newAddress();
    const events = await eventsCausedBy(server.app, async () => {
      expect(await correct(dealer, wrong, right)).toMatchObject({ status: 200, body: { mail: right, loginId: right } });
    });
    expect(events.toSorted()).toEqual(['address.corrected', 'user.invited']);
    const someone = browserAt(server, customerSite);
    const used = await someone.call('POST', '/passwords', { token: stale, password: own });
    expect(typeOf(used)).toBe('422 accounts/reset-link-invalid');
    await setOwn(right);
    expect((await logIn(right, own)).status).toBe(200);
    expect((await logIn(wrong.mail, own)).status).toBe(401);
    expect(mailsTo(wrong.mail)).toHaveLength(1);
    const data = await server.app.db
      .selectFrom('events')
      .select('data')
      .where('what', '=', 'address.corrected')
      .execute();
    expect(JSON.stringify(data)).not.toContain('@');
  });

  test('of a temporary password: it stays, no mail goes out, whoever was logged in is no longer', async () => {
    const dealer = await newDealer(server);
    const wrong = await addCustomer(dealer, { password: temporary });
    const someone = browserAt(server, customerSite);
    await logIn(wrong.mail, temporary, someone);
    const right = newAddress();
    expect((await correct(dealer, wrong, right)).body).toEqual({ mail: right, loginId: right, expiresAt: null });
    expect((await someone.call('GET', '/session')).status).toBe(401);
    expect((await logIn(right, temporary)).body).toMatchObject({ temporaryPassword: true });
    expect((await logIn(wrong.mail, temporary)).status).toBe(401);
    // Mails go out in the order of what caused them: what is asked for afterwards comes last.
    await linkTo(server, (await addCustomer(dealer)).mail);
    expect([...mailsTo(wrong.mail), ...mailsTo(right)]).toEqual([]);
  });

  test('not once it is proved, once its owner has a password of their own, or once licences were assigned', async () => {
    const dealer = await newDealer(server);
    const proved = await addCustomer(dealer);
    await setOwn(proved.mail);
    expect(typeOf(await correct(dealer, proved, newAddress()))).toBe('409 accounts/correction-proved');
    const inUse = await addCustomer(dealer, { password: temporary });
    await plantAssignment(server, dealer, inUse);
    expect((await look(dealer, inUse)).body.correction).toBe('in-use');
    expect(typeOf(await correct(dealer, inUse, newAddress()))).toBe('409 accounts/correction-in-use');
    expect((await logIn(inUse.mail, temporary)).status).toBe(200);
  });

  test('bad input is told at the field, the same address too, and a taken one is told ten times an hour', async () => {
    const dealer = await newDealer(server);
    const [one, other] = [await addCustomer(dealer), await addCustomer(dealer)];
    const fault = async (mail: string) => {
      const { body, status } = await correct(dealer, one, mail);
      return [
        status,
        (body.errors as { pointer: string; code: string }[] | undefined)?.map((e) => `${e.pointer} ${e.code}`),
      ];
    };
    expect(await fault('')).toEqual([422, ['/mail identifiers/required']]);
    expect(await fault('kyaku')).toEqual([422, ['/mail identifiers/mail-address']]);
    expect(await fault(one.mail)).toEqual([422, ['/mail accounts/mail-unchanged']]);
    for (let n = 1; n <= 10; n += 1) expect(await fault(other.mail)).toEqual([422, ['/mail accounts/login-id-taken']]);
    expect((await fault(other.mail))[0]).toBe(429);
    expect((await look(dealer, one)).body.mail).toBe(one.mail);
  });

  test('a double click corrects once, and one mail goes out', async () => {
    const dealer = await newDealer(server);
    const wrong = await addCustomer(dealer);
    const right = newAddress();
    const key = { 'idempotency-key': 'correct-it-once-and-only-once' };
    const path = `${dealer.path}/customers/${wrong.id}/address`;
    const twice = await Promise.all([1, 2].map(() => dealer.call('POST', path, { mail: right }, key)));
    expect(twice.map(({ status }) => status)).toEqual([200, 200]);
    await linkTo(server, right);
    expect(mailsTo(right)).toHaveLength(1);
  });
});

describe('L-01 an address corrected by an operator', () => {
  test('whoever could get in no longer can; both addresses are told, and the new one gets the link', async () => {
    const [dealer, operator] = [await newDealer(server), await newMaker(server)];
    const wrong = await addCustomer(dealer);
    await setOwn(wrong.mail);
    await plantAssignment(server, dealer, wrong);
    const stranger = browserAt(server, customerSite);
    expect((await logIn(wrong.mail, own, stranger)).status).toBe(200);
    const right = newAddress();
    const events = await eventsCausedBy(server.app, async () =>
      expect((await correctFor(operator, wrong.user, right)).status).toBe(200),
    );
    expect(events.toSorted()).toEqual(['address.corrected', 'user.invited']);
    expect((await stranger.call('GET', '/session')).status).toBe(401);
    for (const address of [wrong.mail, right]) expect((await logIn(address, own)).status).toBe(401);
    for (const to of [wrong.mail, right]) {
      const told = await server.mail.waitFor((one) => one.to === to && one.subject.includes('訂正'));
      expect(told.text).toContain(`k***${right.slice(right.indexOf('@'))}`);
    }
    await setOwn(right, 'another bell in the valley');
    expect((await logIn(right, 'another bell in the valley')).status).toBe(200);
    const kept = await server.app.db
      .selectFrom('event_details as d')
      .innerJoin('events as e', (join) => join.onRef('e.id', '=', 'd.event_id').onRef('e.site_id', '=', 'd.site_id'))
      .select('d.details')
      .where('e.what', '=', 'address.corrected')
      .execute();
    expect(JSON.stringify(kept)).toContain('電話での確認');
  });

  test('not of an operator, not without a reason, and not by a dealer', async () => {
    const [dealer, operator] = [await newDealer(server), await newMaker(server)];
    const customer = await addCustomer(dealer);
    const colleague = await newColleague(server, operator.organization, 'manager', { siteId: customerSite });
    expect(typeOf(await correctFor(colleague, operator.id, newAddress()))).toBe('403 accounts/correction-not-offered');
    expect(typeOf(await correctFor(operator, customer.user, newAddress(), ' '))).toBe('422 platform/invalid-fields');
    expect(typeOf(await correctFor(dealer, customer.user, newAddress()))).toBe('403 platform/not-permitted');
  });
});

describe('L-09 a temporary password that nobody has answered about', () => {
  const remind = async () => {
    const site = server.app.sites.get(customerSite)!;
    await server.app.db.transaction().execute((tx) => remindOfHandOvers(tx, site, server.clock.now()));
  };
  const told = (dealer: Colleague) => mailsTo(dealer.mail).filter(({ subject }) => subject.includes('仮パスワード'));

  test('the dealer hears of it after 60 days at 9 o’clock, once, together for those of one day, also when late and by two at once', async () => {
    const dealer = await newDealer(server);
    const [first, second] = [
      await addCustomer(dealer, { password: temporary }),
      await addCustomer(dealer, { password: temporary, name: '見本 二郎' }),
    ];
    const answered = await addCustomer(dealer, { password: temporary });
    const someone = browserAt(server, customerSite);
    await logIn(answered.mail, temporary, someone);
    const { owed } = (await someone.call('GET', '/consents')).body;
    await someone.call('POST', '/consents', { agreed: owed });
    expect((await someone.call('POST', '/session/own-password')).status).toBe(204);
    await setOwn(answered.mail);
    // 10 o'clock in Japan; 9 o'clock of the 60th day later is an hour before 60 days are over.
    server.clock.move(60 * dayMs - hoursMs - 1);
    const before = await eventsCausedBy(server.app, remind);
    expect(before.filter((what) => what === 'temporary-password.unanswered')).toEqual([]);
    server.clock.move(1 + 5 * dayMs);
    const events = await eventsCausedBy(server.app, () => Promise.all([remind(), remind()]));
    // Others of the tests above are due as well, by dealers of their own; this dealer is told once.
    expect(events.length).toBeGreaterThan(0);
    expect(await eventsCausedBy(server.app, remind)).toEqual([]);
    const mail = await server.mail.waitFor(({ to, subject }) => to === dealer.mail && subject.includes('仮パスワード'));
    expect(mail.text).toContain(first.mail);
    expect(mail.text).toContain(second.mail);
    expect(mail.text).not.toContain(answered.mail);
    server.clock.move(100 * dayMs);
    expect(await eventsCausedBy(server.app, remind)).toEqual([]);
    expect(told(dealer)).toHaveLength(1);
  });
});

test('L-09 acting for a customer is open from its row, and the account’s security is not (P-17)', async () => {
  const dealer = await newDealer(server);
  const customer = await addCustomer(dealer);
  const begun = await dealer.create(`${dealer.path}/acting`, { of: customer.id, reason: '設定のお手伝い' });
  expect(begun.status).toBe(201);
  expect((await dealer.call('GET', '/session')).body).toMatchObject({
    organization: { id: customer.id },
    acting: { by: { id: dealer.organization } },
  });
  expect(typeOf(await correct(dealer, customer, newAddress()))).toBe('404 platform/not-found');
  const asked = await dealer.call('POST', '/session/own-password');
  expect(asked.status).toBe(403);
});
