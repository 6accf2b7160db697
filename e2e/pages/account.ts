import { readFile } from 'node:fs/promises';
import { newCompany, newOperator, testPassword, type Member } from '../../tools/test/accounts.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { newColleague } from '../../tools/test/organizations.ts';
import { button, field, heading, enterAs, logIn } from '../people.ts';
import { companyOf } from './company.ts';
import type { Visit, Walk } from './walk.ts';

const edit = '/account/edit/$draft/$step';
const managed = '/o/$organization/accounts';

/** Somebody who looks after their own data, and leaves in the end. */
export const accountOwner: Walk = {
  name: 'somebody changes their data',
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const company = await companyOf(visit);
    const { body } = await company.call('GET', '/session');
    await logIn(someone, siteUrl, company.loginId);
    await page.goto(`${siteUrl}/account`);
    await heading(someone, words('account-data.view.title'));
    const download = page.waitForEvent('download');
    await button(someone, words('account-data.view.copyAction')).click();
    const copy = JSON.parse(await readFile(await (await download).path(), 'utf8')) as {
      account: { loginId: string }[];
    };
    if (copy.account[0]?.loginId !== company.loginId) throw new Error('the copy is of somebody else');
    await stop('account data, a copy of it', '/account');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: words('shell.shortcuts.title') }).waitFor();
    await stop('keyboard shortcuts', '/account');
    await page.goto(`${siteUrl}/account/sessions`);
    await heading(someone, words('account-data.sessions.title'));
    await button(someone, words('account-data.sessions.endOthers')).click();
    await page.getByRole('dialog').waitFor();
    await stop('my sessions, end all others', '/account/sessions');
    await changeData(visit, siteUrl);
    await changeMail(visit, siteUrl);
    await changeLoginId(visit, siteUrl);
    await leave(visit, (body.user as { mail: string }).mail);
  },
};

async function changeData({ someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  const label = (name: string) => words(`accounts.signUp.fields.${name}`);
  await page.goto(`${siteUrl}/account/edit`);
  await heading(someone, words('account-data.edit.formTitle'));
  await field(someone, label('company')).fill('');
  await button(someone, words('account-data.edit.next')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await field(someone, label('company')).fill('見本商事合同会社');
  await field(someone, label('postalCode')).fill('4520961');
  await page.getByText(words('accounts.signUp.postal.differs')).waitFor();
  await stop('change data, a postal code of several places', edit);
  await button(someone, words('accounts.signUp.postal.keep')).click();
  await button(someone, words('account-data.edit.next')).click();
  await heading(someone, words('account-data.edit.confirmTitle'));
  await stop('change data, check', edit);
  await button(someone, words('account-data.edit.save')).click();
  await heading(someone, words('account-data.edit.doneTitle'));
  await stop('change data, done', edit);
}

async function changeMail({ scene, someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  const mail = `walker-${randomHex(8).toLowerCase()}@example.jp`;
  await page.goto(`${siteUrl}/account/mail`);
  await heading(someone, words('account-data.mail.title'));
  await button(someone, words('account-data.mail.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
  await stop('change the mail address, with faults', '/account/mail');
  await field(someone, words('account-data.mail.mail')).fill(mail);
  await field(someone, words('account-data.mail.again')).fill(mail);
  await field(someone, words('account-data.mail.password')).fill(testPassword);
  await button(someone, words('account-data.mail.submit')).click();
  await heading(someone, words('account-data.mail.sentTitle'));
  await stop('change the mail address, sent', '/account/mail');
  await page.goto(`${siteUrl}/account`);
  await button(someone, words('account-data.view.giveUp')).waitFor();
  await stop('account data, a new address waits', '/account');
  const { text } = await scene.mail.waitFor((one) => one.to === mail);
  await page.goto(/https?:\/\/\S+#\S+/.exec(text)?.[0] ?? '');
  await button(someone, words('account-data.proveMail.submit')).waitFor();
  await stop('confirm the mail address', '/mail-change');
  await page.goto(`${siteUrl}/mail-change#nothing`);
  await heading(someone, words('account-data.proveMail.invalidTitle'));
  await stop('confirm the mail address, a dead link', '/mail-change');
}

async function changeLoginId({ someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${siteUrl}/account/login-id`);
  await heading(someone, words('account-data.loginId.title'));
  await field(someone, words('account-data.loginId.loginId')).fill('x');
  await field(someone, words('account-data.loginId.password')).fill(testPassword);
  await button(someone, words('account-data.loginId.submit')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('change the login ID, with a fault', '/account/login-id');
  await field(someone, words('account-data.loginId.loginId')).fill(`W${randomHex(9)}`);
  await button(someone, words('account-data.loginId.submit')).click();
  await heading(someone, words('account-data.loginId.doneTitle'));
  await stop('change the login ID, done', '/account/login-id');
}

async function leave({ scene, someone, stop }: Visit, mail: string): Promise<void> {
  const { page, words } = someone;
  const { text } = await scene.mail.waitFor((one) => one.to === mail && one.text.includes('withdraw#'));
  const link = /https?:\/\/\S+\/withdraw#\S+/.exec(text)?.[0] ?? '';
  await page.goto(link);
  await button(someone, words('account-data.withdraw.submit')).click();
  const yes = page.getByRole('dialog').getByRole('button', { name: words('account-data.withdraw.submit') });
  await yes.waitFor();
  await stop('withdraw, sure?', '/withdraw');
  await yes.click();
  await heading(someone, words('account-data.withdraw.doneTitle'));
  await page.goto('about:blank');
  await page.goto(link);
  await heading(someone, words('account-data.withdraw.invalidTitle'));
  await stop('withdraw, a dead link', '/withdraw');
}

/** An operator who looks after the accounts of others. */
export const accountOperator: Walk = {
  name: 'an operator looks after accounts',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const company = await newCompany(scene);
    const operator = await newOperator(scene);
    await operator.call('PATCH', '/session', { language: look.language });
    await enterAs(someone, siteUrl, operator);
    await page.goto(`${siteUrl}/o/${operator.organization}/accounts`);
    await page.getByRole('row').nth(1).waitFor();
    await stop('organizations and users', managed);
    await page.goto(`${siteUrl}/o/${operator.organization}/accounts?user=${company.loginId}`);
    const name = words('account-data.managed.showName', { loginId: company.loginId });
    await page.getByRole('link', { name }).click();
    await heading(someone, words('account-data.managed.viewTitle', { loginId: company.loginId }));
    await stop('an account', `${managed}/$user`);
    await lookAtPersonalData({ scene, someone, look, stop }, company.loginId);
    await page.getByRole('link', { name: words('account-data.managed.edit') }).click();
    await heading(someone, words('account-data.managed.editTitle', { loginId: company.loginId }));
    await field(someone, words('accounts.signUp.fields.personInCharge')).fill('見本 次郎');
    await button(someone, words('account-data.edit.next')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('change an account, no reason', `${managed}/$user/edit/$draft/$step`);
    await lookAtWhoLeft({ scene, someone, look, stop }, operator, company.organization);
  },
};

/** Who has left, in the list of those, and what is kept of them. */
async function lookAtWhoLeft({ scene, someone, stop }: Visit, operator: Member, organization: string): Promise<void> {
  const { page, words } = someone;
  const siteUrl = `${scene.url}/conference`;
  const here = { siteId: 'conference' };
  const left = await newColleague(scene, organization, 'viewer', here);
  const owner = await newColleague(scene, organization, 'owner', here);
  await owner.call('DELETE', `${owner.path}/members/${left.id}`);
  await page.goto(`${siteUrl}/o/${operator.organization}/accounts?state=left&user=${left.mail}`);
  const name = '見本 viewer';
  const link = page.getByRole('link', { name: words('account-data.managed.showLeftName', { name }) });
  await link.waitFor();
  await stop('users who have left', managed);
  await link.click();
  await heading(someone, words('account-data.managed.viewLeftTitle', { name }));
  await stop('a user who has left', `${managed}/$user`);
}

/** Who asks for what is kept of them gets a copy; erasing is asked twice, and left at that here. */
async function lookAtPersonalData({ someone, stop }: Visit, loginId: string): Promise<void> {
  const { page, words } = someone;
  const route = `${managed}/$user/personal-data`;
  const reason = page.getByLabel(words('account-data.personal.reason'));
  await page.getByRole('link', { name: words('account-data.managed.personalData') }).click();
  await heading(someone, words('account-data.personal.title', { loginId }));
  await button(someone, words('account-data.personal.copyAction')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('personal data, no reason', route);
  await reason.first().fill('asked by letter');
  const download = page.waitForEvent('download');
  await button(someone, words('account-data.personal.copyAction')).click();
  const copy = JSON.parse(await readFile(await (await download).path(), 'utf8')) as { account: { loginId: string }[] };
  if (copy.account[0]?.loginId !== loginId) throw new Error('the copy is of somebody else');
  await reason.last().fill('asked by letter');
  await button(someone, words('account-data.personal.eraseAction')).click();
  await page.getByRole('dialog').waitFor();
  await stop('personal data, erase', route);
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: words('account-data.managed.toView') }).click();
  await heading(someone, words('account-data.managed.viewTitle', { loginId }));
}
