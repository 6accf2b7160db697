import { readFile } from 'node:fs/promises';
import { createOperator } from '../../server/organizations/create-operator.ts';
import { newCompany, testPassword, tokenIn } from '../../tools/test/accounts.ts';
import { audited } from '../../tools/test/audit.ts';
import { randomHex } from '../../tools/test/activation-keys.ts';
import { person } from '../../tools/test/person.ts';
import { button, field, heading, logIn } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const bought = '/o/$organization/activation-keys';
const headings = 'アクティベーションキーナンバー,レジストレーションID,品番,用途,カテゴリー';

/** Somebody of the maker, who imports activation keys and sees what all have issued. */
export const operator: Walk = {
  name: 'an operator imports activation keys',
  go: async (visit) => {
    const { scene, someone, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    await logIn(someone, siteUrl, await newOperator(visit));
    await stop('home of an operator', '/');
    await page.getByRole('link', { name: words('registration-keys.cards.activationKeysAction') }).click();
    await heading(someone, words('registration-keys.activationKeys.title'));
    await page.getByRole('row').nth(1).waitFor();
    await stop('activation keys', bought);
    const pages = page.url().replace(/\/activation-keys.*$/, '');
    await page.goto(`${pages}/registration-keys`);
    await heading(someone, words('registration-keys.list.title'));
    await page.getByRole('row').nth(1).waitFor();
    await stop('keys issued by all', '/o/$organization/registration-keys');
    await auditLog(visit, `${pages}/audit`);
    await batches(visit, `${pages}/activation-keys`);
    await importKeys(visit, `${pages}/activation-keys/import`);
    await page.goto(`${pages}/imports`);
    await heading(someone, words('imports.list.title'));
    await page.getByRole('row').nth(1).waitFor();
    await stop('files of all', '/o/$organization/imports');
    await page.goto(`${pages}/activation-keys/import/imp_01a1fabe-7ebc-704c-b10d-f849e933f70b`);
    await page.getByRole('heading', { name: words('imports.gone.title') }).waitFor();
    await stop('import, gone', `${bought}/import/$import`);
  },
};

async function newOperator({ scene, look }: Visit): Promise<string> {
  const site = scene.app.sites.get('conference');
  const loginId = `op${randomHex(8).toLowerCase()}`;
  const wished = {
    loginId,
    mail: 'operator@example.jp',
    name: '運営 一郎',
    role: 'owner',
    language: look.language,
  } as const;
  const made = site && (await createOperator(scene.app, site, wished));
  if (!made?.ok) throw new Error('no operator');
  const token = tokenIn(made.value.link);
  await person(scene.url, 'conference').call('POST', '/passwords', { token, password: testPassword });
  return loginId;
}

/** The log of the whole site, and one event of it. */
async function auditLog({ scene, someone, stop }: Visit, address: string): Promise<void> {
  const { page, words } = someone;
  await audited(scene);
  await page.goto(address);
  await heading(someone, words('audit.list.title'));
  await page.getByRole('row').nth(1).waitFor();
  await stop('audit log', '/o/$organization/audit');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: words('audit.view.json') }).waitFor();
  await stop('one event', '/o/$organization/audit/$event');
}

/** Making a batch, the batch with a dialog open, and one of its keys, which a dealer has used. */
async function batches({ scene, someone, stop }: Visit, address: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(`${address}/batches`);
  await heading(someone, words('activation-keys.batches.title'));
  await stop('batches', `${bought}/batches`);
  await page.getByRole('link', { name: words('activation-keys.batches.make') }).click();
  await button(someone, words('activation-keys.make.submit')).click();
  await page.getByText(words('activation-keys.make.chooseProduct')).first().waitFor();
  await stop('batch to be made, with faults', `${bought}/batches/new`);
  await page.getByRole('radio', { name: /会議ユニット|Conference unit/ }).check();
  await field(someone, words('activation-keys.fields.productNumber')).selectOption('EX-MP04');
  await field(someone, words('activation-keys.fields.count')).fill('3');
  await page.getByRole('radio', { name: words('activation-keys.formats.csv') }).check();
  await button(someone, words('activation-keys.make.submit')).click();
  const yes = page.getByRole('dialog').getByRole('button', { name: words('activation-keys.make.confirm') });
  await yes.waitFor();
  await stop('batch, confirm', `${bought}/batches/new`);
  const [file] = await Promise.all([page.waitForEvent('download'), yes.click()]);
  await heading(someone, words('activation-keys.made.title'));
  await stop('batch, file saved', `${bought}/batches/new`);
  const [, row = ''] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  const [number = '', registrationId = ''] = row.split(',');
  const company = await newCompany(scene);
  const body = { category: 'conference-unit', deviceId: randomHex(16), activationKeys: [{ number, registrationId }] };
  await company.create(`${company.path}/registration-keys`, body);
  await page.getByRole('link', { name: words('activation-keys.made.toBatch') }).click();
  await page.getByText(words('activation-keys.states.used'), { exact: true }).waitFor();
  await stop('batch', `${bought}/batches/$batch`);
  await button(someone, words('activation-keys.batch.voidAll')).click();
  await page.getByRole('dialog').waitFor();
  await stop('batch, void?', `${bought}/batches/$batch`);
  await page.goto(`${address}/${number}`);
  await heading(someone, words('activation-keys.key.title', { number }));
  await stop('activation key that is used', `${bought}/$number`);
}

async function importKeys({ someone, stop }: Visit, address: string): Promise<void> {
  const { page, words } = someone;
  const route = `${bought}/import`;
  const upload = async (rows: string[][]) => {
    const buffer = Buffer.from([headings, ...rows.map((cells) => cells.join(','))].join('\r\n'));
    await page.locator('input[type=file]').setInputFiles({ name: 'keys.csv', mimeType: 'text/csv', buffer });
    await button(someone, words('imports.file.upload')).click();
  };
  await page.goto(address);
  await heading(someone, words('registration-keys.import.title'));
  await stop('import, choose a file', route);
  await button(someone, words('imports.file.upload')).click();
  await page.getByText(words('imports.file.missing')).first().waitFor();
  await stop('import, no file chosen', route);
  const row = () => [randomHex(16), randomHex(16), 'EX-MP04', '多地点接続', '会議ユニット'];
  await upload([row(), ['XYZ', '', 'EX-NONE', '', '会議ユニット'], row()]);
  await page
    .getByText(words('imports.preview.faulty', { faults: 4 }))
    .first()
    .waitFor();
  await stop('import, preview with faults', `${route}/$import`);
  await page.goto(address);
  await upload([row(), row()]);
  await page.getByText(words('imports.preview.clean', { rows: 2 })).waitFor();
  await stop('import, preview', `${route}/$import`);
  await button(someone, words('imports.preview.confirm')).click();
  const yes = page.getByRole('dialog').getByRole('button', { name: words('imports.preview.confirm') });
  await yes.waitFor();
  await stop('import, confirm', `${route}/$import`);
  await yes.click();
  await page.getByRole('heading', { name: words('imports.done.title') }).waitFor();
  await stop('import, done', `${route}/$import`);
}
