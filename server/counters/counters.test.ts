import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCustomer, newMaker } from '../../tools/test/devices.ts';
import { figures } from '../../tools/test/counter-figures.ts';
import {
  atTokyo,
  giveGoldenFleet,
  goldenMonths,
  goldenStart,
  type GoldenFleet,
} from '../../tools/test/golden-printers.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import {
  counted,
  givePrinter,
  happened,
  moveTo,
  ownPrinter,
  printerSite,
  reportAs,
  tablesOf,
  type PrinterMessage,
  type TestPrinter,
} from '../../tools/test/printers.ts';
import { acceptTransfer, offerDevice } from '../../tools/test/transfers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';

let server: TestServer;
let owner: Colleague;
let stranger: Colleague;
let maker: Colleague;
let fleet: GoldenFleet;

/** Moves on, where sessions have ended by then: people log in anew. */
async function moveOn(civil: string): Promise<void> {
  moveTo(server, atTokyo(civil));
  owner = await newColleague(server, owner.organization, 'owner', { siteId: printerSite });
  maker = await newMaker(server, printerSite);
}

/** The rows of a file, by their headings. */
async function fileRows(query: string): Promise<Record<string, string | undefined>[]> {
  const { text } = await owner.call('GET', `${owner.path}/exports/counters?format=csv&language=en&${query}`);
  const lines = text
    .trim()
    .split('\r\n')
    .map((line) => line.replaceAll('"', '').split(','));
  const at = lines.findIndex((line) => line.includes('Serial number'));
  return lines.slice(at + 1).map((line) => Object.fromEntries((lines[at] ?? []).map((name, n) => [name, line[n]])));
}

async function asks(who: Colleague, path: string) {
  const answer = await who.call('GET', `${who.path}/counters${path}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body;
}

beforeAll(async () => {
  server = await startTestServer({ startAt: goldenStart });
  const first = await newCustomer(server, '見本商事', printerSite);
  ({ fleet } = await giveGoldenFleet(server, first));
  owner = await newColleague(server, first.organization, 'owner', { siteId: printerSite });
  stranger = await newCustomer(server, '別会社', printerSite);
  maker = await newMaker(server, printerSite);
});
afterAll(() => server.close());

const span = 'from=2021-08&to=2021-11';

describe('C-05 devices and months', () => {
  test('the question, and when it was answered, stand in the answer', async () => {
    expect(await asks(owner, `?${span}`)).toMatchObject({
      total: 8,
      periods: [...goldenMonths],
      timeZone: 'Asia/Tokyo',
      asOf: server.clock.now().toISOString(),
    });
  });

  test.each([
    ['-2021-09', ['複合機 7', '複合機 2']],
    ['2021-09', ['複合機 6', '複合機 4']],
    ['-total', ['複合機 7', '複合機 2']],
    ['-name', ['複合機 8', '複合機 7']],
  ])('sorted by %s; the totals stay', async (sort, expected) => {
    const { items, totals } = (await asks(owner, `?${span}&sort=${sort}`)) as {
      items: { name: string }[];
      totals: { total: number };
    };
    expect(items.slice(0, 2).map(({ name }) => name)).toEqual(expected);
    expect(totals.total).toBe(figures.A04.expected.grand);
  });

  test('a file has each device of the list in its order, and its months one after the other', async () => {
    const { items } = (await asks(owner, `?${span}`)) as {
      items: { serial: string; figures: { value: number | null }[] }[];
    };
    const expected = items.flatMap(({ serial, figures: found }) =>
      goldenMonths.flatMap((month, at) => {
        const value = found[at]?.value ?? null;
        return value === null ? [] : [[serial, month, String(value)]];
      }),
    );
    const rows = await fileRows(span);
    expect(rows.map((row) => [row['Serial number'], row['Period'], row['Total']])).toEqual(expected);
    expect(expected.length).toBeGreaterThan(items.length);
  });

  test('nobody else sees any of it, nor whether a printer is there', async () => {
    expect(await asks(stranger, `?${span}`)).toMatchObject({ total: 0, items: [], totals: { total: null } });
    const theirs = await stranger.call('GET', `${stranger.path}/counters/devices/${fleet.d1.device}?${span}`);
    const nobodys = await stranger.call(
      'GET',
      `${stranger.path}/counters/devices/dev_00000000-0000-7000-8000-000000000000?${span}`,
    );
    expect([theirs.status, theirs.body['type']]).toEqual([404, '/problems/platform/not-found']);
    expect({ ...theirs.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
  });
});

describe('C-04 questions', () => {
  test.each([
    ['from=2020-12&to=2021-11', []],
    ['from=2020-11&to=2021-11', ['/to counters/months-many']],
    ['from=2021-11&to=2021-10', ['/to counters/period-backwards']],
    ['from=2021-12&to=2021-12', ['/from counters/period-future']],
    ['from=2011-10&to=2011-12', ['/from counters/period-before-kept']],
    ['by=day&from=2021-08-17&to=2021-11-16', []],
    ['by=day&from=2021-08-16&to=2021-11-16', ['/to counters/days-many']],
    ['by=day&from=2021-08&to=2021-11', ['/from counters/period-unreadable', '/to counters/period-unreadable']],
  ])('%s: %j', async (query, faults) => {
    const answer = await owner.call('GET', `${owner.path}/counters?${query}`);
    const errors = (answer.body['errors'] ?? []) as { pointer: string; code: string }[];
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(faults);
    expect(answer.status).toBe(faults.length > 0 ? 422 : 200);
  });
});

describe('C-06 one printer', () => {
  test('a counter without a reading in a month is "-", not 0', async () => {
    const answer = await asks(owner, `/devices/${fleet.d2.device}?${span}&kind=cumulative`);
    const tabs = answer['tabs'] as {
      tab: string;
      columns: string[];
      rows: { figures: { value: number | null }[] }[];
      total: null;
    }[];
    expect(tabs.map(({ tab, total }) => [tab, total])).toEqual([
      ['counters', null],
      ['paper', null],
      ['colour-mode', null],
      ['function', null],
    ]);
    expect(tabs[3]?.rows[0]?.figures.map(({ value }) => value)).toEqual([396680, null, null, null, null, null]);
  });
});

describe('C-07 one month', () => {
  test('sorted by what is counted; the fleet in the total row', async () => {
    const answer = await asks(owner, '/periods/2021-09?tab=counters&sort=-total');
    const items = answer['items'] as { name: string; figures: { value: number | null }[] }[];
    expect(items[0]?.name).toBe('複合機 7');
    const first = items.find(({ name }) => name === '複合機 1');
    const columns = answer['columns'] as string[];
    expect(columns.slice(0, 8)).toEqual([...figures.A07.input.counters]);
    expect(first?.figures.slice(0, 8).map(({ value }) => value)).toEqual(figures.A07.expected['2021-09']);
    expect(answer['totals']).toMatchObject({ figures: [60505, 31, 346, 21, 0, 31, 27, 319, null, null, null, null] });
  });

  test('all tabs come in one answer; by day the same; an unreadable period is not there', async () => {
    const whole = await asks(owner, '/periods/2021-09');
    expect((whole['columns'] as string[]).length).toBeGreaterThan(25);
    expect(await asks(owner, '/periods/2021-09-15?by=day&tab=function')).toMatchObject({
      columns: ['total', 'copy', 'receive', 'print', 'scanSend', 'duplex'],
      totals: { figures: [60505, ...figures.A12.input.rows['2021-09'].slice(1)] },
    });
    const answer = await owner.call('GET', `${owner.path}/counters/periods/2021-13`);
    expect(answer.status).toBe(404);
  });
});

describe('C-08 the ledger', () => {
  const own = () => givePrinter(server, owner);
  const usageOf = async (printer: TestPrinter, query = 'from=2021-11&to=2021-12') => {
    const { tabs } = (await asks(owner, `/devices/${printer.device}?${query}`)) as {
      tabs: {
        rows: { figures: { value: number | null; marks: string[] }[] }[];
        adjustments: unknown[];
        total: number[];
      }[];
    };
    const [first] = tabs;
    return {
      rows: first?.rows.map(({ figures: [total] }) => [total?.value, ...(total?.marks ?? [])]),
      adjustments: first?.adjustments,
      total: first?.total[0],
    };
  };

  test('late, early and repeated messages give the same days and months', async () => {
    const [one, other] = [await own(), await own()];
    await moveOn('2021-11-20T09:00');
    const messages = [
      counted('2021-11-17T09:00+09:00', { total: 100, colour: 50 }),
      counted('2021-11-17T21:00+09:00', { total: 130 }),
      counted('2021-11-18T09:00+09:00', { total: 5, colour: 60 }),
      counted('2021-11-18T15:00+09:00', { total: 140 }),
      happened('2021-11-19T01:00+09:00', 'counters-reset'),
      counted('2021-11-19T09:00+09:00', { total: 200, colour: 7 }),
      counted('2021-11-20T09:00+09:00', { total: 210 }),
    ];
    await reportAs(server, one, messages);
    for (const index of [6, 0, 3, 0, 5, 1, 2, 4, 2]) await reportAs(server, other, [messages[index] as PrinterMessage]);
    const bare = (tables: Record<string, unknown[]>) =>
      JSON.stringify(tables).replaceAll(/"(?:device_key|registration_id)":[^,]+,/g, '');
    expect(bare(await tablesOf(server.app, other))).toBe(bare(await tablesOf(server.app, one)));
    // 100 first, 30, a glitch, 10, a reset to 200, 10.
    expect((await usageOf(one, 'from=2021-11&to=2021-11')).rows).toEqual([[350, 'first', 'restart']]);
    const { entries } = (await asks(
      owner,
      `/devices/${one.device}/entries?from=2021-11-17T00:00:00Z&until=2021-11-19T00:00:00Z`,
    )) as { entries: { cause: string; glitches: string[] }[] };
    expect(entries.map(({ cause, glitches }) => [cause, ...glitches])).toEqual([
      ['reported'],
      ['reported'],
      ['reported', 'total'],
      ['reported'],
      ['reset'],
    ]);
  });

  test('what comes after a month is closed is a line in the month in which it came', async () => {
    const printer = await own();
    await reportAs(server, printer, [counted('2021-11-20T09:00+09:00', { total: 1000 })]);
    await moveOn('2021-12-10T23:59');
    await reportAs(server, printer, [
      counted('2021-12-10T09:00+09:00', { total: 1500 }),
      counted('2021-11-25T09:00+09:00', { total: 1100 }),
    ]);
    expect(await usageOf(printer)).toEqual({ rows: [[400], [1100, 'first']], adjustments: [], total: 1500 });
    moveTo(server, atTokyo('2021-12-11T00:00'));
    await reportAs(server, printer, [counted('2021-11-28T09:00+09:00', { total: 1250 })]);
    const line = { ofMonth: '2021-11', inMonth: '2021-12' };
    expect(await usageOf(printer)).toMatchObject({
      rows: [[250], [1100, 'first']],
      adjustments: [line],
      total: 1500,
    });
    await reportAs(server, printer, [counted('2021-11-29T09:00+09:00', { total: 1300 })]);
    const { totals } = (await asks(owner, '?from=2021-12&to=2021-12')) as { totals: { adjustments: unknown[] } };
    expect(totals.adjustments).toEqual([{ ...line, value: 200 }]);
    const late = ['2021-12', '200', 'adjustment of 2021-11'];
    for (const [from, before] of [
      ['2021-11', [['2021-11', '1100', 'since installation']]],
      ['2021-12', []],
    ] as const) {
      const rows = await fileRows(`from=${from}&to=2021-12&device=${printer.device}`);
      expect(rows.map((row) => [row['Period'], row['Total'], row['Remarks']])).toEqual([
        ...before,
        ['2021-12', '200', ''],
        late,
      ]);
    }
  });

  test('an operator corrects or takes out a reading, which stays in the ledger; nobody else does', async () => {
    const printer = await own();
    await moveOn('2021-12-12T12:00');
    await reportAs(server, printer, [
      counted('2021-12-12T09:00+09:00', { total: 10 }),
      counted('2021-12-12T10:00+09:00', { total: 9_999_999 }),
      counted('2021-12-12T11:00+09:00', { total: 9_999_999 }),
    ]);
    const correct = (who: Colleague, body: Record<string, unknown>) =>
      who.create(`${who.path}/counters/devices/${printer.device}/corrections`, { reason: '読み違い', ...body });
    const reading = '2021-12-12T01:00:00.000Z';
    expect((await correct(owner, { at: reading, values: { total: 20 } })).status).toBe(403);
    expect((await correct(maker, { at: reading, values: { total: 20 } })).status).toBe(201);
    expect((await correct(maker, { at: '2021-12-12T02:00:00.000Z', values: { total: null } })).status).toBe(201);
    expect(await usageOf(printer, 'from=2021-12&to=2021-12')).toMatchObject({ rows: [[20, 'first']] });
    expect((await correct(maker, { at: '2021-12-12T03:00:00.000Z', values: { total: 1 } })).body).toMatchObject({
      status: 404,
      type: '/problems/counters/reading-unknown',
    });
    const unknown = await correct(maker, { at: reading, values: { pages: 1 } });
    expect(unknown.body['errors']).toMatchObject([{ pointer: '/values/pages', code: 'counters/counter-unknown' }]);
    const { entries } = (await asks(
      owner,
      `/devices/${printer.device}/entries?from=2021-12-12T00:00:00Z&until=2021-12-13T00:00:00Z`,
    )) as { entries: { cause: string; values: Record<string, number>; reason: string | null }[] };
    expect(entries.map(({ cause, values, reason }) => [cause, values['total'], reason])).toEqual([
      ['reported', 10, null],
      ['reported', 9_999_999, null],
      ['correction', 20, '読み違い'],
      ['reported', 9_999_999, null],
      ['withdrawal', 0, '読み違い'],
    ]);
  });

  test('P-31 what a printer counted before it was somebody’s waits; its last counter alone is the base, and that of the next owner', async () => {
    const printer = await givePrinter(server, null);
    await reportAs(server, printer, [counted('2021-12-12T08:00+09:00', { total: 77 })]);
    await ownPrinter(owner, printer);
    server.clock.move(60_000);
    await reportAs(server, printer, [counted(server.clock.now(), { total: 80 })]);
    expect(await usageOf(printer, 'from=2021-12&to=2021-12')).toMatchObject({ rows: [[3]], total: 3 });
    const { entries } = (await asks(
      owner,
      `/devices/${printer.device}/entries?from=2021-12-01T00:00:00Z&until=2021-12-30T00:00:00Z`,
    )) as { entries: { cause: string; values: Record<string, number> }[] };
    expect(entries).toMatchObject([
      { cause: 'opening', values: { total: 77 } },
      { cause: 'reported', values: { total: 80 } },
    ]);
  });

  test('P-31 at a hand-over the last counter is the next owner’s base; each owner sees its own time alone, what comes late included', async () => {
    const printer = await own();
    const buyer = await newCustomer(server, '見本産業', printerSite);
    const start = server.clock.now().getTime();
    const minute = (count: number) => new Date(start + count * 60_000);
    server.clock.move(5 * 60_000);
    await reportAs(server, printer, [counted(minute(1), { total: 500 }), counted(minute(3), { total: 520 })]);
    const offer = await offerDevice(owner, printer.device, buyer.loginId);
    const accepted = await acceptTransfer(buyer, offer.body['id']);
    expect([offer.status, accepted.status]).toEqual([201, 200]);
    server.clock.move(5 * 60_000);
    await reportAs(server, printer, [counted(minute(9), { total: 560 })]);
    const seenBy = async (who: Colleague) => {
      const { tabs } = (await asks(who, `/devices/${printer.device}?from=2021-12&to=2021-12`)) as {
        tabs: { rows: { figures: { value: number | null; marks: string[] }[] }[] }[];
      };
      return tabs[0]?.rows[0]?.figures[0];
    };
    expect(await seenBy(owner)).toEqual({ value: 520, marks: ['first'] });
    expect(await seenBy(buyer)).toEqual({ value: 40, marks: [] });
    await reportAs(server, printer, [counted(minute(4), { total: 530 })]);
    expect([await seenBy(owner), await seenBy(buyer)]).toMatchObject([{ value: 530 }, { value: 30 }]);
    const { entries } = (await asks(
      buyer,
      `/devices/${printer.device}/entries?from=2021-12-01T00:00:00Z&until=2021-12-30T00:00:00Z`,
    )) as { entries: { cause: string; values: Record<string, number> }[] };
    expect(entries.map(({ cause, values }) => [cause, values['total']])).toEqual([
      ['opening', 520],
      ['opening', 530],
      ['reported', 560],
    ]);
  });
});
