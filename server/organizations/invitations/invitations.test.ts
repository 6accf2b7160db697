import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import {
  acceptInvitation,
  checkInvitation,
  invite,
  inviteAgain,
  invitedPassword,
  mailedTokens,
  newcomer,
  waiting,
  withdraw,
} from '../../../tools/test/invitations.ts';
import { codeOf, invited, newColleague, newOwner, withDealers } from '../../../tools/test/organizations.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';

const dayMs = 24 * 3_600_000;
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ moreSites: withDealers });
});
afterAll(() => server.close());

describe('P-15 an invitation', () => {
  test('accepted: the account is there with the role, both are mailed, and the link opens nothing more', async () => {
    const owner = await newOwner(server, 'customer', '見本工業');
    const who = invited();
    let token = '';
    const events = await eventsCausedBy(server.app, async () => {
      expect((await invite(owner, { ...who, role: 'manager' })).status).toBe(201);
      [token = ''] = await mailedTokens(server, who.mail);
      expect((await checkInvitation(server, token)).body).toMatchObject({
        organization: '見本工業',
        mail: who.mail,
        role: 'manager',
      });
      const refused = await acceptInvitation(server, token, { password: 'short' });
      expect([refused.status, (await checkInvitation(server, token)).status]).toEqual([422, 200]);
      const made = await acceptInvitation(server, token);
      expect([made.status, made.body]).toEqual([201, { loginId: who.mail }]);
    });
    expect(events).toEqual(['invitation.sent', 'user.created']);
    const member = newcomer(server);
    const session = await member.call('POST', '/session', { loginId: who.mail, password: invitedPassword });
    expect(session.body).toMatchObject({ user: { role: 'manager', name: '見本 三郎' }, owed: [] });
    await server.mail.waitFor((one) => one.to === who.mail && one.text.includes(`ログインID: ${who.mail}`));
    await server.mail.waitFor((one) => one.to === owner.mail && one.subject.includes('見本 三郎 様が招待を承諾'));
    expect(codeOf(await checkInvitation(server, token))).toBe('organizations/invitation-invalid');
    expect(codeOf(await acceptInvitation(server, token))).toBe('organizations/invitation-invalid');
    expect(await waiting(owner)).toEqual([]);
  });

  test('is good for 24 hours to the instant; sent again it lives anew and only the newest link counts', async () => {
    const owner = await newOwner(server, 'customer');
    const who = invited();
    const { id } = (await invite(owner, who)).body;
    const [first = ''] = await mailedTokens(server, who.mail);
    server.clock.move(dayMs - 1000);
    expect((await checkInvitation(server, first)).status).toBe(200);
    server.clock.move(1001);
    expect(codeOf(await checkInvitation(server, first))).toBe('organizations/invitation-invalid');
    const colleague = await newColleague(server, owner.organization, 'manager');
    expect(await waiting(colleague)).toMatchObject([{ id, over: true }]);
    expect((await inviteAgain(colleague, id)).status).toBe(204);
    const [, second = ''] = await mailedTokens(server, who.mail, 2);
    expect(second).not.toBe(first);
    expect([(await checkInvitation(server, first)).status, (await checkInvitation(server, second)).status]).toEqual([
      422, 200,
    ]);
    expect((await acceptInvitation(server, second)).status).toBe(201);
  });

  test('withdrawn it opens nothing, and who was invited is told', async () => {
    const owner = await newOwner(server, 'customer');
    const who = invited();
    const { id } = (await invite(owner, who)).body;
    const [token = ''] = await mailedTokens(server, who.mail);
    expect([(await withdraw(owner, id)).status, (await withdraw(owner, id)).status]).toEqual([204, 404]);
    expect(codeOf(await acceptInvitation(server, token))).toBe('organizations/invitation-invalid');
    await server.mail.waitFor((one) => one.to === who.mail && one.subject.includes('取り消されました'));
  });

  test('used twice at once it makes one account; resent with the same key it answers the same', async () => {
    const owner = await newOwner(server, 'customer');
    const [one, two] = [invited(), invited()];
    await invite(owner, one);
    await invite(owner, two);
    const [token = ''] = await mailedTokens(server, one.mail);
    const answers = await Promise.all([acceptInvitation(server, token), acceptInvitation(server, token)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    const [other = ''] = await mailedTokens(server, two.mail);
    const { documents } = (await checkInvitation(server, other)).body;
    const body = { token: other, name: '見本', password: invitedPassword, language: 'ja', agreed: documents };
    const browser = newcomer(server);
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
    const [token = ''] = await mailedTokens(server, who.mail);
    expect(codeOf(await acceptInvitation(server, token, { agreed: [] }))).toBe('accounts/terms-not-agreed');
    expect((await acceptInvitation(server, token, { name: ' ' })).body.errors).toMatchObject([{ pointer: '/name' }]);
    expect((await acceptInvitation(server, token, { password: 'password123456789' })).status).toBe(422);
    expect((await checkInvitation(server, token)).status).toBe(200);
  });

  test.each([
    ['of nobody', () => randomBytes(32).toString('base64url')],
    ['empty', () => ''],
    ['not one', () => '../../x'],
  ])('a token %s reads like one that is over', async (_, token) => {
    expect(codeOf(await checkInvitation(server, token()))).toBe('organizations/invitation-invalid');
    const answer = await newcomer(server).create('/invitations/accept', {
      token: token(),
      name: '見本',
      password: invitedPassword,
      language: 'ja',
      agreed: [],
    });
    expect(codeOf(answer)).toBe('organizations/invitation-invalid');
  });

  test('of one site it is nothing at another', async () => {
    const owner = await newOwner(server, 'customer');
    const who = invited();
    await invite(owner, who);
    const [token = ''] = await mailedTokens(server, who.mail);
    const elsewhere = await person(server.url, 'conference').call('POST', '/invitations/check', { token });
    expect(codeOf(elsewhere)).toBe('organizations/invitation-invalid');
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
    const [first = ''] = await mailedTokens(server, who.mail);
    await invite(two, who);
    const [, second = ''] = await mailedTokens(server, who.mail, 2);
    const answers = await Promise.all([acceptInvitation(server, first), acceptInvitation(server, second)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422]);
    expect([codeOf(await checkInvitation(server, first)), codeOf(await checkInvitation(server, second))]).toEqual(
      Array(2).fill('organizations/invitation-invalid'),
    );
  });
});

describe('P-22 the invitations that wait', () => {
  test('are found by a part of name, address or inviter and by role, sorted and given as a file', async () => {
    const owner = await newOwner(server, 'customer');
    await newOwner(server, 'customer').then((other) => invite(other, invited({ name: '見本 花子' })));
    const people = [
      { name: '見本 花子', mail: 'ＡＢ@example.jp', role: 'viewer' },
      { name: '例 太郎', mail: 'cd@example.jp', role: 'manager' },
      { name: '=1+1', mail: 'ef@example.jp', role: 'member' },
    ];
    for (const { role, ...who } of people) {
      expect((await invite(owner, { ...invited(who), role })).status).toBe(201);
      server.clock.move(1_000);
    }
    const namesOf = async (query: string) => {
      const { body } = await owner.call('GET', `${owner.path}/invitations?${query}`);
      return [body.total, ...(body.items as { name: string }[]).map(({ name }) => name)];
    };
    expect(await namesOf('')).toEqual([3, '=1+1', '例 太郎', '見本 花子']);
    expect(await namesOf('text=花')).toEqual([1, '見本 花子']);
    expect(await namesOf('text=ＣＤ@')).toEqual([1, '例 太郎']);
    expect(await namesOf('role=viewer')).toEqual([1, '見本 花子']);
    expect(await namesOf('sort=-role')).toEqual([3, '見本 花子', '=1+1', '例 太郎']);
    expect(await namesOf('sort=mail&pageSize=10&page=2')).toEqual([3]);
    expect(await namesOf('text=%25')).toEqual([0]);
    const file = await owner.call(
      'GET',
      `${owner.path}/exports/invitations?format=csv&language=ja&sort=sentAt&text=例`,
    );
    expect(file.text).toContain('氏名,メールアドレス,役割,招待した人,送信日時,リンクの有効期限');
    expect(file.text).toContain('例 太郎,cd@example.jp,管理者');
    expect(file.text.trim().split('\n')).toHaveLength(2);
  });
});
