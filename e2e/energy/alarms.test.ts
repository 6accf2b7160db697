import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatherMs } from '../../domain/alarms/telling.ts';
import { giveAddress, letRead, newAt, ownGateways, sayAs } from '../../tools/test/alarms.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { gatewaySite, telemetry } from '../../tools/test/gateways.ts';
import { newColleague, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };
const faults = {
  ja: { name: 'パワーコンディショナーの停止', silent: '報告が途絶えています', done: '確認済み' },
  en: { name: 'The power conditioner has stopped', silent: 'It does not report', done: 'Acknowledged' },
};
const addresses = [1, 2, 3, 4, 5].map((at) => `staff${at}@example.jp`);

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-18T03:00:00Z') }),
    launchBrowser(),
  ]);
  siteUrl = `${server.url}/${gatewaySite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

async function sit(who: Colleague, look: Look, path: string): Promise<Someone> {
  const at = await sitDown(await browser.newPerson(look), look.language);
  await enterAs(at, siteUrl, who);
  await at.page.goto(`${siteUrl}/o/${who.organization}/${path}`);
  return at;
}

const sees = ({ page }: Someone, text: string) => page.getByText(text).first().waitFor();

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'E-08 P-35 a fault shows by itself to owner and dealer and is one mail each; acknowledged with a note; over; silence follows: $language',
  async (look) => {
    const { name, silent, done } = faults[look.language];
    const owner = await newAt(server, 'customer', '見本 花子', look.language);
    const dealer = await newAt(server, 'dealer', '見本設備', look.language);
    const [gateway] = await ownGateways(server, owner);
    if (!gateway) throw new Error('no gateway');
    const link = await letRead(server, owner, dealer);
    const mine = addresses.map((address) => `${look.language}-${address}`);
    for (const address of mine) await giveAddress(server, owner, address, look.language);
    const now = () => server.clock.now().getTime();
    const status = (...states: string[]) => ({ kind: 'status', message: { time: now(), states } });
    await sayAs(server, gateway, telemetry(now(), { powerConsumed: 400 }) as never, status());

    const watching = await sit(dealer, look, 'alarms');
    await sees(watching, watching.words('alarms.list.empty'));
    await sayAs(server, gateway, status('E01'));
    await sees(watching, name);
    server.clock.move(gatherMs);
    for (const to of [...mine, dealer.mail])
      await server.mail.waitFor((mail) => mail.to === to && mail.text.includes(name));

    const told = server.mail.mails.filter(({ to, text }) => mine.includes(to) && text.includes(name));
    expect(told.map(({ to }) => to).toSorted()).toEqual(mine);

    const home = await sit(owner, look, `devices/${gateway.credential.device}`);
    await sees(home, home.words('alarms.device.count', { count: 1 }));
    await home.page.getByRole('link', { name, exact: true }).click();
    await heading(home, name);
    await field(home, home.words('alarms.view.note')).fill('点'.repeat(201));
    await acknowledge(home);
    await sees(home, home.words('problems.identifiers.text-long', { max: 200, found: 201 }));
    await field(home, home.words('alarms.view.note')).fill('販売店に点検を頼みました');
    await acknowledge(home);
    await sees(home, home.words('alarms.view.done'));
    await watching.page.getByRole('cell', { name: new RegExp(done) }).waitFor();
    await watching.page.getByRole('link', { name: new RegExp(name) }).click();
    await sees(watching, '販売店に点検を頼みました');

    server.clock.move(1_000);
    await sayAs(server, gateway, status());
    await home.page.getByText(home.words('alarms.view.stillOpen')).waitFor({ state: 'detached' });
    server.clock.move(16 * 60_000);
    await watching.page.goBack();
    await sees(watching, silent);
    await server.app.db.updateTable('grants').set({ until: server.clock.now() }).where('id', '=', link).execute();
    await watching.page.reload();
    await sees(watching, watching.words('alarms.list.empty'));
    await quietHours(home, owner);
    expectQuiet(home);
    expectQuiet(watching);
  },
);

async function acknowledge(at: Someone): Promise<void> {
  const label = at.words('alarms.view.acknowledge');
  await button(at, label).click();
  const question = at.page.getByRole('dialog');
  await question.getByRole('button', { name: label, exact: true }).click();
  await question.waitFor({ state: 'detached' });
}

/** Two who set them at once: the second is told, and nothing is lost. */
async function quietHours(at: Someone, owner: Colleague): Promise<void> {
  const { page, words } = at;
  const fresh = await newColleague(server, owner.organization, 'owner', { siteId: gatewaySite, language: at.language });
  await enterAs(at, siteUrl, fresh);
  await page.goto(`${siteUrl}/o/${owner.organization}/alarms/mails`);
  await sees(at, words('alarms.mails.extra', { count: 5 }));
  await field(at, words('alarms.mails.from')).fill('22:00');
  await button(at, words('alarms.mails.save')).click();
  await sees(at, words('problems.alarms.time-unreadable'));
  await field(at, words('alarms.mails.until')).fill('０７：００');
  await button(at, words('alarms.mails.save')).click();
  await sees(at, words('alarms.mails.saved'));
  await page.reload();
  expect(await field(at, words('alarms.mails.until')).inputValue()).toBe('07:00');
}
