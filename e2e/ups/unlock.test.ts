import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newSerial } from '../../tools/test/devices.ts';
import { carryOut, uploadFile } from '../../tools/test/imports.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { lockedUnitFactory, typeCode, type LockedUnits } from '../locked-units.ts';
import { nouns } from '../pages/devices.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

const siteId = 'ups';
const model = 'SB1500-R';
const minutes = 60_000;

let server: TestServer;
let browser: TestBrowser;
let units: LockedUnits;
/** As the factory delivers them to the portal. */
let serials: string[];

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  units = await lockedUnitFactory(server);
  serials = Array.from({ length: 2 }, () => newSerial(siteOf(server, siteId), model));
  const operator = await newMember('maker');
  const list = ['model,serial,shippedOn', ...serials.map((serial) => `${model},${serial},2026-10-01`)].join('\r\n');
  const { shown } = await uploadFile(operator, 'manufactured-devices', list, 'factory.csv');
  await carryOut(operator, shown);
});
afterAll(async () => {
  await units.close();
  await browser.close();
  await server.close();
});

async function newMember(kind: 'maker' | 'customer', language: 'ja' | 'en' = 'ja'): Promise<Colleague> {
  return newColleague(server, await newOrganization(server, kind, '見本工業', siteId), 'owner', { siteId, language });
}

/** Registers a UPS on the pages and gives both notations of the code that they show then. */
async function registerOnPages(someone: Someone, serial: string): Promise<{ decimal: string; binary: string }> {
  const { page, words, language } = someone;
  await enterAs(someone, `${server.url}/${siteId}`, await newMember('customer', language));
  const action = words('devices.cards.registerAction', nouns[language]);
  await page.getByRole('link', { name: action }).last().click();
  await heading(someone, words('devices.register.formTitle', nouns[language]));
  await field(someone, words('devices.fields.serial')).fill(serial);
  await button(someone, words('ui.confirm')).click();
  await heading(someone, words('devices.register.confirmTitle'));
  await button(someone, words('devices.register.submit')).click();
  await heading(someone, words('devices.register.doneTitle', nouns[language]));
  const shown = (name: string) =>
    page.getByRole('term').filter({ hasText: name }).locator('xpath=following-sibling::dd').innerText();
  return { decimal: await shown(words('unlock-codes.decimal')), binary: await shown(words('unlock-codes.binary')) };
}

test.each([
  ['ja', 'decimal', 390],
  ['en', 'binary', 1920],
] as const)(
  'U-11 the whole chain (%s): from the factory list over the registration to the UPS that the %s code frees, after waits for wrong ones',
  async (language, notation, width) => {
    const serial = serials.pop() ?? '';
    const clock = { at: Date.UTC(2026, 10, 20) };
    const unit = await units.make(serial, model, () => new Date(clock.at));
    const someone = await sitDown(await browser.newPerson({ language, width, height: 900 }), language);
    const { page, words } = someone;
    const code = await registerOnPages(someone, serial);
    const wrong = code.decimal === '1023' ? '1022' : '1023';

    await page.goto(`${unit.url()}/?lang=${language}`);
    await page.getByText(words('locked-unit.outputLocked')).waitFor();
    expect(await typeCode(someone, unit, wrong)).toBe(words('locked-unit.wrong-code'));
    expect(await typeCode(someone, unit, wrong)).toBe(words('locked-unit.wrong-code'));
    const seconds = words('locked-unit.waitSeconds', { count: 30 });
    expect(await typeCode(someone, unit, wrong)).toBe(words('locked-unit.wrong-code-wait', { wait: seconds }));
    await unit.cutPower();
    expect(await typeCode(someone, unit, code[notation])).toBe(words('locked-unit.wait', { wait: seconds }));
    clock.at += minutes / 2;
    const longer = words('locked-unit.waitSeconds', { count: 60 });
    expect(await typeCode(someone, unit, wrong)).toBe(words('locked-unit.wrong-code-wait', { wait: longer }));
    clock.at += minutes;
    expect(await typeCode(someone, unit, code[notation])).toBe(words('locked-unit.unlocked'));
    await unit.cutPower();
    await page.goto(`${unit.url()}/?lang=${language}`);
    await page.getByText(words('locked-unit.outputOn'), { exact: true }).waitFor();
    expectQuiet(someone);
  },
);
