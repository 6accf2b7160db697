import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figures } from '../../tools/test/counter-figures.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newCustomer } from '../../tools/test/devices.ts';
import { atTokyo, countOn, giveGoldenFleet, goldenStart, type GoldenFleet } from '../../tools/test/golden-printers.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, type TestPrinter } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { downloadAs } from '../download.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;
let organization: string;
let fleet: GoldenFleet;
let large: TestPrinter;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ startAt: goldenStart }), launchBrowser()]);
  const owner = await newCustomer(server, '見本商事', printerSite);
  ({ organization } = owner);
  large = await givePrinter(server, owner, { model: 'SP-W900', installation: '大判 1' });
  const drawn = counted(atTokyo('2021-10-20T12:00'), { total: 72, dutyA: 40, dutyB: 30 });
  ({ fleet } = await giveGoldenFleet(server, owner, { beside: [{ printer: large, message: drawn }] }));
  await countOn(server, fleet);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const span = 'from=2021-08&to=2021-11';
const pageOf = (rest: string) => `${server.url}/${printerSite}/o/${organization}/counters${rest}`;
const written = (value: number | null) => (value === null ? '-' : value.toLocaleString('en'));

/** What stands in the table, row by row from the total row on: the period, and its figures. */
async function rowsOf({ page }: Someone): Promise<[string, string[]][]> {
  const rows = await page.locator('table tbody tr').all();
  return Promise.all(
    rows.map(async (row): Promise<[string, string[]]> => {
      const cells = await row.locator('td[data-numeric]').allInnerTexts();
      return [await row.locator('th').innerText(), cells.map((text) => text.split('\n')[0] ?? '')];
    }),
  );
}

const columnsOf = async ({ page }: Someone) =>
  (await page.locator('table thead th').allInnerTexts()).slice(1).map((text) => text.trim());

test.each([
  ['ja', 390],
  ['en', 1920],
] as const)(
  'C-06 in %s at %i: one device in four tabs, newest first below the total, as a graph and as files, by month and day, cumulative and usage (A07, A12)',
  async (language, width) => {
    const owner = await newColleague(server, organization, 'owner', { siteId: printerSite, language });
    const someone = await sitDown(await browser.newPerson({ language, width, height: 900 }), language);
    const { page, words } = someone;
    const say = (key: string, values?: Record<string, string | number>) => words(`counters.${key}`, values);
    const own = (key: string, values?: Record<string, string | number>) => words(`device-counters.${key}`, values);
    const tab = (name: string) => page.getByRole('tab', { name: say(`tabs.${name}`), exact: true });
    await enterAs(someone, `${server.url}/${printerSite}`, owner);
    await page.goto(pageOf(`?${span}`));
    await page.getByRole('link', { name: say('answer.ofDevice', { name: '複合機 1' }) }).click();
    await heading(someone, '複合機 1');

    const eight = figures.A07.input.counters;
    await expect.poll(() => columnsOf(someone)).toEqual(eight.map((place) => say(`places.${place}`)));
    const rows = await rowsOf(someone);
    expect(rows).toHaveLength(5);
    expect(rows[0]?.[0]).toBe(own('total'));
    const byMonth = figures.A07.expected;
    expect(rows.slice(1, 4).map(([, values]) => values)).toEqual(
      (['2021-11', '2021-10', '2021-09'] as const).map((month) => byMonth[month].map(written)),
    );
    await page.getByRole('button', { name: say('places.scan'), exact: true }).click();
    await page.locator('th[aria-sort="ascending"]').waitFor();
    const scans = async () => (await rowsOf(someone)).map(([name, values]) => [name === own('total'), values[3]]);
    await expect.poll(async () => (await scans()).slice(1, 4).map(([, scan]) => scan)).toEqual(['15', '20', '21']);
    expect((await scans()).map(([isTotal]) => isTotal)).toEqual([true, false, false, false, false]);

    await tab('counters').focus();
    await page.keyboard.press('End');
    await expect.poll(() => tab('function').getAttribute('aria-selected')).toBe('true');
    const { columns, rows: months } = figures.A12.input;
    await expect.poll(() => columnsOf(someone)).toEqual(columns.map((place) => say(`places.${place}`)));
    await expect
      .poll(async () => (await rowsOf(someone)).map(([, values]) => values))
      .toEqual(
        [figures.A12.expected.total, ...Object.values(months).toReversed()].map((values) => values.map(written)),
      );
    // Copy, receive and print on each other, scan (send) beside them, sheets on both sides nowhere.
    const graph = page.getByRole('img', { name: /1,845/ });
    expect(await graph.getAttribute('aria-label')).not.toContain(say('places.duplex'));
    const november = graph.locator('g', { has: page.locator('title', { hasText: '669' }) });
    const pieces = (await november.locator('title').allTextContents()).map((text) => text.split(' ').at(-1));
    expect(pieces).toEqual(['54', '669', '17']);
    expect(await page.getByText(own('graph.differs')).count()).toBe(0);
    const file = await downloadAs(someone, 'exports.formats.csv');
    const lines = file.bytes.toString('utf8').trim().split('\r\n');
    expect(lines.at(-1)).toContain(months['2021-11'].join(','));
    await page.reload();
    await graph.waitFor();

    await page.getByText(say('question.change')).click();
    await page.getByRole('radio', { name: say('kinds.cumulative'), exact: true }).check();
    await field(someone, say('question.fromMonth')).fill('2021-12');
    await button(someone, say('question.submit')).click();
    await page
      .locator('p', { hasText: words('problems.counters.period-future') })
      .first()
      .waitFor();
    await field(someone, say('question.fromMonth')).fill('2021-10');
    await button(someone, say('question.submit')).click();
    const totals = async () => (await rowsOf(someone)).map(([, [sum]]) => sum);
    // Rows of the answer before would be waited for once they are gone.
    await expect.poll(() => page.locator('table tbody tr').count()).toBe(2);
    await expect.poll(totals).toEqual(['179,465', '178,742']);
    await tab('counters').click();
    await page.goto(pageOf(`/devices/${fleet.d1.device}?${span}`));
    await page.locator('table').getByRole('link').first().click();
    await page.locator('table tbody tr').nth(17).waitFor();
    expect(await rowsOf(someone)).toHaveLength(18);
    expect((await totals()).filter((value) => value !== '-')).toEqual(['723', '219', '504']);
    await page.goBack();
    await expect.poll(() => rowsOf(someone)).toHaveLength(5);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    // On paper the graph is whole and stands with its heading, however narrow the screen is.
    const sheets = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const { text } = await extractText(sheets);
    const drawn = text.filter((one) => /\b(?:800|600|400|200)\b/.test(one));
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toContain(own('graph.title'));
    expect(sheets.numPages).toBeLessThanOrEqual(2);
    expectQuiet(someone);
  },
);

test.each([
  ['ja', 1920],
  ['en', 390],
] as const)(
  'C-10 in %s at %i: sizes of paper are chosen, one at least, and tables and graphs follow; a large-format printer has none, but its duties',
  async (language, width) => {
    const owner = await newColleague(server, organization, 'viewer', { siteId: printerSite, language });
    const someone = await sitDown(await browser.newPerson({ language, width, height: 900 }), language);
    const { page, words } = someone;
    const say = (key: string, values?: Record<string, string | number>) => words(`counters.${key}`, values);
    const own = (key: string, values?: Record<string, string | number>) => words(`device-counters.${key}`, values);
    const sizes = (key: string, values?: Record<string, string>) => words(`paper-sizes.${key}`, values);
    const box = (size: string) => page.getByRole('checkbox', { name: say(`places.paper${size}`), exact: true });
    await enterAs(someone, `${server.url}/${printerSite}`, owner);
    await page.goto(pageOf(`/devices/${fleet.d1.device}?${span}&tab=paper`));
    const total = say('places.total');
    const others = say('places.others');
    const papers = (...names: string[]) => names.map((name) => say(`places.paper${name}`));
    await heading(someone, '複合機 1');
    await expect.poll(() => columnsOf(someone)).toEqual([total, ...papers('A3', 'A4', 'B4', 'B5'), others]);

    await page.getByRole('link', { name: own('changePaper') }).click();
    await heading(someone, sizes('title'));
    for (const size of ['A3', 'A4', 'B4', 'B5']) await box(size).uncheck();
    await button(someone, sizes('save')).click();
    await page.locator('p', { hasText: words('problems.counters.paper-none') }).waitFor();
    await button(someone, sizes('reset')).click();
    expect(await box('B5').isChecked()).toBe(true);
    for (const size of ['A3', 'B4', 'B5']) await box(size).uncheck();
    await button(someone, sizes('save')).click();
    await page.getByText(sizes('saved', { sizes: 'A4' })).waitFor();
    await page.reload();
    expect(await box('A3').isChecked()).toBe(false);

    await page.goto(pageOf(`/devices/${fleet.d1.device}?${span}&tab=paper`));
    await heading(someone, '複合機 1');
    await expect.poll(() => columnsOf(someone)).toEqual([total, ...papers('A4'), others]);
    const rows = (await rowsOf(someone)).map(([, values]) => values.map((text) => Number(text.replaceAll(',', ''))));
    expect(rows[0]?.[0]).toBe(figures.A12.expected.total[0]);
    for (const [all = 0, a4 = 0, rest = 0] of rows) expect(a4 + rest).toBe(all);
    await page.getByRole('img', { name: others }).waitFor();
    // One month over all devices follows as well, and its graph lists each of them.
    await page.goto(pageOf('/periods/2021-11?tab=paper'));
    const devices = page.getByRole('img', { name: own('graph.devices') });
    await devices.waitFor();
    await expect
      .poll(async () => (await columnsOf(someone)).filter((title) => title !== ''))
      .toEqual([total, ...papers('A4'), others]);
    const titles = (await devices.locator('title').allTextContents()).filter((text) => text.startsWith('複合機 1 '));
    expect(titles).toEqual([`複合機 1 ${papers('A4').join()} 651`, `複合機 1 ${others} 72`]);

    await page.goto(pageOf(`/devices/${large.device}?${span}`));
    await heading(someone, '大判 1');
    await page.getByText(say('counted', { unit: 'A4' })).waitFor();
    await expect.poll(() => columnsOf(someone)).toEqual([total, 'DUTY A', 'DUTY B', 'DUTY C', 'DUTY D']);
    expect(await page.getByRole('tab').count()).toBe(1);
    await page.getByRole('img', { name: 'DUTY B 30' }).waitFor();
    await page.getByText(own('graph.differs')).waitFor();
    await page.getByRole('link', { name: own('toDevice') }).click();
    await page.getByRole('link', { name: own('device.all') }).click();
    await heading(someone, '大判 1');
    expectQuiet(someone);
  },
);
