import { giveDevices, newSerial, register } from '../../tools/test/devices.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const siteId = 'ups';
export const nouns = { ja: { device: 'UPS', devices: 'UPS' }, en: { device: 'UPS', devices: 'UPS units' } };
const own = '/o/$organization/devices';
const made = '/o/$organization/manufactured-devices';

/** A customer who registers a UPS and looks after it. */
export const deviceOwner: Walk = {
  name: 'a customer and their UPS',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { words } = someone;
    const owner = await newCustomer(visit);
    await enterAs(someone, `${scene.url}/${siteId}`, owner);
    await stop('home of a customer with UPS', '/');
    await open(visit, owner, '');
    await heading(someone, words('devices.list.title', nouns[look.language]));
    await stop('list of devices, empty', own);
    await registerOne(visit, owner);
    await registerMany(visit, owner);
    await lookAfter(visit, owner);
    await club(visit, owner);
    await open(visit, owner, '/help');
    await heading(someone, words('devices.help.title'));
    await stop('help about devices', `${own}/help`);
  },
};

/** An operator with the factory's list, the models and a customer's device. */
export const deviceOperator: Walk = {
  name: 'an operator and devices',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const noun = nouns[look.language];
    const customer = await newCustomer(visit);
    const [serial = ''] = await giveDevices(scene, 1);
    const { body } = await register(customer, serial, { company: '見本工業株式会社', purchasedOn: '2026-10-02' });
    const device = String(body.id);
    const before = await customer.call('GET', `${customer.path}/devices/${device}`);
    const match = { 'if-match': before.headers.get('etag') ?? '' };
    await customer.call('PATCH', `${customer.path}/devices/${device}`, { values: { purchasedOn: today() } }, match);
    const maker = await newOrganization(scene, 'maker', '', siteId);
    const operator = await newColleague(scene, maker, 'owner', { siteId, language: look.language });
    await enterAs(someone, `${scene.url}/${siteId}`, operator);
    await stop('home of an operator of devices', '/');
    await open(visit, operator, '?lengthened=yes');
    await page.getByRole('row').nth(1).waitFor();
    await stop('list of devices, of all customers', own);
    await open(visit, operator, `/${device}`);
    await page.getByRole('heading', { name: words('devices.detail.values') }).waitFor();
    await stop('a device, seen by an operator', `${own}/$device`);
    await open(visit, operator, '/models');
    await heading(someone, words('devices.models.title'));
    await stop('models', `${own}/models`);
    await page.goto(`${scene.url}/${siteId}/o/${operator.organization}/manufactured-devices`);
    await page.getByRole('row').nth(1).waitFor();
    await stop('manufactured devices', made);
    await page.goto(`${scene.url}/${siteId}/o/${operator.organization}/manufactured-devices/import`);
    await heading(someone, words('devices.manufacturedImport.title', noun));
    await stop('import of manufactured devices', `${made}/import`);
    const free = newSerial(siteOf(scene, siteId), 'SB1500-R');
    const buffer = Buffer.from(`model,serial,shippedOn\nSB1500-R,${free},2026-10-01\nSB1500-R,AB12,2026-10-01\n`);
    await page.locator('input[type=file]').setInputFiles({ name: 'factory.csv', mimeType: 'text/csv', buffer });
    await button(someone, words('imports.file.upload')).click();
    await page.getByRole('row').nth(1).waitFor();
    await stop('import of manufactured devices, with a fault', `${made}/import/$import`);
  },
};

function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date());
}

async function newCustomer({ scene, look }: Visit): Promise<Colleague> {
  const organization = await newOrganization(scene, 'customer', '見本工業', siteId);
  return newColleague(scene, organization, 'owner', { siteId, language: look.language });
}

async function open({ scene, someone }: Visit, who: Colleague, rest: string): Promise<void> {
  await someone.page.goto(`${scene.url}/${siteId}/o/${who.organization}/devices${rest}`);
}

async function registerOne(visit: Visit, owner: Colleague): Promise<void> {
  const { scene, someone, look, stop } = visit;
  const { page, words } = someone;
  const noun = nouns[look.language];
  const route = `${own}/register/$draft/$step`;
  const [serial = ''] = await giveDevices(scene, 1);
  await open(visit, owner, '/register');
  await heading(someone, words('devices.register.formTitle', noun));
  await button(someone, words('scanner.start')).click();
  await button(someone, words('scanner.again')).waitFor();
  await button(someone, words('ui.confirm')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('register a device, no camera and a fault', route);
  await button(someone, words('scanner.stop')).click();
  await field(someone, words('devices.fields.serial')).fill(newSerial(siteOf(scene, siteId), 'SB1500-R'));
  await button(someone, words('ui.confirm')).click();
  await page.getByRole('link', { name: words('devices.register.askByForm') }).waitFor();
  await stop('register a device, one that is not there', route);
  await field(someone, words('devices.fields.serial')).fill(serial);
  await button(someone, words('ui.confirm')).click();
  await heading(someone, words('devices.register.confirmTitle'));
  await stop('register a device, check', route);
  await button(someone, words('devices.register.submit')).click();
  await heading(someone, words('devices.register.doneTitle', noun));
  await page.getByRole('heading', { name: words('unlock-codes.title') }).waitFor();
  await stop('register a device, done', route);
  await page.getByRole('link', { name: words('unlock-codes.certificate') }).click();
  await heading(someone, words('unlock-codes.paper.title'));
  await stop('certificate', `${own}/$device/certificate`);
}

async function registerMany(visit: Visit, owner: Colleague): Promise<void> {
  const { scene, someone, look, stop } = visit;
  const { page, words } = someone;
  const [serial = ''] = await giveDevices(scene, 1);
  const many = `${own}/register-many`;
  await open(visit, owner, '/register-many');
  await heading(someone, words('devices.many.title', nouns[look.language]));
  await page.getByText(words('devices.many.defaultsOpen')).click();
  await stop('register many devices', many);
  const buffer = Buffer.from('serial\nAB12\n');
  await page.locator('input[type=file]').setInputFiles({ name: 'serials.csv', mimeType: 'text/csv', buffer });
  await button(someone, words('imports.file.upload')).click();
  await heading(someone, words('imports.preview.title'));
  await stop('register many devices, with a fault', `${many}/$import`);
  await open(visit, owner, '/scan');
  await button(someone, words('devices.scan.check')).click();
  await page.getByText(words('devices.scan.missing')).waitFor();
  await field(someone, words('devices.scan.type')).fill(serial);
  await button(someone, words('devices.scan.add')).click();
  await page.getByText(words('devices.scan.collected', { count: 1 })).waitFor();
  await stop('scan serial numbers', `${own}/scan/$draft`);
  await button(someone, words('devices.scan.check')).click();
  await button(someone, words('devices.many.confirm')).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('devices.many.confirm') })
    .click();
  await heading(someone, words('devices.many.doneTitle', nouns[look.language]));
  await stop('register many devices, done', `${many}/$import`);
}

async function lookAfter(visit: Visit, owner: Colleague): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  const edit = `${own}/$device/edit/$draft/$step`;
  await open(visit, owner, '?purchasedFrom=2026-01-02&purchasedTo=2026-01-01');
  await page.getByRole('alert').or(page.getByRole('row').nth(1)).first().waitFor();
  await stop('list of devices, days the wrong way round', own);
  await open(visit, owner, '');
  await page.getByRole('row').nth(1).getByRole('link').click();
  await page.getByRole('heading', { name: words('devices.detail.values') }).waitFor();
  await stop('a device', `${own}/$device`);
  await page.getByRole('link', { name: words('devices.detail.edit') }).click();
  await field(someone, words('devices.fields.postalCode')).fill('12');
  await button(someone, words('ui.confirm')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('change a device, with a fault', edit);
  await field(someone, words('devices.fields.postalCode')).fill('');
  await field(someone, words('devices.fields.remarks')).fill('2階 サーバー室');
  await button(someone, words('ui.confirm')).click();
  await heading(someone, words('devices.edit.confirmTitle'));
  await stop('change a device, check', edit);
  await button(someone, words('devices.edit.save')).click();
  await heading(someone, words('devices.edit.doneTitle'));
  await stop('change a device, done', edit);
  await page.getByRole('link', { name: words('devices.edit.toDetail') }).click();
  await page.getByText(words('devices.history.causes.registered'), { exact: true }).waitFor();
  await stop('a device with its history', `${own}/$device`);
}

async function club(visit: Visit, owner: Colleague): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  await open(visit, owner, '/club');
  await button(someone, words('devices.club.join')).click();
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await stop('owner’s club, join?', `${own}/club`);
  await dialog.getByRole('button', { name: words('devices.club.join') }).click();
  await page.getByText(words('devices.club.joined')).waitFor();
  await stop('owner’s club, joined', `${own}/club`);
}
