import { afterAll, beforeAll, expect, test } from 'vitest';
import { insideId } from '../../server/kernel/ids.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { giveDevices } from '../../tools/test/devices.ts';
import { newColleague, newOrganization, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { registeredDevice, spansOf, upsSite } from '../../tools/test/transfers.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };
const nouns = { ja: { device: 'UPS', devices: 'UPS' }, en: { device: 'UPS', devices: 'UPS units' } };

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
  siteUrl = `${server.url}/${upsSite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Somebody of an organization of their own, at a browser of their own. */
async function sit(kind: 'customer' | 'maker', name: string, look: Look): Promise<{ who: Colleague; at: Someone }> {
  const organization = await newOrganization(server, kind, name, upsSite);
  const who = await newColleague(server, organization, 'owner', { siteId: upsSite, language: look.language });
  const at = await sitDown(await browser.newPerson(look), look.language);
  await enterAs(at, siteUrl, who);
  return { who, at };
}

const openDevice = ({ page }: Someone, { organization }: Colleague, device: string) =>
  page.goto(`${siteUrl}/o/${organization}/devices/${device}`);

/** Presses the button of a form and the same one of the question that follows. */
async function send(at: Someone, label: string): Promise<void> {
  await button(at, label).click();
  const question = at.page.getByRole('dialog');
  await question.getByRole('button', { name: label, exact: true }).click();
  await question.waitFor({ state: 'detached' });
}

async function begin(at: Someone, act: string): Promise<void> {
  const words = at.words(`transfers.device.acts.${act}`, nouns[at.language]);
  await at.page.getByRole('link', { name: words, exact: true }).click();
}

async function offer(at: Someone, serial: string, to: string): Promise<void> {
  const { words } = at;
  await begin(at, 'offer');
  await heading(at, words('transfers.acts.offer.title', { serial }));
  await field(at, words('transfers.acts.to')).fill(to);
  await send(at, words('transfers.acts.offer.submit'));
  await at.page.getByText(words('transfers.device.done.offer')).waitFor();
}

const shows = ({ page, words }: Someone, key: string, params: Record<string, string> = {}) =>
  page.getByText(words(key, params)).first().waitFor();

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])(
  'P-31 U-08 U-06 P-32 a UPS passes on by the consent of both, its end is reported and declined, it is exchanged, ended and let go: $language',
  async (look) => {
    const noun = nouns[look.language];
    const { who: seller, at: giving } = await sit('customer', '見本工業', look);
    const { who: buyer, at: taking } = await sit('customer', '見本商事', look);
    const { id: device, serial } = await registeredDevice(server, seller);

    await openDevice(giving, seller, device);
    await offer(giving, serial, 'nobody@example.jp');
    await giving.page.getByRole('link', { name: giving.words('transfers.device.toTransfer') }).click();
    await send(giving, giving.words('transfers.view.withdraw'));
    await shows(giving, 'transfers.view.notDone');
    await openDevice(giving, seller, device);
    await begin(giving, 'offer');
    await button(giving, giving.words('transfers.acts.offer.submit')).click();
    await giving.page.getByText(giving.words('ui.errorSummary.title', { count: 1 })).waitFor();
    await giving.page.goBack();
    await offer(giving, serial, buyer.mail);
    await giving.page.reload();
    await shows(giving, 'transfers.device.transfer', { state: giving.words('transfers.states.open') });

    const mail = await server.mail.waitFor((one) => one.to === buyer.mail && one.text.includes('/transfers/'));
    await taking.page.goto(/https?:\/\/\S+\/transfers\/\S+/.exec(mail.text)?.[0] ?? '');
    await heading(taking, taking.words('transfers.view.title', { serial }));
    await send(taking, taking.words('transfers.view.accept'));
    await taking.page.getByRole('link', { name: taking.words('transfers.view.toDevice', noun) }).click();
    await heading(taking, serial);
    const owners = (await spansOf(server, device)).map((span) => [span.organization_id, span.until_at === null]);
    expect(owners).toEqual([
      [insideId(seller.organization), false],
      [insideId(buyer.organization), true],
    ]);
    await giving.page.goto(`${siteUrl}/o/${seller.organization}/transfers`);
    await giving.page.getByText(giving.words('transfers.states.accepted')).waitFor();
    await openDevice(giving, seller, device);
    await giving.page.getByText(giving.words('problems.platform.not-found')).waitFor();

    await begin(taking, 'report-end');
    await field(taking, taking.words('transfers.acts.report-end.endedOn')).fill('2100-01-01');
    await field(taking, taking.words('transfers.acts.reason')).fill('停電対策の見直し');
    await send(taking, taking.words('transfers.acts.report-end.submit'));
    await taking.page.getByText(taking.words('problems.devices.ended-in-future')).first().waitFor();
    await field(taking, taking.words('transfers.acts.report-end.endedOn')).fill('2026-11-01');
    await send(taking, taking.words('transfers.acts.report-end.submit'));
    await shows(taking, 'transfers.device.withdrawReport');

    await operatorWorks(look, serial);
    expectQuiet(giving);
    expectQuiet(taking);
  },
);

/** Declines the report with a reason, exchanges the unit, ends the new one and lets it go. */
async function operatorWorks(look: Look, serial: string): Promise<void> {
  const noun = nouns[look.language];
  const { who: operator, at } = await sit('maker', '', look);
  const { page, words } = at;
  await page.goto(`${siteUrl}/o/${operator.organization}/end-reports`);
  await page.getByRole('link', { name: words('transfers.reports.answerName', { serial }) }).click();
  await page.getByLabel(words('transfers.acts.decide.declined'), { exact: true }).check();
  await button(at, words('transfers.acts.decide.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await field(at, words('transfers.acts.decide.answer')).fill('保守契約が残っています');
  await send(at, words('transfers.acts.decide.submit'));
  await shows(at, 'transfers.device.done.declined');

  const [spare = ''] = await giveDevices(server, 1);
  await begin(at, 'replace');
  await field(at, words('transfers.acts.replace.serial', noun)).fill(serial);
  await field(at, words('transfers.acts.reason')).fill('電源が入らない');
  await send(at, words('transfers.acts.replace.submit'));
  await page.getByText(words('problems.devices.same-device')).first().waitFor();
  await field(at, words('transfers.acts.replace.serial', noun)).fill(spare.toLowerCase());
  await send(at, words('transfers.acts.replace.submit'));
  await heading(at, spare);
  await page.getByText(words('transfers.device.done.replace', noun)).waitFor();

  await begin(at, 'end');
  await field(at, words('transfers.acts.report-end.endedOn')).fill('2026-11-01');
  await field(at, words('transfers.acts.reason')).fill('回収した');
  await send(at, words('transfers.acts.end.submit'));
  await shows(at, 'transfers.device.done.end');
  await begin(at, 'release');
  await field(at, words('transfers.acts.reason')).fill('再整備のため');
  await send(at, words('transfers.acts.release.submit'));
  await shows(at, 'transfers.acts.release.done', { serial: spare });
  expectQuiet(at);
}
