import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { claimCode, gatewaySite, makeGateways } from '../../tools/test/gateways.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { acceptTransfer, offerDevice } from '../../tools/test/transfers.ts';
import { downloadAs } from '../download.ts';
import { gatewayNouns } from '../pages/gateways.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Language = 'ja' | 'en';
const installation = '見本 新築3号棟';

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  siteUrl = `${server.url}/${gatewaySite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function newAt(kind: 'dealer' | 'customer', name: string, language: Language): Promise<Colleague> {
  const organization = await newOrganization(server, kind, name, gatewaySite);
  return newColleague(server, organization, 'owner', { siteId: gatewaySite, language });
}

/** From the first page to a registered gateway: wrong claim code, reload, once more. */
async function register(someone: Someone, serial: string): Promise<void> {
  const { page, words, language } = someone;
  const noun = gatewayNouns[language];
  await page
    .getByRole('link', { name: words('devices.cards.registerAction', noun) })
    .first()
    .click();
  await heading(someone, words('devices.register.formTitle', noun));
  await field(someone, words('devices.fields.serial')).fill(serial.toLowerCase());
  await field(someone, words('devices.fields.claimCode')).fill('CLAIM-0000');
  await field(someone, words('devices.fields.installation')).fill(installation);
  await field(someone, words('devices.fields.city')).fill('札幌市中央区');
  await field(someone, words('devices.fields.timeZone')).selectOption('Asia/Seoul');
  await button(someone, words('ui.confirm')).click();
  await page.getByText(words('problems.devices.not-registrable')).first().waitFor();
  await page.reload();
  expect(await field(someone, words('devices.fields.installation')).inputValue()).toBe(installation);
  await field(someone, words('devices.fields.claimCode')).fill(claimCode);
  await button(someone, words('ui.confirm')).click();
  await heading(someone, words('devices.register.confirmTitle'));
  await page.getByText('Asia/Seoul').waitFor();
  await button(someone, words('devices.register.submit')).click();
  await heading(someone, words('devices.register.doneTitle', noun));
}

/** Up to five, a sixth is told at its field; the link proves one. */
async function sayWhereAlarmsGo(someone: Someone, owner: Colleague): Promise<void> {
  const { page, words, language } = someone;
  const text = (key: string, values?: Record<string, string | number>) => words(`maintenance-addresses.${key}`, values);
  await page.goto(`${siteUrl}/account`);
  await page.getByText(text('none', { account: owner.mail })).waitFor();
  await page.getByRole('link', { name: text('edit') }).click();
  const address = field(someone, text('mail'));
  for (let at = 0; at < 6; at += 1) {
    if (at > 0) await button(someone, text('add')).click();
    await address.nth(at).fill(`${language}${at}@hoshu.example.jp`);
  }
  await button(someone, words('ui.confirm')).click();
  await page
    .getByText(words('problems.maintenance-addresses.too-many', { max: 5 }))
    .first()
    .waitFor();
  await button(someone, text('removeName', { number: 6 })).click();
  await page.reload();
  await address.nth(4).waitFor();
  expect(await address.count()).toBe(5);
  await button(someone, words('ui.confirm')).click();
  await heading(someone, text('confirmTitle'));
  await button(someone, text('save')).click();
  await heading(someone, text('doneTitle'));
  const mail = `${language}0@hoshu.example.jp`;
  const received = await server.mail.waitFor((one) => one.to === mail);
  await page.goto(/https?:\/\/\S+\/maintenance-address#\S+/.exec(received.text)?.[0] ?? '');
  await page.getByText(mail).waitFor();
  await button(someone, text('proof.submit')).click();
  await heading(someone, text('proof.doneTitle'));
  await page.goto(`${siteUrl}/account`);
  await page.getByText(text('states.proved'), { exact: true }).waitFor();
  await server.mail.waitFor(
    ({ to, text: body }) => to === owner.mail && body.includes(`${language.slice(0, 1)}***@hoshu`),
  );
}

test.each([
  ['ja', 390],
  ['en', 1280],
] as const)(
  'E-02 E-03 E-05 E-13 in %s at %i: a dealer holds a gateway, hands it to the customer and finds it no more; where alarms go is said and proved',
  async (language, width) => {
    const dealer = await newAt('dealer', '見本電設', language);
    const customer = await newAt('customer', '見本 花子', language);
    const [gateway] = await makeGateways(server, 1);
    if (!gateway) throw new Error('no gateway');
    const someone = await sitDown(await browser.newPerson({ language, width, height: 844 }), language);
    const { page, words } = someone;
    const none = words('devices.list.notRegistered');
    await enterAs(someone, siteUrl, dealer);
    await register(someone, gateway.serial);

    if (width < 600) await button(someone, words('shell.menu')).click();
    const menu = page.getByRole('navigation', { name: words('shell.mainMenu') }).getByRole('link');
    await menu.nth(1).waitFor();
    expect((await menu.allInnerTexts()).map((text) => text.trim()).slice(0, 2)).toEqual([
      words('shell.home'),
      words('devices.menu.list', gatewayNouns[language]),
    ]);
    await menu.nth(1).click();
    await field(someone, words('headings.devices.installation')).fill('新築');
    await field(someone, words('headings.devices.address')).fill('中央区');
    await button(someone, words('ui.table.search')).click();
    const row = page.getByRole('row').filter({ hasText: gateway.serial });
    await row.getByText(installation).waitFor();
    // Whose it is and since when it reports nobody has said yet.
    expect(await row.getByText(none, { exact: true }).count()).toBeGreaterThanOrEqual(4);
    await field(someone, words('headings.devices.status')).selectOption({
      label: words('headings.device-words.status.trouble'),
    });
    await button(someone, words('ui.table.search')).click();
    await row.waitFor({ state: 'detached' });
    await page.goBack();
    await row.waitFor();
    const file = await downloadAs(someone, 'exports.formats.csv');
    const lines = file.bytes.toString('utf8').trim().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toContain(`,${installation},,,札幌市中央区,`);

    const [device] = (await dealer.call('GET', `${dealer.path}/devices`)).body.items as [{ id: string }];
    const offer = await offerDevice(dealer, device.id, customer.mail);
    expect((await acceptTransfer(customer, offer.body.id)).status).toBe(200);
    await page.reload();
    await row.waitFor({ state: 'detached' });
    expect((await customer.call('GET', `${customer.path}/devices`)).body.total).toBe(1);

    await sayWhereAlarmsGo(someone, dealer);
    expectQuiet(someone);
  },
);
