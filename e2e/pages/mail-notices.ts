import { newReached } from '../../tools/test/mail-notices.ts';
import { printerSite } from '../../tools/test/printers.ts';
import { button, enterAs, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const own = '/o/$organization/mail-notices';

/** An owner who looks at what everybody is mailed about. */
export const told: Walk = {
  name: 'mail notices',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const { language } = look;
    const owner = await newReached(scene, { language });
    const { organization } = owner;
    const member = await newReached(scene, { organization, role: 'member', language });
    const at = (path: string) => page.goto(`${scene.url}/${printerSite}/o/${organization}/mail-notices${path}`);

    await enterAs(someone, `${scene.url}/${printerSite}`, owner);
    await at('');
    await heading(someone, words('mail-notices.own.title'));
    await page.getByLabel(words('mail-notices.events.warning'), { exact: true }).check();
    await page.getByText(words('mail-notices.form.notYet')).waitFor();
    await stop('own mail notices, not saved', own);
    await at('/users');
    await page.getByText(member.mail).waitFor();
    await stop('mail notices of users', `${own}/users`);
    await at(`/users/${member.id}`);
    await heading(someone, words('mail-notices.user.title', { name: '見本 member' }));
    await stop('mail notices of a user', `${own}/users/$user`);
    await page.goto(`${scene.url}/${printerSite}/account/mail/none`);
    await heading(someone, words('account-data.removeMail.title'));
    await stop('without an address', '/account/mail/none');
    await page.goto(`${scene.url}/${printerSite}/o/${organization}/monthly-report`);
    for (const kind of ['xlsx', 'pdf']) await page.getByLabel(words(`monthly-reports.form.kinds.${kind}`)).uncheck();
    await button(someone, words('monthly-reports.form.save')).click();
    await page.getByText(words('problems.monthly-reports.file-missing')).first().waitFor();
    await stop('monthly report, a fault', '/o/$organization/monthly-report');
  },
};
