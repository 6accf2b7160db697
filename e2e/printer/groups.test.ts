import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import { givePrinter, printerSite } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const say = (at: Someone, key: string, params?: Record<string, string | number>) =>
  at.words(`device-groups.${key}`, params);

async function openList(at: Someone, who: Colleague): Promise<void> {
  await at.page.goto(`${server.url}/${printerSite}/o/${who.organization}/device-groups`);
  await heading(at, say(at, 'list.title'));
}

const nameField = (at: Someone) => field(at, say(at, 'form.name'));
const save = (at: Someone) => button(at, say(at, 'form.save')).click();
const tick = (at: Someone, name: string) => at.page.getByRole('checkbox', { name, exact: true });
const change = (at: Someone, name: string) =>
  at.page.getByRole('link', { name: say(at, 'list.changeName', { name }), exact: true }).click();

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'C-09 groups are made of ungrouped devices, changed by two at once and deleted together; what is wrong stands at its field: $language',
  async (look) => {
    const organization = await newOrganization(server, 'customer', '見本商事', printerSite);
    const owner = await newColleague(server, organization, 'owner', { siteId: printerSite, language: look.language });
    for (const installation of ['1階 受付', '2階 営業', '3階 総務']) await givePrinter(server, owner, { installation });
    const at = await sitDown(await browser.newPerson(look), look.language);
    const { page } = at;
    await enterAs(at, `${server.url}/${printerSite}`, owner);
    if (look.width < 600) await button(at, at.words('shell.menu')).click();
    await page.getByRole('link', { name: say(at, 'menu.groups'), exact: true }).click();
    await heading(at, say(at, 'list.title'));
    await page.getByText(say(at, 'list.none'), { exact: true }).waitFor();
    await page.getByRole('link', { name: say(at, 'list.new') }).click();

    for (const [typed, problem, params] of [
      ['', 'name-empty', {}],
      ['営業/東', 'name-character', { character: '/' }],
      ['ｴｲｷﾞｮｳ', 'name-character', { character: 'ｴ' }],
      [`${'営'.repeat(25)}a`, 'name-long', { max: 50, width: 51 }],
    ] as const) {
      await nameField(at).fill(typed);
      await tick(at, '2階 営業').setChecked(true);
      await save(at);
      await page
        .getByText(at.words(`problems.counters.${problem}`, params))
        .first()
        .waitFor();
    }
    await nameField(at).fill('営'.repeat(25));
    await save(at);
    await page.getByText(say(at, 'list.made')).waitFor();
    await page.getByText(say(at, 'list.ungrouped', { count: 2 })).waitFor();

    await page.getByRole('link', { name: say(at, 'list.new') }).click();
    await page.getByText(say(at, 'form.chosen', { count: 0, of: 2 })).waitFor();
    expect(await tick(at, '2階 営業').count()).toBe(0);
    await nameField(at).fill(`${'営'.repeat(25)} `);
    await tick(at, '1階 受付').setChecked(true);
    await save(at);
    await page.getByText(at.words('problems.counters.name-taken')).first().waitFor();
    expect(await tick(at, '1階 受付').isChecked()).toBe(true);
    await nameField(at).fill('Ｆｌｏｏｒ 1');
    // Pressed twice, it is made once.
    await button(at, say(at, 'form.save')).dblclick();
    await page.getByText(say(at, 'list.made')).waitFor();
    await expect.poll(() => page.getByRole('row').count()).toBe(3);

    await editedByTwo(at, owner);

    await tick(at, 'Floor 1').setChecked(true);
    await tick(at, '営'.repeat(25)).setChecked(true);
    await button(at, say(at, 'list.delete', { count: 2 })).click();
    await button(at, say(at, 'list.no')).click();
    expect(await page.getByRole('row').count()).toBe(3);
    await button(at, say(at, 'list.delete', { count: 2 })).click();
    await button(at, say(at, 'list.yes')).click();
    await page.getByText(say(at, 'list.deleted', { count: 2 })).waitFor();
    await page.getByText(say(at, 'list.ungrouped', { count: 3 })).waitFor();
    expectQuiet(at);
  },
);

/** Two tabs with the same group: the second is told, keeps what was typed, and saves it when it wants to. */
async function editedByTwo(at: Someone, owner: Colleague): Promise<void> {
  await change(at, 'Ｆｌｏｏｒ 1');
  await heading(at, say(at, 'form.changeTitle'));
  const other: Someone = { ...at, page: await at.page.context().newPage() };
  await openList(other, owner);
  await change(other, 'Ｆｌｏｏｒ 1');
  await tick(other, '3階 総務').setChecked(true);
  await nameField(other).fill('Floor A');
  await save(other);
  await other.page.getByText(say(other, 'list.changed')).waitFor();
  await other.page.close();
  await nameField(at).fill('Floor 1');
  await save(at);
  await at.page.getByText(say(at, 'form.meanwhile')).waitFor();
  await at.page.getByText(say(at, 'form.meanwhileNow', { name: 'Floor A', count: 2 })).waitFor();
  expect(await nameField(at).inputValue()).toBe('Floor 1');
  await save(at);
  await at.page.getByText(say(at, 'list.changed')).waitFor();
  await at.page.getByText(say(at, 'list.ungrouped', { count: 1 })).waitFor();
}
