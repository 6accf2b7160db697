import { readFile } from 'node:fs/promises';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { formatKey } from '../../domain/registration-keys/key.ts';
import { newCompany, type Member } from '../../tools/test/accounts.ts';
import { randomHex, type TestKey } from '../../tools/test/activation-keys.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { operatorAt } from '../operators.ts';
import { button, expectQuiet, field, heading, type Someone } from '../people.ts';

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer(), launchBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const category = 'conference-unit';
const looks = [
  ['ja', 1920],
  ['en', 390],
] as const;

/** Presses and takes the file that comes of it. */
async function download(someone: Someone, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const [file] = await Promise.all([someone.page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

/** The numbers and IDs on printed sheets, read back from the PDF. */
async function keysOnSheets(bytes: Uint8Array): Promise<{ keys: TestKey[]; text: string }> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  const solid = text.replaceAll(/[\s-]/g, '');
  const found = solid.matchAll(/Activationkeynumber([0-9A-F]{16})レジストレーションIDRegistrationID([0-9A-F]{16})/g);
  return { keys: [...found].map(([, number = '', registrationId = '']) => ({ number, registrationId })), text: solid };
}

function ask(company: Member, key: TestKey, deviceId = randomHex(16)) {
  return company.create(`${company.path}/registration-keys`, { category, deviceId, activationKeys: [key] });
}

test.each(looks)(
  'K-13 making activation keys in %s at %i pixels: sheets, use, a lost one, a stolen rest',
  async (language, width) => {
    const { operator, someone } = await operatorAt(server, browser, language, width);
    const company = await newCompany(server);
    const { page, words } = someone;
    await page.goto(`${server.url}/conference/o/${operator.organization}/activation-keys/batches`);
    await page.getByRole('link', { name: words('activation-keys.batches.make') }).click();
    await heading(someone, words('activation-keys.make.title'));
    await button(someone, words('activation-keys.make.submit')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 4 })).waitFor();
    await page.getByRole('radio', { name: /会議ユニット|Conference unit/ }).check();
    await field(someone, words('activation-keys.fields.productNumber')).selectOption('EX-MP04');
    const purpose = field(someone, words('activation-keys.fields.purpose'));
    expect(await purpose.inputValue()).toBe(language === 'ja' ? '多地点接続' : 'Multipoint connection');
    await purpose.fill('多地点接続（4地点まで）');
    await field(someone, words('activation-keys.fields.count')).fill('１００１');
    await field(someone, words('activation-keys.fields.note')).fill('注文 2026-1121');
    await button(someone, words('activation-keys.make.submit')).click();
    await page
      .getByText(words('problems.registration-keys.batch-size', { min: 1, max: 1000 }))
      .first()
      .waitFor();
    await field(someone, words('activation-keys.fields.count')).fill('４');
    await button(someone, words('activation-keys.make.submit')).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: words('activation-keys.make.confirm') });
    const sheets = await download(someone, () => confirm.click());
    await heading(someone, words('activation-keys.made.title'));
    const { keys, text } = await keysOnSheets(sheets.bytes);
    expect(sheets.name).toMatch(/^activation-keys-\d{8}-EX-MP04\.pdf$/);
    expect(keys).toHaveLength(4);
    expect(text).toContain('多地点接続（4地点まで）');
    const again = await download(someone, () => button(someone, words('activation-keys.made.again')).click());
    expect(Buffer.from(again.bytes).equals(Buffer.from(sheets.bytes))).toBe(true);
    expect((await ask(company, keys[0]!)).status).toBe(201);

    await page.getByRole('link', { name: words('activation-keys.made.toBatch') }).click();
    await heading(someone, words('activation-keys.batch.title', { productNumber: 'EX-MP04' }));
    await page.getByText(words('activation-keys.delivery.confirmed'), { exact: true }).first().waitFor();
    const lost = keys[1]!;
    const renew = words('activation-keys.batch.forKey', {
      action: words('activation-keys.batch.renew'),
      number: formatKey(lost.number),
    });
    await button(someone, renew).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: words('activation-keys.formats.csv') }).check();
    await dialog.getByRole('button', { name: words('activation-keys.batch.renew') }).click();
    await dialog.getByText(words('problems.identifiers.required'), { exact: true }).waitFor();
    await dialog.getByLabel(words('activation-keys.fields.reason')).fill('シートの紛失');
    const table = await download(someone, () =>
      dialog.getByRole('button', { name: words('activation-keys.batch.renew') }).click(),
    );
    const [number = '', registrationId = ''] = (Buffer.from(table.bytes).toString().split('\r\n')[1] ?? '').split(',');
    expect(number).toBe(formatKey(lost.number));
    expect((await ask(company, lost)).status).toBe(422);
    expect((await ask(company, { number, registrationId })).status).toBe(201);

    await page.getByRole('link', { name: words('activation-keys.made.toBatch') }).click();
    await button(someone, words('activation-keys.batch.voidAll')).click();
    await dialog.getByLabel(words('activation-keys.fields.reason')).fill('荷物の盗難');
    await dialog.getByRole('button', { name: words('activation-keys.batch.voidConfirm') }).click();
    await page.getByText(words('activation-keys.batch.voidDone', { count: 2 })).waitFor();
    expect((await ask(company, keys[2]!)).status).toBe(422);
    await page.getByText(words('activation-keys.states.voided'), { exact: true }).nth(1).waitFor();
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    expectQuiet(someone);
  },
);

test('K-13 a file that never arrived shows in the list, and can be said to have arrived after all', async () => {
  const { operator, someone } = await operatorAt(server, browser, 'ja', 1920);
  const { page, words } = someone;
  const wish = { category, productNumber: 'EX-REC1', purpose: '録画', note: '', count: 2, format: 'csv' };
  await operator.create(`${operator.path}/activation-key-batches`, wish);
  await page.goto(`${server.url}/conference/o/${operator.organization}/activation-keys/batches`);
  const row = page.getByRole('row').filter({ hasText: 'EX-REC1' });
  await row.getByText(words('activation-keys.delivery.open')).waitFor();
  await row.getByRole('link').click();
  await page.getByText(words('activation-keys.batch.openText', { count: 2 })).waitFor();
  await button(someone, words('activation-keys.batch.arrived')).click();
  await page.getByText(words('activation-keys.batch.openTitle')).waitFor({ state: 'detached' });
  await page.getByText(words('activation-keys.delivery.confirmed'), { exact: true }).first().waitFor();
  const batches = await operator.call('GET', `${operator.path}/activation-key-batches`);
  expect(batches.body.items).toContainEqual(expect.objectContaining({ productNumber: 'EX-REC1', unconfirmed: 0 }));
  expectQuiet(someone);
});
