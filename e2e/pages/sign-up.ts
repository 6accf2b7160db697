import { tokenIn } from '../../tools/test/accounts.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { sixthSite } from '../../tools/test/sixth-site.ts';
import { button, field, heading, loginIdField, type Someone } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const step = '/sign-up/$draft/$step';

/** The portal where the ID is issued and the password is set by a link. Ends logged out. */
export const signUpByLink: Walk = {
  name: 'a company signs up',
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    await lookAtDocuments(visit, siteUrl);
    await page.goto(`${siteUrl}/login`);
    await heading(someone, words('accounts.logIn.title'));
    await button(someone, words('accounts.logIn.noticeOk')).waitFor();
    await stop('notice before the login', '/login');
    await button(someone, words('accounts.logIn.noticeOk')).click();
    await loginIdField(someone).waitFor();
    await stop('login', '/login');
    await refusedLogin(visit);
    await page.getByRole('link', { name: words('accounts.logIn.signUp') }).click();
    await heading(someone, words('accounts.signUp.terms.title'));
    await stop('sign-up, terms', step);
    await button(someone, words('accounts.signUp.terms.decline')).click();
    await heading(someone, words('accounts.signUp.declined.title'));
    await stop('sign-up, terms declined', '/sign-up/declined');
    await page.getByRole('link', { name: words('accounts.signUp.declined.again') }).click();
    await heading(someone, words('accounts.signUp.terms.title'));
    await button(someone, words('accounts.signUp.terms.agree')).click();
    const mail = `walker-${randomHex(8).toLowerCase()}@example.jp`;
    await fillForm(visit, mail, { address1: '東京都千代田区' }, 4);
    await heading(someone, words('accounts.signUp.received.title'));
    await stop('sign-up, received', step);
    const received = await scene.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
    await choosePassword(visit, `${siteUrl}/set-password#${tokenIn(received.text)}`);
    await page.goto(`${siteUrl}/sign-up/drf_01a1fabe-7ebc-704c-b10d-f849e933f70b/form`);
    await heading(someone, words('accounts.signUp.gone.title'));
    await stop('sign-up, gone', step);
  },
};

/** A site from data alone: mail address as ID, a code by mail. */
export const signUpByCode: Walk = {
  name: 'a tea shop signs up',
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    await page.goto(scene.url);
    await page.getByRole('heading', { level: 1, name: words('shell.sites.title') }).waitFor();
    await stop('choice of portals', null);
    const siteUrl = `${scene.url}/${sixthSite}`;
    await page.goto(`${siteUrl}/login`);
    await loginIdField(someone).waitFor();
    await stop('login by mail address', '/login');
    await page.getByRole('link', { name: words('accounts.logIn.signUp') }).click();
    await heading(someone, words('accounts.signUp.terms.title'));
    await button(someone, words('accounts.signUp.terms.agree')).click();
    const mail = `tea-${randomHex(8).toLowerCase()}@example.jp`;
    await fillForm(visit, mail, {}, 4);
    await heading(someone, words('accounts.signUp.code.title'));
    await stop('sign-up, code', step);
    const received = await scene.mail.waitFor((one) => one.to === mail);
    const code = /(?:確認コード|code): (\d{6})/.exec(received.text)?.[1] ?? '';
    const label = words('accounts.signUp.code.label');
    await field(someone, label).fill(code === '000000' ? '000001' : '000000');
    await button(someone, words('accounts.signUp.code.submit')).click();
    await page.getByText(words('problems.accounts.code-wrong')).first().waitFor();
    await stop('sign-up, wrong code', step);
    await field(someone, label).fill(code);
    await button(someone, words('accounts.signUp.code.submit')).click();
    await heading(someone, words('accounts.signUp.password.title'));
    await stop('sign-up, password', step);
    await typePassword(someone, 'steam over the green hills');
    await heading(someone, words('accounts.signUp.done.title'));
    await stop('sign-up, done', step);
  },
};

async function lookAtDocuments({ someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  for (const name of ['privacy-consent', 'cookie-notice']) {
    await page.goto(`${siteUrl}/documents/${name}`);
    await heading(someone, words(`shell.documents.${name}`));
    await page.getByRole('heading', { level: 2 }).or(page.getByRole('listitem')).first().waitFor();
    await stop(`document ${name}`, '/documents/$document');
  }
  await page.goto(`${siteUrl}/nowhere`);
  await heading(someone, words('shell.notFound.title'));
  await stop('a page that does not exist', null);
}

async function refusedLogin({ someone, stop }: Visit): Promise<void> {
  const { page, words } = someone;
  await loginIdField(someone).fill('nobody01');
  await field(someone, words('accounts.logIn.password')).fill('Mistake26');
  await button(someone, words('accounts.logIn.submit')).click();
  await page.getByRole('alert').first().waitFor();
  await stop('login refused', '/login');
}

/** The form, empty and with its faults, then filled in and checked. */
async function fillForm(
  { someone, stop }: Visit,
  mail: string,
  more: Record<string, string>,
  faults: number,
): Promise<void> {
  const { page, words } = someone;
  await heading(someone, words('accounts.signUp.form.title'));
  await stop('sign-up, form', step);
  await button(someone, words('accounts.signUp.form.next')).click();
  await page.getByText(words('ui.errorSummary.title', { count: faults })).waitFor();
  await stop('sign-up, form with faults', step);
  const values = { company: '見本商事株式会社', personInCharge: '見本 花子', mail, mailAgain: mail, ...more };
  for (const [name, text] of Object.entries(values))
    await field(someone, words(`accounts.signUp.fields.${name}`)).fill(text);
  await button(someone, words('accounts.signUp.form.next')).click();
  await heading(someone, words('accounts.signUp.confirm.title'));
  await stop('sign-up, check', step);
  await button(someone, words('accounts.signUp.confirm.submit')).click();
}

async function choosePassword({ someone, stop }: Visit, link: string): Promise<void> {
  const { page, words } = someone;
  const route = '/set-password';
  await page.goto(link);
  await field(someone, words('accounts.setPassword.password')).waitFor();
  await stop('set password', route);
  await field(someone, words('accounts.setPassword.password')).fill('aaaa');
  await field(someone, words('accounts.setPassword.again')).fill('bbbb');
  await button(someone, words('accounts.setPassword.submit')).click();
  await page.getByText(words('accounts.setPassword.differs')).first().waitFor();
  await stop('set password, with faults', route);
  await typePassword(someone, 'Engawa26');
  await heading(someone, words('accounts.setPassword.doneTitle'));
  await stop('set password, done', route);
  await page.reload();
  await page.getByText(words('accounts.setPassword.invalidText')).waitFor();
  await stop('set password, link used already', route);
}

async function typePassword(someone: Someone, password: string): Promise<void> {
  const { words } = someone;
  await field(someone, words('accounts.setPassword.password')).fill(password);
  await field(someone, words('accounts.setPassword.again')).fill(password);
  await button(someone, words('accounts.setPassword.submit')).click();
}
