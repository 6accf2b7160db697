import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import { givePrinter, printerSite } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { colourLevels, reportLevels } from '../../tools/test/toner.ts';
import { tonerWatch } from '../../server/toner/lows.ts';
import { downloadAs } from '../download.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };
const names = {
  ja: { cyan: 'トナー C320（シアン）', day: '2026/11/26ごろ' },
  en: { cyan: 'Toner C320 (cyan)', day: 'About Nov 26, 2026' },
};

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-22T03:00:00Z') }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const say = (at: Someone, key: string, params?: Record<string, string | number>) => at.words(`toner.${key}`, params);
const sees = (at: Someone, text: string) => at.page.getByText(text, { exact: true }).first().waitFor();
const choice = (at: Someone) => field(at, say(at, 'manager.choose'));
const save = (at: Someone) => button(at, say(at, 'manager.save')).click();

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'C-12 C-03 what is left and when it is empty, what to order, and a toner manager who is mailed: $language',
  async (look) => {
    const { cyan, day } = names[look.language];
    const organization = await newOrganization(server, 'customer', '見本商事', printerSite);
    const options = { siteId: printerSite, language: look.language };
    const owner = await newColleague(server, organization, 'owner', options);
    const keeper = await newColleague(server, organization, 'member', options);
    const printer = await givePrinter(server, owner, { installation: '1階 受付' });
    await givePrinter(server, owner, { model: 'SP-P110', installation: '2階 営業' });
    await reportLevels(server, printer, colourLevels(20));

    const at = await sitDown(await browser.newPerson(look), look.language);
    const { page } = at;
    await enterAs(at, `${server.url}/${printerSite}`, owner);
    if (look.width < 600) await button(at, at.words('shell.menu')).click();
    await page.getByRole('link', { name: say(at, 'menu.toner'), exact: true }).click();
    await heading(at, say(at, 'list.title'));
    await page.getByText(say(at, 'list.unmanaged', { count: 2 })).waitFor();
    const first = page.getByRole('row').nth(1);
    expect(await first.innerText()).toContain(day);
    expect(await first.innerText()).toContain(cyan);
    expect(await first.innerText()).toContain(say(at, 'low'));

    await field(at, say(at, 'list.state')).selectOption('low');
    await button(at, at.words('ui.table.search')).click();
    await page.waitForURL(/state=low/);
    await page.reload();
    await sees(at, cyan);
    expect(await page.getByRole('row').count()).toBe(2);

    await page.getByRole('link', { name: say(at, 'list.toOrder') }).click();
    await page.getByText('TN-C320K').waitFor();
    await field(at, say(at, 'list.within')).selectOption('7');
    await page.getByText('TN-C320K').waitFor({ state: 'detached' });
    const file = (await downloadAs(at, 'exports.formats.csv')).bytes.toString('utf8');
    expect(file).toContain('TN-C320C');
    expect(file).not.toContain('TN-C320K');

    await managerIsChosen(at, owner, keeper, printer.device);
    await tonerWatch.run(server.app, server.clock.now());
    const mail = await server.mail.waitFor(({ to }) => to === keeper.mail);
    expect(mail.text).toContain(cyan);
    expectQuiet(at);
  },
);

/** In two tabs: the second who saves is told, keeps the choice and saves it again; then one device less has nobody. */
async function managerIsChosen(at: Someone, owner: Colleague, keeper: Colleague, device: string): Promise<void> {
  const { page } = at;
  const path = `${server.url}/${printerSite}/o/${owner.organization}`;
  await page.goto(`${path}/devices/${device}`);
  await choice(at).waitFor();
  const other: Someone = { ...at, page: await page.context().newPage() };
  await other.page.goto(`${path}/devices/${device}`);
  await choice(other).selectOption({ label: '見本 owner' });
  await other.page.getByText(say(at, 'manager.mail', { mail: owner.mail })).waitFor();
  await save(other);
  await sees(other, say(at, 'manager.saved'));
  await other.page.close();
  await choice(at).selectOption({ label: '見本 member' });
  await save(at);
  await sees(at, say(at, 'manager.meanwhile'));
  await page.getByText(say(at, 'manager.mail', { mail: keeper.mail })).waitFor();
  await save(at);
  await sees(at, say(at, 'manager.saved'));
  await page.goto(`${path}/toner?manager=none`);
  await sees(at, '2階 営業');
  expect(await page.getByText('1階 受付').count()).toBe(0);
  await page.goto(`${path}/toner`);
  await page.getByText(say(at, 'list.unmanaged', { count: 1 })).waitFor();
}
