import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cameraModels } from '../../cli/camera-models.ts';
import { cameraPages } from '../../edge/camera/routes.ts';
import { simulateCameras } from '../../edge/camera/simulate.ts';
import { wordsIn } from '../../edge/camera/words.ts';
import { servePages } from '../../edge/pages/serve.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { cameraSite, giveLicensedCamera, type TestCamera } from '../../tools/test/cameras.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { assignLicences, newCustomerOf, newDealer } from '../../tools/test/licences.ts';
import { newColleague, siteOf } from '../../tools/test/organizations.ts';
import { expiryOf } from '../../tools/test/placements.ts';
import { moveTo } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { expectQuiet, sitDown } from '../people.ts';
import { findViolations } from '../violations.ts';

type Language = 'ja' | 'en';

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

/** A camera with its recorder as they run at the customer's, with pages of their own. */
async function switchOn({ factory, recorder }: TestCamera & { recorder: TestCamera }) {
  const models = cameraModels(siteOf(server, cameraSite));
  const now = () => server.clock.now();
  const factories = [recorder.factory, factory];
  const running = await simulateCameras({ url: server.url, factories, models, now, uptimeMs: () => now().getTime() });
  const pages = await servePages(cameraPages(running, models), 0);
  return { url: pages.url, close: () => Promise.all([pages.close(), running.close()]) };
}

/** The owner of an organization as it comes at this moment: who was there days ago has to log in again. */
function ownerOf(organization: string) {
  return newColleague(server, organization, 'owner', { siteId: cameraSite });
}

/** The customer has a waiting licence serve a camera. */
async function place(organization: string, licence: string, device: string): Promise<void> {
  const customer = await ownerOf(organization);
  const path = `${customer.path}/licences/${licence}`;
  const version = (await customer.call('GET', path)).headers.get('etag') ?? '';
  const answer = await customer.call('PUT', `${path}/device`, { device }, { 'if-match': version });
  if (answer.status !== 204) throw new Error(answer.text);
}

/** What a page says of one thing. */
function fact(page: Page, name: string) {
  return page.locator('dt', { hasText: name }).first().locator('xpath=following-sibling::dd[1]').innerText();
}

/** Looks again until it is so: the pages are drawn as they are asked for. */
async function seen(page: Page, name: string, text: string): Promise<void> {
  const look = async () => {
    await page.reload();
    // A device that knows nothing at this moment says nothing about it.
    return (await page.locator('dt', { hasText: name }).count()) === 0 ? null : fact(page, name);
  };
  await expect.poll(look).toBe(text);
}

/** A tick or a choice in the form, which is sent. */
async function direct(page: Page, language: Language, orders: { offline?: boolean; hand?: string }): Promise<void> {
  const say = wordsIn(language);
  await page.getByLabel(say('orderOffline')).setChecked(orders.offline ?? false);
  if (orders.hand) await page.getByLabel(say('orderHand')).selectOption({ label: orders.hand });
  await page.getByRole('button', { name: say('apply') }).click();
  await page.getByText(say('applied')).waitFor();
}

/** The camera records no more; on the spot its picture is there as before. */
async function seesExpired(page: Page, language: Language, lastDay: string): Promise<void> {
  const say = wordsIn(language);
  await seen(page, say('licence'), say('expired'));
  expect([await fact(page, say('recording')), await fact(page, say('lastDay'))]).toEqual([
    say('recordingOff'),
    lastDay,
  ]);
  const dark = page.getByRole('img', { name: say('needsLicence') });
  await page
    .locator('figure', { hasText: say('fromAfar') })
    .filter({ has: dark })
    .waitFor();
  expect(
    await page
      .locator('figure', { hasText: say('onTheSpot') })
      .filter({ has: dark })
      .count(),
  ).toBe(0);
}

test.each(['ja', 'en'] as const)(
  'L-08 a camera seen on the spot and from afar: the connection lost, a forgery, the expiry, the renewal; in %s',
  async (language) => {
    const say = wordsIn(language);
    const lastDay = language === 'ja' ? '2026-11-30' : '2026-12-31';
    const dealer = await newDealer(server);
    const line = { type: 'recorder', termMonths: 12, quantity: 1 };
    await giveStock(server, cameraSite, dealer.organization, [line]);
    const customer = await newCustomerOf(server, dealer);
    const camera = await giveLicensedCamera(server, customer, lastDay);
    const running = await switchOn(camera);
    const someone = await sitDown(await browser.newPerson({ language }), language);
    const { page } = someone;
    const dark = page.getByRole('img', { name: say('needsLicence') });

    await page.goto(`${running.url}/?lang=${language}`);
    await page.getByRole('link', { name: camera.factory.serial }).click();
    await seen(page, say('licence'), say('licensed'));
    expect(await findViolations(page)).toEqual([]);
    expect([await fact(page, say('recording')), await dark.count()]).toEqual([say('recordingOn'), 0]);

    // Without a connection it goes on recording, and nobody fools it.
    await direct(page, language, { offline: true, hand: say('handForged') });
    expect([await fact(page, say('recording')), await fact(page, say('connection'))]).toEqual([
      say('recordingOn'),
      say('offline'),
    ]);
    expect(await fact(page, say('refusedLast'))).toContain(say('signature-wrong'));
    await direct(page, language, {});

    // In English the renewal waits already, in Japanese it comes after the licence has expired.
    const renew = async () => assignLicences(await ownerOf(dealer.organization), customer.organization, line);
    if (language === 'en') await renew();
    moveTo(server, expiryOf(lastDay));
    if (language === 'ja') {
      await seesExpired(page, language, lastDay);
      await page.goto(`${running.url}/${camera.recorder.factory.serial}`);
      await page.getByRole('cell', { name: say('recordingOff') }).waitFor();
      await page.goBack();
      const [renewal] = await renew();
      await place(customer.organization, renewal?.licences[0] ?? '', camera.device);
    }
    await seen(page, say('lastDay'), '2028-01-31');
    expect(await fact(page, say('licence'))).toBe(say('licensed'));
    expect([await fact(page, say('recording')), await dark.count()]).toEqual([say('recordingOn'), 0]);
    expectQuiet(someone);
    await running.close();
  },
);
