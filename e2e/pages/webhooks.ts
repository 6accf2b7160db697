import { gatewaySite } from '../../tools/test/gateways.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const list = '/o/$organization/webhooks';

/** An owner who makes a webhook, tries it out, changes it and removes it. */
export const webhookMaker: Walk = {
  name: 'webhooks',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${gatewaySite}`;
    const organization = await newOrganization(scene, 'customer', '見本 花子', gatewaySite);
    const { language } = look;
    const owner = await newColleague(scene, organization, 'owner', { siteId: gatewaySite, language });
    await enterAs(someone, site, owner);
    await page.goto(`${site}/o/${organization}/webhooks`);
    await page.getByText(words('webhooks.list.empty')).waitFor();
    await stop('no webhooks', list);
    await page.getByRole('link', { name: words('webhooks.list.make') }).click();
    await heading(someone, words('webhooks.form.makeTitle'));
    await field(someone, words('webhooks.form.url')).fill('http://192.168.0.1/hook');
    await button(someone, words('webhooks.form.make')).click();
    await page.getByText(words('problems.webhooks.url-address')).first().waitFor();
    await stop('a new webhook, with faults', `${list}/new`);
    await field(someone, words('webhooks.form.name')).fill('基幹システム');
    await field(someone, words('webhooks.form.url')).fill('https://receiver.invalid/hook');
    await page.getByRole('checkbox', { name: words('events.devices.changed'), exact: true }).check();
    await button(someone, words('webhooks.form.make')).click();
    await heading(someone, words('webhooks.secret.title', { name: '基幹システム' }));
    await stop('the secret of a webhook', `${list}/new`);
    await button(someone, words('webhooks.secret.done')).click();
    await heading(someone, '基幹システム');
    await button(someone, words('webhooks.view.test')).click();
    await page.getByText(words('webhooks.faults.name')).waitFor();
    await stop('a webhook, tried out', `${list}/$webhook`);
    await page.getByRole('link', { name: words('webhooks.view.change') }).click();
    await heading(someone, words('webhooks.form.changeTitle', { name: '基幹システム' }));
    await stop('a webhook is changed', `${list}/$webhook/change`);
    await page.goBack();
    await button(someone, words('webhooks.view.off')).click();
    await page.getByText(words('webhooks.view.onHelp')).waitFor();
    await stop('a webhook, off', `${list}/$webhook`);
    await button(someone, words('webhooks.view.remove')).click();
    await page.getByRole('dialog').waitFor();
    await stop('a webhook, remove it?', `${list}/$webhook`);
  },
};
