import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoDeviceIds, demoKeys } from '../../domain/registration-keys/demo.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { waitUntilQuiet } from '../../proof/issue/quiet.ts';
import { newCompany } from '../../tools/test/accounts.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { readTables } from '../../tools/test/tables.ts';
import { button, expectQuiet, heading, enterAs, sitDown, type Someone } from '../people.ts';
import { startUnit, typeKey } from '../unit-owner.ts';
import { unitFactory, type Units } from '../units.ts';

let server: TestServer;
let browser: TestBrowser;
let units: Units;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  units = await unitFactory(server);
});
afterAll(async () => {
  await units.close();
  await browser.close();
  await server.close();
});

const here = [
  ['ja', 390, 'viewer'],
  ['en', 1920, 'member'],
] as const;

/** Each page and each dialog says that this is the demo. */
async function expectMark({ page, words }: Someone): Promise<void> {
  await page.getByText(words('registration-keys.demo.mark')).first().waitFor();
  expect(await page.title()).toContain(words('registration-keys.demo.title'));
}

async function throughDialog(someone: Someone, press: string, confirm: string): Promise<void> {
  const { page, words } = someone;
  await button(someone, words(press)).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(words('registration-keys.demo.mark')).waitFor();
  await dialog.getByRole('button', { name: words(confirm) }).click();
  await dialog.waitFor({ state: 'detached' });
}

test.each(here)('K-08 the demo in %s at %i pixels by a %s leaves nothing behind', async (language, width, role) => {
  const company = await newCompany(server);
  await company.call('PATCH', '/session', { language });
  await server.app.db.updateTable('users').set({ role }).where('login_id', '=', company.loginId).execute();
  const someone = await sitDown(await browser.newPerson({ language, width, height: 844 }), language);
  const { page, words } = someone;
  await enterAs(someone, `${server.url}/conference`, company);
  await waitUntilQuiet(server.app);
  const before = await readTables(server.app);
  const mails = server.mail.mails.length;
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(`${request.method()} ${request.url()}`);
  });

  if (width < 600) await button(someone, words('shell.menu')).click();
  await page
    .getByRole('link', { name: words('registration-keys.menu.demo') })
    .last()
    .click();
  await heading(someone, words('registration-keys.issue.category.title'));
  await expectMark(someone);
  await button(someone, words('ui.next')).click();
  await heading(someone, words('registration-keys.issue.device.title'));
  await expectMark(someone);
  await page.reload();
  await expectMark(someone);
  await throughDialog(someone, 'ui.next', 'registration-keys.issue.device.confirm');
  await heading(someone, words('registration-keys.issue.keys.title'));
  await expectMark(someone);
  await throughDialog(someone, 'ui.next', 'registration-keys.issue.keys.confirm');
  await heading(someone, words('registration-keys.issue.review.title'));
  await expectMark(someone);
  await throughDialog(someone, 'registration-keys.issue.review.submit', 'registration-keys.issue.review.confirm');
  await heading(someone, words('registration-keys.issue.done.title'));
  await expectMark(someone);
  const address = (await company.call('GET', '/session')).body.user as { mail: string };
  await page
    .getByText(words('registration-keys.issue.done.wouldBeMailed', { addresses: address.mail }))
    .first()
    .waitFor();
  for (const key of demoKeys) await page.getByText(formatKey(key.registrationKey), { exact: true }).waitFor();
  await page.emulateMedia({ media: 'print' });
  await expectMark(someone);
  await page.emulateMedia({ media: 'screen' });
  const inEarnest = page.getByRole('link', { name: words('registration-keys.issue.done.inEarnest') });
  expect(await inEarnest.count()).toBe(role === 'viewer' ? 0 : 1);
  await button(someone, words('registration-keys.issue.done.again')).press('Enter');
  await heading(someone, words('registration-keys.issue.category.title'));

  await waitUntilQuiet(server.app);
  expect(sent).toEqual([]);
  expect(await readTables(server.app)).toEqual(before);
  expect(Object.keys(before).length).toBeGreaterThanOrEqual(15);
  expect(server.mail.mails.length).toBe(mails);
  expectQuiet(someone);
});

test('K-08 the start of issuing leads to the demo, too, and its keys fail on the very unit they name', async () => {
  const company = await newCompany(server);
  const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 390, height: 844 }), 'ja');
  const { page, words } = someone;
  await enterAs(someone, `${server.url}/conference`, company);
  await page.getByRole('link', { name: words('registration-keys.cards.issueAction') }).click();
  await page.getByRole('link', { name: words('registration-keys.issue.category.demo') }).click();
  await expectMark(someone);
  const unit = await units.make(demoDeviceIds.hex16);
  await startUnit(someone, unit);
  for (const key of demoKeys)
    expect(await typeKey(someone, unit, key.registrationKey)).toContain(words('unit.authentication-failed'));
});
