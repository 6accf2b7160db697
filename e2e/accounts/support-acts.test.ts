import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import {
  everybodysPassword,
  makeBelow,
  newColleague,
  newOwner,
  withDealers,
  type Colleague,
} from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import {
  button,
  enterAs,
  expectQuiet,
  field,
  heading,
  loginIdField,
  openLogin,
  sitDown,
  type Someone,
} from '../people.ts';
import { agree, follow, press, type } from '../steps.ts';

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

type Seat = { language: 'ja' | 'en'; phone: boolean };

async function sit({ language, phone }: Seat): Promise<Someone> {
  const size = phone ? { width: 390, height: 844 } : { width: 1280, height: 800 };
  return sitDown(await browser.newPerson({ language, ...size }), language);
}

async function operatorAt(seat: Seat): Promise<{ desk: Someone; operator: Colleague }> {
  const operator = await newOwner(server, 'maker');
  await operator.call('PATCH', '/session', { language: seat.language });
  const desk = await sit(seat);
  await enterAs(desk, siteUrl, operator);
  return { desk, operator };
}

/** From the list of users, looked through for one person, to their account. */
async function find(
  { page, words }: Someone,
  { operator, text, state, link }: { operator: Colleague; text: string; state?: 'left'; link: string },
): Promise<void> {
  const search = new URLSearchParams({ user: text, ...(state && { state }) });
  await page.goto(`${siteUrl}/o/${operator.organization}/accounts?${search.toString()}`);
  await page.getByRole('link', { name: link }).click();
  await page.getByRole('link', { name: words('account-data.managed.personalData') }).click();
}

async function erase(desk: Someone, who: string): Promise<void> {
  const { page, words } = desk;
  await heading(desk, words('account-data.personal.title', { loginId: who }));
  await press(desk, 'account-data.personal.eraseAction');
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await page.getByLabel(words('account-data.personal.reason')).last().fill('書面での依頼');
  await press(desk, 'account-data.personal.eraseAction');
  await page
    .getByRole('dialog')
    .getByText(words('account-data.personal.confirmTitle', { loginId: who }))
    .waitFor();
  await agree(desk, 'account-data.personal.eraseAction');
  await page.getByText(words('account-data.personal.erased')).waitFor();
}

/** The list, asked once more for the person, has nobody. */
async function seeNobody({ page, words }: Someone, operator: Colleague, search: Record<string, string>): Promise<void> {
  await page.goto(`${siteUrl}/o/${operator.organization}/accounts?${new URLSearchParams(search).toString()}`);
  await page.getByText(words('ui.table.zeroHint')).waitFor();
}

async function isKeptOut(someone: Someone, loginId: string): Promise<void> {
  await openLogin(someone, siteUrl);
  await loginIdField(someone).fill(loginId);
  await field(someone, someone.words('accounts.logIn.password')).fill(everybodysPassword);
  await button(someone, someone.words('accounts.logIn.submit')).click();
  await someone.page.getByText(someone.words('problems.accounts.login-refused-or-locked')).first().waitFor();
}

describe.each([
  { language: 'ja', phone: true },
  { language: 'en', phone: false },
] as const)('$language', (seat) => {
  test(`P-27 an operator erases who asks for it, and nobody gets in with that account any more, in ${seat.language}`, async () => {
    const { desk, operator } = await operatorAt(seat);
    const owner = await newOwner(server, 'customer', '見本工業');
    const gone = await newColleague(server, owner.organization, 'member');
    const link = desk.words('account-data.managed.showName', { loginId: gone.loginId });
    await find(desk, { operator, text: gone.mail, link });
    await erase(desk, gone.loginId);
    await seeNobody(desk, operator, { user: gone.mail });
    const stranger = await sit(seat);
    await isKeptOut(stranger, gone.loginId);
    expect((await gone.call('GET', '/session')).status).toBe(401);
    expect((await owner.call('GET', '/session')).status).toBe(200);
    expectQuiet(desk);
    expectQuiet(stranger);
  });

  test(`P-27 an operator finds who has left, and erases them, in ${seat.language}`, async () => {
    const { desk, operator } = await operatorAt(seat);
    const { page, words } = desk;
    const owner = await newOwner(server, 'customer', '見本工業');
    const left = await newColleague(server, owner.organization, 'viewer');
    expect((await owner.call('DELETE', `${owner.path}/members/${left.id}`)).status).toBeLessThan(300);
    await seeNobody(desk, operator, { user: left.mail });
    const name = '見本 viewer';
    await find(desk, {
      operator,
      text: left.mail,
      state: 'left',
      link: words('account-data.managed.showLeftName', { name }),
    });
    await heading(desk, words('account-data.personal.title', { loginId: name }));
    await follow(desk, 'account-data.managed.toView');
    await heading(desk, words('account-data.managed.viewLeftTitle', { name }));
    expect(await page.getByRole('link', { name: words('account-data.managed.edit') }).count()).toBe(0);
    await follow(desk, 'account-data.managed.personalData');
    await erase(desk, name);
    await seeNobody(desk, operator, { user: left.mail, state: 'left' });
    expectQuiet(desk);
  });

  test(`P-15a a dealer closes with a successor of choice, who then looks after its customers, in ${seat.language}`, async () => {
    const { desk, operator } = await operatorAt(seat);
    const { page, words } = desk;
    const [dealer, heir] = [`廃業販売 ${seat.language}`, `後継販売 ${seat.language}`];
    const ids = {
      dealer: await makeBelow(operator, 'dealer', { name: dealer }),
      heir: await makeBelow(operator, 'dealer', { name: heir }),
    };
    const people = {
      dealer: await newColleague(server, ids.dealer, 'owner', { language: seat.language }),
      heir: await newColleague(server, ids.heir, 'owner', { language: seat.language }),
    };
    const customer = `見本電機 ${seat.language}`;
    const customerId = await makeBelow(people.dealer, 'customer', { name: customer });
    const customerOwner = await newColleague(server, customerId, 'owner', { language: seat.language });
    await page.goto(`${siteUrl}/o/${operator.organization}/organizations/${ids.dealer}`);
    await heading(desk, dealer);
    await follow(desk, 'organizations.view.close');
    await page.getByRole('radio', { name: words('organizations.close.toAnother') }).check();
    await type(desk, 'organizations.close.reason', '廃業のため');
    await press(desk, 'organizations.close.submit');
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await type(desk, 'organizations.move.dealerName', heir);
    await press(desk, 'ui.picker.search');
    await page.getByRole('radio', { name: heir }).check();
    await page.getByText(words('organizations.close.passOn', { dealers: 0, customers: 1, heir })).waitFor();
    await press(desk, 'organizations.close.submit');
    await agree(desk, 'organizations.close.submit');
    await page.getByText(words('organizations.view.closedDone')).waitFor();
    const told = await server.mail.waitFor((one) => one.to === customerOwner.mail && one.text.includes(heir));
    expect(told.text).toContain(dealer);
    const [before, after] = [await sit(seat), await sit(seat)];
    await isKeptOut(before, people.dealer.loginId);
    await enterAs(after, siteUrl, people.heir);
    await after.page.goto(`${siteUrl}/o/${ids.heir}/organizations`);
    await after.page.getByRole('link', { name: words('organizations.list.openName', { name: customer }) }).click();
    await heading(after, customer);
    for (const someone of [desk, before, after]) expectQuiet(someone);
  });
});
