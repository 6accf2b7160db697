import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gatherMs } from '../../domain/alarms/telling.ts';
import { monthlyReportJob } from '../../server/monthly-reports/due.ts';
import { lookNow, tellAll } from '../../tools/test/alarms.ts';
import { launchBrowser, type TestBrowser } from '../../tools/test/browser.ts';
import { newReached } from '../../tools/test/mail-notices.ts';
import { counted, givePrinter, isIn, printerSite, reportAs } from '../../tools/test/printers.ts';
import { everybodysPassword } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { button, enterAs, expectQuiet, field, heading, sitDown, type Someone } from '../people.ts';

type Look = { language: 'ja' | 'en'; width: number; height: number };
const looks: Look[] = [
  { language: 'ja', width: 390, height: 844 },
  { language: 'en', width: 1920, height: 1080 },
];
const jam = { ja: '用紙が詰まっています', en: 'Paper is jammed' };

let server: TestServer;
let browser: TestBrowser;
let siteUrl: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startTestServer({ startAt: new Date('2026-11-18T11:00:00+09:00') }),
    launchBrowser(),
  ]);
  siteUrl = `${server.url}/${printerSite}`;
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const sees = ({ page }: Someone, text: string) => page.getByText(text).first().waitFor();
const box = ({ page, words }: Someone, event: string) =>
  page.getByLabel(words(`mail-notices.events.${event}`), { exact: true });

async function save(at: Someone): Promise<void> {
  await button(at, at.words('mail-notices.form.save')).click();
  await sees(at, at.words('mail-notices.form.saved'));
}

test.each(looks)(
  'C-11 an owner chooses for herself and for a colleague, who is told; both survive a reload; a fault is mailed to who chose it: $language',
  async (look) => {
    const { language } = look;
    const owner = await newReached(server, { language });
    const { organization } = owner;
    const member = await newReached(server, { organization, role: 'member', language });
    const printer = await givePrinter(server, owner, { installation: '複合機 1' });
    const at = await sitDown(await browser.newPerson(look), language);
    const { page, words } = at;
    await enterAs(at, siteUrl, owner);
    await page.goto(`${siteUrl}/o/${organization}/mail-notices`);
    await sees(at, words('mail-notices.own.address', { mail: owner.mail }));
    await box(at, 'error').uncheck();
    await box(at, 'warning').check();
    await sees(at, words('mail-notices.form.notYet'));
    await save(at);
    await page.reload();
    expect([await box(at, 'error').isChecked(), await box(at, 'warning').isChecked()]).toEqual([false, true]);

    await page.getByRole('link', { name: words('mail-notices.own.toUsers') }).click();
    await page.getByRole('link', { name: words('mail-notices.list.openName', { name: '見本 member' }) }).click();
    await heading(at, words('mail-notices.user.title', { name: '見本 member' }));
    await box(at, 'error').check();
    // Meanwhile the colleague chooses as well: the owner is told and nothing is overwritten.
    const path = `${member.path}/mail-notices/${member.id}`;
    const seen = (await member.call('GET', path)).headers.get('etag') ?? '';
    await member.call('PUT', path, { events: ['silence'] }, { 'if-match': seen });
    await button(at, words('mail-notices.form.save')).click();
    await sees(at, words('mail-notices.form.meanwhile'));
    await expect.poll(() => box(at, 'silence').isChecked()).toBe(true);
    await box(at, 'error').check();
    await save(at);
    await server.mail.waitFor(
      (mail) => mail.to === member.mail && mail.text.includes(words('mail-notices.events.error')),
    );

    await reportAs(server, printer, [isIn(server.clock.now(), 'paperJam')]);
    await lookNow(server, printerSite);
    server.clock.move(gatherMs);
    await tellAll(server);
    await server.mail.waitFor((mail) => mail.to === member.mail && mail.text.includes(jam[language]));
    expect(server.mail.mails.filter(({ to, text }) => to === owner.mail && text.includes(jam[language]))).toEqual([]);
    await goWithout(at, organization);
    expectQuiet(at);
  },
);

/** Takes the address away: the page about mails says at once what that means. */
async function goWithout(at: Someone, organization: string): Promise<void> {
  const { page, words } = at;
  await page.goto(`${siteUrl}/account/mail`);
  await page.getByRole('link', { name: words('account-data.removeMail.link') }).click();
  const submit = button(at, words('account-data.removeMail.submit'));
  await submit.click();
  await sees(at, words('problems.identifiers.required'));
  await field(at, words('account-data.mail.password')).fill(everybodysPassword);
  await submit.click();
  await sees(at, words('account-data.removeMail.done'));
  await page.goto(`${siteUrl}/o/${organization}/mail-notices`);
  await sees(at, words('mail-notices.own.noAddress'));
}

test.each(looks)(
  'C-13 a report is set up, checked, asked for at once and comes on its day with both files: $language',
  async (look) => {
    const { language } = look;
    const owner = await newReached(server, { language });
    const printer = await givePrinter(server, owner, { installation: '複合機 9' });
    await reportAs(server, printer, [counted(server.clock.now(), { total: 1234 })]);
    const at = await sitDown(await browser.newPerson(look), language);
    const { page, words } = at;
    const say = (key: string) => words(`monthly-reports.${key}`);
    const kind = (file: string) => page.getByLabel(say(`form.kinds.${file}`), { exact: true });
    await enterAs(at, siteUrl, owner);
    await page.goto(`${siteUrl}/o/${owner.organization}/mail-notices`);
    await page.getByRole('link', { name: words('mail-notices.own.toReport') }).click();
    await sees(at, say('page.off'));
    await page.getByLabel(say('form.on'), { exact: true }).check();
    await page.getByLabel(say('form.day'), { exact: true }).selectOption('last');
    for (const file of ['xlsx', 'pdf']) await kind(file).uncheck();
    await button(at, say('form.save')).click();
    await sees(at, words('problems.monthly-reports.file-missing'));
    expect(await page.getByLabel(say('form.day'), { exact: true }).inputValue()).toBe('last');
    for (const file of ['xlsx', 'pdf']) await kind(file).check();
    await button(at, say('form.save')).click();
    await sees(at, say('form.saved'));
    await page.reload();
    expect([await kind('pdf').isChecked(), await page.getByLabel(say('form.on'), { exact: true }).isChecked()]).toEqual(
      [true, true],
    );
    await button(at, say('page.nowSubmit')).click();
    await sees(at, words('monthly-reports.page.nowDone', { mail: owner.mail }));
    const first = await server.mail.waitFor(({ to, attachments }) => to === owner.mail && attachments.length === 2);
    expect(first.attachments.map(({ filename }) => filename.replace(/.*_/, ''))).toEqual([
      '2026-10.xlsx',
      '2026-10.pdf',
    ]);
    expectQuiet(at);
  },
);

test('C-13 on the last day of the month it comes by itself, once', async () => {
  server.clock.move(new Date('2026-11-30T07:00:00+09:00').getTime() - server.clock.now().getTime());
  const count = () => server.mail.mails.filter(({ attachments }) => attachments.length === 2).length;
  const before = count();
  for (let turn = 0; turn < 3; turn += 1) await monthlyReportJob.run(server.app, server.clock.now());
  await server.mail.waitFor(() => count() === before + looks.length);
  const { rows } = await sql<{
    mailings: number;
  }>`select count(*)::int as mailings from monthly_report_mailings`.execute(server.app.db);
  expect(rows[0]?.mailings).toBe(looks.length);
});
