import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import {
  codeOf,
  invited,
  makeBelow,
  newColleague,
  newOrganization,
  newOwner,
  withDealers,
  type Colleague,
} from '../../../tools/test/organizations.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite } from '../../../tools/test/sixth-site.ts';
import { insideId } from '../../kernel/ids.ts';
import { openInvitationsMax } from './invite.ts';
import { sendingsMax, sendingsOfOneMax } from './sendings.ts';

const dayMs = 24 * 3_600_000;
const password = 'a kettle whistles in the morning';
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

const invite = (by: Colleague, body: Record<string, unknown>) =>
  by.create(`${by.path}/invitations`, { role: 'member', ...body });
const again = (by: Colleague, id: unknown) => by.call('POST', `${by.path}/invitations/${String(id)}/again`);
const withdraw = (by: Colleague, id: unknown) => by.call('DELETE', `${by.path}/invitations/${String(id)}`);
const waiting = async (by: Colleague) =>
  (await by.call('GET', `${by.path}/invitations?pageSize=100`)).body.items as {
    id: string;
    mail: string;
    over: boolean;
  }[];

/** The tokens mailed to an address, in their order, once there are so many. */
async function mailed(to: string, count = 1): Promise<string[]> {
  const found = () => server.mail.mails.filter((one) => one.to === to && isInvitation(one.text));
  await server.mail.waitFor(() => found().length >= count);
  return found().map(({ text }) => tokenIn(text));
}
const isInvitation = (text: string) => text.includes('/invitation#');
const tokenIn = (text: string) => /\/invitation#([A-Za-z0-9_-]+)/.exec(text)?.[1] ?? '';

const stranger = () => person(server.url, sixthSite);
const check = (token: string) => stranger().call('POST', '/invitations/check', { token });
async function accept(token: string, more: Record<string, unknown> = {}, who = stranger()) {
  const { documents } = (await check(token)).body;
  return who.create('/invitations/accept', {
    token,
    name: '見本 三郎',
    password,
    language: 'ja',
    agreed: documents ?? [],
    ...more,
  });
}

describe('P-15 an invitation', () => {
  test('accepted: the account is there with the role, both are mailed, and the link opens nothing more', async () => {
    const owner = await newOwner(server, 'customer', '見本工業');
    const who = invited();
    let token = '';
    const events = await eventsCausedBy(server.app, async () => {
      expect((await invite(owner, { ...who, role: 'manager' })).status).toBe(201);
      [token = ''] = await mailed(who.mail);
      expect((await check(token)).body).toMatchObject({ organization: '見本工業', mail: who.mail, role: 'manager' });
      const refused = await accept(token, { password: 'short' });
      expect([refused.status, (await check(token)).status]).toEqual([422, 200]);
      const made = await accept(token);
      expect([made.status, made.body]).toEqual([201, { loginId: who.mail }]);
    });
    expect(events).toEqual(['invitation.sent', 'user.created']);
    const member = stranger();
    const session = await member.call('POST', '/session', { loginId: who.mail, password });
    expect(session.body).toMatchObject({ user: { role: 'manager', name: '見本 三郎' }, owed: [] });
    await server.mail.waitFor((one) => one.to === who.mail && one.text.includes(`ログインID: ${who.mail}`));
    await server.mail.waitFor((one) => one.to === owner.mail && one.subject.includes('見本 三郎 様が招待を承諾'));
    expect(codeOf(await check(token))).toBe('organizations/invitation-invalid');
    expect(codeOf(await accept(token))).toBe('organizations/invitation-invalid');
    expect(await waiting(owner)).toEqual([]);
  });

  test('is good for 24 hours to the instant; sent again it lives anew and only the newest link counts', async () => {
    const owner = await newOwner(server, 'customer');
    const who = invited();
    const { id } = (await invite(owner, who)).body;
    const [first = ''] = await mailed(who.mail);
    server.clock.move(dayMs - 1000);
    expect((await check(first)).status).toBe(200);
    server.clock.move(1001);
    expect(codeOf(await check(first))).toBe('organizations/invitation-invalid');
    const colleague = await newColleague(server, owner.organization, 'manager');
    expect(await waiting(colleague)).toMatchObject([{ id, over: true }]);
    expect((await again(colleague, id)).status).toBe(204);
    const [, second = ''] = await mailed(who.mail, 2);
    expect(second).not.toBe(first);
    expect([(await check(first)).status, (await check(second)).status]).toEqual([422, 200]);
    expect((await accept(second)).status).toBe(201);
  });

  test('withdrawn it opens nothing, and who was invited is told', async () => {
    const owner = await newOwner(server, 'customer');
    const who = invited();
    const { id } = (await invite(owner, who)).body;
    const [token = ''] = await mailed(who.mail);
    expect([(await withdraw(owner, id)).status, (await withdraw(owner, id)).status]).toEqual([204, 404]);
    expect(codeOf(await accept(token))).toBe('organizations/invitation-invalid');
    await server.mail.waitFor((one) => one.to === who.mail && one.subject.includes('取り消されました'));
  });

  test('used twice at once it makes one account; resent with the same key it answers the same', async () => {
    const owner = await newOwner(server, 'customer');
    const [one, two] = [invited(), invited()];
    await invite(owner, one);
    await invite(owner, two);
    const [token = ''] = await mailed(one.mail);
    const answers = await Promise.all([accept(token), accept(token)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    const [other = ''] = await mailed(two.mail);
    const { documents } = (await check(other)).body;
    const body = { token: other, name: '見本', password, language: 'ja', agreed: documents };
    const browser = stranger();
    await browser.call('POST', '/session', { loginId: 'x', password: 'x' });
    const resent = () => browser.call('POST', '/invitations/accept', body, { 'idempotency-key': 'accepted-once' });
    expect([(await resent()).status, (await resent()).status]).toEqual([201, 201]);
    const people = await owner.call('GET', `${owner.path}/members?pageSize=100`);
    expect(people.body.total).toBe(3);
  });

  test('without the terms, without a name, or with a common password no account comes to be', async () => {
    const owner = await newOwner(server, 'customer');
    const who = invited();
    await invite(owner, who);
    const [token = ''] = await mailed(who.mail);
    expect(codeOf(await accept(token, { agreed: [] }))).toBe('accounts/terms-not-agreed');
    expect((await accept(token, { name: ' ' })).body.errors).toMatchObject([{ pointer: '/name' }]);
    expect((await accept(token, { password: 'password123456789' })).status).toBe(422);
    expect((await check(token)).status).toBe(200);
  });

  test.each([
    ['of nobody', () => randomBytes(32).toString('base64url')],
    ['empty', () => ''],
    ['not one', () => '../../x'],
  ])('a token %s reads like one that is over', async (_, token) => {
    expect(codeOf(await check(token()))).toBe('organizations/invitation-invalid');
    const answer = await stranger().create('/invitations/accept', {
      token: token(),
      name: '見本',
      password,
      language: 'ja',
      agreed: [],
    });
    expect(codeOf(answer)).toBe('organizations/invitation-invalid');
  });

  test('of one site it is nothing at another', async () => {
    const owner = await newOwner(server, 'customer');
    const who = invited();
    await invite(owner, who);
    const [token = ''] = await mailed(who.mail);
    const elsewhere = await person(server.url, 'conference').call('POST', '/invitations/check', { token });
    expect(codeOf(elsewhere)).toBe('organizations/invitation-invalid');
  });
});

describe('P-15 how the login ID comes about is the site’s', () => {
  type Case = [string, 'dealer' | 'customer', string, Record<string, unknown>, Record<string, unknown>, RegExp];
  test.each<Case>([
    ['conference', 'dealer', 'Engawa26', {}, {}, /^[A-Za-z0-9]{8,10}$/],
    ['energy', 'dealer', 'Veranda7Kumo', {}, { loginId: 'Hanako_2' }, /^Hanako_2$/],
    ['ups', 'customer', 'Engawa-26-Kumo!', {}, {}, /^invited-.*@example\.jp$/],
    ['printer', 'customer', 'Veranda7Kumo', { loginId: 'tantou01' }, {}, /^tantou01$/],
  ])('%s: a colleague of a %s', async (siteId, kind, ownPassword, byInviter, byInvited, expected) => {
    const organization = await newOrganization(server, kind, '見本商事', siteId);
    const owner = await newColleague(server, organization, 'owner', { siteId });
    const who = invited(byInviter);
    expect((await invite(owner, who)).status).toBe(201);
    const [token = ''] = await mailed(who.mail);
    const there = person(server.url, siteId);
    const shown = await there.call('POST', '/invitations/check', { token });
    expect(shown.status).toBe(200);
    const body = { token, name: '見本 三郎', language: 'ja', agreed: shown.body.documents };
    const refused = await there.create('/invitations/accept', { ...body, ...byInvited, password: 'x' });
    expect(refused.status).toBe(422);
    const made = await there.create('/invitations/accept', { ...body, ...byInvited, password: ownPassword });
    expect([made.status, made.body.loginId]).toEqual([201, expect.stringMatching(expected)]);
    const { loginId } = made.body;
    const session = await there.call('POST', '/session', { loginId, password: ownPassword });
    expect(session.body).toMatchObject({ user: { role: 'member' }, organization: { id: organization }, owed: [] });
    const mail = await server.mail.waitFor(
      (one) => one.to === who.mail && one.text.includes(`ログインID: ${String(loginId)}`),
    );
    expect(mail.text).toContain('見本商事');
  });

  test('a login ID that is taken or does not fit is told at its field; the invitation stays good', async () => {
    const siteId = 'energy';
    const organization = await newOrganization(server, 'dealer', '見本商事', siteId);
    const owner = await newColleague(server, organization, 'owner', { siteId });
    const taken = 'Tsukawa_1';
    for (const loginId of [taken, 'ab', taken.toLowerCase()]) {
      const who = invited();
      await invite(owner, who);
      const [token = ''] = await mailed(who.mail);
      const there = person(server.url, siteId);
      const { documents } = (await there.call('POST', '/invitations/check', { token })).body;
      const body = { token, name: '見本', language: 'ja', agreed: documents, password: 'Veranda7Kumo' };
      const answer = await there.create('/invitations/accept', { ...body, loginId });
      expect([answer.status, answer.body.errors ?? [{ pointer: '/loginId' }]]).toEqual([
        loginId === taken ? 201 : 422,
        [expect.objectContaining({ pointer: '/loginId' })],
      ]);
      expect((await there.call('POST', '/invitations/check', { token })).status).toBe(loginId === taken ? 422 : 200);
    }
  });
});

describe('P-19 nothing tells whether an address has an account', () => {
  test('the answers are the same; its owner alone hears of it, and no link goes out', async () => {
    const owner = await newOwner(server, 'customer');
    const there = await newOwner(server, 'customer', '見本商会');
    const taken = await invite(owner, invited({ mail: there.mail }));
    const free = await invite(owner, invited({ mail: there.mail.replace('owner', 'ownex') }));
    expect([taken.status, taken.text.length]).toEqual([free.status, free.text.length]);
    const mail = await server.mail.waitFor((one) => one.to === there.mail);
    expect(mail.subject).toContain('招待について');
    expect(mail.text).not.toContain('/invitation#');
    const listed = await waiting(owner);
    expect(Object.keys(listed[0] ?? {})).toEqual(Object.keys(listed[1] ?? {}));
    const { data } = await server.app.db
      .selectFrom('events')
      .select('data')
      .where('subject', '=', `invitation/${String(taken.body.id).slice(4)}`)
      .executeTakeFirst()
      .then((row) => row ?? { data: null });
    expect(JSON.stringify(data)).not.toContain('taken');
  });

  test('an address that got an account meanwhile makes the link read like one that is over', async () => {
    const [one, two] = [await newOwner(server, 'customer'), await newOwner(server, 'customer')];
    const who = invited();
    await invite(one, who);
    const [first = ''] = await mailed(who.mail);
    await invite(two, who);
    const [, second = ''] = await mailed(who.mail, 2);
    const answers = await Promise.all([accept(first), accept(second)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    expect([codeOf(await check(first)), codeOf(await check(second))]).toEqual(
      Array(2).fill('organizations/invitation-invalid'),
    );
  });
});

describe('P-15 limits of invitations', () => {
  test('a manager invites nobody as an owner, and sends no owner’s invitation again', async () => {
    const owner = await newOwner(server, 'customer');
    const manager = await newColleague(server, owner.organization, 'manager');
    expect(codeOf(await invite(manager, { ...invited(), role: 'owner' }))).toBe('organizations/role-above-own');
    const { id } = (await invite(owner, { ...invited(), role: 'owner' })).body;
    expect(codeOf(await again(manager, id))).toBe('organizations/role-above-own');
  });

  test('what is wrong is told at its field, and nobody is mailed', async () => {
    const owner = await newOwner(server, 'customer');
    const answer = await invite(owner, invited({ mail: 'nowhere', name: '' }));
    expect(answer.body.errors).toMatchObject([{ pointer: '/name' }, { pointer: '/mail' }]);
    expect(await waiting(owner)).toEqual([]);
  });

  test("another organization's invitation reads like none", async () => {
    const [owner, other] = [await newOwner(server, 'customer'), await newOwner(server, 'customer')];
    const { id } = (await invite(owner, invited())).body;
    expect([(await again(other, id)).status, (await withdraw(other, id)).status]).toEqual([404, 404]);
    expect(await waiting(owner)).toHaveLength(1);
  });

  test(`one is sent at most ${sendingsOfOneMax} times an hour besides the first`, async () => {
    const owner = await newOwner(server, 'customer');
    const { id } = (await invite(owner, invited())).body;
    const answers = await Promise.all(Array.from({ length: sendingsOfOneMax + 1 }, () => again(owner, id)));
    const statuses = answers.map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([...Array(sendingsOfOneMax).fill(204), 429]);
    server.clock.move(3_600_001);
    const later = await newColleague(server, owner.organization, 'owner');
    expect((await again(later, id)).status).toBe(204);
  });

  test(`an organization sends at most ${sendingsMax} an hour, those to first owners counted; the maker is not held up`, async () => {
    const dealer = await newOwner(server, 'dealer');
    const sent = Array.from({ length: sendingsMax - 1 }, () => server.app.clock.now());
    const counter = { site_id: sixthSite, purpose: 'invitations-sent', failed_at: sent };
    const operator = await newOwner(server, 'maker');
    for (const { organization } of [dealer, operator])
      await server.app.db
        .insertInto('try_counters')
        .values({ ...counter, subject: insideId(organization) })
        .execute();
    await makeBelow(dealer, 'customer');
    expect((await invite(dealer, invited())).status).toBe(429);
    const below = await dealer.create(`${dealer.path}/organizations`, {
      kind: 'customer',
      name: '見本',
      owner: invited(),
    });
    expect(below.status).toBe(429);
    expect((await dealer.call('GET', `${dealer.path}/organizations`)).body.total).toBe(1);
    for (let time = 0; time < 2; time += 1) expect((await invite(operator, invited())).status).toBe(201);
  });

  test(`at most ${openInvitationsMax} wait, asked one by one or at once`, async () => {
    const owner = await newOwner(server, 'customer');
    const { id } = (await invite(owner, invited())).body;
    const { db } = server.app;
    const row = await db
      .selectFrom('invitations')
      .selectAll()
      .where('id', '=', String(id).slice(4))
      .executeTakeFirstOrThrow();
    const more = Array.from({ length: openInvitationsMax - 2 }, (_, at) => ({
      ...row,
      id: `00000000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      secret_hash: randomBytes(32),
    }));
    await db.insertInto('invitations').values(more).execute();
    const answers = await Promise.all([invite(owner, invited()), invite(owner, invited())]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect(codeOf(answers.find(({ status }) => status === 409) ?? { body: {} })).toBe(
      'organizations/too-many-invitations',
    );
  });
});
