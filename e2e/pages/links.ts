import { gatewaySite } from '../../tools/test/gateways.ts';
import { linkDealer, newDealer, newGatewayOwner, newGateways } from '../../tools/test/maintenance-links.ts';
import { button, enterAs, field, heading } from '../people.ts';
import { gatewayNouns } from './gateways.ts';
import type { Visit, Walk } from './walk.ts';

const list = '/o/$organization/maintenance-links';
const wizard = `${list}/new/$draft/$step`;

/** A customer who links a dealer, and the dealer that looks at it. */
export const links: Walk = {
  name: 'a customer, a dealer and their link',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const dealer = await newDealer(scene, '見本電設', look.language);
    const owner = await newGatewayOwner(scene, '見本の家', look.language);
    const [device] = await newGateways(scene, owner, 3);
    const site = `${scene.url}/${gatewaySite}`;
    await enterAs(someone, site, dealer);
    await page.goto(`${site}/o/${dealer.organization}/devices`);
    await page.getByText(dealer.pair.dealer).waitFor();
    await stop('no gateway is linked', '/o/$organization/devices');
    await page.context().clearCookies();
    await enterAs(someone, site, owner);
    await page.goto(`${site}/o/${owner.organization}/maintenance-links/new`);
    await begin(visit, dealer.pair);
    await page.getByRole('link', { name: words('maintenance-links.begin.toLink') }).click();
    await heading(someone, words('maintenance-links.view.title', { name: '見本電設' }));
    await button(someone, words('maintenance-links.view.end')).click();
    await page.getByRole('dialog').waitFor();
    await stop('a link of mine, end it?', `${list}/$link`);
    await page.goto(`${site}/o/${owner.organization}/devices/${device?.id}`);
    await page.getByRole('heading', { name: words('maintenance-links.device.title') }).waitFor();
    await stop('a gateway and who looks after it', '/o/$organization/devices/$device');
    await page.goto(`${site}/o/${owner.organization}/maintenance-links`);
    await page.getByRole('row').nth(1).waitFor();
    await stop('linked dealers', list);

    const another = await newGatewayOwner(scene, '次の家', look.language);
    const made = await linkDealer(another, dealer, { devices: null, configure: true });
    await page.context().clearCookies();
    await enterAs(someone, site, dealer);
    await stop('home of a dealer with new links', '/');
    await page.goto(`${site}/o/${dealer.organization}/maintenance-links`);
    await page.getByRole('row').nth(2).waitFor();
    await stop('links of a dealer', list);
    await page.goto(`${site}/o/${dealer.organization}/maintenance-links/${String(made.body.id)}`);
    await heading(someone, words('maintenance-links.view.title', { name: '次の家' }));
    await stop('a new link of a dealer', `${list}/$link`);
  },
};

async function begin({ someone, look, stop }: Visit, pair: { dealer: string; phone: string }): Promise<void> {
  const { page, words } = someone;
  const word = (key: string) => words(`maintenance-links.begin.${key}`, gatewayNouns[look.language]);
  await field(someone, word('dealer')).fill(pair.dealer);
  await field(someone, word('phone')).fill('03-9999-9999');
  await button(someone, word('check')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('link a dealer, a wrong pair', wizard);
  await field(someone, word('phone')).fill(pair.phone);
  await button(someone, word('check')).click();
  await heading(someone, word('termsTitle'));
  await page.getByRole('radio', { name: word('some') }).check();
  await button(someone, word('toConfirm')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 1 })).waitFor();
  await stop('link a dealer, nothing chosen', wizard);
  await page.getByRole('checkbox').first().check();
  await button(someone, word('toConfirm')).click();
  await heading(someone, word('confirmTitle'));
  await stop('link a dealer, check', wizard);
  await button(someone, word('submit')).click();
  await heading(someone, word('doneTitle'));
  await stop('link a dealer, done', wizard);
}
