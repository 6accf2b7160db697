import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatDeviceId } from '../../domain/identifiers/device-id.ts';
import { newCompany } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { expectQuiet, heading, enterAs, sitDown, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const tabsMax = 40;
const targetPixelsMin = 44;

const focused = ({ page }: Someone) => page.locator(':focus');

/** Presses Tab until what has the focus is called so; whatever cannot be reached like that fails the journey. */
async function tabTo(someone: Someone, name: string | RegExp): Promise<void> {
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    await someone.page.keyboard.press('Tab');
    const exact = typeof name === 'string';
    const found = focused(someone).and(
      someone.page
        .getByLabel(name, { exact })
        .or(someone.page.getByRole('button', { name, exact }))
        .or(someone.page.getByRole('link', { name, exact })),
    );
    if ((await found.count()) > 0) return;
  }
  throw new Error(`no Tab leads to ${String(name)}`);
}

/** The step is there, its heading has the focus, nothing is cut off at the side, and all targets are big enough. */
async function arrive(someone: Someone, key: string): Promise<void> {
  await heading(someone, someone.words(key));
  await expect.poll(() => someone.page.evaluate<string>('document.activeElement.tagName')).toBe('H1');
  expect(await someone.page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  const small = await someone.page.evaluate<string[]>(
    `[...document.querySelectorAll('main button, main select, main input[type=text], main label:has(input)')]
      .filter((one) => one.getClientRects().length > 0 && one.getBoundingClientRect().height < ${targetPixelsMin})
      .map((one) => one.outerHTML.slice(0, 120))`,
  );
  expect(small).toEqual([]);
}

/** Enter opens the dialog, Escape closes it and the focus is back where it was; then the same again, and Enter says yes. */
async function confirm(someone: Someone, title: string): Promise<void> {
  const { page, words } = someone;
  const dialog = page.getByRole('dialog', { name: words(title) });
  const here = () => page.evaluate<string>('document.activeElement.outerHTML');
  const before = await here();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(async () => (await here()) === before).toBe(true);
  await page.keyboard.press('Enter');
  await dialog.getByRole('button').last().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
}

test.each([
  ['ja', 390],
  ['en', 1920],
] as const)('K-03 P-28 the whole wizard with the keyboard alone, in %s at %i pixels', async (language, width) => {
  const company = await newCompany(server);
  await company.call('PATCH', '/session', { language });
  const [key, other] = await giveActivationKeys(server, 2);
  const deviceId = randomHex(16);
  const someone = await sitDown(await browser.newPerson({ language, width, height: 844 }), language);
  const { page, words } = someone;
  const { keyboard } = page;
  await enterAs(someone, `${server.url}/conference`, company);
  await tabTo(someone, words('registration-keys.cards.issueAction'));
  await keyboard.press('Enter');

  await arrive(someone, 'registration-keys.issue.category.title');
  await tabTo(someone, /会議ユニット|Conference unit/);
  await keyboard.press('Space');
  await keyboard.press('Enter');

  await arrive(someone, 'registration-keys.issue.device.title');
  await keyboard.press('Tab');
  await keyboard.type(deviceId.toLowerCase());
  await tabTo(someone, words('registration-keys.issue.device.line', { line: 1 }));
  await keyboard.type('Room 3A');
  await confirm(someone, 'registration-keys.issue.device.confirmTitle');

  await arrive(someone, 'registration-keys.issue.keys.title');
  const typeKey = async (number: string, registrationId: string) => {
    await keyboard.type(number);
    await tabTo(someone, new RegExp(`^${words('registration-keys.fields.registrationId')}`));
    await keyboard.type(registrationId);
  };
  await keyboard.press('Tab');
  await typeKey(key!.number, key!.registrationId);
  await tabTo(someone, words('registration-keys.issue.keys.add'));
  await keyboard.press('Enter');
  await typeKey(other!.number, other!.registrationId);
  await confirm(someone, 'registration-keys.issue.keys.confirmTitle');

  await arrive(someone, 'registration-keys.issue.review.title');
  await tabTo(someone, new RegExp(`^${words('registration-keys.issue.review.subject')}`));
  await confirm(someone, 'registration-keys.issue.review.confirmTitle');

  await arrive(someone, 'registration-keys.issue.done.title');
  await page.getByText(formatDeviceId(deviceId, 'hex16')).first().waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(3);
  await tabTo(someone, words('registration-keys.issue.done.again'));
  await keyboard.press('Enter');
  await arrive(someone, 'registration-keys.issue.category.title');
  await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(1);
  expectQuiet(someone);
});

test('K-08 P-28 the demo with the keyboard alone', async () => {
  const company = await newCompany(server);
  const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 1920, height: 1080 }), 'ja');
  const { page, words } = someone;
  await enterAs(someone, `${server.url}/conference`, company);
  await tabTo(someone, words('registration-keys.menu.demo'));
  await page.keyboard.press('Enter');
  const steps = ['category', 'device', 'keys'];
  for (const step of steps) {
    await arrive(someone, `registration-keys.issue.${step}.title`);
    await tabTo(someone, words('ui.next'));
    if (step === 'category') await page.keyboard.press('Enter');
    else await confirm(someone, `registration-keys.issue.${step}.confirmTitle`);
  }
  await arrive(someone, 'registration-keys.issue.review.title');
  await tabTo(someone, words('registration-keys.issue.review.submit'));
  await confirm(someone, 'registration-keys.issue.review.confirmTitle');
  await arrive(someone, 'registration-keys.issue.done.title');
  expect(new URL(page.url()).pathname).toMatch(/\/demo\/keys$/);
  expectQuiet(someone);
});
