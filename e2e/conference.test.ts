import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../domain/site/languages.ts';
import { formatDeviceId } from '../domain/identifiers/device-id.ts';
import type { RunningUnit } from '../edge/pages/serve.ts';
import { runUnit } from '../edge/unit/simulate.ts';
import { createOperator } from '../server/organizations/create-operator.ts';
import { factoryFileOf } from '../server/registration-keys/factory.ts';
import { testPassword, tokenIn } from '../tools/test/accounts.ts';
import { randomHex, type TestKey } from '../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../tools/test/server.ts';
import { toShiftJis } from '../tools/test/shift-jis.ts';
import { button, expectQuiet, field, heading, logIn, paste, sitDown, type Someone } from './people.ts';
import { startUnit, typeKey } from './unit-owner.ts';
import { toDeviceStep, toKeysStep, toReview, typeEntry } from './wizard.ts';

let server: TestServer;
let browser: TestBrowser;
let folder: string;
const units: RunningUnit[] = [];

beforeAll(async () => {
  [server, browser, folder] = await Promise.all([
    startTestServer(),
    launchBrowser(),
    mkdtemp(join(tmpdir(), 'engawa-units-')),
  ]);
});
afterAll(async () => {
  for (const unit of units) await unit.close();
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

const siteUrl = () => `${server.url}/conference`;

async function newUnit(deviceId: string): Promise<string> {
  const site = server.app.sites.get('conference');
  const made = site && (await factoryFileOf(server.app, site, 'conference-unit', deviceId));
  if (!made?.ok) throw new Error('no factory file');
  const factoryFile = join(folder, `${deviceId}.json`);
  await writeFile(factoryFile, JSON.stringify(made.value));
  const unit = await runUnit({ factoryFile, stateFile: join(folder, `${deviceId}.state.json`), port: 0 });
  units.push(unit);
  return unit.url;
}

/** The file a seller's spreadsheet program saves in Japan. */
function sheet(keys: readonly TestKey[]): Buffer {
  const rows = keys.map((key) => [key.number, key.registrationId, 'EX-MP04', '多地点接続', '会議ユニット'].join(','));
  const head = 'アクティベーションキーナンバー,レジストレーションID,品番,用途,カテゴリー';
  return Buffer.from(toShiftJis([head, ...rows].join('\r\n')));
}

async function setPassword(someone: Someone, link: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(link);
  await heading(someone, words('accounts.setPassword.title'));
  await field(someone, words('accounts.setPassword.password')).fill(testPassword);
  await field(someone, words('accounts.setPassword.again')).fill(testPassword);
  await button(someone, words('accounts.setPassword.submit')).click();
  await heading(someone, words('accounts.setPassword.doneTitle'));
}

async function operatorImports(language: Language, keys: readonly TestKey[]): Promise<void> {
  const operator = await sitDown(await browser.newPerson({ language, width: 1920, height: 1080 }), language);
  const site = server.app.sites.get('conference');
  const loginId = `operator${language}`;
  const made =
    site &&
    (await createOperator(server.app, site, {
      loginId,
      mail: `${loginId}@example.jp`,
      name: '運営',
      role: 'owner',
      language,
    }));
  if (!made?.ok) throw new Error('no operator');
  await setPassword(operator, made.value.link);
  await logIn(operator, siteUrl(), loginId);
  const { page, words } = operator;
  await page
    .getByRole('link', { name: words('registration-keys.menu.import') })
    .first()
    .click();
  await heading(operator, words('registration-keys.import.title'));
  await page.locator('input[type=file]').setInputFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer: sheet(keys) });
  await button(operator, words('imports.file.upload')).click();
  await page.getByText(words('imports.preview.clean', { rows: keys.length })).waitFor();
  await page.getByText('shift_jis', { exact: false }).first().waitFor();
  await button(operator, words('imports.preview.confirm')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('imports.preview.confirm') })
    .click();
  await page.getByRole('heading', { name: words('imports.done.title') }).waitFor();
  expectQuiet(operator);
}

async function companySignsUp(someone: Someone, mail: string): Promise<string> {
  const { page, words, language } = someone;
  await page.goto(`${siteUrl()}/login?lang=${language}`);
  await page.getByRole('link', { name: words('accounts.logIn.signUp') }).click();
  await heading(someone, words('accounts.signUp.terms.title'));
  await button(someone, words('accounts.signUp.terms.agree')).click();
  await heading(someone, words('accounts.signUp.form.title'));
  const fill = (name: string, text: string) => field(someone, words(`accounts.signUp.fields.${name}`)).fill(text);
  await fill('company', '見本商事株式会社');
  await fill('postalCode', '１００－０００１');
  await fill('address1', '東京都千代田区');
  await fill('phone', '０３－１２３４－５６７８');
  await fill('personInCharge', '見本 花子');
  await fill('mail', mail);
  await fill('mailAgain', mail);
  await button(someone, words('accounts.signUp.form.next')).click();
  await heading(someone, words('accounts.signUp.confirm.title'));
  await page.reload();
  await page.getByText('見本商事株式会社').waitFor();
  await button(someone, words('accounts.signUp.confirm.submit')).click();
  await heading(someone, words('accounts.signUp.received.title'));
  const received = await server.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
  await setPassword(someone, `${siteUrl()}/set-password#${tokenIn(received.text)}`);
  const loginId = /(?:ログインID|Login ID): (\S+)/.exec(received.text)?.[1] ?? '';
  await logIn(someone, siteUrl(), loginId);
  return loginId;
}

/** The keys shown in step 5, in order. */
async function shownKeys({ page, words }: Someone): Promise<string[]> {
  await page.getByRole('heading', { level: 1, name: words('registration-keys.issue.done.title') }).waitFor();
  const table = page.getByRole('table').first();
  await table.waitFor();
  const cells = await table.getByRole('row').locator('td:first-child code').allInnerTexts();
  return cells.map((cell) => cell.trim());
}

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test(`K-02 K-03 K-12 K-13 the main job, end to end, in ${language}`, async () => {
    const keys = [0, 1, 2].map(() => ({ number: randomHex(16), registrationId: randomHex(16) }));
    const deviceId = randomHex(16);
    const [ownUnit, otherUnit] = [await newUnit(deviceId), await newUnit(randomHex(16))];
    await operatorImports(language, keys);

    const dealer = await sitDown(
      await browser.newPerson({ language, width: language === 'ja' ? 1920 : 390, height: 844 }),
      language,
    );
    const { page, words } = dealer;
    const mail = `dealer-${language}@example.jp`;
    await companySignsUp(dealer, mail);

    const wide = [...formatDeviceId(deviceId, 'hex16')]
      .map((character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
      .join('');
    await toDeviceStep(dealer);
    await toKeysStep(dealer, wide, ['本社ビル', '3階 会議室A']);
    await typeEntry(dealer, 0, keys[0]!);
    await button(dealer, words('registration-keys.issue.keys.add')).click();
    await typeEntry(dealer, 1, keys[1]!);
    await toReview(dealer);
    expect(await page.getByLabel(words('registration-keys.issue.review.address')).first().inputValue()).toBe(mail);
    await button(dealer, words('registration-keys.issue.review.submit')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('registration-keys.issue.review.confirm') })
      .click();
    const issued = await shownKeys(dealer);
    expect(issued).toHaveLength(2);
    const sent = await server.mail.waitFor((one) => one.to === mail && issued.every((key) => one.text.includes(key)));
    expect(sent.subject).toContain(formatDeviceId(deviceId, 'hex16'));

    const owner = await sitDown(await browser.newPerson({ language, width: 390, height: 844 }), language);
    await startUnit(owner, ownUnit);
    for (const key of issued) expect(await typeKey(owner, ownUnit, key)).toContain(words('unit.accepted'));
    await startUnit(owner, otherUnit);
    expect(await typeKey(owner, otherUnit, issued[0]!)).toContain(words('unit.authentication-failed'));

    await toDeviceStep(dealer, siteUrl());
    await toKeysStep(dealer, deviceId);
    await typeEntry(dealer, 0, keys[0]!);
    await toReview(dealer);
    await page.getByRole('heading', { name: words('registration-keys.issue.review.before') }).waitFor();
    await page.getByLabel(words('registration-keys.issue.review.wantMail')).uncheck();
    await button(dealer, words('registration-keys.issue.review.submit')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('registration-keys.issue.review.confirm') })
      .click();
    expect(await shownKeys(dealer)).toEqual([issued[0]]);

    await toDeviceStep(dealer, siteUrl());
    await toKeysStep(dealer, randomHex(16));
    await typeEntry(dealer, 0, keys[0]!);
    await button(dealer, words('ui.next')).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('registration-keys.issue.keys.confirm') })
      .click();
    await page.getByText(formatDeviceId(deviceId, 'hex16')).first().waitFor();
    expectQuiet(dealer);
    expectQuiet(owner);
  });
});

test('K-03 bad input is told at the field in the person’s language, and nothing is lost', async () => {
  const someone = await sitDown(await browser.newPerson({ language: 'ja', width: 390, height: 844 }), 'ja');
  const { page, words } = someone;
  await companySignsUp(someone, 'careful@example.jp');
  await toDeviceStep(someone);
  await button(someone, words('ui.next')).click();
  await page.getByRole('alert').or(page.getByText('入力してください。')).first().waitFor();
  await paste(someone, words('registration-keys.fields.deviceId'), '0123456789ABCDEG');
  await page.getByText('「G」は使えません', { exact: false }).first().waitFor();
  const device = randomHex(16);
  await toKeysStep(someone, device, ['東京支店', '']);
  await typeEntry(someone, 0, { number: randomHex(16), registrationId: 'XYZ' });
  await button(someone, words('ui.next')).click();
  await page.getByText('「X」は使えません', { exact: false }).first().waitFor();
  await typeEntry(someone, 0, { number: randomHex(16), registrationId: randomHex(16) });
  await button(someone, words('ui.next')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('registration-keys.issue.keys.confirm') })
    .click();
  await page.getByText('シートと照らし合わせてください', { exact: false }).first().waitFor();
  await button(someone, words('ui.back')).click();
  await heading(someone, words('registration-keys.issue.device.title'));
  expect(await page.getByLabel(words('registration-keys.issue.device.line', { line: 1 })).inputValue()).toBe(
    '東京支店',
  );
  expectQuiet(someone);
});

test('P-10 two sign-ups in two tabs of one browser keep apart what is typed in each, also over a reload', async () => {
  const context = await browser.newPerson({ language: 'ja' });
  const tabs = [await sitDown(context, 'ja'), await sitDown(context, 'ja')];
  for (const [index, tab] of tabs.entries()) {
    await tab.page.goto(`${siteUrl()}/login`);
    await tab.page.getByRole('link', { name: tab.words('accounts.logIn.signUp') }).click();
    await button(tab, tab.words('accounts.signUp.terms.agree')).click();
    await field(tab, tab.words('accounts.signUp.fields.company')).fill(`見本会社${index}`);
    await field(tab, tab.words('accounts.signUp.fields.address1')).fill('東京都');
  }
  for (const [index, tab] of tabs.entries()) {
    await button(tab, tab.words('accounts.signUp.form.next')).click();
    await tab.page.getByText(tab.words('ui.errorSummary.title', { count: 2 })).waitFor();
    await tab.page.reload();
    await heading(tab, tab.words('accounts.signUp.form.title'));
    expect(await field(tab, tab.words('accounts.signUp.fields.company')).inputValue()).toBe(`見本会社${index}`);
    expectQuiet(tab);
  }
});

test('P-11 after logging out the back button shows nothing private', async () => {
  const someone = await sitDown(await browser.newPerson({ language: 'en' }), 'en');
  const { page, words } = someone;
  await companySignsUp(someone, 'leaving@example.jp');
  await page.getByRole('button', { name: /account menu/i }).click();
  await page
    .getByRole('button', { name: words('shell.account.logOut') })
    .or(page.getByRole('menuitem', { name: words('shell.account.logOut') }))
    .first()
    .click();
  await heading(someone, words('accounts.logIn.title'));
  await page.goBack();
  expect(await page.getByText('見本商事株式会社').count()).toBe(0);
});
