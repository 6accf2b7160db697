import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDay } from '../../domain/site/civil-day.ts';
import { daysMs } from '../../server/kernel/clock.ts';
import { newCompany, testPassword, tokenIn, type Member } from '../../tools/test/accounts.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { writeVersion } from '../../tools/test/policies.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import {
  button,
  expectQuiet,
  field,
  heading,
  logIn,
  loginIdField,
  openLogin,
  sitDown,
  type Someone,
} from '../people.ts';

const aheadMs = 40 * daysMs;
const laterVersion = civilDay(new Date(Date.now() + aheadMs), 'Asia/Tokyo');
const nextPassword = 'Veranda27';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  const moreSites = { conference: (folder: string) => writeVersion(folder, 'privacy-consent', laterVersion) };
  [server, browser] = await Promise.all([startTestServer({ moreSites }), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const siteUrl = () => `${server.url}/conference`;

async function sitDownIn(language: 'ja' | 'en', width = 1280): Promise<Someone> {
  return sitDown(await browser.newPerson({ language, width, height: width < 600 ? 844 : 1080 }), language);
}

/** A company whose pages speak this language, and its address. */
async function companyIn(language: 'ja' | 'en'): Promise<Member & { mail: string }> {
  const company = await newCompany(server);
  const { body } = await company.call('PATCH', '/session', { language });
  return { ...company, mail: String((body.user as { mail: string }).mail) };
}

/** The token of the newest link to set a password, when `count` of them have come: the first was the sign-up's. */
async function newestToken(mail: string, count: number): Promise<string> {
  const links = () => server.mail.mails.filter(({ to, text }) => to === mail && text.includes('set-password#'));
  await server.mail.waitFor(() => links().length >= count);
  return tokenIn(links().at(-1)?.text ?? '');
}

async function typePasswords(someone: Someone, labels: readonly [string, string], password: string): Promise<void> {
  for (const label of labels) await field(someone, someone.words(label)).fill(password);
}

async function typeChange(someone: Someone, present: string, next: string): Promise<void> {
  const { words } = someone;
  await field(someone, words('passwords.change.present')).fill(present);
  await typePasswords(someone, ['passwords.change.next', 'passwords.change.again'], next);
  await button(someone, words('passwords.change.submit')).click();
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test(`P-12 forgotten ID, forgotten password, and in again, in ${language}`, async () => {
    const company = await companyIn(language);
    const someone = await sitDownIn(language, 390);
    const { page, words } = someone;
    await openLogin(someone, siteUrl());
    await page.getByRole('link', { name: words('passwords.logIn.forgottenId') }).click();
    await heading(someone, words('passwords.forgottenId.title'));
    await button(someone, words('passwords.forgottenId.submit')).click();
    await page.getByText(words('problems.identifiers.required')).first().waitFor();
    await field(someone, words('passwords.forgotten.mail')).fill(company.mail);
    await button(someone, words('passwords.forgottenId.submit')).click();
    await heading(someone, words('passwords.sent.title'));
    const ids = await server.mail.waitFor((one) => one.to === company.mail && one.text.includes('forgotten-password'));
    expect(ids.text).toContain(company.loginId);

    await page.reload();
    await page.getByRole('link', { name: words('passwords.sent.toReset') }).click();
    await heading(someone, words('passwords.forgotten.title'));
    await field(someone, words('passwords.forgotten.loginId')).fill(company.loginId);
    await button(someone, words('passwords.forgotten.submit')).click();
    await heading(someone, words('passwords.sent.title'));
    await page.reload();
    await heading(someone, words('passwords.sent.title'));
    const token = await newestToken(company.mail, 2);
    await page.goto(`${siteUrl()}/set-password#${token}`);
    await heading(someone, words('accounts.setPassword.title'));
    await typePasswords(someone, ['accounts.setPassword.password', 'accounts.setPassword.again'], nextPassword);
    await button(someone, words('accounts.setPassword.submit')).click();
    await heading(someone, words('accounts.setPassword.doneTitle'));
    await page.reload();
    await heading(someone, words('accounts.setPassword.invalidTitle'));
    await page.getByRole('link', { name: words('passwords.renew.button') }).waitFor();
    await logIn(someone, siteUrl(), company.loginId, nextPassword);
    expectQuiet(someone);
  });

  test(`P-12 a changed password ends the other browser’s session, in ${language}`, async () => {
    const company = await companyIn(language);
    const [here, there] = [await sitDownIn(language), await sitDownIn(language, 390)];
    await logIn(here, siteUrl(), company.loginId);
    await logIn(there, siteUrl(), company.loginId);
    const { page, words } = here;
    await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
    await page.getByRole('link', { name: words('shell.account.password') }).click();
    await heading(here, words('passwords.change.title'));
    await typeChange(here, testPassword, testPassword);
    await page.getByText(words('problems.accounts.password-same')).first().waitFor();
    await typeChange(here, 'Mistake26', nextPassword);
    await page.getByText(words('problems.accounts.present-password-wrong')).first().waitFor();
    await typeChange(here, testPassword, nextPassword);
    await page.getByText(words('passwords.change.done')).waitFor();
    await page.goto(siteUrl());
    await heading(here, words('shell.welcome.title'));

    await there.page.goto(`${siteUrl()}/account`);
    await heading(there, words('accounts.logIn.title'));
    const told = await server.mail.waitFor(
      (one) => one.to === company.mail && one.text.includes(`${siteUrl()}/forgotten-password`),
    );
    expect(told.text).toContain(company.loginId);
    expect(told.text).not.toContain(nextPassword);
    expectQuiet(here);
    expectQuiet(there);
  });
});

describe('a new version of a document', () => {
  const companies = new Map<string, Member>();

  beforeAll(async () => {
    for (const language of ['ja', 'en'] as const) companies.set(language, await companyIn(language));
    server.clock.move(aheadMs);
  });

  test.each(['ja', 'en'] as const)(
    'P-03 is met at the next login, declined, then agreed to, in %s',
    async (language) => {
      const company = companies.get(language);
      if (!company) throw new Error('nobody signed up');
      const someone = await sitDownIn(language, 390);
      const { page, words } = someone;
      const wanted = `${siteUrl()}/o/${company.organization}/registration-keys`;
      const shown = language === 'ja' ? `${laterVersion}版の本文です。` : `This is the text of ${laterVersion}.`;

      const typeLogin = async (): Promise<void> => {
        await loginIdField(someone).fill(company.loginId);
        await field(someone, words('accounts.logIn.password')).fill(testPassword);
        await button(someone, words('accounts.logIn.submit')).click();
        await heading(someone, words('consents.title'));
      };
      await openLogin(someone, siteUrl());
      await typeLogin();
      await page.getByText(shown).waitFor();
      await page.goto(`${siteUrl()}/account/password`);
      await heading(someone, words('consents.title'));
      await button(someone, words('consents.decline')).click();
      await heading(someone, words('consents.declined.title'));
      await page.goto(wanted);
      await heading(someone, words('accounts.logIn.title'));
      await typeLogin();
      await page.reload();
      await button(someone, words('consents.agree')).click();
      await heading(someone, words('registration-keys.list.title'));

      await page.goto(`${siteUrl()}/account/documents`);
      await heading(someone, words('consents.history.title'));
      const table = page.getByRole('table').nth(1);
      await table.waitFor();
      expect(await table.getByRole('row').count()).toBe(3);
      await table.getByRole('link').last().click();
      await heading(someone, words('shell.documents.privacy-consent'));
      await page.getByRole('link', { name: words('shell.documentCurrent') }).click();
      await page.getByText(shown).waitFor();
      await logOutAndIn(someone, company.loginId);
      expectQuiet(someone);
    },
  );
});

/** Asked once: the next login leads straight home. */
async function logOutAndIn(someone: Someone, loginId: string): Promise<void> {
  const { page, words } = someone;
  await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
  await button(someone, words('shell.account.logOut')).click();
  await page.getByText(words('accounts.logIn.loggedOut')).waitFor();
  await logIn(someone, siteUrl(), loginId);
}
