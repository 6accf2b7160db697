import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figures } from '../../tools/test/counter-figures.ts';
import { newCustomer } from '../../tools/test/devices.ts';
import {
  atTokyo,
  countOn,
  giveGoldenFleet,
  goldenMonths,
  goldenNames,
  goldenStart,
  type AugustFleet,
  type GoldenFleet,
} from '../../tools/test/golden-printers.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import {
  counted,
  givePrinter,
  happened,
  printerSite,
  type PrinterReport,
  type TestPrinter,
} from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';

type Shown = { value: number | null; marks: string[] };
type Tab = { tab: string; columns: string[]; rows: { period: string; figures: Shown[] }[]; total: number[] | null };
type Item = { device: string; name: string; figures: Shown[]; total: number | null };
type Table = { items: Item[]; columns: string[]; totals: { figures: number[]; total: number } | null };

let server: TestServer;
let owner: Colleague;
let colleague: Colleague;
let third: Colleague;
let fleet: GoldenFleet;
let august: AugustFleet | null;

/** Those of one printer each, whose months are told by its readings alone. */
const ledgerNames = ['A18', 'A19', 'A20'] as const;
const single: Record<string, TestPrinter> = {};

function ledgerOf(name: (typeof ledgerNames)[number]): PrinterReport[] {
  const { base, months, lastInMonth } = figures[name].input;
  const printer = single[name];
  if (!printer) throw new Error(`no printer for ${name}`);
  const before = { A18: '2021-07', A19: '2021-07', A20: '2021-09' }[name];
  const read: [string, number | null][] = [
    [before, base],
    ...months.map((month, at) => [month, lastInMonth[at] ?? null] as [string, number | null]),
  ];
  const readings = read.flatMap(([month, total]) =>
    total === null ? [] : [{ printer, message: counted(atTokyo(`${month}-15T12:00`), { total }) }],
  );
  return name === 'A20'
    ? [...readings, { printer, message: happened(atTokyo('2021-11-02T09:00'), 'board-changed') }]
    : readings;
}

const span = 'from=2021-08&to=2021-11';
const again = (who: Colleague) => newColleague(server, who.organization, 'owner', { siteId: printerSite });

async function asks<T>(who: Colleague, path: string): Promise<T> {
  const answer = await who.call('GET', `${who.path}/counters${path}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.body as T;
}

const valuesOf = (row: { figures: Shown[] } | undefined) => row?.figures.map(({ value }) => value);

async function tabOf(name: keyof GoldenFleet, tab: string, query = span): Promise<Tab | undefined> {
  const { tabs } = await asks<{ tabs: Tab[] }>(owner, `/devices/${fleet[name].device}?${query}`);
  return tabs.find((one) => one.tab === tab);
}

/** The columns of the examples out of a tab that has more of them. */
function picked(tab: Tab | undefined, columns: readonly string[], values: readonly (number | null)[] | undefined) {
  return columns.map((column) => values?.[tab?.columns.indexOf(column) ?? -1]);
}

beforeAll(async () => {
  server = await startTestServer({ startAt: goldenStart });
  owner = await newCustomer(server, '見本商事', printerSite);
  colleague = await newCustomer(server, '見本産業', printerSite);
  third = await newCustomer(server, '見本工業', printerSite);
  for (const name of ledgerNames) single[name] = await givePrinter(server, third);
  const beside = ledgerNames.flatMap((name) => ledgerOf(name));
  ({ fleet, august } = await giveGoldenFleet(server, owner, { august: colleague, beside }));
  [owner, colleague, third] = [await again(owner), await again(colleague), await again(third)];
});
afterAll(() => server.close());

describe('C-16 the first picture of the running month', () => {
  test('A04 every usage, the total column, and the total row over all pages; A01 its first row', async () => {
    const { items, totals } = await asks<Table>(owner, `?${span}&pageSize=10`);
    const { totalColumn, totalRow, grand } = figures.A04.expected;
    expect(items.map(({ name }) => name)).toEqual(goldenNames.map((name) => name.replace('d', '複合機 ')));
    expect(items.map(valuesOf)).toEqual(goldenNames.map((name) => figures.A04.input.usage[name]));
    expect(items.map(({ total }) => total)).toEqual(goldenNames.map((name) => totalColumn[name]));
    expect(totals).toMatchObject({ figures: totalRow, total: grand });
    expect([valuesOf(items[0]), items[0]?.total]).toEqual([figures.A01.expected.usage, figures.A01.expected.total]);
    const beyond = await asks<Table>(owner, `?${span}&pageSize=10&page=2`);
    expect([beyond.items, beyond.totals]).toEqual([[], totals]);
  });

  test('A08 the counters tab: totals first, then the newest month first', async () => {
    const tab = await tabOf('d1', 'counters');
    const { counters, rows } = figures.A08.input;
    const { order, total } = figures.A08.expected;
    expect(['total', ...(tab?.rows.map(({ period }) => period) ?? [])]).toEqual(order);
    expect(picked(tab, counters, tab?.total ?? [])).toEqual(total);
    for (const month of goldenMonths) {
      const row = tab?.rows.find(({ period }) => period === month);
      expect(picked(tab, counters, valuesOf(row))).toEqual(rows[month]);
    }
  });

  test('A15 one month over devices: its rows, the total row of the fleet, and parts that add up', async () => {
    const { columns, rows } = figures.A15.input;
    const answer = await asks<Table>(colleague, '/periods/2021-08?tab=counters');
    const shown = (values: readonly (number | null)[] | undefined) =>
      columns.map((column) => values?.[answer.columns.indexOf(column)]);
    expect(shown(answer.totals?.figures)).toEqual(rows.fleet);
    for (const name of ['d1', 'd2', 'd3'] as const) {
      const item = answer.items.find(({ device }) => device === august?.[name].device);
      expect(shown(valuesOf(item))).toEqual(rows[name]);
    }
    expect(answer.items).toHaveLength(4);
  });
});

describe('C-16 what follows by rule', () => {
  test.each(ledgerNames)('%s', async (name) => {
    const { input, expected } = figures[name];
    const query = `from=${input.months[0]}&to=${input.months.at(-1)}`;
    const { items } = await asks<Table>(third, `?${query}&pageSize=50`);
    const item = items.find(({ device }) => device === single[name]?.device);
    const shown = item?.figures.map(({ value, marks }) => (marks.length > 0 ? [value, ...marks] : (value ?? '-')));
    expect([shown, item?.total]).toEqual([expected.usage, expected.total]);
  });
});

describe('C-16 the later one', () => {
  beforeAll(async () => {
    await countOn(server, fleet);
    owner = await again(owner);
  });

  test('A03 the second device; A06 the last readings have neither total row nor total column', async () => {
    const usage = await asks<Table>(owner, `?${span}`);
    expect([valuesOf(usage.items[1]), usage.items[1]?.total]).toEqual([
      figures.A03.expected.usage,
      figures.A03.expected.total,
    ]);
    const { items, totals } = await asks<Table>(owner, `?${span}&kind=cumulative`);
    const { rows, totalRow, totalColumn } = figures.A06.expected;
    expect([valuesOf(items[0]), valuesOf(items[1])]).toEqual([rows.d1, rows.d2]);
    expect([totals, items[0]?.total]).toEqual([totalRow, totalColumn]);
  });

  test('A07 eight counters, cumulative and usage', async () => {
    const { counters, cumulative } = figures.A07.input;
    const lasts = await tabOf('d1', 'counters', `${span}&kind=cumulative`);
    const usage = await tabOf('d1', 'counters');
    for (const [month, values] of Object.entries(cumulative))
      expect(picked(lasts, counters, valuesOf(lasts?.rows.find(({ period }) => period === month)))).toEqual(values);
    for (const [month, values] of Object.entries(figures.A07.expected))
      expect(picked(usage, counters, valuesOf(usage?.rows.find(({ period }) => period === month)))).toEqual(values);
    expect(lasts?.total).toBeNull();
  });

  test('A12 the function tab: copy, receive and print are the total; scan and duplex stand outside', async () => {
    const tab = await tabOf('d1', 'function');
    const { columns, rows } = figures.A12.input;
    const { total, copyReceivePrint, stack } = figures.A12.expected;
    expect([tab?.columns, tab?.total]).toEqual([columns, total]);
    const byMonth = goldenMonths.map((month) => valuesOf(tab?.rows.find(({ period }) => period === month)) ?? []);
    expect(byMonth).toEqual(Object.values(rows));
    expect(byMonth.map(([, copy, receive, print]) => (copy ?? 0) + (receive ?? 0) + (print ?? 0))).toEqual(
      copyReceivePrint,
    );
    expect(byMonth[3]?.slice(1, 4)).toEqual(stack);
    const { warnings } = await asks<{ warnings: unknown[] }>(owner, `/devices/${fleet.d1.device}?${span}`);
    expect(warnings).toEqual([]);
  });
});
