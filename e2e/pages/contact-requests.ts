import { askOperators, askingSite } from '../../tools/test/contact-requests.ts';
import { giveDevices, register } from '../../tools/test/devices.ts';
import { newColleague, newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/contact';
const desk = '/o/$organization/contact-desk';

/** Somebody who cannot log in asks; a user asks about a device; an operator answers. */
export const asker: Walk = {
  name: 'asking the operators',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const { language } = look;
    const site = `${scene.url}/${askingSite}`;
    await page.goto(`${site}/nowhere?lang=${language}`);
    await heading(someone, words('shell.notFound.title'));
    await stop('a page that is not there', null);
    await page
      .getByRole('main')
      .getByRole('link', { name: words('shell.contactForm') })
      .click();
    await heading(someone, words('contact-requests.stranger.title'));
    await button(someone, words('contact-requests.form.submit')).click();
    await page.getByText(words('problems.contact-requests.kind-not-offered')).first().waitFor();
    await stop('the form for strangers, with faults', '/contact');
    await field(someone, words('contact-requests.form.name')).fill('見本 花子');
    await field(someone, words('contact-requests.form.mail')).fill(`hanako-${language}@example.jp`);
    await field(someone, words('contact-requests.form.kind')).selectOption('account');
    await field(someone, words('contact-requests.form.text')).fill('ログインできません。\nどうすればよいですか。');
    await button(someone, words('contact-requests.form.submit')).click();
    await heading(someone, words('contact-requests.stranger.doneTitle'));
    await stop('a stranger has asked', '/contact');

    const organization = await newOrganization(scene, 'customer', '見本商事', askingSite);
    const owner = await newColleague(scene, organization, 'owner', { siteId: askingSite, language });
    const [serial = ''] = await giveDevices(scene, 1, { site: askingSite });
    const device = String((await register(owner, serial, {})).body.id);
    await enterAs(someone, site, owner);
    await page.goto(`${site}/o/${organization}/contact`);
    await page.getByText(words('contact-requests.own.empty')).waitFor();
    await stop('nothing asked yet', own);
    await page.goto(`${site}/o/${organization}/devices/${device}`);
    await page.getByRole('link', { name: words('contact-requests.part.ask') }).click();
    await heading(someone, words('contact-requests.form.title'));
    await page.getByText(serial).waitFor();
    await button(someone, words('contact-requests.form.submit')).click();
    await page.getByText(words('problems.identifiers.required')).first().waitFor();
    await stop('a question about a device, with faults', `${own}/new`);
    await field(someone, words('contact-requests.form.text')).fill('ランプが赤く点滅します。');
    await button(someone, words('contact-requests.form.submit')).click();
    await page.getByText(words('contact-requests.view.sent')).waitFor();
    await stop('a request that was sent', `${own}/$request`);
    await page.getByRole('link', { name: words('contact-requests.view.back') }).click();
    await page.getByText(words('contact-requests.states.open')).first().waitFor();
    await stop('own requests', own);

    await askOperators(owner, { about: '12345' });
    const maker = await newOrganization(scene, 'maker', '', askingSite);
    const operator = await newColleague(scene, maker, 'member', { siteId: askingSite, language });
    await enterAs(someone, site, operator);
    await page.getByText(words('contact-requests.needs.requests-open.title')).waitFor();
    await page.goto(`${site}/o/${maker}/contact-desk`);
    await page.getByText('12345').first().waitFor();
    await stop('requests', desk);
    await page.getByRole('row').filter({ hasText: serial }).getByRole('link').click();
    await page.getByText('ランプが赤く点滅します。').waitFor();
    await button(someone, words('contact-requests.deskView.send')).click();
    await page.getByText(words('problems.identifiers.required')).first().waitFor();
    await stop('a request to be answered, with a fault', `${desk}/$request`);
    await field(someone, words('contact-requests.deskView.answer')).fill('バッテリーの交換時期です。');
    await button(someone, words('contact-requests.deskView.send')).click();
    await page.getByText(words('contact-requests.deskView.sent')).waitFor();
    await button(someone, words('contact-requests.deskView.closeAnswered')).click();
    await page.getByText(words('contact-requests.deskView.closed')).waitFor();
    await stop('a request, answered and closed', `${desk}/$request`);
  },
};
