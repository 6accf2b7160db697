import { reasonCharactersMax } from '../../domain/identifiers/reason.ts';
import { createOperator } from '../../server/organizations/create-operator.ts';
import { tokenIn } from '../../tools/test/accounts.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { newMember } from '../../tools/test/members.ts';
import { person } from '../../tools/test/person.ts';
import { button, field, heading, logIn, loginIdField, openLogin, type Someone } from '../people.ts';
import { faults, fill, setPassword } from './ways.ts';
import type { JourneyWalk, Visit } from './walk.ts';

const make = '/o/$organization/new-account/$draft/$step';
const open = '/o/$organization/accounts/$user/open';
/** Within the rules for printers, and for cameras. */
const panelPassword = 'Engawa-26a';
const password = 'steam over the green hills';
const temporary = 'a bell in the quiet valley';

async function newOperator({ scene, look }: Visit): Promise<string> {
  const site = scene.app.sites.get('printer');
  const loginId = `op${randomHex(8).toLowerCase()}`;
  const mail = `${loginId}@example.jp`;
  const wished = { loginId, mail, name: '運営 一郎', role: 'owner', language: look.language } as const;
  const made = site && (await createOperator(scene.app, site, wished));
  if (!made?.ok) throw new Error('no operator');
  const token = tokenIn(made.value.link);
  await person(scene.url, 'printer').call('POST', '/passwords', { token, password: panelPassword });
  return loginId;
}

async function newDealer({ scene, look }: Visit): Promise<string> {
  const mail = `dealer-${randomHex(8).toLowerCase()}@example.jp`;
  const wished = { site: 'camera', kind: 'dealer', loginId: mail, mail, password } as const;
  await newMember(scene, { ...wished, language: look.language });
  return mail;
}

function option({ page, words }: Someone, key: string) {
  return page.getByRole('radio', { name: words(key), exact: true });
}

/** An operator makes an account with an initial password, and opens it again; its owner changes the password first (C-01). */
export const operatorMakes: JourneyWalk = {
  name: 'an operator makes an account',
  routes: ['/login', make, open, '/account/password', '/account'],
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/printer`;
    await openLogin(someone, siteUrl);
    await stop('login where nobody signs up', '/login');
    await logIn(someone, siteUrl, await newOperator(visit), panelPassword);
    await page.getByRole('link', { name: words('new-accounts.cards.action') }).click();
    await heading(someone, words('new-accounts.title'));
    await button(someone, words('new-accounts.form.next')).click();
    await faults(someone, 4);
    await stop('new account, with faults', make);
    const loginId = `user${randomHex(6).toLowerCase()}`;
    await fill(someone, { company: '見本印刷', name: '見本 次郎' });
    await field(someone, words('new-accounts.form.loginId')).fill(loginId);
    await option(someone, 'new-accounts.openings.initial.title').check();
    await page.reload();
    await button(someone, words('new-accounts.form.next')).click();
    await heading(someone, words('new-accounts.confirm.title'));
    await stop('new account, check', make);
    await button(someone, words('new-accounts.confirm.submit')).click();
    await heading(someone, words('new-accounts.done.title'));
    await page.getByRole('heading', { level: 2, name: words('new-accounts.handout.title') }).waitFor();
    await stop('new account, initial password shown', make);
    await page.reload();
    await page.getByText(words('new-accounts.done.gone')).waitFor();
    await stop('new account, initial password gone', make);
    await page.getByRole('link', { name: words('new-accounts.done.openAgain') }).click();
    await openAgain(visit, siteUrl, loginId);
  },
};

async function openAgain(visit: Visit, siteUrl: string, loginId: string): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  await heading(someone, words('new-accounts.open.title', { loginId }));
  await stop('open an account again', open);
  const reason = field(someone, words('new-accounts.open.reason'));
  await reason.fill('あ'.repeat(reasonCharactersMax + 1));
  await button(someone, words('new-accounts.open.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('open an account again, a reason that is too long', open);
  await reason.fill('電話での依頼');
  await button(someone, words('new-accounts.open.submit')).click();
  const yes = page.getByRole('dialog').getByRole('button', { name: words('new-accounts.open.submit') });
  await yes.waitFor();
  await stop('open an account again, sure?', open);
  await yes.click();
  await heading(someone, words('new-accounts.open.doneTitle'));
  await stop('open an account again, done', open);
  const initial = (await page.locator('dd:has(code), dd code').first().textContent()) ?? '';
  await page.context().clearCookies();
  await openLogin(someone, siteUrl);
  await loginIdField(someone).fill(loginId);
  await field(someone, words('accounts.logIn.password')).fill(initial.trim());
  await button(someone, words('accounts.logIn.submit')).click();
  await heading(someone, words('consents.title'));
  await button(someone, words('consents.agree')).click();
  await heading(someone, words('passwords.change.owedTitle'));
  await stop('first login, the password is changed first', '/account/password');
  await field(someone, words('passwords.change.present')).fill(initial.trim());
  await field(someone, words('passwords.change.next')).fill(panelPassword);
  await field(someone, words('passwords.change.again')).fill(panelPassword);
  await button(someone, words('passwords.change.submit')).click();
  await heading(someone, words('shell.welcome.title'));
  await page.goto(`${siteUrl}/account`);
  await page.getByText(words('account-data.view.noMail')).waitFor();
  await stop('account data without an address', '/account');
}

/** A dealer sets a temporary password for a customer (L-01), who is asked at login whether to have one of their own (L-09). */
export const dealerMakes: JourneyWalk = {
  name: 'a dealer makes an account for a customer',
  routes: ['/', make, '/own-password/sent'],
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/camera`;
    await logIn(someone, siteUrl, await newDealer(visit), password);
    await stop('home of a dealer', '/');
    await page.getByRole('link', { name: words('new-accounts.cards.action') }).click();
    await heading(someone, words('new-accounts.title'));
    const mail = `customer-${randomHex(8).toLowerCase()}@example.jp`;
    await fill(someone, { name: '見本 三郎' });
    await field(someone, words('new-accounts.form.mail')).fill(mail);
    await option(someone, 'new-accounts.openings.temporary.title').check();
    await button(someone, words('new-accounts.form.next')).click();
    await heading(someone, words('new-accounts.confirm.title'));
    await button(someone, words('new-accounts.confirm.submit')).click();
    await faults(someone, 2);
    await stop('new account, a temporary password with faults', make);
    await field(someone, words('new-accounts.confirm.password')).fill(temporary);
    await field(someone, words('new-accounts.confirm.again')).fill(temporary);
    await button(someone, words('new-accounts.confirm.submit')).click();
    await page.getByText(words('new-accounts.done.temporary')).waitFor();
    await stop('new account, temporary password set', make);
    await byLink(visit);
    await ownPassword(visit, siteUrl, mail);
  },
};

async function ownPassword({ scene, someone, stop }: Visit, siteUrl: string, mail: string): Promise<void> {
  const { page, words } = someone;
  await page.context().clearCookies();
  await openLogin(someone, siteUrl);
  await loginIdField(someone).fill(mail);
  await field(someone, words('accounts.logIn.password')).fill(temporary);
  await button(someone, words('accounts.logIn.submit')).click();
  await heading(someone, words('consents.title'));
  await button(someone, words('consents.agree')).click();
  await heading(someone, words('new-accounts.own.title'));
  await stop('first login with a temporary password', '/');
  await button(someone, words('new-accounts.own.no')).click();
  await heading(someone, words('shell.welcome.title'));
  await page.context().clearCookies();
  await openLogin(someone, siteUrl);
  await loginIdField(someone).fill(mail);
  await field(someone, words('accounts.logIn.password')).fill(temporary);
  await button(someone, words('accounts.logIn.submit')).click();
  await button(someone, words('new-accounts.own.yes')).click();
  await heading(someone, words('new-accounts.own.sentTitle'));
  await stop('own password, mail sent', '/own-password/sent');
  await setByLink(scene, someone, mail);
}

async function byLink({ scene, someone }: Visit): Promise<void> {
  const { page, words } = someone;
  const mail = `customer-${randomHex(8).toLowerCase()}@example.jp`;
  await page.getByRole('link', { name: words('new-accounts.done.another') }).click();
  await fill(someone, { name: '見本 四郎' });
  await field(someone, words('new-accounts.form.mail')).fill(mail);
  await option(someone, 'new-accounts.openings.link.title').check();
  await button(someone, words('new-accounts.form.next')).click();
  await button(someone, words('new-accounts.confirm.submit')).click();
  await page.getByText(mail).first().waitFor();
  await heading(someone, words('new-accounts.done.title'));
  await setByLink(scene, someone, mail);
}

/** The link in the mail leads to the account's own password. */
async function setByLink(scene: Visit['scene'], someone: Someone, mail: string): Promise<void> {
  const { page, words } = someone;
  const { text } = await scene.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
  await page.goto(`${scene.url}/camera/set-password#${tokenIn(text)}`);
  await setPassword(someone, password);
  await heading(someone, words('accounts.setPassword.doneTitle'));
}
