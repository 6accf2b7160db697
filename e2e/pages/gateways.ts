import { randomUUID } from 'node:crypto';
import { register } from '../../tools/test/devices.ts';
import { claimCode, gatewaySite, makeGateways } from '../../tools/test/gateways.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const edit = '/account/maintenance-addresses/edit/$draft/$step';
const own = '/o/$organization/devices';
export const gatewayNouns = {
  ja: { device: 'ゲートウェイ', devices: 'ゲートウェイ' },
  en: { device: 'gateway', devices: 'gateways' },
};

/** A dealer who holds a gateway for a customer to come, and says where mails about alarms go. */
export const gatewayDealer: Walk = {
  name: 'a dealer and gateways',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${gatewaySite}`;
    const organization = await newOrganization(scene, 'dealer', '見本電設', gatewaySite);
    const dealer = await newColleague(scene, organization, 'owner', { siteId: gatewaySite, language: look.language });
    const [gateway] = await makeGateways(scene, 1);
    await register(dealer, gateway?.serial ?? '', { installation: '見本邸' }, { claimCode });
    await enterAs(someone, site, dealer);
    await stop('home of a dealer with gateways', '/');
    await page.goto(`${site}/o/${organization}/devices`);
    await page.getByRole('row').nth(1).waitFor();
    await stop('list of gateways', own);
    await page.goto(`${site}/o/${organization}/devices/register`);
    await heading(someone, words('devices.register.formTitle', gatewayNouns[look.language]));
    await stop('register a gateway', `${own}/register/$draft/$step`);

    await page.goto(`${site}/account`);
    await page.getByRole('link', { name: words('maintenance-addresses.edit') }).click();
    await heading(someone, words('maintenance-addresses.edit'));
    const mail = `hoshu-${randomUUID()}@example.jp`;
    const address = field(someone, words('maintenance-addresses.mail'));
    await address.fill('hoshu@');
    await button(someone, words('maintenance-addresses.add')).click();
    await button(someone, words('ui.confirm')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
    await stop('maintenance addresses, a fault', edit);
    await address.first().fill(mail);
    await button(someone, words('ui.confirm')).click();
    await heading(someone, words('maintenance-addresses.confirmTitle'));
    await stop('maintenance addresses, check', edit);
    await button(someone, words('maintenance-addresses.save')).click();
    await heading(someone, words('maintenance-addresses.doneTitle'));
    await stop('maintenance addresses, done', edit);
    await page.getByRole('link', { name: words('maintenance-addresses.toAccountPage') }).click();
    await page.getByText(mail).waitFor();
    await stop('my data with maintenance addresses', '/account');
    const { text } = await scene.mail.waitFor((one) => one.to === mail);
    await page.goto(/https?:\/\/\S+\/maintenance-address#\S+/.exec(text)?.[0] ?? '');
    await button(someone, words('maintenance-addresses.proof.submit')).waitFor();
    await stop('prove a maintenance address', '/maintenance-address');
    await button(someone, words('maintenance-addresses.proof.submit')).click();
    await heading(someone, words('maintenance-addresses.proof.doneTitle'));
    await stop('a maintenance address is proved', '/maintenance-address');
  },
};
