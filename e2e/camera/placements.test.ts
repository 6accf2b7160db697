import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { giveDevices, register } from '../../tools/test/devices.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { giveLicences } from '../../tools/test/placements.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'L-05 L-06 a customer registers a camera, moves its licence, sets one aside and does not renew: $language',
  async ({ language, ...size }) => {
    const made = await newCustomerOf(server, await newDealer(server));
    const owner = await newColleague(server, made.organization, 'owner', { siteId: licenceSite, language });
    const give = (model: string, count = 1) => giveDevices(server, count, { site: licenceSite, model });
    const customer = owner.organization;
    await giveLicences(server, { customer, lastDay: '2026-10-31' });
    const [[recorder = ''], [other = '', camera = ''], [direct = '']] = [
      await give('VR-16'),
      await give('VC-20', 2),
      await give('VC-30D'),
    ];
    await register(owner, recorder);
    await register(owner, other, { installation: '倉庫' }, { registeredTo: recorder });
    await giveLicences(server, { customer, lastDay: '2027-12-31' });
    const someone = await sitDown(await browser.newPerson({ language, ...size }), language);
    const { page, words } = someone;
    const say = (key: string, params?: Record<string, string | number>) => words(`licence-placements.${key}`, params);
    const at = `${server.url}/${licenceSite}/o/${customer}`;
    await enterAs(someone, `${server.url}/${licenceSite}`, owner);

    await page.goto(`${at}/devices/register`);
    await field(someone, words('devices.fields.serial')).fill(direct);
    await button(someone, words('ui.confirm')).click();
    await page.getByText(words('problems.licences.none-assigned')).first().waitFor();
    await field(someone, words('devices.fields.serial')).fill(camera);
    await button(someone, words('ui.confirm')).click();
    await page.getByText(words('problems.devices.parent-missing')).first().waitFor();
    await field(someone, words('devices.fields.registeredTo')).fill(recorder);
    await button(someone, words('ui.confirm')).click();
    await button(someone, words('devices.register.submit')).click();
    const day = { ja: '2027年12月31日', en: 'December 31, 2027' }[language];
    await page.getByText(say('part.until', { day })).click();

    await heading(someone, say('view.title'));
    await button(someone, say('goes.move')).click();
    await page.getByText(words('problems.identifiers.required')).first().waitFor();
    await field(someone, say('goes.device')).selectOption({ label: say('goes.unserved', { name: '倉庫' }) });
    await button(someone, say('goes.move')).click();
    await page.getByText(say('goes.moved')).waitFor();
    await page.reload();
    await page.getByRole('link', { name: '倉庫' }).click();

    await heading(someone, other);
    await field(someone, say('renewal.title')).selectOption({ label: say('renewal.no') });
    await page.getByText(say('renewal.saved')).waitFor();
    await giveLicences(server, { customer, lastDay: '2028-12-31' });
    await page.goto(`${at}/own-licences?state=waiting`);
    await heading(someone, say('list.title'));
    await page.getByRole('row').nth(1).getByRole('link').click();
    await heading(someone, say('view.title'));
    const served = { ja: '2027/12/31', en: 'Dec 31, 2027' }[language];
    await field(someone, say('goes.device')).selectOption({ label: say('goes.served', { name: '倉庫', day: served }) });
    await button(someone, say('goes.keep')).click();
    await page.getByText(say('goes.kept')).waitFor();
    await page.goto(`${at}/own-licences`);
    await button(someone, say('default.stop')).click();
    await page.getByText(say('default.off')).waitFor();
    await expect.poll(() => page.getByText(say('list.keptFor', { name: '倉庫' })).count()).toBe(1);
    await page.goto(`${at}/devices?sort=licenceState`);
    await page
      .getByRole('row')
      .filter({ hasText: '倉庫' })
      .getByText(words('headings.device-words.licenceState.licensed'))
      .waitFor();
    expectQuiet(someone);
  },
);
