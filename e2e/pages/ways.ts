import { tokenIn } from '../../tools/test/accounts.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { button, field, heading, logIn, loginIdField, openLogin, type Someone } from '../people.ts';
import type { JourneyWalk, Visit } from './walk.ts';

const step = '/sign-up/$draft/$step';
const data = '/customer-data/$draft/$step';
const linkPage = '/set-password';
/** Within the rules of both sites. */
export const waysPassword = 'Engawa-26a';

function label({ words }: Someone, name: string): string {
  return words(`accounts.signUp.fields.${name}`);
}

export async function fill(someone: Someone, values: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(values)) await field(someone, label(someone, name)).fill(text);
}

export async function faults({ page, words }: Someone, count: number): Promise<void> {
  await page.getByText(words('ui.errorSummary.title', { count })).waitFor();
}

export async function setPassword(someone: Someone, password: string): Promise<void> {
  const { words } = someone;
  await field(someone, words('accounts.setPassword.password')).fill(password);
  await field(someone, words('accounts.setPassword.again')).fill(password);
  await button(someone, words('accounts.setPassword.submit')).click();
}

/** A dealer chooses their login ID, agrees twice and is asked for the phone number again (E-01); then logs in. */
export const dealerSignsUp: JourneyWalk = {
  name: 'a dealer signs up where customers may as well',
  routes: ['/login', step, linkPage, '/'],
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/energy`;
    const loginId = `Dealer_${randomHex(6)}`;
    const mail = `${loginId.toLowerCase()}@example.jp`;
    await openLogin(someone, siteUrl);
    await stop('login by ID or address', '/login');
    await page.getByRole('link', { name: words('accounts.logIn.signUp') }).click();
    await heading(someone, words('accounts.signUp.who.title'));
    await button(someone, words('accounts.signUp.who.next')).click();
    await faults(someone, 1);
    await stop('sign-up, as whom', step);
    await page.getByRole('radio', { name: words('accounts.signUp.who.kinds.dealer.title') }).check();
    await button(someone, words('accounts.signUp.who.next')).click();
    await heading(someone, words('accounts.signUp.terms.title'));
    await button(someone, words('accounts.signUp.terms.agree')).click();
    await dealerForm(visit, { loginId, mail });
    await heading(someone, words('accounts.signUp.confirm.title'));
    await page.getByText('03-1234-5678').waitFor();
    await page.getByText('ミホン ハナコ').waitFor();
    await stop('sign-up of a dealer, check', step);
    await button(someone, words('accounts.signUp.confirm.submit')).click();
    await heading(someone, words('accounts.signUp.received.title'));
    const { text } = await scene.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
    await openWithPhone(visit, `${siteUrl}/set-password#${tokenIn(text)}`);
    await logIn(someone, siteUrl, loginId, waysPassword);
    await stop('home where nothing is switched on', '/');
  },
};

async function dealerForm({ someone, stop }: Visit, { loginId, mail }: Record<'loginId' | 'mail', string>) {
  const { page, words } = someone;
  await heading(someone, words('accounts.signUp.form.title'));
  await fill(someone, { loginId: 'x', kana: '見本', phone: '１２', mail, mailAgain: mail });
  await button(someone, words('accounts.signUp.form.next')).click();
  await faults(someone, 9);
  await stop('sign-up of a dealer, with faults', step);
  await field(someone, label(someone, 'organizationForm')).selectOption('sole-proprietor');
  await fill(someone, { company: '見本電気', postalCode: '４５２ー０９６１' });
  await page.getByText(words('accounts.signUp.postal.several')).waitFor();
  await stop('sign-up of a dealer, a postal code of several places', step);
  await page
    .getByRole('button', { name: /^愛知県/ })
    .first()
    .click();
  await fill(someone, {
    address3: '見本町１－２－３',
    phone: '０３－１２３４－５６７８',
    personInCharge: '見本 花子',
    kana: 'みほん ﾊﾅｺ',
    loginId,
  });
  // What is typed outlives a step back, another choice and a reload.
  await page.goBack();
  await heading(someone, words('accounts.signUp.terms.title'));
  await page.reload();
  await button(someone, words('accounts.signUp.terms.agree')).click();
  await button(someone, words('accounts.signUp.form.next')).click();
}

async function openWithPhone({ someone, stop }: Visit, link: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(link);
  await field(someone, words('accounts.setPassword.phone')).waitFor();
  await button(someone, words('accounts.setPassword.submit')).click();
  await faults(someone, 4);
  await stop('set password, documents and phone asked', linkPage);
  await page.getByRole('checkbox', { name: words('accounts.setPassword.agree') }).check();
  await field(someone, words('accounts.setPassword.phone')).fill('03-9999-9999');
  await setPassword(someone, waysPassword);
  await page
    .getByText(words('problems.accounts.phone-wrong', { left: 4 }))
    .first()
    .waitFor();
  await stop('set password, another phone number', linkPage);
  await field(someone, words('accounts.setPassword.phone')).fill('０３（１２３４）５６７８');
  await button(someone, words('accounts.setPassword.submit')).click();
  await heading(someone, words('accounts.setPassword.doneTitle'));
}

/** Address and password at once, a code, and the customer's data after the first login (U-01). */
export const addressFirst: JourneyWalk = {
  name: 'a customer signs up with an address and a password',
  routes: [step, data],
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/ups`;
    const mail = `plant-${randomHex(8).toLowerCase()}@example.jp`;
    await page.goto(`${siteUrl}/sign-up`);
    await heading(someone, words('accounts.signUp.addressAndPassword.title'));
    await button(someone, words('accounts.signUp.addressAndPassword.submit')).click();
    await faults(someone, 3);
    await stop('sign-up, address and password with faults', step);
    await typeAddress(someone, `wrong-${mail}`);
    await heading(someone, words('accounts.signUp.code.title'));
    await stop('sign-up, code, and the way back to the address', step);
    await button(someone, words('accounts.signUp.code.correct')).click();
    await typeAddress(someone, mail);
    await heading(someone, words('accounts.signUp.code.title'));
    const { text } = await scene.mail.waitFor((one) => one.to === mail);
    const code = /(?:確認コード|code): (\d{6})/.exec(text)?.[1] ?? '';
    await field(someone, words('accounts.signUp.code.label')).fill(code);
    await button(someone, words('accounts.signUp.code.submit')).click();
    await heading(someone, words('accounts.signUp.done.title'));
    await openLogin(someone, siteUrl);
    await loginIdField(someone).fill(mail);
    await field(someone, words('accounts.logIn.password')).fill(waysPassword);
    await button(someone, words('accounts.logIn.submit')).click();
    await heading(someone, words('consents.title'));
    await button(someone, words('consents.agree')).click();
    await customerData(visit, mail);
    await heading(someone, words('shell.welcome.title'));
  },
};

async function typeAddress(someone: Someone, mail: string): Promise<void> {
  const { words } = someone;
  await fill(someone, { mail });
  await field(someone, words('accounts.setPassword.password')).fill(waysPassword);
  await field(someone, words('accounts.setPassword.again')).fill(waysPassword);
  await button(someone, words('accounts.signUp.addressAndPassword.submit')).click();
}

async function customerData({ someone, stop }: Visit, mail: string): Promise<void> {
  const { page, words } = someone;
  await heading(someone, words('account-data.complete.formTitle'));
  await fill(someone, { name: '担 当 者', phone: '０９０１２３４５６７８' });
  await button(someone, words('account-data.complete.next')).click();
  await faults(someone, 2);
  await stop('customer data, with faults', data);
  await fill(someone, { company: '見本製作所', kana: 'みほん たろう' });
  await page.getByRole('checkbox', { name: words('accounts.signUp.clubYes') }).check();
  await button(someone, words('account-data.complete.next')).click();
  await heading(someone, words('account-data.complete.confirmTitle'));
  await stop('customer data, check', data);
  await button(someone, words('account-data.complete.save')).click();
  // The browser does not know the site's list of words that are no names; the server does.
  await page.getByText(words('problems.accounts.name-role')).first().waitFor();
  await fill(someone, { name: '見本 太郎' });
  await page.reload();
  await heading(someone, words('account-data.complete.formTitle'));
  await button(someone, words('account-data.complete.next')).click();
  await page.getByText('090-1234-5678').waitFor();
  await button(someone, words('account-data.complete.save')).click();
  await page.getByText(words('account-data.complete.doneText', { mail })).waitFor();
  await stop('customer data, done', data);
  await button(someone, words('account-data.complete.goOn')).click();
}
