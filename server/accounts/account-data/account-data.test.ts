import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { roles, type Role } from '../../../domain/accounts/permissions.ts';
import { newCompany, newOperator, type Member } from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { accountSorts, accountStates, type AccountState } from './managed.ts';

let server: TestServer;
let operator: Member;

beforeAll(async () => {
  server = await startTestServer();
  operator = await newOperator(server);
});
afterAll(() => server.close());

async function own(member: Member) {
  const { body, headers } = await member.call('GET', '/account');
  const mail = String((body.user as { mail: string }).mail);
  return { body, values: body.values as Record<string, unknown>, version: headers.get('etag') ?? '', mail };
}

function change(member: Member, values: Record<string, unknown>, version: string) {
  return member.call('PATCH', '/account', { values }, { 'if-match': version });
}

const changeMails = (to: string) =>
  server.mail.mails.filter((one) => one.to === to && /登録情報の変更|data were changed/.test(one.subject));

describe('P-14 my data', () => {
  test('K-09 shows the fields the site asks for, what is stored in them, and which may be changed', async () => {
    const member = await newCompany(server);
    const { body, values } = await own(member);
    const fields = body.fields as { field: string; editable: boolean }[];
    expect(fields.map(({ field }) => field)).toEqual([
      'company',
      'country',
      'postalCode',
      'address1',
      'address2',
      'address3',
      'address4',
      'address5',
      'phone',
      'personInCharge',
      'news',
      'language',
    ]);
    expect(fields.every(({ editable }) => editable)).toBe(true);
    expect(values).toEqual({
      company: '見本商事株式会社',
      country: 'JP',
      address1: '東京都',
      personInCharge: '見本 花子',
      news: false,
      language: 'ja',
    });
    expect(body).toMatchObject({ mailChange: null, loginIdRule: { min: 8, max: 10, characters: 'letters-digits' } });
  });

  test('P-14 a change is stored normalised; the mail lists fields by name and no value; before and after are in the log', async () => {
    const member = await newCompany(server);
    const { version, mail } = await own(member);
    const events = await eventsCausedBy(server.app, async () => {
      const answer = await change(
        member,
        {
          phone: '０３－１２３４－５６７８',
          postalCode: '〒１００ー０００１',
          personInCharge: '見本 太郎',
          news: true,
          language: 'en',
        },
        version,
      );
      expect(answer.status).toBe(200);
      expect(answer.body.changed).toEqual(['postalCode', 'phone', 'personInCharge', 'news', 'language']);
      expect(answer.headers.get('etag')).not.toBe(version);
    });
    expect(events).toEqual(['account.changed', 'news.agreed', 'organization.changed']);
    expect((await own(member)).values).toMatchObject({
      phone: '+81312345678',
      postalCode: '1000001',
      personInCharge: '見本 太郎',
      news: true,
      language: 'en',
    });
    const received = await server.mail.waitFor((one) => one.to === mail && one.subject.includes('data were changed'));
    expect(received.text).toContain('- Person in charge: changed');
    expect(received.text).toContain('- News about products: changed');
    expect(received.text).toContain('- Display language: changed');
    expect(received.text).not.toMatch(/3-1234|1000001|花子/);
    const { id: userId } = (await own(member)).body.user as { id: string };
    const { details } = await server.app.db
      .selectFrom('event_details as d')
      .innerJoin('events as e', (join) => join.onRef('e.site_id', '=', 'd.site_id').onRef('e.id', '=', 'd.event_id'))
      .select('d.details')
      .where('e.what', '=', 'account.changed')
      .where('e.subject', '=', `user/${userId.slice(4)}`)
      .executeTakeFirstOrThrow();
    expect(details).toEqual({
      before: { personInCharge: '見本 花子', news: false, language: 'ja' },
      after: { personInCharge: '見本 太郎', news: true, language: 'en' },
    });
    expect(changeMails(mail)).toHaveLength(1);
  });

  test('P-14 when nothing differs nothing is saved and no mail goes out', async () => {
    const member = await newCompany(server);
    const { version, values, mail } = await own(member);
    const events = await eventsCausedBy(server.app, async () => {
      const answer = await change(member, { ...values, address2: '', personInCharge: ' 見本 花子 ' }, version);
      expect(answer).toMatchObject({ status: 200, body: { changed: [] } });
      expect(answer.headers.get('etag')).toBe(version);
    });
    expect(events).toEqual([]);
    expect(changeMails(mail)).toEqual([]);
  });

  test.each([
    ['company', '', 'identifiers/required'],
    ['postalCode', '12345', 'identifiers/postal-code-japan'],
    ['phone', '12', 'identifiers/phone'],
    ['country', 'ZZ', 'identifiers/country'],
    ['personInCharge', 'a\nb', 'identifiers/text-control'],
  ])('P-14 the field %s with %j is told at the field and nothing is stored', async (field, value, code) => {
    const member = await newCompany(server);
    const { version, values } = await own(member);
    const answer = await change(member, { address2: '千代田区', [field]: value }, version);
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ pointer: `/values/${field}`, code }));
    expect((await own(member)).values).toEqual(values);
  });

  test('P-24 of two tabs the second is told and overwrites nothing; without a version nothing is changed', async () => {
    const member = await newCompany(server);
    const { version } = await own(member);
    expect((await change(member, { address2: '千代田区' }, version)).status).toBe(200);
    const stale = await change(member, { address2: '港区' }, version);
    expect(stale).toMatchObject({ status: 412, body: { type: '/problems/platform/changed-meanwhile' } });
    expect((await own(member)).values.address2).toBe('千代田区');
    const blind = await member.call('PATCH', '/account', { values: { address2: '港区' } });
    expect(blind).toMatchObject({ status: 428, body: { type: '/problems/platform/version-missing' } });
    for (const wrong of ['*', 'W/"x"', `"${'x'.repeat(99)}"`])
      expect((await change(member, { address2: '港区' }, wrong)).status).toBe(428);
  });

  test('P-14 only owner and manager change the organization; the person’s own fields anybody', async () => {
    const member = await newCompany(server);
    await server.app.db.updateTable('users').set({ role: 'member' }).where('login_id', '=', member.loginId).execute();
    const { body, version } = await own(member);
    const editable = (body.fields as { field: string; editable: boolean }[]).filter((one) => one.editable);
    expect(editable.map(({ field }) => field)).toEqual(['personInCharge', 'news', 'language']);
    expect((await change(member, { company: '別の会社' }, version)).status).toBe(403);
    expect((await change(member, { personInCharge: '見本 次郎' }, version)).status).toBe(200);
  });

  test('P-14 a field the site does not ask for, an ID or a role in the body is refused', async () => {
    const member = await newCompany(server);
    const { version } = await own(member);
    expect((await change(member, { kana: 'ミホン' }, version)).status).toBe(400);
    for (const extra of ['role', 'loginId', 'mail', 'siteId', '__proto__'])
      expect(
        (await member.call('PATCH', '/account', `{"values":{"${extra}":"x"}}`, { 'if-match': version })).status,
      ).toBe(400);
  });
});

describe('P-26 operators', () => {
  const list = (query: string) => operator.call('GET', `${operator.path}/accounts?${query}`);
  beforeAll(async () => {
    await newCompany(server);
    await newCompany(server);
  });

  test('P-26 find organizations and users by parts of their names, in any width and case', async () => {
    const member = await newCompany(server);
    const { version, mail } = await own(member);
    await change(member, { company: 'Ｐｌｕｍ商会_100%' }, version);
    for (const query of ['name=plum', 'name=_100%25', `user=${member.loginId.toUpperCase()}`, `user=${mail}`]) {
      const { body } = await list(query);
      expect(body.total).toBe(1);
      expect(body.items).toMatchObject([
        {
          organization: { name: 'Ｐｌｕｍ商会_100%', kind: 'dealer' },
          user: { loginId: member.loginId, mail, role: 'owner' },
        },
      ]);
    }
    expect((await list('name=plu_')).body).toMatchObject({ total: 0, items: [] });
    expect((await member.call('GET', `${member.path}/accounts`)).status).toBe(403);
  });

  test('P-26 see who is in use, who has set no password yet and who is locked out, and find them by that', async () => {
    const member = await newCompany(server);
    const stateOf = async () =>
      ((await list(`user=${member.loginId}`)).body.items as { user: { state: AccountState } }[])[0]?.user.state;
    const found = async (state: AccountState) => (await list(`user=${member.loginId}&state=${state}`)).body.total;
    expect([await stateOf(), await found('active'), await found('locked')]).toEqual(['active', 1, 0]);
    const stranger = person(server.url, 'conference');
    for (let tries = 0; tries < 12; tries += 1)
      await stranger.call('POST', '/session', { loginId: member.loginId, password: 'wrong' });
    expect([await stateOf(), await found('active'), await found('locked')]).toEqual(['locked', 0, 1]);
    const users = server.app.db.updateTable('users').where('login_id', '=', member.loginId);
    await users.set({ password_hash: '!' }).execute();
    expect([await stateOf(), await found('invited')]).toEqual(['invited', 1]);
    await users.set({ password_hash: 'x', password_initial: true }).execute();
    expect([await stateOf(), await found('temporary')]).toEqual(['temporary', 1]);
    expect((await list('state=nothing')).status).toBe(400);
  });

  test.each(accountSorts)(
    'P-22 sorted by %s up and down, and the file has what the list has, in its order',
    async (column) => {
      type Row = {
        organization: { id: string; name: string; kind: string; country: string; createdAt: string };
        user: {
          id: string;
          loginId: string;
          name: string;
          mail: string;
          role: Role;
          state: AccountState;
          lastLoginAt: string | null;
        } | null;
      };
      const rows = async (sort: string) => (await list(`sort=${sort}&pageSize=100`)).body.items as Row[];
      const keyOf = ({ organization, user }: Row) => `${organization.id} ${user?.id}`;
      const [up, down] = [await rows(column), await rows(`-${column}`)];
      expect(up.length).toBeGreaterThanOrEqual(3);
      expect(up.map(keyOf).toSorted()).toEqual(down.map(keyOf).toSorted());
      const shown = ({ organization, user }: Row): string => {
        const place = {
          organization: organization.name,
          loginId: user?.loginId.toLowerCase(),
          user: user?.name,
          mail: user?.mail.toLowerCase(),
          kind: organization.kind,
          country: organization.country,
          role: user && String(roles.indexOf(user.role)),
          state: user && String(accountStates.indexOf(user.state)),
          signedUp: organization.createdAt,
          lastLogin: user?.lastLoginAt,
        }[column];
        return place ?? '';
      };
      const filled = (of: Row[]) => of.map(shown).filter((text) => text !== '');
      expect(filled(up)).toEqual(filled(up).toSorted());
      expect(filled(down)).toEqual(filled(up).toReversed());
      const file = await operator.call(
        'GET',
        `${operator.path}/exports/accounts?sort=${column}&format=csv&language=en`,
      );
      const lines = file.text.split('\r\n').filter((line) => line.includes('@'));
      expect(lines.map((line) => up.find(({ user }) => user && line.includes(user.mail))?.user?.mail)).toEqual(
        up.flatMap(({ user }) => (user ? [user.mail] : [])),
      );
    },
  );

  test('P-14 change somebody’s data with a reason; the person is mailed, the reason is in the log', async () => {
    const member = await newCompany(server);
    const { body, mail } = await own(member);
    const path = `${operator.path}/accounts/${(body.user as { id: string }).id}`;
    const seen = await operator.call('GET', path);
    expect(seen).toMatchObject({ status: 200, body: { user: { loginId: member.loginId } } });
    const version = { 'if-match': String(seen.headers.get('etag')) };
    const refused = async (reason: string) => {
      const answer = await operator.call('PATCH', path, { values: { address1: '大阪府' }, reason }, version);
      expect(answer.status).toBe(422);
      return answer.body.errors;
    };
    expect(await refused(' ')).toMatchObject([{ pointer: '/reason', code: 'identifiers/required' }]);
    expect(await refused('👨‍👩‍👧'.repeat(201))).toMatchObject([
      { pointer: '/reason', code: 'identifiers/text-long', params: { max: 200, found: 201 } },
    ]);
    const events = await eventsCausedBy(server.app, async () => {
      const done = await operator.call(
        'PATCH',
        path,
        { values: { address1: '大阪府' }, reason: `電話での依頼${'👨‍👩‍👧'.repeat(194)}` },
        version,
      );
      expect(done).toMatchObject({ status: 200, body: { changed: ['address1'] } });
    });
    expect(events).toEqual(['account.changed', 'organization.changed']);
    const received = await server.mail.waitFor((one) => one.to === mail && one.subject.includes('登録情報の変更'));
    expect(received.text).toContain('運営担当が');
    expect(received.text).toContain('・所在地1: 変更');
    expect(received.text).not.toContain('大阪府');
    const stale = await operator.call('PATCH', path, { values: { address1: '京都府' }, reason: '電話' }, version);
    expect(stale.status).toBe(412);
  });

  test('P-02 a user of nobody and a company that asks for its own are not there', async () => {
    const member = await newCompany(server);
    const { body } = await own(member);
    const id = (body.user as { id: string }).id;
    expect(
      (await operator.call('GET', `${operator.path}/accounts/usr_01a1fabe-7ebc-704c-b10d-f849e933f70b`)).status,
    ).toBe(404);
    expect((await member.call('GET', `${member.path}/accounts/${id}`)).status).toBe(403);
  });

  test('P-14 an operator has a name, news and a language to change', async () => {
    const { body, version } = await own(operator);
    expect((body.fields as { field: string }[]).map(({ field }) => field)).toEqual(['name', 'news', 'language']);
    expect(await change(operator, { name: '運営 次郎' }, version)).toMatchObject({
      status: 200,
      body: { changed: ['name'] },
    });
    expect((await own(operator)).body.organization).toMatchObject({ kind: 'maker', name: '見本会議システム' });
  });
});
