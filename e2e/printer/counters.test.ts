import { afterAll, beforeAll, expect, test } from 'vitest';
import { extractText, getDocumentProxy } from 'unpdf';
import { figures } from '../../tools/test/counter-figures.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newCustomer } from '../../tools/test/devices.ts';
import { atTokyo, countOn, giveGoldenFleet, goldenStart, type GoldenFleet } from '../../tools/test/golden-printers.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { counted, givePrinter, moveTo, printerSite, reportAs } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { downloadAs } from '../download.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;
let fleet: GoldenFleet;
/** The eight of the examples; those of one month; and some with everything that can be said of a figure. */
const organizations = { golden: '', august: '', marked: '' };

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ startAt: goldenStart }), launchBrowser()]);
  const golden = await newCustomer(server, '見本商事', printerSite);
  const august = await newCustomer(server, '見本産業', printerSite);
  const marked = await newCustomer(server, '見本物産', printerSite);
  const restarted = await givePrinter(server, marked, { installation: 'A 基板を交換' });
  const silent = await givePrinter(server, marked, { installation: 'B 欠測のある機器' });
  const large = await givePrinter(server, marked, { installation: 'C 大判', model: 'SP-W900' });
  const say = (printer: typeof silent, day: string, values: Record<string, number>) => ({
    printer,
    message: counted(atTokyo(`${day}T12:00`), values),
  });
  const given = await giveGoldenFleet(server, golden, {
    august,
    beside: [
      say(restarted, '2021-09-20', { total: 9000 }),
      say(restarted, '2021-10-20', { total: 45 }),
      say(silent, '2021-08-20', { total: 100, paperA4: 50, paperPostcard: 10 }),
      say(silent, '2021-10-20', { total: 350, paperA4: 150, paperPostcard: 60 }),
      say(large, '2021-10-20', { total: 70, dutyA: 40, dutyB: 30 }),
    ],
  });
  fleet = given.fleet;
  Object.assign(organizations, {
    golden: golden.organization,
    august: august.organization,
    marked: marked.organization,
  });
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function comeIn(language: 'ja' | 'en', width: number, organization: string): Promise<Someone> {
  const owner = await newColleague(server, organization, 'owner', { siteId: printerSite, language });
  const someone = await sitDown(
    await browser.newPerson({ language, width, height: width < 600 ? 844 : 1080 }),
    language,
  );
  await enterAs(someone, `${server.url}/${printerSite}`, owner);
  return someone;
}

const pageOf = (organization: string, rest = '') => `${server.url}/${printerSite}/o/${organization}/counters${rest}`;

/** What stands in the columns of figures, row by row from the total row on. */
async function rowsOf({ page }: Someone): Promise<Record<string, string[]>> {
  const rows = await page.locator('table tbody tr').all();
  const entries = await Promise.all(
    rows.map(async (row) => {
      const cells = await row.locator('td[data-numeric]').allInnerTexts();
      const name = (await row.locator('th').innerText()).split('\n')[0] ?? '';
      return [name, cells.map((text) => text.split('\n')[0]?.trim() ?? '')] as const;
    }),
  );
  return Object.fromEntries(entries);
}

const number = (value: number) => value.toLocaleString('en');

test.each([
  ['ja', 1920],
  ['en', 390],
] as const)(
  'C-04 C-05 in %s at %i: a question with the keyboard alone, faults in words at their fields, and the golden answer with its totals (A04)',
  async (language, width) => {
    const someone = await comeIn(language, width, organizations.golden);
    const { page, words } = someone;
    const say = (key: string, values?: Record<string, string | number>) => words(`counters.${key}`, values);
    await page.goto(pageOf(organizations.golden));
    await heading(someone, say('title'));
    const [from, to] = [field(someone, say('question.fromMonth')), field(someone, say('question.toMonth'))];
    expect([await from.inputValue(), await to.inputValue()]).toEqual(['2021-08', '2021-11']);

    await from.fill('2020-11');
    await to.fill('2021-12');
    await to.press('Enter');
    const tooLong = words('problems.counters.months-many', { max: 12, last: '2021-10' });
    await page.locator('p', { hasText: tooLong }).waitFor();
    expect(await to.getAttribute('aria-invalid')).toBe('true');
    await to.fill('2020-10');
    await button(someone, say('question.export')).click();
    await page.locator('p', { hasText: words('problems.counters.period-backwards') }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await from.inputValue()).toBe('2020-11');

    await button(someone, say('question.reset')).click();
    await to.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: say('answer.title') }).waitFor();
    await page.waitForFunction('document.activeElement.id === "answer"');
    const { usage } = figures.A04.input;
    const { totalColumn, totalRow, grand } = figures.A04.expected;
    const expected = {
      [say('answer.allDevices', { count: 8 })]: [grand, ...totalRow].map(number),
      ...Object.fromEntries(
        (['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7', 'd8'] as const).map((name) => [
          name.replace('d', '複合機 '),
          [totalColumn[name], ...usage[name]].map(number),
        ]),
      ),
    };
    await expect.poll(() => rowsOf(someone)).toEqual(expected);

    const sorted = page.waitForResponse((response) => response.url().includes('sort=-total'));
    await page.getByRole('button', { name: say('answer.total'), exact: true }).press('Enter');
    await page.getByRole('button', { name: say('answer.total'), exact: true }).press('Enter');
    await sorted;
    await page.locator('[aria-sort="descending"]').waitFor();
    await expect
      .poll(async () => Object.keys(await rowsOf(someone)).slice(0, 2))
      .toEqual([say('answer.allDevices', { count: 8 }), '複合機 7']);
    await page.reload();
    await page.getByRole('heading', { name: say('answer.title') }).waitFor();
    await expect.poll(async () => Object.keys(await rowsOf(someone))[1]).toBe('複合機 7');
    expect(await page.getByText(say('answer.zone', { zone: 'Asia/Tokyo' })).count()).toBe(1);
    expect(await page.getByText(say('remarks.use')).count()).toBe(1);
    // Nothing is missing, so nothing is said of it.
    expect(await page.getByText(say('remarks.gaps')).count()).toBe(0);
    const first = page.locator('table tbody th').nth(1);
    const atFirst = await first.boundingBox();
    await page.evaluate('document.querySelector("table").parentElement.scrollTo({ left: 500 })');
    expect((await first.boundingBox())?.x).toBe(atFirst?.x);
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expectQuiet(someone);
  },
);

test.each([
  ['ja', 390],
  ['en', 1920],
] as const)(
  'C-05 C-14 in %s at %i: what is said of a figure stands beside it in words; a month leads to its days, and all of it fits on paper',
  async (language, width) => {
    const someone = await comeIn(language, width, organizations.marked);
    const { page, words } = someone;
    const say = (key: string, values?: Record<string, string | number>) => words(`counters.${key}`, values);
    await page.goto(pageOf(organizations.marked, '?from=2021-08&to=2021-11'));
    await page.getByRole('heading', { name: say('answer.title') }).waitFor();
    await expect
      .poll(() => rowsOf(someone))
      .toEqual({
        [say('answer.allDevices', { count: 3 })]: ['9,465', '100', '9,000', '365', '-'],
        'A 基板を交換': ['9,045', '-', '9,000', '45', '-'],
        'B 欠測のある機器': ['350', '100', '-', '250', '-'],
        'C 大判': ['70', '-', '-', '70', '-'],
      });
    const cells = (name: string) => page.getByRole('row', { name }).locator('td[data-numeric]');
    expect(await cells('A 基板を交換').nth(2).innerText()).toContain(say('marks.first'));
    const sums = cells(say('answer.allDevices', { count: 3 }));
    for (const at of [0, 2]) expect(await sums.nth(at).innerText()).toContain(say('marks.first'));
    expect(await cells('A 基板を交換').nth(3).innerText()).toContain(say('marks.restart'));
    expect(await cells('B 欠測のある機器').nth(3).innerText()).toContain(say('marks.gap'));
    // A screen reader does not say a hyphen.
    expect(await cells('B 欠測のある機器').nth(2).textContent()).toContain(say('answer.noneRead'));
    for (const mark of ['first', 'gap', 'restart']) await page.getByText(say(`markTexts.${mark}`)).waitFor();
    await page.getByText(say('remarks.gaps')).waitFor();

    const pdf = await page.pdf({ preferCSSPageSize: true });
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { width: points, height } = (await document.getPage(1)).getViewport({ scale: 1 });
    expect([document.numPages, Math.round(points), Math.round(height)]).toEqual([1, 842, 595]);
    const { text } = await extractText(document, { mergePages: true });
    expect(text).toContain('9,465');

    const month = { ja: '2021/10', en: 'Oct 2021' }[language];
    await page.getByRole('link', { name: say('answer.daysOf', { period: month }), exact: true }).click();
    await page.getByText(say('question.change')).waitFor();
    await page.waitForURL(/by=day.*from=2021-10-01.*to=2021-10-31/);
    await page.getByRole('row', { name: 'C 大判' }).getByText('70').first().waitFor();
    await expect.poll(() => page.getByRole('columnheader').count()).toBe(2 + 31);
    expect(await page.getByRole('link', { name: new RegExp(say('answer.daysOf', { period: '' })) }).count()).toBe(0);
    const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })));
    const days = (await extractText(printed, { mergePages: true })).text;
    expect(days).toContain({ ja: '10⽉31⽇', en: 'Oct 31' }[language]);
    await page.goBack();
    await page.getByRole('link', { name: say('answer.detailsOf', { period: month }), exact: true }).click();
    await heading(someone, say('details.title', { period: { ja: '2021年10月', en: 'October 2021' }[language] }));
    await page.getByRole('columnheader', { name: say('places.dutyA') }).waitFor();
    await page.getByText(say('counted', { unit: 'A4' })).waitFor();
    await page.getByRole('img', { name: `${say('places.dutyA')} 40` }).waitFor();
    await page.getByRole('tab', { name: say('tabs.paper') }).click();
    await page.getByRole('columnheader', { name: say('places.others') }).waitFor();
    // Of 250 a hundred are A4; postcards are displayed to nobody who has not chosen them (C-10).
    await expect
      .poll(async () => (await rowsOf(someone))['B 欠測のある機器'])
      .toEqual(['250', '-', '100', '-', '-', '150']);
    await page.getByRole('img', { name: `${say('places.others')} 150` }).waitFor();
    expectQuiet(someone);
  },
);

test.each(['ja', 'en'] as const)(
  'C-07 in %s: one month over devices as the example has it (A15), in four tabs by the keys, sorted, and as a file',
  async (language) => {
    const someone = await comeIn(language, 1280, organizations.august);
    const { page, words } = someone;
    const say = (key: string, values?: Record<string, string | number>) => words(`counters.${key}`, values);
    await page.goto(pageOf(organizations.august, '/periods/2021-08?from=2021-08&to=2021-11'));
    await page.getByRole('columnheader', { name: say('places.monoSmall') }).waitFor();
    const { rows } = figures.A15.input;
    const shown = await rowsOf(someone);
    expect(shown[say('answer.allDevices', { count: 4 })]).toEqual(rows.fleet.map(number));
    for (const name of ['d1', 'd2', 'd3'] as const)
      expect(shown[name.replace('d', '複合機 ')]).toEqual(rows[name].map(number));
    await page.getByRole('button', { name: say('places.scan'), exact: true }).click();
    await page.locator('[aria-sort="ascending"]').waitFor();
    await expect.poll(async () => Object.keys(await rowsOf(someone))[1]).toBe('複合機 1');

    await page.getByRole('tab', { name: say('tabs.counters') }).press('End');
    await page.waitForURL(/tab=function/);
    expect(await page.getByRole('tab', { name: say('tabs.function') }).getAttribute('aria-selected')).toBe('true');
    await page.getByRole('tabpanel', { name: say('tabs.function') }).waitFor();
    await page.getByText(say('remarks.gaps')).waitFor();
    const file = await downloadAs(someone, 'exports.formats.csv');
    const lines = file.bytes.toString('utf8').trim().split('\r\n');
    expect(lines.slice(0, 4).join('')).toContain(words('headings.counter-notes.use'));
    expect(lines.filter((line) => /複合機 \d/.test(line))).toHaveLength(3);
    await page.getByRole('link', { name: say('details.back') }).click();
    await page.waitForURL(/counters\?from=2021-08&to=2021-11$/);
    await heading(someone, say('title'));
    expectQuiet(someone);
  },
);

test('C-05 last readings as they were reported (A06), without totals; two tabs do not disturb each other', async () => {
  await countOn(server, fleet);
  const someone = await comeIn('ja', 1280, organizations.golden);
  const { page, words } = someone;
  await page.goto(pageOf(organizations.golden, '?from=2021-08&to=2021-11'));
  const usage = words('counters.answer.allDevices', { count: 8 });
  await page.getByRole('rowheader', { name: usage }).waitFor();
  const other = { ...someone, page: await page.context().newPage() };
  await other.page.goto(pageOf(organizations.golden));
  await other.page.getByRole('radio', { name: words('counters.kinds.cumulative') }).check();
  await button(other, words('counters.question.submit')).click();
  await other.page.getByRole('rowheader', { name: /複合機 8/ }).waitFor();
  const { rows } = figures.A06.expected;
  await expect.poll(async () => (await rowsOf(other))['複合機 1']).toEqual(rows.d1.map(number));
  const shown = await rowsOf(other);
  expect(shown['複合機 2']).toEqual(rows.d2.map(number));
  expect(Object.keys(shown)).toHaveLength(8);
  await button(someone, words('ui.table.refresh')).click();
  await page.getByText('723', { exact: true }).waitFor();
  expect((await rowsOf(someone))[usage]).toHaveLength(5);
  expectQuiet(someone);
});

test('C-05 C-08 what came for a closed month stands in words at the month in which it came, and is in the totals', async () => {
  moveTo(server, atTokyo('2021-12-11T09:00'));
  await reportAs(server, fleet.d2, [counted(atTokyo('2021-11-28T12:00'), { total: 397_393 })]);
  const someone = await comeIn('ja', 1280, organizations.golden);
  const { page, words } = someone;
  await page.goto(pageOf(organizations.golden, '?from=2021-11&to=2021-12'));
  const note = words('counters.marks.adjustment', { month: '2021/11', value: '+100' });
  const cells = (name: string | RegExp) => page.getByRole('row', { name }).locator('td[data-numeric]');
  await cells(/複合機 2/)
    .nth(2)
    .getByText(note)
    .waitFor();
  expect(
    await cells(/複合機 2/)
      .first()
      .innerText(),
  ).toBe('7,673');
  await cells(words('counters.answer.allDevices', { count: 8 }))
    .nth(2)
    .getByText(note)
    .waitFor();
  await page.getByText(words('counters.markTexts.adjustment')).waitFor();
  expectQuiet(someone);
});
