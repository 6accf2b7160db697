import { newCompany } from '../../tools/test/accounts.ts';
import { giveActivationKeys, randomHex } from '../../tools/test/activation-keys.ts';
import { button, heading, enterAs, paste, type Someone } from '../people.ts';
import { lookAtBulk } from './bulk.ts';
import { toDeviceStep, toReview, typeEntry } from '../wizard.ts';
import type { Visit, Walk } from './walk.ts';

const list = '/o/$organization/registration-keys';
const step = `${list}/issue/$draft/$step`;

/** Somebody of a company that issues keys: welcome page, wizard, list, what a viewer may not do. */
export const dealer: Walk = {
  name: 'a dealer issues keys',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const company = await newCompany(scene);
    await company.call('PATCH', '/session', { language: look.language });
    const pages = `${siteUrl}/o/${company.organization}`;
    await enterAs(someone, siteUrl, company);
    await stop('home of a dealer', '/');
    await menus(visit);
    await page.goto(`${pages}/registration-keys`);
    await heading(someone, words('registration-keys.list.title'));
    await page.getByText(words('ui.table.empty')).waitFor();
    await stop('issued keys, none yet', list);
    await issue(visit, siteUrl);
    await page.goto(`${pages}/registration-keys`);
    await page.getByRole('row').nth(1).waitFor();
    await stop('issued keys', list);
    await page.goto(`${pages}/registration-keys?deviceId=${randomHex(16)}`);
    await page.getByText(words('ui.table.zero')).first().waitFor();
    await stop('issued keys, none found', list);
    await page.goto(`${pages}/registration-keys/issue/drf_01a1fabe-7ebc-704c-b10d-f849e933f70b/device`);
    await heading(someone, words('registration-keys.issue.gone.title'));
    await stop('issue, gone', step);
    await demo(visit, pages);
    await lookAtBulk(visit, pages);
    await scene.app.db.updateTable('users').set({ role: 'viewer' }).where('login_id', '=', company.loginId).execute();
    await page.goto(`${pages}/registration-keys/issue`);
    await heading(someone, words('shell.notPermitted.title'));
    await stop('a page one’s role does not allow', `${list}/issue`);
  },
};

/** The demo's steps are those of the wizard; each is looked at with its mark. */
async function demo({ someone, stop }: Visit, pages: string): Promise<void> {
  const { page, words } = someone;
  const route = `${list}/demo/$step`;
  await page.goto(`${pages}/registration-keys/demo`);
  await page.getByText(words('registration-keys.demo.banner')).waitFor();
  await stop('demo, category', `${list}/demo`);
  for (const name of ['device', 'activation-keys', 'review', 'keys']) {
    await page.goto(`${pages}/registration-keys/demo/${name}`);
    await page.getByText(words('registration-keys.demo.note')).waitFor();
    await stop(`demo, ${name}`, route);
  }
}

async function menus({ someone, look, stop }: Visit): Promise<void> {
  const { page, words } = someone;
  if (look.width < 600) {
    await button(someone, words('shell.menu')).click();
    await page.getByRole('dialog').waitFor();
    await stop('menu of a phone', '/');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words('shell.closeMenu') })
      .click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.getByRole('button', { name: words('shell.account.open', { name: '見本 花子' }) }).click();
  await button(someone, words('shell.account.logOut')).waitFor();
  await stop('account menu', '/');
}

async function issue(visit: Visit, siteUrl: string): Promise<void> {
  const { scene, someone, stop } = visit;
  const { page, words } = someone;
  const sheets = await giveActivationKeys(scene, 2);
  const [first, second] = sheets;
  if (!first || !second) throw new Error('no activation keys');
  await chooseCategory(visit, siteUrl);
  await toDeviceStep(someone, siteUrl);
  await stop('issue, device', step);
  await button(someone, words('ui.next')).click();
  await page.getByText(words('problems.identifiers.required')).first().waitFor();
  await stop('issue, device with faults', step);
  await paste(someone, words('registration-keys.fields.deviceId'), randomHex(16));
  await page.getByLabel(words('registration-keys.issue.device.line', { line: 1 })).fill('本社ビル 3階');
  await button(someone, words('ui.next')).click();
  await dialogStop(visit, 'issue, is the device ID right', 'registration-keys.issue.device.confirm');
  await heading(someone, words('registration-keys.issue.keys.title'));
  await typeEntry(someone, 0, first);
  await button(someone, words('registration-keys.issue.keys.add')).click();
  await typeEntry(someone, 1, { number: randomHex(16), registrationId: randomHex(16) });
  await stop('issue, activation keys', step);
  await button(someone, words('ui.next')).click();
  await dialogStop(visit, 'issue, check these keys', 'registration-keys.issue.keys.confirm');
  await page.getByText(words('problems.registration-keys.unknown-activation-key')).first().waitFor();
  await stop('issue, activation keys with faults', step);
  await page.getByRole('button', { name: words('registration-keys.issue.keys.remove', { number: 2 }) }).click();
  await button(someone, words('registration-keys.issue.keys.add')).click();
  await typeEntry(someone, 1, second);
  await toReview(someone);
  await stop('issue, review', step);
  await button(someone, words('registration-keys.issue.review.submit')).click();
  await dialogStop(visit, 'issue, for ever', 'registration-keys.issue.review.confirm');
  await heading(someone, words('registration-keys.issue.done.title'));
  await stop('issue, registration keys', step);
}

async function chooseCategory({ someone, stop }: Visit, siteUrl: string): Promise<void> {
  const { page, words } = someone;
  await page.goto(siteUrl);
  await heading(someone, words('shell.welcome.title'));
  await page.getByRole('link', { name: words('registration-keys.cards.issueAction') }).click();
  await heading(someone, words('registration-keys.issue.category.title'));
  await stop('issue, category', step);
  await button(someone, words('ui.next')).click();
  await page.getByText(words('registration-keys.issue.category.missing')).first().waitFor();
  await stop('issue, no category chosen', step);
}

async function dialogStop({ someone, stop }: Visit, name: string, confirm: string): Promise<void> {
  const yes = dialogButton(someone, confirm);
  await yes.waitFor();
  await stop(name, step);
  await yes.click();
}

function dialogButton({ page, words }: Someone, name: string) {
  return page.getByRole('dialog').getByRole('button', { name: words(name) });
}
