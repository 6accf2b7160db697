import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newCustomer, register } from '../../../tools/test/devices.ts';
import { bootGateways, claimCode, gatewaySite, ofDevice, type TestGateway } from '../../../tools/test/gateways.ts';
import type { Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { newOf } from '../../../tools/test/transfers.ts';
import { inFullWidth } from '../../../tools/test/width.ts';
import { insideId } from '../../kernel/ids.ts';

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

test('E-05 the file has what the list has, empty cells where nobody said, and its order', async () => {
  const file = await dealer.call('GET', `${dealer.path}/exports/devices?format=csv&language=ja&sort=-customer`);
  const [head = '', ...rows] = file.text.trim().split('\r\n');
  expect(head.replace('\uFEFF', '')).toMatch(
    /^製造番号,設置先［案件］,お客様名,お客様のID,住所,登録日時,初回通信,最終通信/,
  );
  expect(rows.map((row) => row.split(',')[0])).toEqual([1, 0, 2].map(serialOf));
  expect(rows[1]?.split(',').slice(2, 5)).toEqual([
    '見本 Ｔａｒｏ',
    customers[0]?.loginId,
    '東京都千代田区千代田1-1 Ａ棟',
  ]);
  expect(rows[2]?.split(',').slice(1, 5)).toEqual(['', '', '', '']);
});

test('E-05 a customer neither sees nor asks for whose a gateway is', async () => {
  const [owner] = customers;
  if (!owner) throw new Error('no customer');
  const [own] = await items('customer=nobody&sort=customer', owner);
  expect(Object.keys(own?.contributed ?? {}).toSorted()).toEqual(['firstReport', 'lastReport']);
  const file = await owner.call('GET', `${owner.path}/exports/devices?format=csv&language=en`);
  expect(file.text).not.toContain('Customer');
});
