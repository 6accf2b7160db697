import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAt, ownGateways, sayAs } from '../../tools/test/alarms.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { gatewaySite, telemetry } from '../../tools/test/gateways.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { startReceiver } from '../../tools/test/webhooks.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown } from '../people.ts';

const inTime = { timeout: 20_000, interval: 50 };
let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ env: { ENGAWA_EGRESS_ALLOW: '127.0.0.1' } }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
] as const)(
  'P-24 an owner makes a webhook and tries it; a fault of a gateway arrives there signed; what was refused is sent anew: $language',
  async (look) => {
    const receiver = await startReceiver();
    const owner = await newAt(server, 'customer', '見本 花子', look.language);
    const [gateway] = await ownGateways(server, owner);
    if (!gateway) throw new Error('no gateway');
    const someone = await sitDown(await browser.newPerson(look), look.language);
    const { page, words } = someone;
    const site = `${server.url}/${gatewaySite}`;
    await enterAs(someone, site, owner);
    await page.goto(`${site}/o/${owner.organization}/webhooks`);
    await page.getByRole('link', { name: words('webhooks.list.make') }).click();
    await heading(someone, words('webhooks.form.makeTitle'));
    await field(someone, words('webhooks.form.name')).fill('基幹システム');
    await field(someone, words('webhooks.form.url')).fill(receiver.url);
    await page.getByRole('checkbox', { name: words('events.alarms.raised'), exact: true }).check();
    await button(someone, words('webhooks.form.make')).click();
    await heading(someone, words('webhooks.secret.title', { name: '基幹システム' }));
    const secret = await page.locator('code').first().innerText();
    await button(someone, words('webhooks.secret.done')).click();
    await heading(someone, '基幹システム');
    await button(someone, words('webhooks.view.test')).click();
    await page.getByText('204').first().waitFor();

    const { db } = server.app;
    const refusals = () => db.selectFrom('webhook_attempts').select('id').where('status', '=', 400).execute();
    // Those of the other language are in the same database.
    const refusedBefore = (await refusals()).length;
    receiver.answer(400);
    const now = server.clock.now().getTime();
    const status = { kind: 'status', message: { time: now, states: ['E01'] } };
    await sayAs(server, gateway, telemetry(now, { powerConsumed: 400 }) as never, status);
    await expect.poll(() => receiver.received.length, inTime).toBe(2);
    const [, sent] = receiver.received;
    const told = new Webhook(secret).verify(sent?.body ?? '', sent?.headers ?? {});
    expect(told).toMatchObject({ type: 'alarms.raised', data: { device: gateway.credential.device, by: 'system' } });

    await expect.poll(async () => (await refusals()).length, inTime).toBe(refusedBefore + 1);
    await db.updateTable('webhook_deliveries').set({ state: 'failed' }).where('state', '=', 'due').execute();
    receiver.answer(204);
    await button(someone, words('webhooks.deliveries.reload')).click();
    await page.getByText(words('webhooks.deliveries.states.failed')).waitFor();
    await page.getByRole('button', { name: new RegExp(`^${words('webhooks.deliveries.again')}`) }).click();
    await page.getByText(words('webhooks.deliveries.done')).waitFor();
    server.clock.move(60_000);
    await expect.poll(() => receiver.received.length, inTime).toBe(3);
    expect(receiver.received[2]?.headers['webhook-id']).toBe(sent?.headers['webhook-id']);
    expectQuiet(someone);
    await receiver.close();
  },
);
