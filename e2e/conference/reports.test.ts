import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellsOfFile } from '../../tools/test/table-file.ts';
import { hoursMs } from '../../server/kernel/clock.ts';
import { logIn as logInByApi, newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { chooseFile, downloadAs, saved } from '../download.ts';
import { button, expectQuiet, field, heading, logIn, sitDown, type Someone } from '../people.ts';

/** Half past eleven in the evening in Tokyo: an hour later it is the next day there. */
const evening = new Date('2026-11-20T14:30:00Z');
const languages = ['ja', 'en'] as const;

let server: TestServer;
let browser: TestBrowser;
let operator: Member;
const companies = {} as Record<(typeof languages)[number], Member>;

/** Each company issues a key on the evening of the 20th, eleven an hour later on the 21st, and one on the 23rd. */
beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ startAt: evening }), launchBrowser()]);
  operator = await newOperator(server);
  for (const language of languages) companies[language] = await newCompany(server);
  for (const language of languages) await issue(companies[language], ['𠮷野家ビル', '=1+1']);
  server.clock.move(hoursMs);
  for (const language of languages) {
    companies[language] = await logInByApi(companies[language], companies[language].loginId);
    for (let count = 0; count < 11; count += 1) await issue(companies[language], ['=1+1', '']);
  }
  server.clock.move(48 * hoursMs);
  for (const language of languages) {
    companies[language] = await logInByApi(companies[language], companies[language].loginId);
    await companies[language].call('PATCH', '/session', { language });
    await issue(companies[language], ['本社', '']);
  }
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function issue(company: Member, lines: [string, string]): Promise<void> {
  const [key] = await giveActivationKeys(server, 1);
  const deviceId = randomHex(16);
  await company.call('PUT', `${company.path}/registration-keys/installations/${deviceId}`, { lines });
  const body = { category: 'conference-unit', deviceId, activationKeys: [key] };
  expect(await company.create(`${company.path}/registration-keys`, body)).toMatchObject({ status: 201 });
}

const shownRows = ({ page }: Someone) => page.getByRole('table').getByRole('row');
const note = (someone: Someone, range: Record<string, number>) =>
  someone.page.getByText(someone.words('ui.table.shown', range)).waitFor();

async function choose(someone: Someone, report: 'totals' | 'history', from: string, to: string): Promise<void> {
  const { page, words } = someone;
  const t = (key: string) => words(`registration-keys.report.${key}`);
  await page.getByRole('radio', { name: t(`kinds.${report}`) }).check();
  await field(someone, t('from')).fill(from);
  await field(someone, t('to')).fill(to);
  await button(someone, t('show')).click();
}

async function toReports(someone: Someone, company: Member): Promise<void> {
  const { page, words } = someone;
  await logIn(someone, `${server.url}/conference`, company.loginId);
  await page.getByRole('link', { name: words('registration-keys.cards.reportAction') }).click();
  await heading(someone, words('registration-keys.report.title'));
}

describe.each(languages)('in %s', (language) => {
  test(`K-06 P-22 reports of some days, on the page and as files, in ${language}`, async () => {
    const width = language === 'ja' ? 1920 : 390;
    const someone = await sitDown(await browser.newPerson({ language, width, height: 1080 }), language);
    const { page, words } = someone;
    await toReports(someone, companies[language]);
    await page.getByText(words('registration-keys.report.issued', { issued: 13 })).waitFor();
    await note(someone, { total: 3, from: 1, to: 3 });

    await choose(someone, 'totals', '2026-11-22', '2026-11-21');
    await page.getByText(words('problems.exports.from-after-to')).first().waitFor();
    expect(await field(someone, words('registration-keys.report.from')).inputValue()).toBe('2026-11-22');
    await choose(someone, 'totals', '2026-11-20', '2026-11-21');
    await page.getByText(words('registration-keys.report.issued', { issued: 12 })).waitFor();
    expect(page.url()).toContain('from=2026-11-20&to=2026-11-21');
    await page.reload();
    await note(someone, { total: 2, from: 1, to: 2 });
    const totals = await downloadAs(someone, 'exports.formats.csv');
    expect(totals.name).toMatch(language === 'ja' ? /^日別発行数_2026-11-23\.csv$/ : /^Daily totals_2026-11-23\.csv$/);
    expect((await cellsOfFile(totals.bytes)).slice(1).map(([day, , number, count]) => [day, number, count])).toEqual([
      ['2026-11-21', 'EX-MP04', '11'],
      ['2026-11-20', 'EX-MP04', '1'],
    ]);

    await choose(someone, 'history', '', '2026-11-21');
    await note(someone, { total: 12, from: 1, to: 10 });
    const excel = await downloadAs(someone, 'exports.formats.xlsx');
    const [sheet] = await readSheets(excel.bytes);
    expect(sheet?.sheet).toBe(language === 'ja' ? '発行履歴' : 'Issue history');
    expect(sheet?.data).toHaveLength(13);
    expect(sheet?.data[1]?.slice(0, 3)).toEqual([
      new Date('2026-11-21T00:30:00Z'),
      expect.stringMatching(/^(?:[0-9A-F]{4}-?){4}$/),
      '=1+1',
    ]);

    await page.getByRole('button', { name: words('registration-keys.fields.deviceId') }).click();
    await page.waitForURL(/sort=deviceId/);
    const [, ...sorted] = await cellsOfFile((await downloadAs(someone, 'exports.formats.csv')).bytes);
    const ids = sorted.map((cells) => cells[1] ?? '');
    expect(ids).toEqual(ids.toSorted());
    expectQuiet(someone);
  });

  test(`P-22 what Shift_JIS cannot hold is told before the download, in ${language}`, async () => {
    const someone = await sitDown(await browser.newPerson({ language, width: 1280, height: 900 }), language);
    const { page, words } = someone;
    await toReports(someone, companies[language]);
    await choose(someone, 'history', '2026-11-20', '');
    await note(someone, { total: 13, from: 1, to: 10 });
    await button(someone, words('exports.open')).click();
    await chooseFile(someone, 'exports.formats.shiftJis');
    const dialog = page.getByRole('dialog', { name: words('exports.unwritable.title') });
    await dialog.getByText(words('exports.unwritable.text', { count: 1, cells: 1 })).waitFor();
    const place = dialog.getByRole('row').nth(1);
    expect(await place.getByRole('cell').allInnerTexts()).toEqual([
      '14',
      words('registration-keys.fields.installation'),
      '𠮷',
      '𠮷野家ビル / =1+1',
    ]);
    const downloading = page.waitForEvent('download');
    await chooseFile(someone, 'exports.formats.replace');
    const file = await saved(downloading);
    expect(new TextDecoder('shift_jis', { fatal: true }).decode(file.bytes)).toContain('〓野家ビル / =1+1');
    expect(await cellsOfFile(file.bytes)).toHaveLength(14);
    expectQuiet(someone);
  });

  test(`P-22 the size of a page is kept, nothing found reads so and can be cleared, in ${language}`, async () => {
    const someone = await sitDown(await browser.newPerson({ language, width: 1280, height: 900 }), language);
    const { page, words } = someone;
    await toReports(someone, companies[language]);
    await choose(someone, 'history', '', '');
    await note(someone, { total: 13, from: 1, to: 10 });
    await page.getByLabel(words('ui.table.pageSize')).selectOption('25');
    await note(someone, { total: 13, from: 1, to: 13 });
    await page
      .getByRole('navigation')
      .getByRole('link', { name: words('registration-keys.menu.issued'), exact: true })
      .first()
      .click();
    await heading(someone, words('registration-keys.list.title'));
    await note(someone, { total: 13, from: 1, to: 13 });
    await page.goBack();
    await note(someone, { total: 13, from: 1, to: 13 });
    await choose(someone, 'history', '2030-01-01', '');
    await page.getByText(words('ui.table.zero')).first().waitFor();
    await button(someone, words('ui.table.clear')).last().click();
    await note(someone, { total: 13, from: 1, to: 13 });
    await expect.poll(() => shownRows(someone).count()).toBe(14);
    expectQuiet(someone);
  });
});

test('K-06 operators see whose keys they are, and get them all', async () => {
  const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 1920, height: 1080 }), 'ja');
  await toReports(someone, operator);
  await someone.page.getByText(someone.words('registration-keys.report.issued', { issued: 26 })).waitFor();
  const [headings, ...rows] = await cellsOfFile((await downloadAs(someone, 'exports.formats.csv')).bytes);
  expect(headings).toEqual(['発行日', '法人・団体', 'カテゴリー', '品番', '発行数']);
  expect(rows.map((cells) => Number(cells[4])).reduce((sum, count) => sum + count, 0)).toBe(26);
  expectQuiet(someone);
});
