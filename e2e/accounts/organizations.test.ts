import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import {
  everybodysPassword,
  makeBelow,
  newColleague,
  newOrganization,
  newOwner,
  withDealers,
  type Colleague,
} from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import { button, enterAs, expectQuiet, field, heading, logIn, sitDown, type Someone } from '../people.ts';
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

/** From the menu to a sent invitation; what is wrong is said at the field, and a reload loses nothing. */
async function invite(owner: Someone, colleague: { name: string; mail: string }): Promise<void> {
  const { page, words } = owner;
  await page.goto(`${siteUrl}/account/organization`);
  await follow(owner, 'members.own.toMembers');
  await heading(owner, words('members.list.title'));
  await follow(owner, 'members.list.invite');
  await heading(owner, words('members.invite.formTitle'));
  await type(owner, 'members.invite.name', colleague.name);
  await press(owner, 'members.invite.toConfirm');
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await type(owner, 'members.invite.mail', colleague.mail);
  await page.getByRole('radio', { name: words('shell.roles.viewer') }).check();
  await press(owner, 'members.invite.toConfirm');
  await heading(owner, words('members.invite.confirmTitle'));
  await page.reload();
  await page.getByText(colleague.mail).waitFor();
  await press(owner, 'members.invite.send');
  await heading(owner, words('members.invite.doneTitle'));
  await page.goBack();
  await heading(owner, words('members.invite.doneTitle'));
}

function linkIn(text: string): string {
  return /https?:\/\/\S+\/invitation#\S+/.exec(text)?.[0] ?? '';
}

async function accept(invited: Someone, mail: string): Promise<string> {
  const { page, words } = invited;
  const { text } = await server.mail.waitFor((one) => one.to === mail && linkIn(one.text) !== '');
  await page.goto(linkIn(text));
  const name = field(invited, words('members.accept.name'));
  await name.waitFor();
  await press(invited, 'members.accept.submit');
  await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
  await type(invited, 'members.accept.password', everybodysPassword);
  await type(invited, 'members.accept.again', everybodysPassword);
  await page.getByLabel(words('members.accept.agree')).check();
  await press(invited, 'members.accept.submit');
  await heading(invited, words('members.accept.doneTitle'));
  await page.goto('about:blank');
  await page.goto(linkIn(text));
  await heading(invited, words('members.accept.invalidTitle'));
  return linkIn(text);
}

async function changeRole(owner: Someone, name: string): Promise<void> {
  const { page, words } = owner;
  await follow(owner, 'members.invite.toMembers');
  await page.getByRole('link', { name: words('members.list.openName', { name }) }).click();
  await heading(owner, name);
  await page.getByRole('radio', { name: words('shell.roles.manager') }).check();
  await press(owner, 'members.view.save');
  await page.getByText(words('members.view.saved', { role: words('shell.roles.manager'), name })).waitFor();
}

async function handOver(owner: Someone, name: string): Promise<void> {
  const { page, words } = owner;
  await page.goto(`${siteUrl}/account/organization/leave`);
  await page.getByText(words('members.leave.onlyOwner')).waitFor();
  await follow(owner, 'members.leave.wayHandOver');
  await heading(owner, words('members.handOver.title'));
  await page.getByRole('radio', { name }).check();
  await type(owner, 'members.handOver.password', everybodysPassword);
  await press(owner, 'members.handOver.submit');
  await page.getByText(words('members.handOver.done', { to: name })).waitFor();
  await button(owner, words('members.own.takeBack')).waitFor();
}

async function takeOver(successor: Someone): Promise<void> {
  const { page, words } = successor;
  await page.goto(siteUrl);
  await follow(successor, 'members.own.welcomeLink');
  await press(successor, 'members.own.accept');
  await agree(successor, 'members.own.accept');
  await page.getByText(words('members.roles.owner')).waitFor();
  await page.goto(`${siteUrl}/account/organization/leave`);
  await page.getByText(words('members.leave.onlyOwner')).waitFor();
}

describe.each([
  { language: 'ja', phone: false },
  { language: 'en', phone: true },
] as const)('$language', (seat) => {
  test(`P-15 invite, join, change the role, hand over, leave, in ${seat.language}`, async () => {
    const customer = await newOrganization(server, 'customer', '見本工業');
    const first = await newColleague(server, customer, 'owner', { language: seat.language });
    const [owner, successor] = [await sit(seat), await sit(seat)];
    const colleague = { name: '見本 次郎', mail: `jiro-${seat.language}@example.jp` };
    await enterAs(owner, siteUrl, first);
    await invite(owner, colleague);
    await accept(successor, colleague.mail);
    await logIn(successor, siteUrl, colleague.mail, everybodysPassword);
    expect(
      await successor.page.getByRole('link', { name: successor.words('organizations.menu.members') }).count(),
    ).toBe(0);
    await changeRole(owner, colleague.name);
    await handOver(owner, colleague.name);
    await takeOver(successor);
    await owner.page.goto(`${siteUrl}/account/organization/leave`);
    await type(owner, 'members.leave.password', 'not this one at all');
    await press(owner, 'members.leave.submit');
    await owner.page.getByText(owner.words('problems.accounts.present-password-wrong')).first().waitFor();
    await type(owner, 'members.leave.password', everybodysPassword);
    await press(owner, 'members.leave.submit');
    await heading(owner, owner.words('members.gone.leftTitle'));
    expect((await first.call('GET', '/session')).status).toBe(401);
    expectQuiet(owner);
    expectQuiet(successor);
  });

  test(`P-15 an invitation is sent again and withdrawn, and its links say so, in ${seat.language}`, async () => {
    const someone = await newOwner(server, 'customer');
    const sent = await someone.create(`${someone.path}/invitations`, {
      name: '見本 三郎',
      mail: `saburo-${seat.language}@example.jp`,
      role: 'member',
      language: seat.language,
    });
    expect(sent.status).toBe(201);
    const owner = await sit(seat);
    const { page, words } = owner;
    await someone.call('PATCH', '/session', { language: seat.language });
    await enterAs(owner, siteUrl, someone);
    await page.goto(`${siteUrl}/o/${someone.organization}/invitations`);
    await press(owner, 'members.invitations.againName', { name: '見本 三郎' });
    const mail = `saburo-${seat.language}@example.jp`;
    await page.getByText(words('members.invitations.resent', { name: '見本 三郎', mail })).waitFor();
    await press(owner, 'members.invitations.withdrawName', { name: '見本 三郎' });
    await agree(owner, 'members.invitations.withdraw');
    await page.getByText(words('members.invitations.empty')).waitFor();
    const invited = await sit(seat);
    const links = server.mail.mails.filter((one) => one.to === mail).map(({ text }) => linkIn(text));
    for (const link of links.filter(Boolean)) {
      await invited.page.goto('about:blank');
      await invited.page.goto(link);
      await heading(invited, invited.words('members.accept.invalidTitle'));
    }
    expect(links.filter(Boolean).length).toBeGreaterThan(0);
    expectQuiet(owner);
    expectQuiet(invited);
  });

  test(`P-15a an operator makes, moves and closes a dealer, and its customers pass on, in ${seat.language}`, async () => {
    const operator = await newOwner(server, 'maker');
    await operator.call('PATCH', '/session', { language: seat.language });
    const heir = `受継販売 ${seat.language}`;
    const heirId = await makeBelow(operator, 'dealer', { name: heir });
    const someone = await sit(seat);
    await enterAs(someone, siteUrl, operator);
    const dealer = `見本販売 ${seat.language}`;
    const dealerId = await makeDealer(someone, dealer);
    const person = await newColleague(server, dealerId, 'owner');
    const customer = await makeBelow(person, 'customer', { name: '見本電機' });
    await move(someone, heir);
    await close(someone, { heir, dealer });
    await seePassedOn(someone, operator, { customer, heirId });
    expect((await person.call('GET', '/session')).status).toBe(401);
    expectQuiet(someone);
  });
});

async function makeDealer(someone: Someone, name: string): Promise<string> {
  const { page, words } = someone;
  await follow(someone, 'organizations.cards.organizationsAction');
  await heading(someone, words('organizations.list.title'));
  await follow(someone, 'organizations.list.make');
  await page.getByRole('radio', { name: words('organizations.kinds.dealer'), exact: true }).check();
  await type(someone, 'organizations.make.name', name);
  await type(someone, 'members.invite.name', '見本 四郎');
  await press(someone, 'organizations.make.toConfirm');
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await type(someone, 'members.invite.mail', `shiro-${someone.language}@example.jp`);
  await press(someone, 'organizations.make.toConfirm');
  await heading(someone, words('organizations.make.confirmTitle'));
  await press(someone, 'organizations.make.submit');
  await heading(someone, words('organizations.make.doneTitle'));
  await follow(someone, 'organizations.make.toOrganization', { name });
  await heading(someone, name);
  return /org_[^/?]+$/.exec(new URL(page.url()).pathname)?.[0] ?? '';
}

async function move(someone: Someone, to: string): Promise<void> {
  const { page, words } = someone;
  await follow(someone, 'organizations.view.move');
  await press(someone, 'organizations.move.submit');
  await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
  await page.getByRole('radio', { name: to, exact: true }).check();
  await type(someone, 'organizations.move.reason', '統合のため');
  await press(someone, 'organizations.move.submit');
  await agree(someone, 'organizations.move.submit');
  await page.getByText(words('organizations.view.moved', { parent: to })).waitFor();
}

async function close(someone: Someone, { heir, dealer }: { heir: string; dealer: string }): Promise<void> {
  const { page, words } = someone;
  await follow(someone, 'organizations.view.close');
  const passOn = words('organizations.close.passOn', { dealers: 0, customers: 1, heir });
  await page.getByText(passOn).waitFor();
  await page.getByText(words('organizations.close.usersEnd', { count: 1 })).waitFor();
  await type(someone, 'organizations.close.reason', '廃業のため');
  await press(someone, 'organizations.close.submit');
  await page
    .getByRole('dialog')
    .getByText(words('organizations.close.confirmTitle', { name: dealer }))
    .waitFor();
  await agree(someone, 'organizations.close.submit');
  await page.getByText(words('organizations.view.closedDone')).waitFor();
}

async function seePassedOn(
  { page, words }: Someone,
  operator: Colleague,
  { customer, heirId }: { customer: string; heirId: string },
): Promise<void> {
  await page.goto(`${siteUrl}/o/${operator.organization}/organizations?parent=${heirId}&state=open`);
  await page.getByRole('link', { name: words('organizations.list.openName', { name: '見本電機' }) }).click();
  await page.waitForURL((url) => url.pathname.endsWith(customer));
}
