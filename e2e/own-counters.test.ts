import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { newReached } from '../tools/test/mail-notices.ts';
import { counted, countedBy, givePrinter, moveTo, reportAs } from '../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { countersOfNobody, sixthSite, writeSixthSite } from '../tools/test/sixth-site.ts';
import { downloadAs } from './download.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from './people.ts';
import { findViolations } from './violations.ts';

let server: TestServer;
let browser: TestBrowser;
let organization: string;
let machine: string;
const at = (civil: string) => new Date(`${civil}+09:00`);
const paper = /枚|用紙|印刷用|\bsheets?\b|\bpapers?\b|impression|printed|copied/i;

beforeAll(async () => {
  const moreSites = { [sixthSite]: (folder: string) => writeSixthSite(folder, countersOfNobody) };
  [server, browser] = await Promise.all([
    startTestServer({ moreSites, startAt: at('2026-10-20T09:00') }),
    launchBrowser(),
  ]);
  const founder = await newReached(server, { site: sixthSite });
  ({ organization } = founder);
  const one = await givePrinter(server, founder, { site: sixthSite, model: 'KC-100', installation: '1 階' });
  const other = await givePrinter(server, founder, { site: sixthSite, model: 'KC-200', installation: '2 階' });
  machine = one.device;
  await reportAs(server, one, [counted(at('2026-10-20T09:00'), { total: 1100, black: 660, milk: 440 })]);
  await reportAs(server, other, [counted(at('2026-10-20T09:00'), { total: 30, black: 30, beans_changed: 2 })]);
  moveTo(server, at('2026-11-10T09:00'));
  await reportAs(server, one, [
    counted(server.clock.now(), { total: 1150, black: 685, milk: 465 }),
    countedBy(server.clock.now(), { kitchen: { total: 9, milk: 7 } }),
  ]);
  await reportAs(server, other, [counted(server.clock.now(), { total: 45, black: 45, beans_changed: 3 })]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const columns = {
  ja: { total: '総合計（杯）', black: 'ブラック（杯）', milk: 'ミルク入り（杯）', beans: '豆の交換' },
  en: { total: 'Total (cups)', black: 'Black coffee (cups)', milk: 'With milk (cups)', beans: 'Bean changes' },
};

/** What stands in a row, each figure without what is said of it. */
async function rowOf({ page }: Someone, name: string): Promise<string[]> {
  const cells = await page
    .locator('tbody')
    .getByRole('row', { name })
    .first()
    .locator('td[data-numeric]')
    .allInnerTexts();
  return cells.map((text) => text.split('\n')[0]?.trim() ?? '');
}

/** The page as people see it says nothing of paper, goes nowhere beyond its edge, and axe finds nothing. */
async function looksRight({ page }: Someone): Promise<void> {
  // A table that is asked for anew is faint until it is there.
  await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0);
  expect(await page.locator('body').innerText()).not.toMatch(paper);
  const labels = await Promise.all(
    (await page.locator('[aria-label]').all()).map((one) => one.getAttribute('aria-label')),
  );
  expect(labels.join('\n')).not.toMatch(paper);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await findViolations(page)).toEqual([]);
}

test.each([
  ['ja', 390],
  ['en', 1920],
  ['ja', 1920],
  ['en', 390],
] as const)(
  'P-01 C-05 C-06 C-07 in %s at %i: a maker of coffee machines reads cups by month, by day, device by device and in files, and no word of paper',
  async (language, width) => {
    const own = columns[language];
    const owner = await newReached(server, { site: sixthSite, organization, language });
    const look = { language, width, height: width < 600 ? 844 : 1080 };
    const someone = await sitDown(await browser.newPerson(look), language);
    const { page, words } = someone;
    const say = (key: string, values?: Record<string, string | number>) => words(`counters.${key}`, values);
    const siteUrl = `${server.url}/${sixthSite}`;
    await enterAs(someone, siteUrl, owner);
    if (width < 600) await button(someone, words('shell.menu')).click();
    expect(await page.getByRole('link', { name: words('paper-sizes.menu') }).count()).toBe(0);
    await page
      .getByRole('link', { name: say('menu.counters'), exact: true })
      .first()
      .click();
    await heading(someone, say('title'));
    await looksRight(someone);
    const months = [field(someone, say('question.fromMonth')), field(someone, say('question.toMonth'))] as const;
    await months[0].fill('2026-10');
    await months[1].fill('2026-11');
    await button(someone, say('question.submit')).click();
    const all = say('answer.allDevices', { count: 2 });
    await expect.poll(() => rowOf(someone, all)).toEqual(['1,195', '1,130', '65']);
    await looksRight(someone);

    const month = { ja: '2026/11', en: 'Nov 2026' }[language];
    await page.getByRole('link', { name: say('answer.detailsOf', { period: month }), exact: true }).click();
    await page.getByRole('columnheader', { name: own.milk }).waitFor();
    const tabs = await page.getByRole('tab').allInnerTexts();
    expect(tabs.map((text) => text.trim())).toEqual([say('tabs.own')]);
    const headings = await page.locator('th[data-numeric]').allInnerTexts();
    expect(headings.map((text) => text.trim())).toEqual(Object.values(own));
    expect(await rowOf(someone, all)).toEqual(['65', '40', '25', '1']);
    expect(await rowOf(someone, '1 階')).toEqual(['50', '25', '25', '-']);
    expect(await rowOf(someone, '2 階')).toEqual(['15', '15', '-', '1']);
    await page.getByRole('img', { name: `${own.black} 40` }).waitFor();
    await page.getByRole('button', { name: own.black, exact: true }).click();
    await page.waitForURL(/sort=own(?::|%3A)black/);
    await expect.poll(async () => (await page.locator('tbody th').allInnerTexts())[1]?.split('\n')[0]).toBe('2 階');
    await looksRight(someone);
    const { bytes } = await downloadAs(someone, 'exports.formats.csv');
    const lines = bytes.toString('utf8').trim().split('\r\n');
    expect(lines.at(-3)).toContain(Object.values(own).join());
    expect(lines.slice(-2).map((line) => line.split(',').slice(7, 11))).toEqual([
      ['50', '25', '25', ''],
      ['15', '15', '', '1'],
    ]);
    expect(lines.join('\n')).not.toMatch(paper);

    await page.goto(`${siteUrl}/o/${organization}/counters/devices/${machine}?from=2026-10&to=2026-11`);
    await page.getByRole('columnheader', { name: own.milk }).waitFor();
    expect(await rowOf(someone, words('device-counters.total'))).toEqual(['1,150', '685', '465']);
    await page.getByRole('img', { name: `${own.milk} 465` }).waitFor();
    await page.getByText(words('device-counters.graph.alone')).waitFor();
    await looksRight(someone);
    await page.getByRole('link', { name: words('device-counters.daysOf', { period: month }), exact: true }).click();
    await page.waitForURL(/by=day/);
    await expect.poll(() => rowOf(someone, words('device-counters.total'))).toEqual(['50', '25', '25']);

    await page.goto(`${siteUrl}/o/${organization}/departments?from=2026-11&to=2026-11`);
    const place = field(someone, words('departments.list.place'));
    await place.waitFor();
    expect((await place.locator('option').allInnerTexts()).map((text) => text.trim())).toEqual(Object.values(own));
    await place.selectOption(own.milk);
    await button(someone, words('departments.list.show')).click();
    await page.waitForURL(/place=own(?::|%3A)milk/);
    await expect.poll(() => rowOf(someone, 'kitchen')).toContain('7');
    await looksRight(someone);
    for (const [path, there] of [
      ['monthly-report', words('monthly-reports.form.save')],
      ['mail-notices', words('mail-notices.form.save')],
      [`devices/${machine}`, say('countedIn', { unit: { ja: '杯', en: 'cups' }[language] })],
    ] as const) {
      await page.goto(`${siteUrl}/o/${organization}/${path}`);
      await page.getByText(there, { exact: true }).first().waitFor();
      await looksRight(someone);
    }
    await page.goto(`${siteUrl}/o/${organization}/counters/paper-sizes`);
    await heading(someone, words('shell.notFound.title'));
    expectQuiet(someone);
  },
);
