import { newOperator, testPassword } from '../../tools/test/accounts.ts';
import { codeOf } from '../../tools/test/second-factor.ts';
import { giveAuthenticator } from '../accounts/virtual-authenticator.ts';
import { button, field, heading, logIn, loginIdField, openLogin, type Someone } from '../people.ts';
import { companyOf } from './company.ts';
import type { Visit, Walk } from './walk.ts';

const security = '/account/security';

/** Somebody who sets up an app and passkeys, logs in with them, and takes one away. */
export const careful: Walk = {
  name: 'somebody looks after second factors',
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const company = await companyOf(visit);
    await logIn(someone, siteUrl, company.loginId);
    await page.goto(`${siteUrl}${security}`);
    await heading(someone, words('second-factor.security.title'));
    await page.getByText(words('second-factor.security.off')).waitFor();
    await stop('security, nothing set up', security);
    await setUpApp(visit, siteUrl);
    await giveAuthenticator(someone);
    await addPasskey(visit, siteUrl);
    await lookAfterPasskeys(visit, siteUrl);
    await secondStep(visit, siteUrl, company.loginId);
    await asOperator(visit, siteUrl, company.loginId);
  },
};

async function setUpApp({ scene, someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  const route = `${security}/app`;
  await page.goto(`${siteUrl}${route}`);
  await heading(someone, words('second-factor.app.title'));
  await button(someone, words('second-factor.app.next')).click();
  await page.getByText(words('problems.identifiers.required')).first().waitFor();
  await stop('app, password missing', route);
  await field(someone, words('second-factor.app.password')).fill(testPassword);
  await button(someone, words('second-factor.app.next')).click();
  await page.getByRole('img', { name: words('second-factor.app.qr') }).waitFor();
  await stop('app, picture to scan', route);
  await field(someone, words('second-factor.app.code')).fill('12');
  await button(someone, words('second-factor.app.confirm')).click();
  await page.getByText(words('problems.accounts.totp-code-wrong')).first().waitFor();
  await stop('app, wrong code', route);
  const secret = (await page.locator('code').first().innerText()).replaceAll(/\s/g, '');
  await field(someone, words('second-factor.app.code')).fill(codeOf(scene.app, secret));
  await button(someone, words('second-factor.app.confirm')).click();
  await heading(someone, words('second-factor.app.doneTitle'));
  await button(someone, words('second-factor.security.goOn')).click();
  await page.getByText(words('second-factor.codes.keptMissing')).waitFor();
  await stop('app, recovery codes', route);
  await page.getByLabel(words('second-factor.codes.kept')).check();
  await button(someone, words('second-factor.security.goOn')).click();
  await heading(someone, words('second-factor.security.title'));
}

async function addPasskey({ someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  const route = `${security}/passkeys/new`;
  await page.goto(`${siteUrl}${route}`);
  await heading(someone, words('second-factor.add.title'));
  await field(someone, words('second-factor.add.name')).fill('');
  await button(someone, words('second-factor.add.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 2 })).waitFor();
  await stop('a new passkey, with faults', route);
  await field(someone, words('second-factor.add.name')).fill('my key');
  await field(someone, words('second-factor.add.password')).fill(testPassword);
  await button(someone, words('second-factor.add.submit')).click();
  await heading(someone, words('second-factor.add.doneTitle'));
  await stop('a new passkey, done', route);
  await button(someone, words('second-factor.security.back')).click();
  await heading(someone, words('second-factor.security.title'));
}

async function lookAfterPasskeys({ someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${siteUrl}${security}`);
  await page.getByRole('heading', { level: 3, name: 'my key' }).waitFor();
  await stop('security, all set up', security);
  await page.getByRole('link', { name: words('second-factor.passkeys.openName', { name: 'my key' }) }).click();
  await heading(someone, words('second-factor.passkey.title', { name: 'my key' }));
  await stop('a passkey', `${security}/passkeys/$passkey`);
  await page.goto(`${siteUrl}${security}/passkeys/psk_01a1fabe-7ebc-704c-b10d-f849e933f70b`);
  await page.getByText(words('second-factor.passkeys.gone')).waitFor();
  await stop('a passkey, gone', `${security}/passkeys/$passkey`);
  await page.goto(`${siteUrl}${security}/recovery-codes`);
  await field(someone, words('second-factor.codes.password')).fill(testPassword);
  await stop('new recovery codes', `${security}/recovery-codes`);
  await page.goto(`${siteUrl}${security}/app/remove`);
  await heading(someone, words('second-factor.app.remove'));
  await stop('the app is removed', `${security}/app/remove`);
}

async function secondStep({ scene, someone, stop }: Visit, siteUrl: string, loginId: string): Promise<void> {
  const { page, words } = someone;
  const route = '/login/second-step';
  await page.context().clearCookies();
  await typeLogin(someone, siteUrl, loginId);
  await heading(someone, words('second-factor.step.title'));
  await button(someone, words('second-factor.step.useTotp')).waitFor();
  await stop('second step, by passkey', route);
  await button(someone, words('second-factor.step.useTotp')).click();
  await button(someone, words('second-factor.step.submit')).click();
  await page.getByText(words('problems.identifiers.required')).first().waitFor();
  await stop('second step, by app, nothing typed', route);
  await button(someone, words('second-factor.step.useCode')).click();
  await field(someone, words('second-factor.step.code')).fill('AAAAA-AAAAA');
  await button(someone, words('second-factor.step.submit')).click();
  await page.getByText(words('problems.accounts.second-factor-wrong')).first().waitFor();
  await stop('second step, wrong recovery code', route);
  const { db } = scene.app;
  const own = db.selectFrom('users').select('id').where('login_id', '=', loginId);
  await db.deleteFrom('login_steps').where('user_id', 'in', own).execute();
  await page.reload();
  await heading(someone, words('second-factor.step.overTitle'));
  await stop('second step, over', route);
}

async function typeLogin(someone: Someone, siteUrl: string, loginId: string): Promise<void> {
  const { words } = someone;
  await openLogin(someone, siteUrl);
  await loginIdField(someone).fill(loginId);
  await field(someone, words('accounts.logIn.password')).fill(testPassword);
  await button(someone, words('accounts.logIn.submit')).click();
}

async function asOperator({ scene, someone, look, stop }: Visit, siteUrl: string, loginId: string): Promise<void> {
  const { page, words } = someone;
  const route = '/o/$organization/accounts/$user/second-factor';
  const operator = await newOperator(scene);
  await operator.call('PATCH', '/session', { language: look.language });
  await logIn(someone, siteUrl, operator.loginId);
  const { id } = await scene.app.db
    .selectFrom('users')
    .select('id')
    .where('login_id', '=', loginId)
    .executeTakeFirstOrThrow();
  await page.goto(`${siteUrl}/o/${operator.organization}/accounts/usr_${id}/second-factor`);
  await heading(someone, words('second-factor.operator.title', { loginId }));
  await button(someone, words('second-factor.operator.submit')).click();
  await page.getByText(words('problems.identifiers.required')).first().waitFor();
  await stop('second factor of a user, no reason given', route);
  await field(someone, words('second-factor.operator.reason')).fill('端末の紛失（電話で本人を確認済み）');
  await button(someone, words('second-factor.operator.submit')).click();
  await page.getByRole('dialog').waitFor();
  await stop('second factor of a user, really?', route);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('second-factor.operator.submit') })
    .click();
  await page.getByText(words('second-factor.operator.done')).waitFor();
  await stop('second factor of a user, off', route);
}
