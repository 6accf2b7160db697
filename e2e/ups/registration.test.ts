import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { cameraFlags, writeFilm } from '../../tools/test/camera-film.ts';
import { giveDevices, newSerial } from '../../tools/test/devices.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';
import { saved } from '../download.ts';

const siteId = 'ups';
const noun = { ja: { device: 'UPS', devices: 'UPS' }, en: { device: 'UPS', devices: 'UPS units' } };

let folder: string;
let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;
/** Held before the camera in this order. */
let scanned: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-film-'));
  server = await startTestServer();
  siteUrl = `${server.url}/${siteId}`;
  scanned = await giveDevices(server, 3);
  const [first = '', second = '', third = ''] = scanned;
  const film = join(folder, 'labels.y4m');
  await writeFilm(film, [
    { format: 'QRCode', text: 'https://example.jp/manual' },
    { format: 'Code128', text: first },
    { format: 'QRCode', text: `MODEL:SB1500-R SN:${second}` },
    { format: 'Code128', text: third },
  ]);
  browser = await launchBrowser('whole', cameraFlags(film));
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function newCustomer(language: 'ja' | 'en'): Promise<Colleague> {
  const organization = await newOrganization(server, 'customer', '見本工業', siteId);
  return newColleague(server, organization, 'owner', { siteId, language });
}

async function sit(who: Colleague, language: 'ja' | 'en', size: { width: number; height: number }): Promise<Someone> {
  const someone = await sitDown(await browser.newPerson({ language, ...size }), language);
  await enterAs(someone, siteUrl, who);
  return someone;
}

async function startRegistration(someone: Someone): Promise<void> {
  const { page, words, language } = someone;
  await page.getByRole('link', { name: words('devices.cards.registerAction', noun[language]) }).click();
  await heading(someone, words('devices.register.formTitle', noun[language]));
}

test('U-03 in Japanese on a phone: scanned after the camera was allowed, checked, mended, registered once', async () => {
  const customer = await newCustomer('ja');
  const someone = await sit(customer, 'ja', { width: 390, height: 844 });
  const { page, words } = someone;
  await startRegistration(someone);

  await page.context().clearPermissions();
  await page.context().grantPermissions([]);
  await button(someone, words('scanner.start')).click();
  await page.getByText(words('scanner.faults.refused.title')).waitFor();
  await page.context().grantPermissions(['camera'], { origin: server.url });
  await button(someone, words('scanner.again')).click();
  const serial = field(someone, words('devices.fields.serial'));
  await page.getByText(/^読み取りました/).waitFor();
  expect(scanned).toContain(await serial.inputValue());
  await page.locator('video').waitFor({ state: 'detached' });

  await serial.fill('ＡＢ－１２');
  await field(someone, words('devices.fields.kana')).fill('mihon');
  await button(someone, words('ui.confirm')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
  const free = newSerial(siteOf(server, siteId), 'SB1500-R');
  await serial.fill(free);
  await field(someone, words('devices.fields.kana')).fill('みほん はなこ');
  await button(someone, words('ui.confirm')).click();
  await page.getByRole('link', { name: words('devices.register.askByForm') }).waitFor();
  const [given = ''] = scanned;
  await serial.fill(`${given.slice(0, 2).toLowerCase()}−${given.slice(2)}`);
  await field(someone, words('devices.fields.postalCode')).fill('１００－０００１');
  await page.getByText(words('accounts.signUp.postal.found')).waitFor();
  await button(someone, words('devices.register.ownData')).click();
  expect(await field(someone, words('devices.fields.name')).inputValue()).toBe('見本 owner');
  await field(someone, words('devices.fields.company')).fill('見本工業株式会社');
  await button(someone, words('ui.confirm')).click();
  await heading(someone, words('devices.register.confirmTitle'));
  await page.reload();
  await page.getByText('千代田区').waitFor();
  await page.getByText('ミホン ハナコ').waitFor();
  await page.goBack();
  expect(await serial.inputValue()).toContain('−');
  await button(someone, words('ui.confirm')).click();
  await button(someone, words('devices.register.submit')).dblclick();
  await heading(someone, words('devices.register.doneTitle', noun.ja));
  await page.getByRole('heading', { name: words('unlock-codes.title') }).waitFor();
  const [decimal = '', binary = ''] = await page.locator('dd code').allInnerTexts();
  expect(binary).toBe(Number(decimal).toString(2).padStart(10, '0'));
  const { text } = await server.mail.waitFor((one) => one.to === customer.mail && one.text.includes(given));
  expect(text).toContain(decimal);
  await page.goBack();
  await heading(someone, words('devices.register.doneTitle', noun.ja));
  expectQuiet(someone);
});

test('U-04 in English: the template before the login, several scanned one after the other, registered together with what is chosen once', async () => {
  const customer = await newCustomer('en');
  const [, second = '', third = ''] = scanned;
  const visitor = await sitDown(await browser.newPerson({ language: 'en' }), 'en');
  await visitor.page.goto(`${siteUrl}/login?lang=en`);
  const template = visitor.page.getByRole('link', { name: visitor.words('devices.many.template.csv') });
  const file = await saved(Promise.all([visitor.page.waitForEvent('download'), template.click()]).then(([one]) => one));
  expect(file.bytes.toString('utf8')).toContain('Serial number');

  const someone = await sit(customer, 'en', { width: 1280, height: 800 });
  const { page, words } = someone;
  await page.context().grantPermissions(['camera'], { origin: server.url });
  await page
    .getByRole('link', { name: words('devices.cards.manyAction', noun.en) })
    .last()
    .click();
  await page.getByRole('link', { name: words('devices.many.scan') }).click();
  await heading(someone, words('devices.scan.title'));
  await button(someone, words('scanner.start')).click();
  await page.getByText(words('devices.scan.collected', { count: 3 })).waitFor();
  await page.getByText(/is in the list already/).waitFor();
  await page.getByText(/is no serial number of this site/).waitFor();
  await button(someone, words('scanner.stop')).click();
  await page.reload();
  await page.getByText(words('devices.scan.collected', { count: 3 })).waitFor();
  await field(someone, words('devices.scan.type')).fill(` ${second.toLowerCase()} `);
  await button(someone, words('devices.scan.add')).click();
  await page.getByText(words('devices.scan.outcomes.again', { text: second })).waitFor();
  // The first is somebody else's by now.
  await button(someone, words('devices.scan.removeName', { serial: scanned[0] ?? '' })).click();
  await page.getByText(words('devices.many.defaultsOpen')).click();
  await field(someone, words('devices.fields.remarks')).fill('second floor');
  await button(someone, words('devices.scan.check')).click();
  await page.getByText(words('devices.many.clean', { fresh: 2, before: 0 })).waitFor();
  expect(await page.getByRole('cell', { name: 'second floor' }).count()).toBe(2);
  await button(someone, words('devices.many.confirm')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('devices.many.confirm') })
    .click();
  await heading(someone, words('devices.many.doneTitle', noun.en));
  await page.getByRole('row').filter({ hasText: third }).waitFor();
  const listed = await customer.call('GET', `${customer.path}/devices`);
  expect(listed.body.total).toBe(2);
  expectQuiet(someone);
});
