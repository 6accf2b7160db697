import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { withKey } from '../../tools/test/api-keys.ts';
import { gatewaySite } from '../../tools/test/gateways.ts';
import { codeOf, everybodysPassword, newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
] as const)(
  'P-24 an owner makes an API key, a program works with it, the owner sees that and revokes it: $language',
  async (look) => {
    const organization = await newOrganization(server, 'dealer', '見本電設', gatewaySite);
    const owner = await newColleague(server, organization, 'owner', { siteId: gatewaySite, language: look.language });
    const someone = await sitDown(await browser.newPerson(look), look.language);
    const { page, words } = someone;
    const site = `${server.url}/${gatewaySite}`;
    await enterAs(someone, site, owner);
    await page.goto(`${site}/o/${organization}/api-keys`);
    await page.getByRole('link', { name: words('api-keys.list.make') }).click();
    await heading(someone, words('api-keys.make.title'));
    await field(someone, words('api-keys.make.name')).fill('夜間集計');
    await page.getByLabel(words('api-keys.areas.devices'), { exact: true }).selectOption('read');
    await field(someone, words('api-keys.make.password')).fill('not the password at all');
    await button(someone, words('api-keys.make.submit')).click();
    await page.getByText(words('problems.accounts.present-password-wrong')).first().waitFor();
    await field(someone, words('api-keys.make.password')).fill(everybodysPassword);
    await button(someone, words('api-keys.make.submit')).click();
    await heading(someone, words('api-keys.make.madeTitle', { name: '夜間集計' }));
    const token = await page.locator('code').first().innerText();

    const program = withKey(server, token, gatewaySite);
    expect((await program.call('GET', `${owner.path}/devices`)).status).toBe(200);
    expect(codeOf(await program.call('GET', `${owner.path}/alarms`))).toBe('platform/not-with-key');

    await page.getByRole('link', { name: words('api-keys.make.done') }).click();
    await page.getByRole('link', { name: words('api-keys.list.open', { name: '夜間集計' }) }).click();
    await page.getByText('listDevices', { exact: true }).waitFor();
    await page.getByText('listAlarms', { exact: true }).waitFor();
    expect(await page.content()).not.toContain(token);
    await button(someone, words('api-keys.view.revoke')).click();
    await button(someone, words('api-keys.view.revokeConfirm')).click();
    await page.getByText(words('api-keys.states.revoked'), { exact: true }).first().waitFor();
    expect((await program.call('GET', `${owner.path}/devices`)).status).toBe(401);
    expectQuiet(someone);
  },
);
