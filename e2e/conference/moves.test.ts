import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDeviceId } from '../../domain/identifiers/device-id.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { newCompany } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { operatorAt } from '../operators.ts';
import { button, expectQuiet, field, heading, enterAs, paste, sitDown } from '../people.ts';

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
  ['ja', 1920],
  ['en', 390],
] as const)('K-04 an operator moves a key to a new device ID in %s at %i pixels', async (language, width) => {
  const { operator, someone } = await operatorAt(server, browser, language, width);
  const company = await newCompany(server);
  await company.call('PATCH', '/session', { language });
  const { page, words } = someone;
  const [key] = await giveActivationKeys(server, 1);
  const [from, to] = [randomHex(16), randomHex(16)];
  const body = { category: 'conference-unit', deviceId: from, activationKeys: [key] };
  expect((await company.create(`${company.path}/registration-keys`, body)).status).toBe(201);
  await page.goto(`${server.url}/conference/o/${operator.organization}/activation-keys/${key!.number}`);
  await heading(someone, words('activation-keys.key.title', { number: formatKey(key!.number) }));
  await paste(someone, words('activation-keys.key.to'), to);
  await button(someone, words('activation-keys.key.moveSubmit')).click();
  await page.getByText(words('problems.identifiers.required')).first().waitFor();
  await field(someone, words('activation-keys.fields.reason')).fill('機器の交換');
  await button(someone, words('activation-keys.key.moveSubmit')).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words('activation-keys.key.warning')).waitFor();
  await dialog.getByRole('button', { name: words('activation-keys.key.moveConfirm') }).click();
  await page
    .getByRole('status')
    .filter({ hasText: formatDeviceId(to, 'hex16') })
    .waitFor();
  const mail = await server.mail.waitFor((one) => one.text.includes(formatDeviceId(to, 'hex16')));
  expect(mail.text).toContain('機器の交換');
  expectQuiet(someone);

  const dealer = await sitDown(await browser.newPerson({ language, width }), language);
  await enterAs(dealer, `${server.url}/conference`, company);
  await dealer.page.goto(
    `${server.url}/conference/o/${company.organization}/registration-keys?activationKey=${key!.number}`,
  );
  const moved = { movedTo: to, movedFrom: from };
  for (const [text, deviceId] of Object.entries(moved))
    await dealer.page
      .getByText(words(`registration-keys.list.${text}`, { deviceId: formatDeviceId(deviceId, 'hex16') }))
      .waitFor();
  expectQuiet(dealer);
});
