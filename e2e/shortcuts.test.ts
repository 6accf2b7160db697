import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { gatewaySite } from '../tools/test/gateways.ts';
import { newColleague, newOrganization } from '../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { enterAs, expectQuiet, heading, sitDown, type Someone } from './people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

function menuLinks({ page, words }: Someone) {
  return page.getByRole('navigation', { name: words('shell.mainMenu') }).getByRole('link');
}

async function pathsOf(someone: Someone): Promise<string[]> {
  return menuLinks(someone).evaluateAll((all) => all.map((one) => (one as { pathname?: string }).pathname ?? ''));
}

test.each([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 1280, height: 800 },
] as const)(
  'P-28 somebody goes by keys alone: help, menu, search; nothing of it in a field, and all of it can be switched off: $language',
  async (look) => {
    const organization = await newOrganization(server, 'dealer', '見本電設', gatewaySite);
    const owner = await newColleague(server, organization, 'owner', { siteId: gatewaySite, language: look.language });
    const someone = await sitDown(await browser.newPerson(look), look.language);
    const { page, words } = someone;
    const { keyboard } = page;
    await enterAs(someone, `${server.url}/${gatewaySite}`, owner);
    const home = new URL(page.url()).pathname;
    const help = page.getByRole('dialog', { name: words('shell.shortcuts.title') });
    const use = help.getByRole('checkbox', { name: words('shell.shortcuts.on') });
    const account = page.getByRole('banner').getByRole('button').first();
    const hasFocus = async (locator: Locator) => (await locator.and(page.locator(':focus')).count()) === 1;
    const fromMenu = async () => {
      await account.click();
      await page.getByRole('button', { name: words('shell.account.shortcuts') }).click();
      await help.waitFor();
    };

    await menuLinks(someone).first().focus();
    await keyboard.press('?');
    await help.waitFor();
    const [, first = ''] = await menuLinks(someone).allInnerTexts();
    const line = help.getByRole('row', { name: words('shell.shortcuts.place', { title: first.trim() }) });
    expect(await line.locator('kbd').allInnerTexts()).toEqual(['g', '1']);
    // What is under the dialog does not move.
    await keyboard.press('g');
    await keyboard.press('1');
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(new URL(page.url()).pathname).toBe(home);
    await expect.poll(() => hasFocus(menuLinks(someone).first())).toBe(true);

    await keyboard.press('g');
    await keyboard.press('1');
    await page.waitForURL((url) => url.pathname !== home);
    expect(new URL(page.url()).pathname).toBe((await pathsOf(someone))[1]);
    const search = page.getByRole('search').getByRole('textbox').first();
    await search.waitFor();
    await keyboard.press('/');
    await expect.poll(() => hasFocus(search)).toBe(true);
    await keyboard.type('/?gn');
    expect(await search.inputValue()).toBe('/?gn');
    await search.blur();
    await keyboard.press('g');
    await keyboard.press('n');
    await heading(someone, words('shell.notices'));
    expect(await help.count()).toBe(0);

    await fromMenu();
    await use.uncheck();
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await expect.poll(() => hasFocus(account)).toBe(true);
    // The choice outlives the page.
    await page.reload();
    await heading(someone, words('shell.notices'));
    await keyboard.press('?');
    await keyboard.press('g');
    await keyboard.press('h');
    await fromMenu();
    expect(await help.count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe(`/${gatewaySite}/notices`);
    expect(await use.isChecked()).toBe(false);
    await use.check();
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await keyboard.press('g');
    await keyboard.press('h');
    await heading(someone, words('shell.welcome.title'));
    expectQuiet(someone);
  },
);
