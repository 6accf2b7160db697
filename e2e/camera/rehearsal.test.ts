import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { giveEndingLicences } from '../../tools/test/ending-licences.ts';
import { licenceSite } from '../../tools/test/licences.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { downloadAs } from '../download.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };
const shown = { ja: { first: '2027/10/03 9:00' }, en: { first: 'Oct 3, 2027, 9:00 AM' } };

let server: TestServer;
let browser: TestBrowser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') }),
    launchBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

test.each<Look>([
  { language: 'ja', width: 1920, height: 1080 },
  { language: 'en', width: 390, height: 844 },
])('L-13 an operator sees who would be reminded and what would expire until a day: $language', async (look) => {
  const ending = { lastDay: '2027-12-31', waitsUntil: '2028-06-30', language: look.language };
  const { operator, serials } = await giveEndingLicences(server, ending);
  const [first = '', second = ''] = serials;
  const at = await sitDown(await browser.newPerson(look), look.language);
  const { page, words } = at;
  const say = (key: string, params?: Record<string, string | number>) => words(`licence-rehearsal.${key}`, params);

  await enterAs(at, `${server.url}/${licenceSite}`, operator);
  if (look.width < 600) await button(at, words('shell.menu')).click();
  await page.getByRole('link', { name: say('menu'), exact: true }).click();
  await heading(at, say('title'));

  await field(at, say('until')).fill('2026-11-19');
  await field(at, say('text')).fill(second.toLowerCase());
  await button(at, say('show')).click();
  await page
    .getByText(words('problems.licences.rehearsal-day', { earliest: '2026-11-20', latest: '2029-11-24' }))
    .first()
    .waitFor();
  expect(await field(at, say('text')).inputValue()).toBe(second.toLowerCase());

  await field(at, say('until')).fill('2027-12-31');
  await button(at, say('show')).click();
  await page
    .getByText(
      say('ending', {
        serial: second,
        type: look.language === 'ja' ? 'レコーダー接続カメラ用' : 'For a camera on a recorder',
      }),
    )
    .waitFor();
  await expect.poll(() => page.getByRole('row').count()).toBe(2);

  await field(at, say('text')).fill('');
  await button(at, say('show')).click();
  await page.getByText(shown[look.language].first).first().waitFor();
  await page.reload();
  await page.getByText(shown[look.language].first).first().waitFor();
  await field(at, say('kind')).selectOption('taken-over');
  await button(at, say('show')).click();
  await page.getByRole('row').filter({ hasText: first }).waitFor();
  await expect.poll(() => page.getByText(second).count()).toBe(0);
  const file = (await downloadAs(at, 'exports.formats.csv')).bytes.toString('utf8');
  expect(file).toContain(first);
  expect(file).not.toContain(second);
  expectQuiet(at);
});
