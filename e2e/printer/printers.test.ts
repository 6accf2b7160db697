import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newMaker } from '../../tools/test/devices.ts';
import { everybodysPassword, newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import { counted, givePrinter, printerSite, reportAs, type TestPrinter } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { downloadAs } from '../download.ts';
import { button, enterAs, expectQuiet, field, heading, logIn, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };
const nouns = {
  ja: { device: 'プリンター', devices: 'プリンター' },
  en: { device: 'printer', devices: 'printers' },
};
const site = {
  ja: { name: '機器名', jam: '用紙が詰まっています', clear: 'カバーを開けて用紙を取り除いてください。' },
  en: { name: 'Device name', jam: 'Paper is jammed', clear: 'Open the cover and take the paper out.' },
};

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-18T03:00:05Z') }),
    launchBrowser(),
  ]);
  siteUrl = `${server.url}/${printerSite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const status = (printer: TestPrinter, ...states: string[]) =>
  reportAs(server, printer, [{ kind: 'status', message: { time: server.clock.now().toISOString(), states } } as never]);

/** Four printers: one with a fault, one that wants a technician, one that counts only, one that never said anything. */
async function ownPrinters(owner: Colleague): Promise<TestPrinter[]> {
  const printers: TestPrinter[] = [];
  for (const installation of ['複合機 10', '複合機 2', '大判', '新品'])
    printers.push(await givePrinter(server, owner, { installation }));
  const [jammed, broken, counting] = printers;
  if (!jammed || !broken || !counting) throw new Error('no printers');
  await status(jammed, 'paperJam', 'tonerLow');
  await status(broken, 'serviceCall', 'paperJam');
  await reportAs(server, counting, [counted(server.clock.now(), { total: 10 })]);
  await owner.create(`${owner.path}/device-groups`, { name: '営業', devices: [counting.device] });
  return printers;
}

const names = async ({ page }: Someone) =>
  (await page.locator('tbody tr td:first-child').allInnerTexts()).map((text) => text.trim());

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'C-01 C-02 C-03 C-17 P-34 the last login, the list by status and group, a printer with its group and its own web page, help, the zone: $language',
  async (look) => {
    const { language } = look;
    const organization = await newOrganization(server, 'customer', '見本商事', printerSite);
    const owner = await newColleague(server, organization, 'owner', { siteId: printerSite, language });
    await ownPrinters(owner);
    const at = await sitDown(await browser.newPerson(look), language);
    const { page, words } = at;
    const word = (code: string) => words(`headings.device-words.reportedStatus.${code}`);

    await logIn(at, siteUrl, owner.loginId, everybodysPassword);
    await page.getByText(words('shell.welcome.lastLogin.first', { name: '見本 owner' })).waitFor();
    if (look.width < 600) await button(at, words('shell.menu')).click();
    const menu = page.getByRole('navigation', { name: words('shell.mainMenu') }).getByRole('link');
    await menu.first().waitFor();
    const offered = (await menu.allInnerTexts()).map((text) => text.trim());
    const wanted = [
      'devices.menu.list',
      'device-groups.menu.groups',
      'account-data.menu.account',
      'account-data.menu.password',
    ];
    const named = wanted.map((key) => words(key, nouns[language]));
    expect(offered.filter((one) => named.includes(one))).toEqual(named);
    await menu
      .filter({ hasText: words('devices.menu.list', nouns[language]) })
      .first()
      .click();

    await heading(at, words('devices.list.title', nouns[language]));
    await page.getByRole('cell', { name: word('service-call') }).waitFor();
    expect(await names(at)).toEqual(['大判', '新品', '複合機 2', '複合機 10']);
    await page.getByRole('row').filter({ hasText: '新品' }).getByText(word('never')).waitFor();
    await page.getByRole('row').filter({ hasText: '大判' }).getByText(word('normal'), { exact: true }).waitFor();
    await page.getByRole('button', { name: words('headings.devices.reportedStatus') }).click();
    await page.getByRole('button', { name: words('headings.devices.reportedStatus') }).click();
    await page.waitForURL(/sort=-reportedStatus/);
    await expect.poll(() => names(at)).toEqual(['複合機 2', '複合機 10', '大判', '新品']);
    await field(at, words('headings.devices.group')).selectOption({ label: '営業' });
    await button(at, words('ui.table.search')).click();
    await expect.poll(() => names(at)).toEqual(['大判']);
    await page.reload();
    await expect.poll(() => names(at)).toEqual(['大判']);
    const { bytes } = await downloadAs(at, 'exports.formats.csv');
    expect(bytes.toString('utf8').trim().split('\r\n')).toHaveLength(2);
    await field(at, words('headings.devices.group')).selectOption('none');
    await button(at, words('ui.table.search')).click();
    await page.getByRole('link', { name: '複合機 10', exact: true }).click();

    await heading(at, '複合機 10');
    await onePrinter(at, language);
    await page.goto(`${siteUrl}/o/${organization}/devices/help`);
    for (const question of ['missing', 'silent', 'address'])
      await page.getByText(words(`devices.help.${question}.question`, nouns[language])).waitFor();
    await chooseZone(at, organization);
    await again(at, owner);
    expectQuiet(at);
  },
);

/** What it says in words, its group, its address and the link to its own web page. */
async function onePrinter(at: Someone, language: 'ja' | 'en'): Promise<void> {
  const { page, words } = at;
  const said = page.getByRole('region', { name: words('alarms.status.title') });
  await said.getByText(site[language].jam).waitFor();
  await said.getByText(site[language].clear).waitFor();
  await field(at, words('device-groups.device.group')).selectOption({ label: '営業' });
  await button(at, words('device-groups.device.save')).click();
  await page.getByText(words('device-groups.device.saved')).waitFor();
  await page.reload();
  const chosen = field(at, words('device-groups.device.group')).locator('option:checked');
  await expect.poll(() => chosen.innerText()).toBe('営業');
  const detail = page.url();
  await page.getByRole('link', { name: words('devices.detail.edit') }).click();
  await field(at, words('devices.fields.mac')).fill('01-23-45-67-89-ab');
  await field(at, words('devices.fields.webPage')).fill('javascript:alert(1)');
  await button(at, words('ui.confirm')).click();
  await page.getByText(words('problems.devices.web-page-form')).first().waitFor();
  expect(await field(at, words('devices.fields.mac')).inputValue()).toBe('01-23-45-67-89-ab');
  await field(at, words('devices.fields.webPage')).fill('https://192.0.2.10/start');
  await button(at, words('ui.confirm')).click();
  await button(at, words('devices.edit.save')).click();
  await heading(at, words('devices.edit.doneTitle'));
  await page.goto(detail);
  await page.getByText('01:23:45:67:89:AB').waitFor();
  const link = page.getByRole('link', { name: words('devices.webPageOf', { device: 'https://192.0.2.10/start' }) });
  const attributes = ['href', 'target', 'rel'].map((name) => link.getAttribute(name));
  expect(await Promise.all(attributes)).toEqual(['https://192.0.2.10/start', '_blank', 'noopener noreferrer']);
}

/** Another zone for days and months is there from the next midnight in Tokyo on. */
async function chooseZone(at: Someone, organization: string): Promise<void> {
  const { page, words } = at;
  await page.goto(`${siteUrl}/o/${organization}/reporting-zone`);
  await page.getByText(words('reporting-zone.usual', { timeZone: 'Asia/Tokyo' })).waitFor();
  await field(at, words('reporting-zone.field')).selectOption('America/New_York');
  await button(at, words('reporting-zone.save')).click();
  await page.getByText(words('reporting-zone.saved')).waitFor();
  await page
    .locator('p')
    .filter({ hasText: /America\/New_York$/ })
    .waitFor();
}

/** The next login tells of this one, to the second. */
async function again(at: Someone, owner: Colleague): Promise<void> {
  const { page, words, language } = at;
  const before = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium', timeZone: 'Asia/Tokyo' });
  const text = words('shell.welcome.lastLogin.before', { name: '見本 owner', at: before.format(server.clock.now()) });
  await page.context().clearCookies();
  server.clock.move(61_000);
  await logIn(at, siteUrl, owner.loginId, everybodysPassword);
  await page.getByText(text).waitFor();
}

test('C-17 a printer that reports and is nobody’s waits in the operators’ list', async () => {
  const maker = await newMaker(server, printerSite);
  const [waiting, quiet] = [await givePrinter(server, null), await givePrinter(server, null)];
  await status(waiting, 'ready');
  const at = await sitDown(await browser.newPerson({ language: 'ja', width: 1920, height: 1080 }), 'ja');
  await enterAs(at, siteUrl, maker);
  await at.page.goto(`${siteUrl}/o/${maker.organization}/manufactured-devices`);
  await field(at, at.words('headings.manufactured-devices.state')).selectOption('waiting');
  await button(at, at.words('ui.table.search')).click();
  await at.page
    .getByRole('cell', { name: at.words('headings.manufactured-devices.waiting') })
    .first()
    .waitFor();
  await at.page.getByText(waiting.serial).waitFor();
  await at.page.getByText(quiet.serial).waitFor({ state: 'detached' });
  expect(await at.page.locator('tbody tr').count()).toBe(1);
  expectQuiet(at);
});
