import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newColleague, newOrganization, newOwner, withDealers } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

const minuteMs = 60_000;
const actingMinutes = 30;

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ moreSites: withDealers }), launchBrowser()]);
  siteUrl = `${server.url}/${sixthSite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const customerName = '見本電機';

async function begin(someone: Someone, operatorPath: string, other: string, reason: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${siteUrl}${operatorPath}/organizations/${other}`);
  await page.getByRole('link', { name: words('organizations.view.act') }).click();
  await button(someone, words('acting.start.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await field(someone, words('acting.start.reason')).fill(reason);
  await button(someone, words('acting.start.submit')).click();
  await banner(someone).waitFor();
  await heading(someone, words('shell.welcome.title'));
}

function banner({ page, words }: Someone) {
  return page.getByRole('region', { name: words('acting.banner.label') });
}

test.each([
  { language: 'ja', phone: false },
  { language: 'en', phone: true },
] as const)('P-17 an operator acts for a customer, who sees it afterwards: %o', async ({ language, phone }) => {
  const size = phone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
  const [someone, theirs] = [
    await sitDown(await browser.newPerson({ language, ...size }), language),
    await sitDown(await browser.newPerson({ language, ...size }), language),
  ];
  const customer = await newOrganization(server, 'customer', customerName);
  const operator = await newOwner(server, 'maker');
  await operator.call('PATCH', '/session', { language });
  const { page, words } = someone;
  const path = `/o/${operator.organization}`;
  await enterAs(someone, siteUrl, operator);
  await begin(someone, path, customer, '電話での依頼');

  await banner(someone).getByText(customerName).waitFor();
  await page.goto(`${siteUrl}/o/${customer}/members`);
  await heading(someone, words('members.list.title'));
  expect(await page.getByRole('link', { name: words('members.list.invite') }).count()).toBe(0);
  await page.goto(`${siteUrl}/account/security`);
  await heading(someone, words('acting.refused.title'));
  await banner(someone).waitFor();
  await page.goto(`${siteUrl}${path}/organizations`);
  await heading(someone, words('acting.refused.title'));
  await page.reload();
  await banner(someone).waitFor();
  await button(someone, words('acting.banner.endLong', { organization: customerName }))
    .first()
    .click();
  await page.getByText(words('acting.over.title')).waitFor();
  await banner(someone).waitFor({ state: 'detached' });

  await begin(someone, path, customer, '二度目');
  // In two parts, so that it is not for idleness that it ends.
  server.clock.move((actingMinutes - 5) * minuteMs);
  await page.goto(`${siteUrl}/o/${customer}/members`);
  await heading(someone, words('members.list.title'));
  server.clock.move(5 * minuteMs);
  await button(someone, words('ui.table.refresh')).click();
  await page.getByText(words('acting.over.title')).waitFor();
  await heading(someone, words('shell.welcome.title'));

  const owner = await newColleague(server, customer, 'owner', { language });
  await enterAs(theirs, siteUrl, owner);
  await theirs.page.goto(`${siteUrl}/o/${customer}/acting?text=${encodeURIComponent('電話')}`);
  await theirs.page.getByRole('row').nth(1).getByRole('link').click();
  await theirs.page.getByText('電話での依頼').waitFor();
  await theirs.page.getByText(words('events.acting.ended')).waitFor();
  await page.goto(`${siteUrl}${path}/acting`);
  await page.getByRole('row').filter({ hasText: customerName }).filter({ hasText: '電話での依頼' }).first().waitFor();
  expectQuiet(someone);
  expectQuiet(theirs);
});
