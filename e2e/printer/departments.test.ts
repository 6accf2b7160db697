import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { countedBy, givePrinter, printerSite, reportAs } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { addMonths } from '../../domain/counters/civil.ts';
import { daysMs } from '../../server/kernel/clock.ts';
import { downloadAs } from '../download.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-10-20T03:00:00Z') }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const say = (at: Someone, key: string, params?: Record<string, string | number>) =>
  at.words(`departments.${key}`, params);

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'C-12 usage by department over months with totals, limits at their fields, names and a file: $language',
  async (look) => {
    const organization = await newOrganization(server, 'customer', '見本商事', printerSite);
    const first = await newColleague(server, organization, 'owner', { siteId: printerSite });
    const [one, other] = [await givePrinter(server, first), await givePrinter(server, first, { model: 'SP-M210' })];
    const now = server.clock.now();
    // Of these two months.
    const month = now.toISOString().slice(0, 7);
    const next = addMonths(month, 1);
    await reportAs(server, one, [countedBy(now, { '007': { total: 1_000 }, sales: { total: 10 } })]);
    server.clock.move(25 * daysMs);
    await reportAs(server, one, [countedBy(server.clock.now(), { '007': { total: 1_234 } })]);
    await reportAs(server, other, [countedBy(server.clock.now(), { '007': { total: 5 } })]);
    const owner = await newColleague(server, organization, 'owner', { siteId: printerSite, language: look.language });

    const at = await sitDown(await browser.newPerson(look), look.language);
    const { page } = at;
    await enterAs(at, `${server.url}/${printerSite}`, owner);
    if (look.width < 600) await button(at, at.words('shell.menu')).click();
    await page.getByRole('link', { name: say(at, 'menu.departments'), exact: true }).click();
    await heading(at, say(at, 'list.title'));
    const cells = async (row: number) => (await page.getByRole('row').nth(row).innerText()).split(/\s+/);
    await page.getByText('sales').waitFor();
    expect(await cells(1)).toEqual(expect.arrayContaining(['1,249', '1,010', '239']));
    expect(await cells(2)).toEqual(expect.arrayContaining(['007', '1,239', '239']));
    expect(await cells(3)).toEqual(expect.arrayContaining(['sales', '10', '-']));

    await field(at, say(at, 'list.from')).fill(addMonths(month, -12));
    await button(at, say(at, 'list.show')).click();
    const tooMany = at.words('problems.counters.months-many', { max: 12, last: addMonths(month, -1) });
    await page.getByText(tooMany).first().waitFor();
    await field(at, say(at, 'list.from')).fill(month);
    await field(at, say(at, 'list.place')).selectOption('total');
    await button(at, say(at, 'list.show')).click();
    await page.waitForURL((url) => url.searchParams.get('from') === month);
    await page.getByText('sales').waitFor();
    await page.reload();
    await page.getByText('sales').waitFor();
    expect(new URL(page.url()).searchParams.get('from')).toBe(month);

    await page.getByRole('link', { name: say(at, 'list.toNames') }).click();
    const name = field(at, say(at, 'names.of', { department: '007' }));
    await name.fill('総'.repeat(41));
    await button(at, say(at, 'names.save')).click();
    await page
      .getByText(at.words('problems.identifiers.text-long', { max: 40, found: 41 }))
      .first()
      .waitFor();
    await name.fill('総務');
    await button(at, say(at, 'names.save')).click();
    await page.getByText(say(at, 'names.saved')).waitFor();
    await page.getByRole('link', { name: say(at, 'names.back') }).click();
    await page.getByText('総務').waitFor();
    const file = (await downloadAs(at, 'exports.formats.csv')).bytes.toString('utf8');
    expect(file).toContain(`"007",総務,"${next}"`);
    expectQuiet(at);
  },
);
