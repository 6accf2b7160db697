import { newMember } from '../../tools/test/members.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import { tokenIn } from '../../tools/test/accounts.ts';
import { button, field, heading, logIn, loginIdField, openLogin, type Someone } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const password = 'Engawa26';

/** Somebody who forgot ID and password, gets back in, agrees to what is new, and changes the password. */
export const forgetful: Walk = {
  name: 'somebody forgot everything',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const loginId = `forgot${randomHex(4)}`;
    const mail = `${loginId}@example.jp`;
    const member = { site: 'conference', kind: 'dealer', loginId, mail, password, language: look.language } as const;
    const userId = await newMember(scene, { ...member, agreed: false });
    await page.goto(`${siteUrl}/forgotten-login-id`);
    await heading(someone, words('passwords.forgottenId.title'));
    await stop('forgotten login ID', '/forgotten-login-id');
    await field(someone, words('passwords.forgotten.mail')).fill(mail);
    await button(someone, words('passwords.forgottenId.submit')).click();
    await heading(someone, words('passwords.sent.title'));
    await stop('forgotten login ID, mailed', '/forgotten-login-id/sent');
    await page.getByRole('link', { name: words('passwords.sent.toReset') }).click();
    await heading(someone, words('passwords.forgotten.title'));
    await button(someone, words('passwords.forgotten.submit')).click();
    await page.getByText(words('problems.identifiers.required')).first().waitFor();
    await stop('forgotten password, nothing typed', '/forgotten-password');
    await field(someone, words('passwords.forgotten.loginId')).fill(loginId);
    await button(someone, words('passwords.forgotten.submit')).click();
    await heading(someone, words('passwords.sent.title'));
    await stop('forgotten password, mailed', '/forgotten-password/sent');
    const { text } = await scene.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
    const usedUp = scene.app.db.updateTable('proofs').set({ used_at: new Date() }).where('user_id', '=', userId);
    await usedUp.execute();
    await page.goto(`${siteUrl}/set-password#${tokenIn(text)}`);
    await page.getByRole('link', { name: words('passwords.renew.button') }).waitFor();
    await stop('set password, a new link can be had', '/set-password');
    await agree(visit, siteUrl, loginId);
    await change(visit, siteUrl);
  },
};

async function agree({ someone, stop }: Visit, siteUrl: string, loginId: string): Promise<void> {
  const { page, words } = someone;
  const typeLogin = async (): Promise<void> => {
    await openLogin(someone, siteUrl);
    await loginIdField(someone).fill(loginId);
    await field(someone, words('accounts.logIn.password')).fill(password);
    await button(someone, words('accounts.logIn.submit')).click();
    await heading(someone, words('consents.title'));
  };
  await typeLogin();
  await stop('documents to agree to', '/consent');
  await button(someone, words('consents.decline')).click();
  await heading(someone, words('consents.declined.title'));
  await stop('documents declined', '/consent/declined');
  await typeLogin();
  await button(someone, words('consents.agree')).click();
  await heading(someone, words('shell.welcome.title'));
  await page.goto(`${siteUrl}/account/documents`);
  await heading(someone, words('consents.history.title'));
  await stop('documents and consents', '/account/documents');
}

async function change({ someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  const route = '/account/password';
  await page.goto(`${siteUrl}${route}`);
  await heading(someone, words('passwords.change.title'));
  await stop('change the password', route);
  await button(someone, words('passwords.change.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
  await stop('change the password, with faults', route);
  await field(someone, words('passwords.change.present')).fill(password);
  await newPassword(someone, 'Veranda27');
  await button(someone, words('passwords.change.submit')).click();
  await page.getByText(words('passwords.change.done')).waitFor();
  await stop('change the password, done', route);
}

async function newPassword(someone: Someone, wished: string): Promise<void> {
  await field(someone, someone.words('passwords.change.next')).fill(wished);
  await field(someone, someone.words('passwords.change.again')).fill(wished);
}

/** Where a code is mailed, and where a password that somebody else chose is changed first. */
export const resetByCode: Walk = {
  name: 'a tea shop forgot its password',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const siteUrl = `${scene.url}/${sixthSite}`;
    const mail = `forgot-${randomHex(8).toLowerCase()}@example.jp`;
    const long = 'steam over the green hills';
    const member = { site: sixthSite, loginId: mail, mail, password: long, language: look.language } as const;
    await newMember(scene, { ...member, initial: true });
    await page.goto(`${siteUrl}/forgotten-password`);
    await field(someone, words('passwords.forgotten.mail')).fill(mail);
    await stop('forgotten password, by address', '/forgotten-password');
    await button(someone, words('passwords.forgotten.submit')).click();
    await heading(someone, words('passwords.code.title'));
    await stop('code and new password', '/forgotten-password/code');
    await field(someone, words('passwords.code.code')).fill('000000');
    await newPassword(someone, 'clouds over the green hills');
    await button(someone, words('passwords.code.submit')).click();
    await page.getByText(words('problems.accounts.code-wrong')).first().waitFor();
    await stop('code and new password, wrong code', '/forgotten-password/code');
    await openLogin(someone, siteUrl);
    await loginIdField(someone).fill(mail);
    await field(someone, words('accounts.logIn.password')).fill(long);
    await button(someone, words('accounts.logIn.submit')).click();
    await heading(someone, words('passwords.change.owedTitle'));
    await stop('a password to set first', '/account/password');
    await field(someone, words('passwords.change.present')).fill(long);
    await newPassword(someone, 'clouds over the green hills');
    await button(someone, words('passwords.change.submit')).click();
    await heading(someone, words('shell.welcome.title'));
    await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
    await button(someone, words('shell.account.logOut')).click();
    await page.getByText(words('accounts.logIn.loggedOut')).waitFor();
    await logIn(someone, siteUrl, mail, 'clouds over the green hills');
  },
};
