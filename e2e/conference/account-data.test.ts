import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newCompany, newOperator, testPassword, tokenIn, type Member } from '../../tools/test/accounts.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, expectQuiet, field, heading, enterAs, logIn, openLogin, sitDown, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const siteUrl = () => `${server.url}/conference`;
const phone = { width: 390, height: 844 };
const desk = { width: 1920, height: 1080 };

/** A company whose person reads this language, and its address. */
async function companyIn(language: 'ja' | 'en'): Promise<Member & { mail: string }> {
  const company = await newCompany(server);
  await company.call('PATCH', '/session', { language });
  const { body } = await company.call('GET', '/session');
  return { ...company, mail: (body.user as { mail: string }).mail };
}

function label({ words }: Someone, name: string): string {
  return words(`accounts.signUp.fields.${name}`);
}

function link({ page }: Someone, name: string) {
  return page.getByRole('link', { name, exact: true });
}

async function fill(someone: Someone, values: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(values)) await field(someone, label(someone, name)).fill(text);
}

async function toEditForm(someone: Someone): Promise<void> {
  await someone.page.goto(`${siteUrl()}/account/edit`);
  await heading(someone, someone.words('account-data.edit.formTitle'));
}

async function check(someone: Someone): Promise<void> {
  await button(someone, someone.words('account-data.edit.next')).click();
  await heading(someone, someone.words('account-data.edit.confirmTitle'));
}

function linkIn(text: string): string {
  return /https?:\/\/\S+#[A-Za-z0-9_-]+/.exec(text)?.[0] ?? '';
}

async function personIn(language: 'ja' | 'en', look: { width: number; height: number }): Promise<Someone> {
  return sitDown(await browser.newPerson({ language, ...look }), language);
}

describe.each([
  { language: 'ja', look: phone },
  { language: 'en', look: desk },
] as const)('in $language at $look.width', ({ language, look }) => {
  const newPerson = () => personIn(language, look);

  test('P-14 K-09 a person looks at the data, changes, checks, saves; the mail names the fields; a lost page loses nothing', async () => {
    const company = await companyIn(language);
    const someone = await newPerson();
    const { page, words } = someone;
    await enterAs(someone, siteUrl(), company);
    await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
    await link(someone, words('shell.account.page')).click();
    await heading(someone, words('account-data.view.title'));
    await page.getByText('見本商事株式会社').first().waitFor();
    await link(someone, words('account-data.view.edit')).first().click();
    await heading(someone, words('account-data.edit.formTitle'));
    await button(someone, words('account-data.edit.next')).click();
    await page.getByText(words('account-data.edit.unchanged')).waitFor();

    await fill(someone, { company: '', phone: '１２', postalCode: '１２３' });
    await button(someone, words('account-data.edit.next')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
    expect(await field(someone, label(someone, 'phone')).inputValue()).toBe('１２');

    await fill(someone, { company: '見本商事合同会社', phone: '０６ー１２３４ー５６７８', postalCode: '' });
    await field(someone, label(someone, 'language')).selectOption(language === 'ja' ? 'en' : 'ja');
    await page.getByLabel(words('accounts.signUp.newsYes')).check();
    await check(someone);
    await page.reload();
    await heading(someone, words('account-data.edit.confirmTitle'));
    await page.getByText('06-1234-5678').waitFor();
    await page.goBack();
    await heading(someone, words('account-data.edit.formTitle'));
    expect(await field(someone, label(someone, 'company')).inputValue()).toBe('見本商事合同会社');
    await field(someone, label(someone, 'language')).selectOption(language);
    await check(someone);
    expect((await company.call('GET', '/account')).body.values).toMatchObject({
      company: '見本商事株式会社',
      news: false,
    });
    await button(someone, words('account-data.edit.save')).click();
    await heading(someone, words('account-data.edit.doneTitle'));
    await page.locator('h1:focus').waitFor();
    const mail = await server.mail.waitFor(
      (one) => one.to === company.mail && one.text.includes(label(someone, 'news')),
    );
    const line = (name: string) =>
      language === 'ja' ? `・${label(someone, name)}: 変更` : `- ${label(someone, name)}: changed`;
    for (const name of ['company', 'phone', 'news']) expect(mail.text).toContain(line(name));
    expect(mail.text).not.toMatch(/合同会社|1234/);
    await page.goBack();
    await heading(someone, words('account-data.edit.doneTitle'));
    await link(someone, words('account-data.edit.toMenu')).click();
    await heading(someone, words('shell.welcome.title'));
    expect((await company.call('GET', '/account')).body.values).toMatchObject({
      company: '見本商事合同会社',
      phone: '+81612345678',
      news: true,
      language,
    });
    expectQuiet(someone);
  });

  test('P-13 the mail address changes once the link in the new mailbox is opened; the old one is warned', async () => {
    const company = await companyIn(language);
    const someone = await newPerson();
    const { page, words } = someone;
    const mail = `new-${company.loginId.toLowerCase()}@example.jp`;
    await logIn(someone, siteUrl(), company.loginId);
    await page.goto(`${siteUrl()}/account`);
    await link(someone, words('account-data.view.changeMail')).click();
    await heading(someone, words('account-data.mail.title'));
    await button(someone, words('account-data.mail.submit')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
    await field(someone, words('account-data.mail.mail')).fill(mail);
    await field(someone, words('account-data.mail.again')).fill(`x${mail}`);
    await field(someone, words('account-data.mail.password')).fill('Mistake26');
    await button(someone, words('account-data.mail.submit')).click();
    await page.getByText(words('problems.accounts.mail-again-differs')).first().waitFor();
    await field(someone, words('account-data.mail.again')).fill(mail);
    await button(someone, words('account-data.mail.submit')).click();
    await page.getByText(words('problems.accounts.present-password-wrong')).first().waitFor();
    expect(await field(someone, words('account-data.mail.mail')).inputValue()).toBe(mail);
    await field(someone, words('account-data.mail.password')).fill(testPassword);
    await button(someone, words('account-data.mail.submit')).click();
    await heading(someone, words('account-data.mail.sentTitle'));
    const proof = await server.mail.waitFor((one) => one.to === mail);
    await server.mail.waitFor(
      (one) => one.to === company.mail && one.text.includes('***@example.jp') && !one.text.includes('#'),
    );
    await link(someone, words('account-data.mail.back')).click();
    await page.getByText(mail).first().waitFor();

    const elsewhere = await newPerson();
    await elsewhere.page.goto(linkIn(proof.text));
    await heading(elsewhere, words('account-data.proveMail.title'));
    await elsewhere.page.getByText(mail).first().waitFor();
    await button(elsewhere, words('account-data.proveMail.submit')).click();
    await heading(elsewhere, words('account-data.proveMail.doneTitle'));
    await elsewhere.page.goto(linkIn(proof.text));
    await heading(elsewhere, words('account-data.proveMail.invalidTitle'));
    await page.reload();
    await page.getByText(mail).first().waitFor();
    expect((await company.call('GET', '/session')).body.user).toMatchObject({ mail });
    for (const one of [someone, elsewhere]) expectQuiet(one);
  });

  test('K-09 the login ID is changed with the present password, and the new one logs in; P-20 after logging out nothing private comes back', async () => {
    const company = await companyIn(language);
    const other = await companyIn(language);
    const someone = await newPerson();
    const { page, words } = someone;
    await logIn(someone, siteUrl(), company.loginId);
    await page.goto(`${siteUrl()}/account`);
    await link(someone, words('account-data.view.changeLoginId')).click();
    await heading(someone, words('account-data.loginId.title'));
    const newId = `My${company.loginId.slice(0, 7)}`;
    const type = async (loginId: string, password: string) => {
      await field(someone, words('account-data.loginId.loginId')).fill(loginId);
      await field(someone, words('account-data.loginId.password')).fill(password);
      await button(someone, words('account-data.loginId.submit')).click();
    };
    await type('short-1', testPassword);
    await page.getByText(words('problems.accounts.login-id-letters-digits')).first().waitFor();
    await type(other.loginId.toLowerCase(), testPassword);
    await page.getByText(words('problems.accounts.login-id-taken')).first().waitFor();
    await type(newId, testPassword);
    await heading(someone, words('account-data.loginId.doneTitle'));
    await page.getByText(newId).first().waitFor();
    await server.mail.waitFor((one) => one.to === company.mail && one.text.includes(newId));
    expect((await company.call('GET', '/session')).status).toBe(401);

    await link(someone, words('account-data.loginId.back')).click();
    await heading(someone, words('account-data.view.title'));
    await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
    await button(someone, words('shell.account.logOut')).click();
    await heading(someone, words('accounts.logIn.title'));
    await page.goBack();
    await heading(someone, words('accounts.logIn.title'));
    expect(await page.getByText('見本').count()).toBe(0);
    await logIn(someone, siteUrl(), newId);
    expectQuiet(someone);
  });

  test('P-16 of two browsers one ends the other, which stands before the login page at its next step', async () => {
    const company = await companyIn(language);
    const someone = await newPerson();
    const { page, words } = someone;
    await logIn(someone, siteUrl(), company.loginId);
    const left = await newPerson();
    await logIn(left, siteUrl(), company.loginId);
    await left.page.goto(`${siteUrl()}/account`);
    await heading(left, words('account-data.view.title'));
    await page.goto(`${siteUrl()}/account`);
    await link(someone, words('account-data.view.sessionsLink')).click();
    await heading(someone, words('account-data.sessions.title'));
    await page.getByText(words('account-data.sessions.current')).waitFor();
    const chrome = words('account-data.sessions.place', {
      browser: words('account-data.sessions.browsers.chrome'),
      system: words('account-data.sessions.systems.linux'),
    });
    await page
      .getByRole('button', { name: words('account-data.sessions.endName', { place: chrome, begun: '' }) })
      .click();
    await page.getByText(words('account-data.sessions.ended', { place: chrome })).waitFor();
    // A step for which the server is asked: what was read in the last seconds is not asked for again.
    await link(left, words('account-data.view.sessionsLink')).click();
    await heading(left, words('accounts.logIn.title'));
    await button(someone, words('account-data.sessions.endOthers')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('account-data.sessions.endOthers') })
      .click();
    await page.getByText(words('account-data.sessions.othersEnded', { count: 1 })).waitFor();
    await page.getByText(words('account-data.sessions.alone')).waitFor();
    expect((await company.call('GET', '/session')).status).toBe(401);
    for (const one of [someone, left]) expectQuiet(one);
  });

  test('K-02 P-18 a postal code fills in the address and asks before it overwrites; the mailed link withdraws the sign-up', async () => {
    const someone = await newPerson();
    const { page, words } = someone;
    const mail = `leaving-${language}@example.jp`;
    await openLogin(someone, siteUrl());
    await link(someone, words('accounts.logIn.signUp')).click();
    await button(someone, words('accounts.signUp.terms.agree')).click();
    await heading(someone, words('accounts.signUp.form.title'));
    const address = async () =>
      Promise.all(
        ['address1', 'address2', 'address3'].map((name) => field(someone, label(someone, name)).inputValue()),
      );
    await fill(someone, { postalCode: '１００－０００１' });
    await page.getByText(words('accounts.signUp.postal.found')).waitFor();
    await expect.poll(address).toEqual(['東京都', '千代田区', '千代田']);
    await fill(someone, { postalCode: '9999999' });
    await page.getByText(words('accounts.signUp.postal.none')).waitFor();
    await fill(someone, { postalCode: '452-0961' });
    await page.getByText(words('accounts.signUp.postal.several')).waitFor();
    await button(someone, words('accounts.signUp.postal.other', { place: '愛知県清須市' })).click();
    await expect.poll(address).toEqual(['愛知県', '清須市', '']);
    await fill(someone, { address3: '手で書いた町', postalCode: '1000001' });
    await page.getByText(words('accounts.signUp.postal.differs')).waitFor();
    await button(someone, words('accounts.signUp.postal.keep')).click();
    await expect.poll(address).toEqual(['愛知県', '清須市', '手で書いた町']);
    await field(someone, label(someone, 'country')).selectOption('GB');
    await page.getByText(words('accounts.signUp.support.phone', { sample: '+44 20 7946 0123' })).waitFor();
    await fill(someone, { company: '立つ鳥商店', postalCode: 'SW1A 1AA', phone: '020 7946 0123' });
    await fill(someone, { personInCharge: '鳥居 渚', mail, mailAgain: mail });
    await button(someone, words('accounts.signUp.form.next')).click();
    await heading(someone, words('accounts.signUp.confirm.title'));
    await page.getByText('020 7946 0123').waitFor();
    await button(someone, words('accounts.signUp.confirm.submit')).click();
    await heading(someone, words('accounts.signUp.received.title'));
    const received = await server.mail.waitFor((one) => one.to === mail);
    const withdrawal = /https?:\/\/\S+\/withdraw#[A-Za-z0-9_-]+/.exec(received.text)?.[0] ?? '';
    await page.goto(withdrawal);
    await heading(someone, words('account-data.withdraw.title'));
    await page.getByText('立つ鳥商店').waitFor();
    await button(someone, words('account-data.withdraw.submit')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: words('account-data.withdraw.keep') }).click();
    await dialog.waitFor({ state: 'detached' });
    await button(someone, words('account-data.withdraw.submit')).click();
    await dialog.getByRole('button', { name: words('account-data.withdraw.submit') }).click();
    await heading(someone, words('account-data.withdraw.doneTitle'));
    await page.goto(`${siteUrl()}/set-password#${tokenIn(received.text)}`);
    await heading(someone, words('accounts.setPassword.invalidTitle'));
    expectQuiet(someone);
  });

  test('P-26 an operator finds an account and changes it with a reason; the person is mailed', async () => {
    const company = await companyIn(language);
    const operator = await newOperator(server);
    await operator.call('PATCH', '/session', { language });
    const someone = await newPerson();
    const { page, words } = someone;
    await enterAs(someone, siteUrl(), operator);
    await link(someone, words('account-data.cards.accountsAction')).click();
    await heading(someone, words('account-data.managed.title'));
    await page.getByLabel(words('account-data.managed.userName')).fill(company.mail.toUpperCase());
    await button(someone, words('ui.table.search')).click();
    await page
      .getByText(words('ui.table.shown', { from: 1, to: 1, total: 1 }))
      .first()
      .waitFor();
    await page.reload();
    await page
      .getByRole('link', { name: words('account-data.managed.showName', { loginId: company.loginId }) })
      .click();
    await heading(someone, words('account-data.managed.viewTitle', { loginId: company.loginId }));
    await link(someone, words('account-data.managed.edit')).click();
    await heading(someone, words('account-data.managed.editTitle', { loginId: company.loginId }));
    await fill(someone, { address2: '大阪市' });
    await button(someone, words('account-data.edit.next')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await field(someone, words('account-data.managed.reason')).fill('電話での依頼');
    await check(someone);
    await button(someone, words('account-data.edit.save')).click();
    await heading(someone, words('account-data.managed.doneTitle'));
    const mail = await server.mail.waitFor(
      (one) => one.to === company.mail && one.text.includes(label(someone, 'address2')),
    );
    expect(mail.text).not.toContain('大阪市');
    expect((await company.call('GET', '/account')).body.values).toMatchObject({ address2: '大阪市' });
    expectQuiet(someone);
  });
});

test('P-14 P-24 of two tabs the second is told, loses nothing typed, and does not undo the first', async () => {
  const company = await companyIn('ja');
  const someone = await personIn('ja', desk);
  const { page, words } = someone;
  await enterAs(someone, siteUrl(), company);
  const other: Someone = { ...someone, page: await page.context().newPage() };
  for (const tab of [someone, other]) await toEditForm(tab);
  await fill(someone, { address2: '港区' });
  await check(someone);
  await fill(other, { personInCharge: '見本 次郎', address2: '千代田区' });
  await check(other);
  await button(other, words('account-data.edit.save')).click();
  await heading(other, words('account-data.edit.doneTitle'));
  await page.bringToFront();
  await button(someone, words('account-data.edit.save')).click();
  await page.getByText(words('account-data.edit.meanwhile')).waitFor();
  await page.getByText('千代田区').waitFor();
  await button(someone, words('account-data.edit.save')).click();
  await heading(someone, words('account-data.edit.doneTitle'));
  expect((await company.call('GET', '/account')).body.values).toMatchObject({
    personInCharge: '見本 次郎',
    address2: '港区',
  });
  expectQuiet(someone);
});

test('K-02 P-27 the link in the completion mail closes the account and erases the person', async () => {
  const company = await companyIn('en');
  const someone = await personIn('en', phone);
  const { page, words } = someone;
  await logIn(someone, siteUrl(), company.loginId);
  const ready = await server.mail.waitFor(
    (one) => one.to === company.mail && /完了しました|is ready/.test(one.subject),
  );
  await page.goto(/https?:\/\/\S+\/withdraw#[A-Za-z0-9_-]+/.exec(ready.text)?.[0] ?? '');
  await heading(someone, words('account-data.withdraw.title'));
  await page.getByText(words('account-data.withdraw.account')).waitFor();
  await button(someone, words('account-data.withdraw.submit')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('account-data.withdraw.submit') })
    .click();
  await heading(someone, words('account-data.withdraw.doneTitle'));
  await link(someone, words('account-data.withdraw.logIn')).click();
  await heading(someone, words('accounts.logIn.title'));
  expect((await company.call('GET', '/session')).status).toBe(401);
  expectQuiet(someone);
});
