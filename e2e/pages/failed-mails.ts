import { expect } from 'vitest';
import { insideId } from '../../server/kernel/ids.ts';
import { newCompany, newOperator } from '../../tools/test/accounts.ts';
import { enterAs, heading } from '../people.ts';
import type { Walk } from './walk.ts';

const list = '/o/$organization/failed-mails';

/** An operator who is told at home that a mail was not taken, looks why, and has it sent again. */
export const mailKeeper: Walk = {
  name: 'mails that were not taken',
  go: async ({ scene, someone, look, stop }) => {
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const company = await newCompany(scene);
    const operator = await newOperator(scene);
    await operator.call('PATCH', '/session', { language: look.language });
    scene.mail.answerWith(550);
    await company.create('/password-resets', { account: company.loginId });
    const failed = async () => {
      const { body } = await operator.call('GET', `${operator.path}/failed-mails?state=given-up`);
      return body as { total: number; items: { id: string; recipient: string }[] };
    };
    await expect.poll(async () => (await failed()).items.length).toBeGreaterThan(0);
    const {
      total: count,
      items: [mail],
    } = await failed();
    scene.mail.answerWith(null);
    await enterAs(someone, siteUrl, operator);
    const need = page.getByRole('listitem').filter({ hasText: words('failed-mails.needs.mails-failed.title') });
    await need.getByText(String(count), { exact: true }).waitFor();
    await stop('home with a mail that was not taken', '/');
    await need.getByRole('link', { name: words('failed-mails.needs.mails-failed.action') }).click();
    await heading(someone, words('failed-mails.list.title'));
    await page.getByRole('row').nth(1).waitFor();
    await stop('mails that were not taken', list);
    await page.getByRole('row').nth(1).getByRole('button').click();
    const yes = page.getByRole('dialog').getByRole('button', { name: words('failed-mails.list.again'), exact: true });
    await yes.waitFor();
    await stop('send a mail again?', list);
    await yes.click();
    const { recipient = '', id = '' } = mail ?? {};
    await page.getByText(words('failed-mails.list.againDone', { recipient })).waitFor();
    await scene.mail.waitFor(({ messageId }) => messageId.includes(insideId(id)));
    await stop('a mail is sent again', list);
  },
};
