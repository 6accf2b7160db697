import { minutesMs } from '../../server/kernel/clock.ts';
import { newOperator as newMember } from '../../tools/test/accounts.ts';
import { civilOfInstant } from '../../domain/site/civil-time.ts';
import { sayYes, typeTexts } from '../announce.ts';
import { button, field, heading, enterAs } from '../people.ts';
import type { Visit, Walk } from './walk.ts';

const notices = '/o/$organization/notices';
const maintenance = '/o/$organization/maintenance';
/** Windows of several looks must not overlap: each takes its own hour, days ahead. */
let windows = 0;
const minutesOfDay = 24 * 60;

/** Somebody of the maker who writes notices and plans maintenance; then what everybody sees of it. */
export const announcer: Walk = {
  name: 'an operator announces',
  go: async (visit) => {
    const { scene, someone, look, stop } = visit;
    const { page, words } = someone;
    const siteUrl = `${scene.url}/conference`;
    const operator = await newMember(scene);
    await operator.call('PATCH', '/session', { language: look.language });
    await enterAs(someone, siteUrl, operator);
    const pages = `${siteUrl}/o/${operator.organization}`;
    await page.goto(`${pages}/notices?state=past`);
    await heading(someone, words('notices.list.title'));
    await stop('notices, none found', notices);
    await writeNotice(visit, `${pages}/notices`);
    await planMaintenance(visit, `${pages}/maintenance`);
    await page.goto(siteUrl);
    await page.getByText(words('notices.maintenance.planned')).first().waitFor();
    await stop('home with notices and work begun', '/');
    await page.goto(`${siteUrl}/notices`);
    await heading(someone, words('notices.title'));
    await page.locator('details').first().waitFor();
    await stop('notices for everybody', '/notices');
    await page.goto(`${siteUrl}/documents/manual`);
    await heading(someone, words('shell.documents.manual'));
    await stop('manual', '/documents/$document');
    await page.goto(`${pages}/notices/compose/drf_01a1fabe-7ebc-704c-b10d-f849e933f70b/text`);
    await heading(someone, words('notices.gone.title'));
    await stop('notice, draft gone', `${notices}/compose/$draft/$step`);
  },
};

async function typeHours({ scene, someone }: Visit, from: number, to: number): Promise<void> {
  const now = scene.app.clock.now().getTime();
  for (const [name, minutes] of [
    ['startsAt', from],
    ['endsAt', to],
  ] as const)
    await field(someone, someone.words(`notices.fields.${name}`)).fill(
      civilOfInstant(new Date(now + minutes * minutesMs), 'Asia/Tokyo'),
    );
}

async function writeNotice(visit: Visit, address: string): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  const step = `${notices}/compose/$draft/$step`;
  await page.goto(`${address}/compose`);
  await heading(someone, words('notices.compose.newNotice'));
  await stop('notice, text', step);
  await button(someone, words('notices.compose.toPreview')).click();
  await page.getByText(words('ui.errorSummary.title', { count: 6 })).waitFor();
  await stop('notice, text with faults', step);
  await page.getByRole('radio', { name: words('notices.kinds.important') }).check();
  await typeHours(visit, -5, 600);
  await typeTexts(someone, 'title', '新しい機能のお知らせ', 'A new feature');
  await typeTexts(
    someone,
    'body',
    '発行済みのキーを**設置場所**でも探せるようになりました。\n\n- 一覧の上の欄に入力します\n- [マニュアル](https://example.jp/manual)もご覧ください',
    'Issued keys can be found by **where the unit stands**.\n\n- Type into the field above the list\n- See the [manual](https://example.jp/manual)',
  );
  await button(someone, words('notices.compose.toPreview')).click();
  await heading(someone, words('notices.preview.title'));
  await page.locator('details').first().waitFor();
  await stop('notice, preview', step);
  await button(someone, words('notices.preview.publish')).click();
  await page.getByRole('dialog').waitFor();
  await stop('notice, publish?', step);
  await page
    .getByRole('dialog')
    .getByRole('button', { name: words('notices.preview.publish'), exact: true })
    .click();
  await page.getByText(words('notices.detail.published')).waitFor();
  await stop('notice', `${notices}/$id`);
  await page.getByRole('link', { name: words('notices.detail.edit') }).click();
  await heading(someone, words('notices.compose.changeNotice'));
  await stop('notice, change', `${notices}/$id/edit`);
  await page.goto(address);
  await page.getByRole('row').nth(1).waitFor();
  await stop('notices of the operator', `${notices}/compose`);
}

async function planMaintenance(visit: Visit, address: string): Promise<void> {
  const { someone, stop } = visit;
  const { page, words } = someone;
  const step = `${maintenance}/compose/$draft/$step`;
  windows += 1;
  // Taken before anything is waited for: the other look counts on meanwhile.
  const days = windows;
  await page.goto(`${address}/compose`);
  await heading(someone, words('notices.compose.newWindow'));
  await typeHours(visit, days * minutesOfDay, days * minutesOfDay + 90);
  await typeTexts(someone, 'body', '通信機器を交換します。', 'We exchange network equipment.');
  await stop('maintenance, text', `${maintenance}/compose`);
  await button(someone, words('notices.compose.toPreview')).click();
  await heading(someone, words('notices.preview.title'));
  await page.getByText('通信機器を交換します。').waitFor();
  await stop('maintenance, preview', step);
  await sayYes(someone, words('notices.preview.plan'));
  await page.getByText(words('notices.detail.planned')).waitFor();
  await stop('maintenance window', `${maintenance}/$id`);
  await page.getByRole('link', { name: words('notices.detail.edit') }).click();
  await heading(someone, words('notices.compose.changeWindow'));
  await stop('maintenance, change', `${maintenance}/$id/edit`);
  await page.goto(address);
  await page.getByRole('row').nth(1).waitFor();
  await stop('maintenance of the operator', maintenance);
}
