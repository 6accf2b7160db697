import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDeviceId } from '../../domain/identifiers/device-id.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { newCompany, newOperator, type Member } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex, type TestKey } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, expectQuiet, heading, enterAs, sitDown, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const wide = (text: string) =>
  [...text].map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0)).join('');

async function issue(member: Member, deviceId: string, activationKeys: TestKey[]): Promise<void> {
  const body = { category: 'conference-unit', deviceId, activationKeys };
  const answer = await member.create(`${member.path}/registration-keys`, body);
  if (answer.status !== 201) throw new Error(answer.text);
}

/** Fills in the conditions and searches; waits until the table's first column of numbers is what is meant. */
async function search({ page, words }: Someone, deviceId: string, activationKey: string): Promise<void> {
  const form = page.getByRole('search');
  await form.getByLabel(words('registration-keys.fields.deviceId')).fill(deviceId);
  await form.getByLabel(words('registration-keys.fields.activationKey')).fill(activationKey);
  await form.getByRole('button', { name: words('ui.table.search') }).click();
}

async function expectTotal({ page, words }: Someone, total: number): Promise<void> {
  const text = total === 0 ? words('ui.table.zero') : words('ui.table.shown', { from: 1, to: total, total });
  await page.getByText(text, { exact: true }).first().waitFor();
}

test.each([
  ['ja', 390],
  ['en', 1920],
] as const)('K-07 searching in %s at %i pixels', async (language, width) => {
  const [company, other] = [await newCompany(server), await newCompany(server)];
  await company.call('PATCH', '/session', { language });
  const keys = await giveActivationKeys(server, 5);
  const [first, second, foreign] = [randomHex(16), randomHex(16), randomHex(16)];
  await company.call('PUT', `${company.path}/registration-keys/installations/${first}`, { lines: ['本社ビル', '3階'] });
  await issue(company, first, keys.slice(0, 2));
  server.clock.move(1_000);
  await issue(company, second, keys.slice(2, 3));
  await issue(other, foreign, keys.slice(3, 4));

  const context = await browser.newPerson({ language, width, height: 844 });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const someone = await sitDown(context, language);
  const { page, words } = someone;
  await enterAs(someone, `${server.url}/conference`, company);
  await page.goto(`${server.url}/conference/o/${company.organization}/registration-keys`);
  await heading(someone, words('registration-keys.list.title'));
  await expectTotal(someone, 3);
  const columns = await page.getByRole('columnheader').allInnerTexts();
  const named = [
    'issuedAt',
    'deviceId',
    'activationKey',
    'productNumber',
    'purpose',
    'registrationKey',
    'installation',
  ];
  expect(columns.map((title) => title.trim())).toEqual(named.map((key) => words(`registration-keys.fields.${key}`)));
  expect(await page.getByRole('row').nth(1).innerText()).toContain(formatDeviceId(second, 'hex16'));

  await search(someone, '', '');
  await page.getByText(words('registration-keys.searchMissing.deviceId')).first().waitFor();
  await search(someone, first.slice(0, 8), '');
  await page
    .getByText(words('problems.identifiers.hex-length', { digits: 16, found: 8 }))
    .first()
    .waitFor();
  expect(page.url()).not.toContain('deviceId');

  await search(someone, wide(first.toLowerCase()), '');
  await expectTotal(someone, 2);
  expect(page.url()).toContain(`deviceId=${first}`);
  await page.reload();
  await expectTotal(someone, 2);
  await page.getByText('本社ビル').first().waitFor();
  const shown = await page.getByRole('row').nth(1).locator('code').last().innerText();
  await page
    .getByRole('row')
    .nth(1)
    .getByRole('button', { name: words('ui.copy') })
    .click();
  await expect.poll(() => page.evaluate<string>('navigator.clipboard.readText()')).toBe(shown);

  await search(someone, first, formatKey(keys[2]!.number));
  await expectTotal(someone, 0);
  await search(someone, '', formatKey(keys[2]!.number));
  await expectTotal(someone, 1);
  await page.getByText(formatDeviceId(second, 'hex16')).first().waitFor();

  await search(someone, first, '');
  await expectTotal(someone, 2);
  await issue(company, first, keys.slice(4));
  await button(someone, words('ui.table.refresh')).click();
  await expectTotal(someone, 3);

  await search(someone, foreign, '');
  await expectTotal(someone, 0);
  await page
    .getByRole('search')
    .getByRole('button', { name: words('ui.table.clear') })
    .click();
  await expectTotal(someone, 4);
  expect(new URL(page.url()).search).toBe('');
  expect(await page.getByRole('search').getByLabel(words('registration-keys.fields.deviceId')).inputValue()).toBe('');
  expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expectQuiet(someone);
});

test('K-07 an operator finds every organization’s keys, sees whose they are, and the look is written down', async () => {
  const [company, operator] = [await newCompany(server), await newOperator(server)];
  const device = randomHex(16);
  await issue(company, device, await giveActivationKeys(server, 1));
  const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 1920, height: 1080 }), 'ja');
  const { page, words } = someone;
  await enterAs(someone, `${server.url}/conference`, operator);
  await page.goto(`${server.url}/conference/o/${operator.organization}/registration-keys`);
  await heading(someone, words('registration-keys.list.title'));
  // The list as it opens is a look, too, which must be over.
  await page.getByRole('row').nth(1).waitFor();
  const events = await eventsCausedBy(server.app, async () => {
    await search(someone, device, '');
    await expectTotal(someone, 1);
  });
  await page.getByRole('cell', { name: '見本商事株式会社' }).waitFor();
  expect(events).toEqual(['registration-keys.viewed']);
  expectQuiet(someone);
});
