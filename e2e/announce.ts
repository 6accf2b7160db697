import { civilOfInstant } from '../domain/site/civil-time.ts';
import { minutesMs } from '../server/kernel/clock.ts';
import { newOperator } from '../tools/test/accounts.ts';
import type { TestBrowser } from '../tools/test/browser.ts';
import type { TestServer } from '../tools/test/server.ts';
import { button, field, heading, enterAs, sitDown, type Someone } from './people.ts';
import type { Language } from '../domain/site/languages.ts';

/** Somebody of the maker, logged in at a wide screen. */
export async function sitDownOperator(server: TestServer, browser: TestBrowser, language: Language) {
  const member = await newOperator(server);
  await member.call('PATCH', '/session', { language });
  const someone = await sitDown(await browser.newPerson({ language, width: 1920, height: 1080 }), language);
  await enterAs(someone, `${server.url}/conference`, member);
  return { ...someone, loginId: member.loginId };
}

/** Types from–to as it stands in the site's zone, so many minutes from now. */
export async function typePeriod(someone: Someone, server: TestServer, from: number, to: number): Promise<void> {
  const now = server.clock.now().getTime();
  const civil = (minutes: number) => civilOfInstant(new Date(now + minutes * minutesMs), 'Asia/Tokyo');
  await field(someone, someone.words('notices.fields.startsAt')).fill(civil(from));
  await field(someone, someone.words('notices.fields.endsAt')).fill(civil(to));
}

export async function typeTexts(someone: Someone, part: 'title' | 'body', ja: string, en: string): Promise<void> {
  const label = (language: Language) =>
    someone.words(`notices.fields.${part}`, { language: someone.words(`notices.languages.${language}`) });
  await field(someone, label('ja')).fill(ja);
  await field(someone, label('en')).fill(en);
}

/** From the preview on: presses the button and says yes. */
export async function sayYes(someone: Someone, name: string): Promise<void> {
  await button(someone, name).click();
  await someone.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

/** Plans a window from the list of maintenance on. */
export async function planWindow(operator: Someone, server: TestServer, from: number, to: number): Promise<void> {
  const { page, words } = operator;
  await page
    .getByRole('link', { name: words('operations.menu.maintenance') })
    .first()
    .click();
  await heading(operator, words('notices.windows.title'));
  await page.getByRole('link', { name: words('notices.windows.compose') }).click();
  await heading(operator, words('notices.compose.newWindow'));
  await typePeriod(operator, server, from, to);
  await typeTexts(operator, 'body', 'サーバーの**点検**を行います。', 'We **inspect** the servers.');
  await button(operator, words('notices.compose.toPreview')).click();
  await heading(operator, words('notices.preview.title'));
  await sayYes(operator, words('notices.preview.plan'));
  await page.getByText(words('notices.detail.planned')).waitFor();
}
