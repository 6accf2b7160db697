import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, giveDevices, newCustomer, newMaker, register } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';

let server: TestServer;
let other: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  other = await newCustomer(server);
});
afterAll(() => server.close());

describe('U-05 the list', () => {
  let member: Colleague;
  let serials: string[];
  const list = (query = '') => member.call('GET', `${member.path}/devices${query}`);
  type Item = Record<string, string | null> & { id: string; serial: string };
  const items = async (query = '') => (await list(query)).body.items as Item[];

  beforeAll(async () => {
    member = await newCustomer(server, '見本倉庫');
    serials = await giveDevices(server, 3);
    const [battery = ''] = await giveDevices(server, 1, { model: 'BP1500' });
    const rows = [
      { purchasedOn: '2026-10-01', company: 'Ｐｌｕｍ商会', remarks: '100% 稼働' },
      { purchasedOn: '2026-10-02', company: '見本青葉', remarks: 'a_b' },
      { company: '見本さくら', remarks: '予備' },
    ];
    for (const [at, values] of rows.entries()) {
      server.clock.move(1_000);
      await register(member, serials[at] ?? '', values);
    }
    server.clock.move(1_000);
    await register(member, battery, { purchasedOn: '2026-11-01', remarks: '交換品' }, { registeredTo: serials[0] });
    serials.push(battery);
  });

  const found = async (query: string) => (await items(query)).map(({ serial }) => serials.indexOf(serial));

  test('U-05 shows what is one’s own, the newest first', async () => {
    expect(await found('')).toEqual([3, 2, 1, 0]);
    const [first] = await items('?type=ups&purchasedFrom=2026-10-01');
    expect(first).toMatchObject({
      serial: serials[1],
      model: 'SB1500-R',
      type: 'ups',
      purchasedOn: '2026-10-02',
      warrantyUntil: '2029-10-01',
      warranty: 'running',
      endedOn: null,
      company: '見本青葉',
      remarks: 'a_b',
    });
    expect((await other.call('GET', `${other.path}/devices?company=Plum`)).body.total).toBe(0);
  });

  test.each([
    ['company=plum', [0]],
    [`company=${encodeURIComponent('見本')}`, [2, 1]],
    ['remarks=100%25', [0]],
    ['remarks=a_', [1]],
    ['model=sample%20ups', [2, 1, 0]],
    ['model=nothing', []],
    ['type=battery', [3]],
    ['purchasedFrom=2026-10-02&purchasedTo=2026-10-02', [1]],
    ['purchasedFrom=2026-10-02', [3, 1]],
    ['purchasedTo=2026-10-01', [0]],
    ['ended=no', [3, 2, 1, 0]],
    ['ended=yes', []],
    ['warranty=none', [2]],
    ['warranty=running', [3, 1, 0]],
  ])('U-05 %s finds the devices %j', async (query, expected) => {
    expect(await found(`?${query}`)).toEqual(expected);
  });

  test('U-05 a serial number is found by any part of it, in any width', async () => {
    const [serial = ''] = serials;
    const wide = serial.slice(1, 6).replaceAll(/./g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0));
    expect(await found(`?serial=${encodeURIComponent(wide)}`)).toContain(0);
  });

  test.each([
    ['purchasedFrom=2026-10-02&purchasedTo=2026-10-01', '/purchasedTo exports/from-after-to'],
    ['endedFrom=2026-13-01', '/endedFrom exports/day'],
  ])('U-05 %s is refused', async (query, expected) => {
    const answer = await list(`?${query}`);
    expect(answer.status).toBe(422);
    expect(faultsOf(answer)).toEqual([expected]);
  });

  test.each([
    'serial',
    'model',
    'type',
    'purchasedOn',
    'warrantyUntil',
    'endedOn',
    'company',
    'remarks',
    'registeredAt',
  ])('P-22 sorted by %s up and down, and the file has what the list has, in its order', async (column) => {
    const [up, down] = [await items(`?sort=${column}`), await items(`?sort=-${column}`)];
    expect(up.map(({ id }) => id)).toEqual(down.map(({ id }) => id).toReversed());
    const shown = up.map((item) => (item[column] ?? '').normalize('NFKC').toLowerCase());
    expect(shown).toEqual(shown.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
    const file = await member.call('GET', `${member.path}/exports/devices?sort=${column}&format=csv&language=en`);
    const lines = file.text.split('\r\n').filter((line) => serials.some((serial) => line.includes(serial)));
    expect(lines.map((line) => serials.find((serial) => line.includes(serial)))).toEqual(
      up.map(({ serial }) => serial),
    );
  });

  test('P-22 pages count all that match', async () => {
    const { body } = await list('?page=2&pageSize=10');
    expect(body).toMatchObject({ items: [], total: 4, totalCapped: false, page: 2 });
  });

  test('P-26 operators see everybody’s, and that they looked is written down', async () => {
    const operator = await newMaker(server);
    const events = await eventsCausedBy(server.app, async () => {
      const { body } = await operator.call('GET', `${operator.path}/devices?serial=${serials[1]}`);
      expect(body.items).toMatchObject([{ organization: { id: member.organization, name: '見本倉庫' } }]);
      const mine = await operator.call('GET', `${operator.path}/devices?organization=${member.organization}`);
      expect(mine.body.total).toBe(4);
    });
    expect(events).toEqual(['devices.viewed', 'devices.viewed']);
    const file = await operator.call('GET', `${operator.path}/exports/devices?format=csv&language=ja`);
    expect(file.text.split('\r\n')[0]).toContain('法人・団体,製造番号,型式,種別');
    expect(file.text).toContain('見本倉庫');
  });

  test('U-13 a battery and its UPS name each other', async () => {
    const [ups, battery] = [(await items(`?serial=${serials[0]}`))[0], (await items(`?serial=${serials[3]}`))[0]];
    expect((await member.call('GET', `${member.path}/devices/${ups?.id}`)).body.attached).toMatchObject([
      { id: battery?.id, type: 'battery' },
    ]);
    expect((await member.call('GET', `${member.path}/devices/${battery?.id}`)).body).toMatchObject({
      registeredTo: { id: ups?.id, serial: serials[0] },
      warrantyUntil: '2027-10-31',
    });
  });
});
