import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, giveDevices, newCustomer, register } from '../../tools/test/devices.ts';
import {
  bootGateways,
  claimCode,
  gatewaySite,
  makeGateways,
  ofDevice,
  type TestGateway,
} from '../../tools/test/gateways.ts';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { acceptTransfer, newOf, offerDevice } from '../../tools/test/transfers.ts';
import { inFullWidth } from '../../tools/test/width.ts';
import { insideId } from '../kernel/ids.ts';
import { deviceFactoryFileOf } from '../readings/factory.ts';

let server: TestServer;
let dealer: Colleague;
let stranger: Colleague;
let customers: Colleague[];
let gateways: TestGateway[];

type Item = { serial: string; address: string; contributed: Record<string, string | null> };

/** Three gateways: of a customer that said all and whose gateway reports, of one that said nothing, and of the dealer itself. */
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  [dealer, stranger] = [
    await newOf(server, 'dealer', '見本電設', gatewaySite),
    await newOf(server, 'dealer', '別電設', gatewaySite),
  ];
  customers = [
    await newCustomer(server, '見本 Ｔａｒｏ', gatewaySite),
    await newCustomer(server, '見本 花子', gatewaySite),
  ];
  gateways = (await bootGateways(server, 3)).toSorted((a, b) => (a.factory.serial < b.factory.serial ? -1 : 1));
  const values = {
    postalCode: '1000001',
    prefecture: '東京都',
    city: '千代田区',
    street: '千代田1-1',
    building: 'Ａ棟',
  };
  for (const [at, owner] of [...customers, dealer].entries()) {
    const { status, text } = await register(owner, serialOf(at), at === 0 ? values : {}, { claimCode });
    if (status !== 201) throw new Error(text);
    if (owner !== dealer) await grant(owner);
  }
  const [first] = gateways;
  if (!first) throw new Error('no gateway');
  server.clock.move(60_000);
  await sql`insert into reading_latest (device_key, at, measured, received_at, first_received_at)
    select device_key, ${server.app.clock.now()}, '{}', ${server.app.clock.now()}, '2026-11-01T00:00:00Z'
    from manufactured_devices where ${ofDevice(first)}`.execute(server.app.db);
});
afterAll(() => server.close());

const serialOf = (at: number) => gateways[at]?.factory.serial ?? '';

async function grant({ organization }: Colleague): Promise<void> {
  await server.app.db
    .insertInto('grants')
    .values({
      site_id: gatewaySite,
      id: randomUUID(),
      of_organization_id: insideId(organization),
      to_organization_id: insideId(dealer.organization),
      rights: ['list', 'read'],
      since: server.app.clock.now(),
      until: null,
      cause: 'link',
    })
    .execute();
}

async function items(query = '', who = dealer): Promise<Item[]> {
  const answer = await who.call('GET', `${who.path}/devices?${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body.items as Item[];
}
const found = async (query: string) =>
  (await items(query)).map(({ serial }) => gateways.findIndex(({ factory }) => factory.serial === serial));

test('E-05 the dealer sees whose each gateway is, where it stands and when it reported, and nothing where nobody said', async () => {
  const [first, second, own] = await items();
  expect(first).toMatchObject({
    serial: serialOf(0),
    address: '東京都千代田区千代田1-1 Ａ棟',
    contributed: {
      customer: '見本 Ｔａｒｏ',
      customerId: customers[0]?.loginId,
      firstReport: '2026-11-20T01:00:00.000Z',
      lastReport: '2026-11-20T01:01:00.000Z',
    },
  });
  expect(second).toMatchObject({ address: '', contributed: { customer: '見本 花子', firstReport: null } });
  expect(own?.contributed).toMatchObject({ customer: null, customerId: null, firstReport: null, lastReport: null });
  expect(await items('', stranger)).toEqual([]);
});

test.each([
  ['customer=taro', [0]],
  [`customer=${encodeURIComponent('見本')}`, [0, 1]],
  ['customer=taro&address=nowhere', []],
  [`address=${encodeURIComponent('都 千代田区千')}`, [0]],
  [`customer=taro&address=${encodeURIComponent('ａ棟')}`, [0]],
  ['customer=%25', []],
])(
  'E-05 %s finds the gateways %j: parts of texts, in any width and case, all conditions together',
  async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  },
);

test('E-05 a customer is found by a part of its ID, a gateway by a part of its own', async () => {
  const id = customers[1]?.loginId ?? '';
  expect(await found(`customerId=${encodeURIComponent(inFullWidth(id.slice(2, 20).toUpperCase()))}`)).toEqual([1]);
  expect(await found(`serial=${encodeURIComponent(inFullWidth(serialOf(2).slice(1, 9).toLowerCase()))}`)).toEqual([2]);
});

test.each([
  ['serial', [0, 1, 2], []],
  ['-serial', [2, 1, 0], []],
  ['customer', [0, 1], [2]],
  ['-customer', [1, 0], [2]],
  ['address', [0], [1, 2]],
  ['-address', [0], [1, 2]],
  ['lastReport', [0], [1, 2]],
  ['-firstReport', [0], [1, 2]],
])('E-05 sorted by %s what is empty comes last, both ways', async (sort, filled, empty) => {
  const order = await found(`sort=${sort}`);
  expect(order.slice(0, filled.length)).toEqual(filled);
  // Among the empty ones the device decides.
  expect(new Set(order.slice(filled.length))).toEqual(new Set(empty));
});

describe('E-05 the status', () => {
  beforeAll(async () => {
    // Of one that never reported; the worst of two counts.
    for (const [cause, severity] of [
      ['status', 'error'],
      ['clock', 'warning'],
    ] as const)
      await sql`insert into alarms (site_id, id, registration_id, organization_id, device_id, device_key, cause, severity, raised_at, noticed_at, is_on,
          flapping, rises, rose_at, changed_at, last_at, remind_at)
        select r.site_id, ${randomUUID()}::uuid, r.registration_id, r.organization_id, r.device_id, r.device_key, ${cause}, ${severity}, n.now, n.now, true,
          false, 1, '{}', n.now, n.now, n.now + interval '1 day'
        from v_registered_devices r, (select ${server.app.clock.now()}::timestamptz as now) n
        where r.serial = ${serialOf(1)} and r.until_at is null`.execute(server.app.db);
  });

  test('is that of the worst open alarm, else normal, and unknown as long as nothing was reported', async () => {
    expect((await items()).map(({ contributed }) => contributed.status)).toEqual(['normal', 'error', 'unknown']);
    const file = await dealer.call('GET', `${dealer.path}/exports/devices?format=csv&language=ja&sort=-status`);
    const [, worst = ''] = file.text.split('\r\n');
    expect(worst).toContain(serialOf(1));
    expect(worst).toContain(',異常,');
  });

  test.each([
    ['status=trouble', [1]],
    ['status=normal', [0]],
    ['status=unknown', [2]],
    ['status=warning', []],
    ['status=trouble&customer=taro', []],
    ['sort=status', [0, 2, 1]],
    ['sort=-status', [1, 2, 0]],
  ])('%s gives the gateways %j', async (query, expected) => {
    expect(await found(query)).toEqual(expected);
  });

  test('of another word is refused', async () => {
    expect((await dealer.call('GET', `${dealer.path}/devices?status=broken`)).status).toBe(400);
  });
});

test('E-05 the file has what the list has, empty cells where nobody said, and its order', async () => {
  const file = await dealer.call('GET', `${dealer.path}/exports/devices?format=csv&language=ja&sort=-customer`);
  const [head = '', ...rows] = file.text.trim().split('\r\n');
  expect(head.replace('\uFEFF', '')).toMatch(
    /^製造番号,ステータス,設置先［案件］,お客様名,お客様のID,住所,登録日時,初回通信,紐付け日,最終通信/,
  );
  expect(rows.map((row) => row.split(',')[0])).toEqual([1, 0, 2].map(serialOf));
  expect(rows[1]?.split(',').slice(3, 6)).toEqual([
    '見本 Ｔａｒｏ',
    customers[0]?.loginId,
    '東京都千代田区千代田1-1 Ａ棟',
  ]);
  expect(rows[2]?.split(',').slice(2, 6)).toEqual(['', '', '', '']);
});

test('E-05 a customer neither sees nor asks for whose a gateway is', async () => {
  const [owner] = customers;
  if (!owner) throw new Error('no customer');
  const [own] = await items('customer=nobody&sort=customer', owner);
  expect(Object.keys(own?.contributed ?? {}).toSorted()).toEqual(['firstReport', 'lastReport', 'status']);
  const file = await owner.call('GET', `${owner.path}/exports/devices?format=csv&language=en`);
  expect(file.text).not.toContain('Customer');
});

test('E-03 a gateway is registered by its ID in any width and case, with the name of the installation and where it stands', async () => {
  const [owner] = customers;
  const [made] = await makeGateways(server, 1);
  if (!owner || !made) throw new Error('nobody');
  const values = { installation: ' 見本邸　太陽光 ', prefecture: '東京都', timeZone: 'Asia/Seoul' };
  const { body } = await register(owner, inFullWidth(made.serial.toLowerCase()), values, {
    claimCode: 'ｃｌａｉｍ-1234',
  });
  expect(body).toMatchObject({ serial: made.serial, model: 'EG-BT' });
  const path = `${owner.path}/devices/${String(body.id)}`;
  const seen = await owner.call('GET', path);
  expect(seen.body.values).toMatchObject({
    installation: '見本邸　太陽光',
    timeZone: 'Asia/Seoul',
    prefecture: '東京都',
  });
  expect(await items(`installation=${encodeURIComponent('邸 太陽')}`)).toMatchObject([
    { installation: '見本邸　太陽光' },
  ]);
  const version = { 'if-match': String(seen.headers.get('etag')) };
  const moved = await owner.call('PATCH', path, { values: { timeZone: 'Asia/Tokyo' } }, version);
  expect(faultsOf(moved)).toEqual(['/values/timeZone devices/time-zone-fixed']);
  const renamed = await owner.call(
    'PATCH',
    path,
    { values: { installation: '別邸', timeZone: 'Asia/Seoul' } },
    version,
  );
  expect(renamed.body).toMatchObject({ changed: ['installation'], values: { installation: '別邸' } });
});

test.each([
  ['an ID of another pattern', { serial: 'GW1234567BT' }, '/serial devices/serial-form'],
  ['an ending that no model has', { serial: 'GW12345678XX' }, '/serial devices/serial-form'],
  ['an ID that was not made', { serial: 'QQ00000000BT' }, '/serial devices/not-registrable'],
  ['another claim code', { claimCode: 'CLAIM-9999' }, '/serial devices/not-registrable'],
  ['a zone that the site does not offer', { timeZone: 'Europe/Paris' }, '/values/timeZone devices/time-zone-unknown'],
  ['a name that is too long', { installation: '見'.repeat(81) }, '/values/installation identifiers/text-long'],
])('E-03 %s is refused at its field', async (_, wrong: Record<string, string>, expected) => {
  const [owner] = customers;
  const [made] = await makeGateways(server, 1);
  if (!owner || !made) throw new Error('nobody');
  const { serial = made.serial, claimCode: code = claimCode, ...values } = wrong;
  expect(faultsOf(await register(owner, serial, values, { claimCode: code }))).toEqual([expected]);
});

test('E-03 the longest name of an installation is taken; gateways that differ in the last two letters alone are two', async () => {
  const [owner] = customers;
  const [made] = await makeGateways(server, 1);
  if (!owner || !made) throw new Error('nobody');
  const twin = made.serial.replace(/BT$/, 'PV');
  await giveDevices(server, 1, { site: gatewaySite, model: 'EG-PV', claimCode, serials: [twin] });
  const first = await register(owner, made.serial, { installation: '見'.repeat(80) }, { claimCode });
  const second = await register(owner, twin, {}, { claimCode });
  expect([first.status, second.status, second.body.model]).toEqual([201, 201, 'EG-PV']);
});

test('E-05 a gateway that the dealer holds passes to the customer by an offer, without what the dealer wrote, its zone as before', async () => {
  const [owner] = customers;
  const [made] = await makeGateways(server, 1);
  if (!owner || !made) throw new Error('nobody');
  const { body } = await register(
    dealer,
    made.serial,
    { installation: '新築A', timeZone: 'Asia/Seoul' },
    { claimCode },
  );
  const device = String(body.id);
  const offer = await offerDevice(dealer, device, owner.mail);
  expect(offer.status).toBe(201);
  expect((await acceptTransfer(owner, offer.body.id)).status).toBe(200);
  const { values } = (await owner.call('GET', `${owner.path}/devices/${device}`)).body;
  expect(values).toMatchObject({ installation: '', timeZone: 'Asia/Seoul' });
});

test('E-03 the factory file of a gateway is good for its credential; one of no model or of another pattern is not made', async () => {
  const { app } = server;
  const site = siteOf({ app }, gatewaySite);
  const [made] = await makeGateways(server, 1);
  if (!made) throw new Error('no gateway');
  const { model } = made;
  const file = await deviceFactoryFileOf(app, site, { model, serial: inFullWidth(made.serial.toLowerCase()) });
  expect(file).toEqual({ ok: true, value: made });
  expect(await bootstrap(server.url, made)).toMatchObject({ device: expect.stringMatching(/^dev_/) as string });
  expect(await deviceFactoryFileOf(app, site, { model: 'EG-XX', serial: made.serial })).toMatchObject({
    code: 'model-unknown',
  });
  expect(await deviceFactoryFileOf(app, site, { model: 'EG-PV', serial: made.serial })).toMatchObject({
    code: 'serial-form',
  });
});
