import { afterAll, beforeAll, expect, test } from 'vitest';
import { newOperator } from '../../../tools/test/accounts.ts';
import { browserAt, logInAs, personAt } from '../../../tools/test/policy-table.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { signUpAt, type Values } from '../../../tools/test/sign-ups.ts';
import { inFullWidth } from '../../../tools/test/width.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
});
afterAll(() => server.close());

/** By field: what people type, and what is kept. Names are not codes and stay as they are. */
const typed: Values = {
  postalCode: '〒１００ー０００１',
  phone: '０３（１２３４）５６７８',
  fax: '＋８１　３‐１２３４−５６７９',
  kana: 'ﾐﾎﾝ　はなこ',
  company: 'ＡＢＣ商事',
};
const kept: Values = {
  postalCode: '1000001',
  phone: '+81312345678',
  fax: '+81312345679',
  kana: 'ミホン ハナコ',
  company: 'ＡＢＣ商事',
};

/** What is kept of the fields that a way asks for. */
function keptOf(fields: { field: string }[]): Values {
  return Object.fromEntries(fields.flatMap(({ field }) => (field in kept ? [[field, kept[field]]] : [])));
}

async function fieldsOf(column: string, organization: string): Promise<{ field: string }[]> {
  const { signUps } = server.app.sites.get(column)?.accounts ?? { signUps: [] };
  return [...(signUps.find((way) => way.organization === organization)?.fields ?? [])];
}

let people = 0;

test.each([
  ['energy', 'dealer', ['postalCode', 'kana', 'phone', 'mail', 'loginId']],
  ['energy', 'customer', ['postalCode', 'kana', 'phone', 'mail']],
  ['conference', 'dealer', ['postalCode', 'phone', 'mail']],
] as const)('P-18 %s, a %s: %j may be typed in full width', async (column, organization, halfWidth) => {
  const fields = await fieldsOf(column, organization);
  const names: readonly string[] = fields.map(({ field }) => field);
  expect(halfWidth.filter((field) => !names.includes(field))).toEqual([]);
  people += 1;
  const mail = `wide${people}@example.jp`;
  const wished = `Wide_${people}-a`;
  const values = { ...typed, mail: inFullWidth(mail), mailAgain: mail, loginId: inFullWidth(wished) };
  const { answer } = await signUpAt(server, column, organization, values);
  expect({ status: answer.status, mail: answer.body.mail }).toEqual({ status: 201, mail });
  const row = await server.app.db
    .selectFrom('sign_ups')
    .select(['fields', 'mail', 'login_id'])
    .where('id', '=', String(answer.body.signUp).slice(4))
    .executeTakeFirstOrThrow();
  expect(row.mail).toBe(mail);
  expect(row.fields).toMatchObject({ ...keptOf(fields), mail, ...(names.includes('loginId') && { loginId: wished }) });
});

test('P-18 ups: address and code of the sign-up, then the data, may be typed in full width', async () => {
  const mail = 'wide-ups@example.jp';
  const password = 'kumorizo-7';
  const { answer, someone } = await signUpAt(server, 'ups', 'customer', { mail: inFullWidth(mail) }, { password });
  expect(answer.body.mail).toBe(mail);
  const { text } = await server.mail.waitFor(({ to }) => to === mail);
  const code = inFullWidth(/確認コード: (\d{6})/.exec(text)?.[1]?.replace(/(\d{3})/, '$1-') ?? '');
  expect((await someone.call('POST', `/sign-ups/${String(answer.body.signUp)}/code`, { code })).status).toBe(200);
  const entered = await logInAs({ someone, mail, loginId: inFullWidth(mail), password, userId: '' });
  expect(entered.status).toBe(200);
  await someone.call('POST', '/consents', { agreed: (await someone.call('GET', '/consents')).body.owed });
  const account = await someone.call('GET', '/account');
  const { phone, fax, kana, company } = typed;
  const saved = await someone.call(
    'PATCH',
    '/account',
    { values: { phone, fax, kana, company, name: '見本 花子' } },
    { 'if-match': account.headers.get('etag') ?? '' },
  );
  expect(saved.status).toBe(200);
  expect((await someone.call('GET', '/account')).body.values).toMatchObject(keptOf(await fieldsOf('ups', 'customer')));
});

test.each([
  ['camera', 'dealer'],
  ['printer', 'customer'],
])('P-18 %s: who makes a %s may type in full width', async (column, organization) => {
  const operator = await newOperator(server, column);
  people += 1;
  const mail = `wide${people}@example.jp`;
  const loginId = column === 'printer' ? `wide-${people}` : '';
  const { postalCode, phone, company } = typed;
  const values = { company, postalCode, phone, [column === 'printer' ? 'name' : 'personInCharge']: '見本 花子' };
  const body = {
    organization,
    values,
    mail: inFullWidth(mail),
    loginId: inFullWidth(loginId),
    language: 'ja',
    opening: 'link',
  };
  const answer = await operator.create(`${operator.path}/accounts`, body);
  expect(answer.body).toMatchObject({ mail, loginId: loginId || mail });
  const row = await server.app.db
    .selectFrom('organizations')
    .select(['name', 'postal_code', 'phone'])
    .where('id', '=', String(answer.body.organization).slice(4))
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ name: kept.company, postal_code: kept.postalCode, phone: kept.phone });
});

test('P-18 camera: a dealer’s customer, too', async () => {
  const one = await personAt(server, 'camera', { kind: 'dealer' });
  const { body } = await logInAs(one);
  const path = `/organizations/${(body.organization as { id: string }).id}/accounts`;
  const { postalCode, phone, company } = typed;
  const values = { company, name: '見本 四郎', postalCode, phone };
  const request = {
    organization: 'customer',
    values,
    mail: 'ｗｉｄｅ－ｃａｍ＠example.jp',
    language: 'ja',
    opening: 'link',
  };
  expect((await one.someone.create(path, request)).body).toMatchObject({ mail: 'wide-cam@example.jp' });
});

test.each([
  ['100-0001', 200, ['千代田']],
  [inFullWidth('100-0001'), 200, ['千代田']],
  ['〒１０００００１', 200, ['千代田']],
  ['4520961', 200, ['春日明河原', '']],
  ['9999999', 200, []],
  ['100000', 404, []],
  ['10000011', 404, []],
  ['1'.repeat(41), 404, []],
])('P-18 the postal code %j is answered %i, with the towns %j to choose from', async (postalCode, status, towns) => {
  const answer = await browserAt(server, 'energy').call('GET', `/postal-codes/${encodeURIComponent(postalCode)}`);
  expect(answer.status).toBe(status);
  expect(((answer.body.places ?? []) as { town: string }[]).map(({ town }) => town)).toEqual(towns);
});

test('P-18 conference: elsewhere than in Japan the phone number follows the country, and is kept in E.164', async () => {
  people += 1;
  const mail = `wide${people}@example.jp`;
  const abroad = {
    mail,
    country: 'US',
    postalCode: '９４１０３－０００１',
    address1: 'Sample Street 1',
    phone: '２１２　５５５　０１２３',
  };
  const { answer } = await signUpAt(server, 'conference', 'dealer', abroad);
  const { fields } = await server.app.db
    .selectFrom('sign_ups')
    .select('fields')
    .where('id', '=', String(answer.body.signUp).slice(4))
    .executeTakeFirstOrThrow();
  expect(fields).toMatchObject({ country: 'US', postalCode: '94103-0001', phone: '+12125550123' });
});
