import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { figures } from '../../tools/test/counter-figures.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { atTokyo, giveGoldenFleet, goldenStart, type GoldenFleet } from '../../tools/test/golden-printers.ts';
import { newReached } from '../../tools/test/mail-notices.ts';
import { codeOf, type Colleague } from '../../tools/test/organizations.ts';
import { moveTo } from '../../tools/test/printers.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import type { ReceivedMail } from '../../tools/test/smtp.ts';
import { askedPerHourMax } from './change.ts';
import { monthlyReportJob } from './due.ts';

let server: TestServer;
let organization: string;
let owner: Colleague;
let member: Colleague;
let fleet: GoldenFleet;

const all = { on: true, day: 5, group: null, files: ['xlsx', 'pdf'] };
const path = (who: Colleague) => `${who.path}/monthly-report`;
const reportsTo = (who: Colleague) =>
  server.mail.mails.filter(({ to, attachments }) => to === who.mail && attachments.length > 0);
const tick = () => monthlyReportJob.run(server.app, server.clock.now());

async function want(who: Colleague, wish: object) {
  const seen = (await who.call('GET', path(who))).headers.get('etag') ?? '';
  return who.call('PUT', path(who), wish, { 'if-match': seen });
}

/** Time goes by until then; people log in anew. */
async function moveOn(civil: string): Promise<void> {
  moveTo(server, atTokyo(civil));
  owner = await newReached(server, { organization });
  member = await newReached(server, { organization, role: 'member', language: 'en' });
}

async function sheetsOf(mail: ReceivedMail | undefined, sheet: number) {
  const file = mail?.attachments.find(({ filename }) => filename.endsWith('.xlsx'));
  if (!file) throw new Error('no workbook');
  return readSheet(file.content, sheet);
}

beforeAll(async () => {
  server = await startTestServer({ startAt: goldenStart });
  const first = await newReached(server);
  ({ organization } = first);
  ({ fleet } = await giveGoldenFleet(server, first));
  await moveOn('2021-12-01T09:00');
});
afterAll(() => server.close());

describe('C-13 how somebody wants it', () => {
  test('nobody gets one until they switch it on; the site says on which day it begins', async () => {
    expect((await owner.call('GET', path(owner))).body).toMatchObject({
      mail: owner.mail,
      on: false,
      day: 5,
      group: null,
      files: ['xlsx', 'pdf'],
      next: null,
    });
    const { body } = await want(owner, all);
    expect(body).toMatchObject({
      on: true,
      next: { at: atTokyo('2021-12-05T07:00').toISOString(), month: '2021-11', due: false },
    });
    expect((await owner.call('GET', `${owner.path}/mail-notices/${owner.id}`)).body['events']).toContain(
      'monthly-report',
    );
  });

  test.each([
    [{ ...all, day: 28 }, 200, ''],
    [{ ...all, day: 'last' }, 200, ''],
    [{ ...all, day: 29 }, 400, ''],
    [{ ...all, day: 0 }, 400, ''],
    [{ ...all, files: [] }, 422, 'monthly-reports/file-missing'],
    [{ ...all, group: 'grp_00000000-0000-7000-8000-000000000000' }, 422, 'monthly-reports/group-unknown'],
  ])('%j: %i', async (wish, status, code) => {
    const answer = await want(member, wish);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(code);
  });

  test('of two who change it at once the second is told', async () => {
    const seen = (await member.call('GET', path(member))).headers.get('etag') ?? '';
    const put = (wish: object) => member.call('PUT', path(member), wish, { 'if-match': seen });
    expect((await put({ ...all, day: 7 })).status).toBe(200);
    expect(codeOf(await put({ ...all, day: 8 }))).toBe('platform/changed-meanwhile');
    expect((await want(member, { ...all, on: false })).body).toMatchObject({ on: false, next: null, day: 5 });
  });
});

describe('C-13 the report', () => {
  test('A04 stands in the files as on the page, total row first; asked for, it comes at once', async () => {
    expect((await owner.create(`${path(owner)}/mailings`, {})).status).toBe(204);
    const mail = await server.mail.waitFor(({ to, attachments }) => to === owner.mail && attachments.length > 0);
    const { totalColumn, totalRow, grand } = figures.A04.expected;
    expect(mail.subject).toContain('月次レポート（2021年11月）');
    expect(mail.text).toContain(`2021年11月の合計：${totalRow[3].toLocaleString('en-US')}`);
    expect(mail.attachments.map(({ filename, type }) => [filename, type])).toEqual([
      ['月次レポート_2021-11.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['月次レポート_2021-11.pdf', 'application/pdf'],
    ]);
    const [headings, total, ...rows] = await sheetsOf(mail, 1);
    expect(headings?.slice(4, 9)).toEqual(['合計', '2021年8月', '2021年9月', '2021年10月', '2021年11月']);
    expect(total?.slice(4, 9)).toEqual([grand, ...totalRow]);
    const { usage } = figures.A04.input;
    expect(rows.map((row) => row.slice(4, 9))).toEqual(
      (Object.keys(usage) as (keyof typeof usage)[]).map((name) => [totalColumn[name], ...usage[name]]),
    );
    expect(rows.map(([name, serial]) => [name, serial])).toEqual(
      Object.values(fleet).map(({ serial }, at) => [`複合機 ${at + 1}`, serial]),
    );
    const pdf = mail.attachments[1]?.content ?? Buffer.alloc(0);
    const { getDocumentProxy, extractText } = await import('unpdf');
    const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), { mergePages: true });
    for (const figure of [grand, ...totalRow, ...Object.values(totalColumn)])
      expect(text).toContain(figure.toLocaleString('en-US'));
    expect(text).toContain('複合機 8');
    expect([pdf.includes('/MediaBox [0 0 841.89 595.28]'), totalPages]).toEqual([true, 3]);
  });

  test('is in the language of who gets it, of one group when chosen; a group that is gone is told', async () => {
    const devices = [fleet.d2.device, fleet.d6.device];
    const { body } = await owner.create(`${owner.path}/device-groups`, { name: '営業', devices });
    await want(member, { ...all, group: body['id'], files: ['xlsx'] });
    await member.create(`${path(member)}/mailings`, {});
    const mail = await server.mail.waitFor(({ to, attachments }) => to === member.mail && attachments.length > 0);
    expect(mail.subject).toContain('Monthly report for November 2021');
    expect(mail.text).toContain('営業: 2 devices');
    expect(mail.attachments).toHaveLength(1);
    const [headings, total, ...rows] = await sheetsOf(mail, 1);
    expect([headings?.[4], headings?.[8], total?.[8], rows.length]).toEqual(['Total', 'November 2021', 6960, 2]);
    await owner.call('DELETE', `${owner.path}/device-groups`, { groups: [body['id']] });
    await server.app.db.deleteFrom('device_groups').execute();
    expect((await member.call('GET', path(member))).body).toMatchObject({ group: null, groupGone: true });
    await member.create(`${path(member)}/mailings`, {});
    await server.mail.waitFor(({ to, subject }) => to === member.mail && subject.includes('could not be made'));
    await want(member, { ...all, on: false });
  });

  test('only so many an hour, and a twin of a request is one mail', async () => {
    const fresh = await newReached(server, { organization });
    const twin = { 'idempotency-key': 'the-same-press' };
    for (let turn = 0; turn < 2; turn += 1) await fresh.call('POST', `${path(fresh)}/mailings`, {}, twin);
    for (let turn = 1; turn < askedPerHourMax; turn += 1)
      expect((await fresh.create(`${path(fresh)}/mailings`, {})).status).toBe(204);
    expect((await fresh.create(`${path(fresh)}/mailings`, {})).status).toBe(429);
  });
});

describe('C-13 once in each month', () => {
  const due = () => eventsCausedBy(server.app, tick);

  test('comes on its day with seven o’clock, and the next look finds nothing', async () => {
    moveTo(server, atTokyo('2021-12-05T06:59'));
    expect(await due()).toEqual([]);
    moveTo(server, atTokyo('2021-12-05T07:00'));
    const before = reportsTo(owner).length;
    expect(await due()).toEqual(['monthly-reports.due']);
    expect(await due()).toEqual([]);
    await server.mail.waitFor(() => reportsTo(owner).length === before + 1);
    await Promise.all([tick(), tick(), tick()]);
    expect(await due()).toEqual([]);
  });

  test('what was missed while nothing ran is made up for, each month once; a month before it was switched on is not', async () => {
    const before = reportsTo(owner).length;
    const { mail } = owner;
    moveTo(server, atTokyo('2022-02-20T12:00'));
    expect(await due()).toEqual(['monthly-reports.due', 'monthly-reports.due']);
    expect(await due()).toEqual([]);
    await server.mail.waitFor(() => reportsTo(owner).length === before + 2);
    expect(
      server.mail.mails.filter(({ to, subject }) => to === mail && /（202[12]年(?:12|1)月）/.test(subject)),
    ).toHaveLength(2);
    expect(reportsTo(member).length).toBe(1);
  });

  test('another day changes nothing about a month that was mailed; switched off, nothing comes', async () => {
    const same = owner;
    await moveOn('2022-02-21T09:00');
    await server.app.db.updateTable('monthly_reports').set({ day: 27 }).execute();
    moveTo(server, atTokyo('2022-02-28T09:00'));
    expect(await due()).toEqual([]);
    moveTo(server, atTokyo('2022-03-27T08:00'));
    expect(await due()).toEqual(['monthly-reports.due']);
    await server.app.db.updateTable('mail_notice_choices').set({ events: [] }).execute();
    moveTo(server, atTokyo('2022-06-01T08:00'));
    expect(await due()).toEqual([]);
    expect(same.mail).not.toBe(owner.mail);
  });
});
