import { gatewaySite } from '../../tools/test/gateways.ts';
import { everybodysPassword, newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const list = '/o/$organization/api-keys';

/** An owner who makes an API key, looks at what was done with it, and revokes it. */
export const keyMaker: Walk = {
  name: 'API keys',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const site = `${scene.url}/${gatewaySite}`;
    const organization = await newOrganization(scene, 'dealer', '見本電設', gatewaySite);
    const { language } = look;
    const owner = await newColleague(scene, organization, 'owner', { siteId: gatewaySite, language });
    await enterAs(someone, site, owner);
    await page.goto(`${site}/o/${organization}/api-keys`);
    await page.getByText(words('api-keys.list.empty')).waitFor();
    await stop('no API keys', list);
    await page.getByRole('link', { name: words('api-keys.list.reference') }).click();
    await heading(someone, words('api-reference.title'));
    await page.getByLabel(words('api-reference.search')).fill('registerDevice');
    await page.locator('summary').first().click();
    await page.getByText(words('api-reference.body'), { exact: true }).waitFor();
    await stop('what the API can do', '/o/$organization/api-reference');
    await page.goBack();
    await page.getByRole('link', { name: words('api-keys.list.make') }).click();
    await heading(someone, words('api-keys.make.title'));
    await button(someone, words('api-keys.make.submit')).click();
    await page.getByText(words('problems.identifiers.required')).first().waitFor();
    await stop('a new API key, with faults', `${list}/new`);
    await field(someone, words('api-keys.make.name')).fill('夜間集計');
    await page.getByLabel(words('api-keys.areas.devices'), { exact: true }).selectOption('both');
    await field(someone, words('api-keys.make.password')).fill(everybodysPassword);
    await button(someone, words('api-keys.make.submit')).click();
    await heading(someone, words('api-keys.make.madeTitle', { name: '夜間集計' }));
    const token = await page.locator('code').first().innerText();
    await stop('a new API key, shown once', `${list}/new`);
    await fetch(`${scene.url}/api/${gatewaySite}/api-key`, { headers: { authorization: `Bearer ${token}` } });
    await page.getByRole('link', { name: words('api-keys.make.done') }).click();
    await page.getByRole('link', { name: words('api-keys.list.open', { name: '夜間集計' }) }).waitFor();
    await stop('API keys', list);
    await page.getByRole('link', { name: words('api-keys.list.open', { name: '夜間集計' }) }).click();
    await page.getByText('getOwnApiKey').waitFor();
    await stop('an API key', `${list}/$key`);
    await button(someone, words('api-keys.view.revoke')).click();
    await page.getByRole('dialog').waitFor();
    await stop('an API key, revoke it?', `${list}/$key`);
    await button(someone, words('api-keys.view.revokeConfirm')).click();
    await page.getByText(words('api-keys.states.revoked'), { exact: true }).first().waitFor();
    await stop('an API key, revoked', `${list}/$key`);
  },
};
