import { giveDevices } from '../../tools/test/devices.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const siteId = 'ups';
export const nouns = { ja: { device: 'UPS', devices: 'UPS' }, en: { device: 'UPS', devices: 'UPS units' } };
const register = '/o/$organization/devices/register/$draft/$step';

/** A customer who registers a UPS and looks after it. */
export const deviceOwner: Walk = {
  name: 'a customer and their UPS',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const organization = await newOrganization(scene, 'customer', '見本工業', siteId);
    const owner = await newColleague(scene, organization, 'owner', { siteId, language: look.language });
    await enterAs(someone, `${scene.url}/${siteId}`, owner);
    await stop('home of a customer with UPS', '/');
    await registerOne(visit);
    await page.goto(`${scene.url}/${siteId}/o/${organization}/devices/help`);
    await heading(someone, words('devices.help.title'));
    await stop('help about devices', '/o/$organization/devices/help');
  },
};

async function registerOne({ scene, someone, look, stop }: Visit): Promise<void> {
  const { page, words } = someone;
  const noun = nouns[look.language];
  const [serial = ''] = await giveDevices(scene, 1);
  await page
    .getByRole('link', { name: words('devices.cards.registerAction', noun) })
    .last()
    .click();
  await heading(someone, words('devices.register.formTitle', noun));
  await button(someone, words('scanner.start')).click();
  await button(someone, words('scanner.again')).waitFor();
  await button(someone, words('ui.confirm')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('register a device, no camera and a fault', register);
  await button(someone, words('scanner.stop')).click();
  await field(someone, words('devices.fields.serial')).fill(serial);
  await button(someone, words('ui.confirm')).click();
  await heading(someone, words('devices.register.confirmTitle'));
  await stop('register a device, check', register);
  await button(someone, words('devices.register.submit')).click();
  await heading(someone, words('devices.register.doneTitle', noun));
  await stop('register a device, done', register);
}
