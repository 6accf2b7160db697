import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { departmentsPerDeviceMax, nameCharactersMax } from '../../domain/departments/department.ts';
import { departmentsMax } from '../../domain/protocol/limits.ts';
import { faultsOf, newCustomer } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { newColleague, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import {
  countedBy,
  givePrinter,
  happened,
  printerSite,
  reportAs,
  type PrinterMessage,
  type TestPrinter,
} from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { insideId } from '../kernel/ids.ts';
import { forgetDepartmentsAt } from './forget.ts';

let server: TestServer;
let owner: Colleague;
let stranger: Colleague;

const at = (civil: string) => new Date(`${civil}+09:00`);

/** Moves on, where sessions have ended by then: people log in anew. */
async function moveOn(civil: string): Promise<void> {
  server.clock.move(at(civil).getTime() - server.clock.now().getTime());
  owner = await newColleague(server, owner.organization, 'owner', { siteId: printerSite });
}

beforeAll(async () => {
  server = await startTestServer({ startAt: at('2026-08-10T09:00') });
  owner = await newCustomer(server, '見本商事', printerSite);
});
afterAll(() => server.close());

type Row = {
  department: string;
  name: string;
  figures: { value: number | null; marks: string[] }[];
  adjustments: { ofMonth: string; inMonth: string; value: number }[];
  total: number | null;
};
const ask = (query: string, who = owner) => who.call('GET', `${who.path}/departments?${query}`);
async function rowsOf(query: string): Promise<Row[]> {
  const answer = await ask(query);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body['items'] as Row[];
}
const short = (rows: readonly Row[]) =>
  rows.map(({ department, figures, total }) => [department, ...figures.map(({ value }) => value), total]);

/** All months of a printer's departments, as they are kept. */
async function monthsOf({ device }: TestPrinter): Promise<unknown[]> {
  const { rows } = await sql<{ row: Record<string, unknown> }>`
    select to_jsonb(m) - 'device_key' - 'registration_id' as row from department_months m
    where device_key = (select device_key from manufactured_devices where device_id = ${insideId(device)})
    order by department, month`.execute(server.app.db);
  return rows.map(({ row }) => row);
}

describe('C-12 counters by department', () => {
  test('one ID is one department on all devices; the first month is marked, what is missing is "-", totals are of all', async () => {
    const [one, other] = [await givePrinter(server, owner), await givePrinter(server, owner, { model: 'SP-M210' })];
    await reportAs(server, one, [
      countedBy('2026-08-10T09:00+09:00', { '007': { total: 100, colour: 40 }, sales: { total: 10 } }),
    ]);
    await moveOn('2026-09-05T09:00');
    await reportAs(server, one, [countedBy('2026-09-05T08:00+09:00', { '007': { total: 150, colour: 45 } })]);
    await reportAs(server, other, [
      countedBy('2026-09-05T08:00+09:00', { '007': { total: 5 }, '12': { total: 0 }, constructor: { total: 0 } }),
    ]);
    const answer = await ask('from=2026-08&to=2026-09');
    expect(short(answer.body['items'] as Row[])).toEqual([
      ['007', 100, 55, 155],
      ['12', null, 0, 0],
      ['constructor', null, 0, 0],
      ['sales', 10, null, 10],
    ]);
    expect((answer.body['items'] as Row[])[0]?.figures.map(({ marks }) => marks)).toEqual([['first'], ['first']]);
    expect(answer.body).toMatchObject({
      periods: ['2026-08', '2026-09'],
      total: 4,
      totals: { figures: [110, 55], total: 165, adjustments: [] },
      timeZone: 'Asia/Tokyo',
    });
    expect(short(await rowsOf('from=2026-08&to=2026-09&place=colour'))[0]).toEqual(['007', 40, 5, 45]);
    expect(short(await rowsOf('from=2026-08&to=2026-09&sort=-total&pageSize=10')).map(([id]) => id)).toEqual([
      '007',
      'sales',
      '12',
      'constructor',
    ]);
    const file = await owner.call(
      'GET',
      `${owner.path}/exports/departments?format=csv&from=2026-08&to=2026-09&language=en`,
    );
    expect(file.text).toContain('"007",,"2026-09",Total,55');
    // What is counted for departments is no counter of the device.
    const counters = await owner.call('GET', `${owner.path}/counters?from=2026-08&to=2026-09`);
    expect(counters.body['totals']).toMatchObject({ total: null });
  });

  test('any order gives the same months, resets of the whole device and repetition included', async () => {
    const [one, other] = [await givePrinter(server, owner), await givePrinter(server, owner)];
    await moveOn('2026-09-08T20:00');
    const messages: PrinterMessage[] = [
      countedBy('2026-09-05T10:00+09:00', { a: { total: 100 }, b: { total: 7 } }),
      countedBy('2026-09-06T10:00+09:00', { a: { total: 130 } }),
      countedBy('2026-09-06T20:00+09:00', { a: { total: 5 }, b: { total: 8 } }),
      countedBy('2026-09-07T10:00+09:00', { a: { total: 140 } }),
      happened('2026-09-07T12:00+09:00', 'counters-reset'),
      countedBy('2026-09-08T10:00+09:00', { a: { total: 200 }, b: { total: 9 } }),
    ];
    await reportAs(server, one, messages);
    for (const index of [4, 5, 0, 2, 0, 3, 1, 4]) await reportAs(server, other, [messages[index] as PrinterMessage]);
    expect(await monthsOf(other)).toEqual(await monthsOf(one));
    // a: 100 first, 30, a glitch, 10, a reset to 200; b: 7 first, 1, a reset to 9.
    expect((await monthsOf(one)).map((row) => (row as { usage: number[] }).usage[0])).toEqual([340, 17]);
  });

  test('a month closes ten days after its end; what comes later is a line in the month of arrival', async () => {
    const printer = await givePrinter(server, owner);
    await reportAs(server, printer, [countedBy('2026-09-08T20:00+09:00', { late: { total: 1_000 } })]);
    await moveOn('2026-10-10T23:59');
    await reportAs(server, printer, [
      countedBy('2026-10-10T09:00+09:00', { late: { total: 1_500 } }),
      countedBy('2026-09-25T09:00+09:00', { late: { total: 1_100 } }),
    ]);
    const own = async () => (await rowsOf('from=2026-09&to=2026-10')).find(({ department }) => department === 'late');
    expect(short([(await own()) as Row])).toEqual([['late', 1_100, 400, 1_500]]);
    await moveOn('2026-10-11T00:00');
    await reportAs(server, printer, [countedBy('2026-09-28T09:00+09:00', { late: { total: 1_250 } })]);
    expect(await own()).toMatchObject({
      figures: [{ value: 1_100 }, { value: 250 }],
      adjustments: [{ ofMonth: '2026-09', inMonth: '2026-10', value: 150 }],
      total: 1_500,
    });
  });

  test.each([
    ['from=2026-11&to=2026-11', ['/from counters/period-future']],
    ['from=2026-10&to=2026-09', ['/to counters/period-backwards']],
    ['from=2025-09&to=2026-09', ['/to counters/months-many']],
    ['from=2025-11&to=2026-10', []],
    ['from=x&to=2026-09', ['/from counters/period-unreadable']],
  ])('%s: %j', async (query, faults) => {
    expect(faultsOf(await ask(query))).toEqual(faults);
  });

  test(`a device has at most ${departmentsPerDeviceMax} departments; what it says of one more is not kept, and all else is`, async () => {
    const printer = await givePrinter(server, owner);
    const ids = Array.from({ length: departmentsPerDeviceMax + 1 }, (_, index) => `d${index}`);
    for (let from = 0; from < ids.length; from += departmentsMax) {
      const some = ids.slice(from, from + departmentsMax);
      await reportAs(server, printer, [
        countedBy(server.clock.now(), Object.fromEntries(some.map((id) => [id, { total: 1 }]))),
      ]);
    }
    expect((await monthsOf(printer)).length).toBe(departmentsPerDeviceMax);
  });

  test('what is too old goes, and where counters stood stays as their base', async () => {
    const printer = await givePrinter(server, owner);
    await reportAs(server, printer, [countedBy(server.clock.now(), { kept: { total: 500 } })]);
    await moveOn('2027-12-01T09:00');
    expect(await forgetDepartmentsAt(server.app, siteOf(server, printerSite), server.clock.now(), () => true)).toBe(
      true,
    );
    await reportAs(server, printer, [countedBy('2027-11-30T09:00+09:00', { kept: { total: 520 } })]);
    const [row] = await rowsOf('from=2027-11&to=2027-12');
    expect(row).toMatchObject({ department: 'kept', figures: [{ value: 20, marks: ['gap'] }, { value: null }] });
  });
});

describe('C-12 names of departments', () => {
  const names = () => owner.call('GET', `${owner.path}/departments/names`);
  const put = (items: { department: string; name: string }[], version: string) =>
    owner.call('PUT', `${owner.path}/departments/names`, { items }, { 'if-match': version });

  test('are given by the organization; what is wrong stands at its field, and the second of two is told', async () => {
    const seen = String((await names()).headers.get('etag'));
    const long = '部'.repeat(nameCharactersMax + 1);
    expect(
      faultsOf(
        await put(
          [
            { department: '007', name: long },
            { department: 'nobody', name: 'x' },
          ],
          seen,
        ),
      ),
    ).toEqual(['/items/0/name identifiers/text-long', '/items/1/name departments/department-unknown']);
    const events = await eventsCausedBy(server.app, async () => {
      expect((await put([{ department: '007', name: ` ${long.slice(1)} ` }], seen)).status).toBe(200);
    });
    expect(events).toEqual(['departments.named']);
    expect((await put([{ department: '007', name: '総務' }], seen)).body['type']).toBe(
      '/problems/platform/changed-meanwhile',
    );
    const items = (await names()).body['items'] as { department: string; name: string }[];
    expect(items.find(({ department }) => department === '007')?.name).toBe(long.slice(1));
  });

  test('others see nothing of it', async () => {
    stranger = await newCustomer(server, '別会社', printerSite);
    expect((await ask('from=2027-11&to=2027-12', stranger)).body).toMatchObject({
      items: [],
      total: 0,
      totals: { total: null },
    });
    expect((await stranger.call('GET', `${stranger.path}/departments/names`)).body).toEqual({ items: [] });
    const viewer = await newColleague(server, owner.organization, 'viewer', { siteId: printerSite });
    const version = { 'if-match': '"x"' };
    expect((await viewer.call('PUT', `${viewer.path}/departments/names`, { items: [] }, version)).status).toBe(403);
  });
});
