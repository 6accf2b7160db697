import { newsToken } from '../../server/accounts/news/link.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { newReader, newSender, publishNotice } from '../../tools/test/mailings.ts';
import { newOrganization } from '../../tools/test/organizations.ts';
import { button, enterAs, field, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const siteId = 'printer';
const own = '/o/$organization/mailings';

/** An operator mails a notice; who gets it withdraws. */
export const mailer: Walk = {
  name: 'mailing a notice',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const { language, dark, width } = look;
    const site = `${scene.url}/${siteId}`;
    const name = `見本工業 ${language} ${width} ${dark ? '1' : '0'}`;
    const organization = await newOrganization(scene, 'customer', name, siteId);
    const reader = await newReader(scene, siteId, { language, news: true, organization });
    const operator = await newSender(scene, siteId);
    await operator.call('PATCH', '/session', { language });
    await enterAs(someone, site, operator);
    const pages = `${site}/o/${operator.organization}`;
    await page.goto(`${pages}/mailings`);
    await heading(someone, words('mailings.list.title'));
    await stop('mailings', own);
    const word = `${language} ${width}`;
    await publishNotice(scene, operator, word);
    await page.goto(`${pages}/mailings/new`);
    await heading(someone, words('mailings.compose.title'));
    await button(someone, words('mailings.compose.submit')).click();
    await page.getByText(words('ui.errorSummary.title', { count: 3 })).waitFor();
    await stop('mailing, with faults', `${own}/new`);
    const title = language === 'ja' ? `題名 ${word}` : `Title ${word}`;
    await field(someone, words('mailings.compose.notice')).selectOption({ label: title });
    await page.getByRole('radio', { name: words('mailings.kinds.news') }).check();
    await page.getByRole('radio', { name: words('mailings.compose.aims.chosen') }).check();
    await page.getByLabel(words('mailings.compose.find')).fill(name);
    await button(someone, words('mailings.compose.findAction')).click();
    await button(someone, words('mailings.compose.add', { name })).first().click();
    await stop('mailing, organizations chosen', `${own}/new`);
    await button(someone, words('mailings.compose.submit')).click();
    await page.getByRole('heading', { name: words('mailings.check.receivers', { count: 1 }) }).waitFor();
    await stop('mailing, preview', `${own}/new`);
    await button(someone, words('mailings.check.send')).click();
    await page.getByRole('dialog').waitFor();
    await stop('mailing, about to be sent', `${own}/new`);
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('mailings.check.send') })
      .click();
    await page.getByText(words('mailings.check.sent')).waitFor();
    await stop('mailing, sent', `${own}/$mailing`);
    await page.goto(`${pages}/news-consents`);
    await heading(someone, words('mailings.consents.title'));
    await page.getByText(reader.mail).first().waitFor();
    await stop('consents to news', '/o/$organization/news-consents');

    await page.context().clearCookies();
    const token = newsToken(scene.app, siteId, insideId(reader.id));
    await page.goto(`${site}/news?lang=${language}#x`);
    await heading(someone, words('mailings.withdraw.invalidTitle'));
    await stop('withdrawing, a broken link', '/news');
    await page.goto(`${site}/?lang=${language}`);
    await page.goto(`${site}/news#${token}`);
    await button(someone, words('mailings.withdraw.submit')).waitFor();
    await stop('withdrawing from news', '/news');
    await button(someone, words('mailings.withdraw.submit')).click();
    await heading(someone, words('mailings.withdraw.doneTitle'));
    await stop('withdrawn from news', '/news');
    await enterAs(someone, site, reader);
    await page.goto(`${site}/account`);
    await page.getByText(words('mailings.account.no')).waitFor();
    await stop('account, without news', '/account');
  },
};
