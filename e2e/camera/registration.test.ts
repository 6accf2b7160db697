import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { cameraFlags, writeFilm } from '../../tools/test/camera-film.ts';
import { giveDevices, newCustomer } from '../../tools/test/devices.ts';
import { licenceSite } from '../../tools/test/licences.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { giveLicences } from '../../tools/test/placements.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown } from '../people.ts';

const looks = [
  { language: 'ja', width: 390, height: 844 },
  { language: 'en', width: 1280, height: 800 },
] as const;
const noun = { ja: { device: '機器', devices: '機器' }, en: { device: 'device', devices: 'devices' } };
const wrong = 'https://example.jp/manual';

let folder: string;
let server: TestServer;
let browser: TestBrowser;
/** One for each look; the first is held before the camera, after another code. */
let recorders: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'engawa-film-'));
  server = await startTestServer();
  recorders = await giveDevices(server, looks.length, { site: licenceSite, model: 'VR-16' });
  const film = join(folder, 'labels.y4m');
  await writeFilm(
    film,
    [wrong, wrong, wrong, `SN:${recorders[0]}`].map((text) => ({ format: 'QRCode', text })),
  );
  browser = await launchBrowser('whole', cameraFlags(film));
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

test.each(looks)(
  'L-05 a recorder is registered by the code on its label once licences are assigned: $language',
  async (look) => {
    const { language } = look;
    const { organization } = await newCustomer(server, '見本工業', licenceSite);
    const customer = await newColleague(server, organization, 'owner', { siteId: licenceSite, language });
    const someone = await sitDown(await browser.newPerson(look), language);
    const { page, words } = someone;
    await enterAs(someone, `${server.url}/${licenceSite}`, customer);
    await page
      .getByRole('link', { name: words('devices.cards.registerAction', noun[language]) })
      .last()
      .click();
    await heading(someone, words('devices.register.formTitle', noun[language]));
    const month = language === 'ja' ? '2024年7月' : 'July 2024';
    await page.getByText(words('devices.scan.codes.madeFrom', { model: 'VR-16', month })).waitFor();
    await page.getByText(words('devices.scan.codes.others')).waitFor();

    await page.context().grantPermissions(['camera'], { origin: server.url });
    const scan = button(someone, words('scanner.start'));
    await scan.click();
    await page.getByText(words('devices.scan.unfit', { text: wrong })).waitFor();
    await page.locator('video').waitFor({ state: 'detached' });
    const serial = field(someone, words('devices.fields.serial'));
    const read = await serial.inputValue();
    expect(read).toBe(recorders[0]);
    await page.getByText(words('devices.scan.taken', { text: read })).waitFor();

    // The film is the same for both: one of them types what the other has registered before.
    const own = recorders[looks.indexOf(look)] ?? '';
    await serial.fill(own);
    await button(someone, words('ui.confirm')).click();
    await page.getByText(words('problems.licences.none-assigned')).first().waitFor();
    await giveLicences(server, { customer: organization, lastDay: '2099-12-31' });
    await button(someone, words('ui.confirm')).click();
    await button(someone, words('devices.register.submit')).dblclick();
    await heading(someone, words('devices.register.doneTitle', noun[language]));
    await page.getByText(own).first().waitFor();
    expectQuiet(someone);
  },
);
