import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { mailingDesk, newReader, newSender, publishNotice, wished } from '../../tools/test/mailings.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { codeOf, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { cellsOfFile } from '../../tools/test/table-file.ts';
import { erasePerson } from '../accounts/account-data/erase-person.ts';
import { daysMs, hoursMs } from '../kernel/clock.ts';
import { insideId, newId, outsideId } from '../kernel/ids.ts';
import { forgetMails } from '../mail/forget.ts';
import { mailingRetention } from './retention.ts';

let server: TestServer;
let operator: Colleague;
let desk: ReturnType<typeof mailingDesk>;
const siteId = 'printer';

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
  operator = await newSender(server, siteId);
  desk = mailingDesk(server, operator);
});
afterAll(() => server.close());

const mailed = () => allMailed(server);

describe('P-05 before it is sent', () => {
  test('the preview shows both languages and sends nothing; a test goes to its author alone', async () => {
    const notice = await publishNotice(server, operator, 'preview');
    const reader = await newReader(server, siteId, { news: true });
    const sender = await newSender(server, siteId, 'manager');
    const own = `${sender.path}/mailings`;
    const caused = await eventsCausedBy(server.app, async () => {
      const { body } = await sender.call(
        'POST',
        `${own}/preview`,
        wished({ notice, kind: 'news', organizations: [reader.organization] }),
      );
      expect(body).toMatchObject({ receivers: 1, byLanguage: { ja: 1, en: 0 } });
      const letters = body.letters as Record<'ja' | 'en', { subject: string; text: string; html: string }>;
      expect(letters.ja).toMatchObject({ subject: expect.stringContaining('題名 preview') });
      expect(letters.ja.html).toContain('<strong>本文</strong> preview &lt;b&gt;');
      expect(letters.en.html).toContain('<li>text preview</li>');
      for (const { text } of [letters.ja, letters.en]) expect(text).toMatch(/\/news#…/);
    });
    expect(caused).toEqual([]);
    expect((await sender.create(`${own}/tests`, { notice, kind: 'news' })).status).toBe(204);
    const test = await server.mail.waitFor((mail) => mail.to === sender.mail);
    expect(test.subject).toContain('【試し送り】題名 preview');
    expect(test.raw).toMatch(/List-Unsubscribe-Post/);
    await mailed();
    expect(desk.subjects(reader.mail)).toEqual([]);
    expect(await desk.count({ notice, organizations: [reader.organization] })).toBe(1);
  });

  test('only a notice that is shown is sent; what is not there or of another site is refused', async () => {
    const planned = await publishNotice(server, operator, 'planned', hoursMs);
    const over = await publishNotice(server, operator, 'over');
    const ended = await operator.call('POST', `${operator.path}/notices/${over}/end`, undefined, { 'if-match': '"1"' });
    expect(ended.status).toBe(200);
    expect(codeOf(await desk.send({ notice: planned }))).toBe('mailings/notice-planned');
    expect(codeOf(await desk.send({ notice: over }))).toBe('mailings/notice-over');
    expect((await operator.create(`${desk.path}/tests`, { notice: planned, kind: 'news' })).status).toBe(204);
    expect(codeOf(await operator.create(`${desk.path}/tests`, { notice: over, kind: 'news' }))).toBe(
      'mailings/notice-over',
    );
    const elsewhere = await newSender(server, sixthSite);
    const foreign = await publishNotice(server, elsewhere, 'foreign');
    for (const notice of [foreign, outsideId('notice', newId())]) {
      expect((await desk.send({ notice })).status).toBe(404);
      expect((await operator.call('POST', `${desk.path}/preview`, wished({ notice }))).status).toBe(404);
      expect((await operator.create(`${desk.path}/tests`, { notice, kind: 'news' })).status).toBe(404);
    }
    const stranger = await newOrganization(server, 'customer', 'カナリア商会', sixthSite);
    const notice = await publishNotice(server, operator, 'unknown');
    const own = await newReader(server, siteId);
    const refused = await desk.send({ notice, organizations: [own.organization, stranger] });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/organizations/1', code: 'mailings/organization-unknown' }] },
    });
    await server.app.db.updateTable('users').set({ mail: '' }).where('id', '=', insideId(operator.id)).execute();
    expect(codeOf(await operator.create(`${desk.path}/tests`, { notice, kind: 'news' }))).toBe('mailings/no-address');
    await server.app.db
      .updateTable('users')
      .set({ mail: operator.mail })
      .where('id', '=', insideId(operator.id))
      .execute();
  });

  test('P-02 only who may mail at this site sees mailings and consents', async () => {
    const notice = await publishNotice(server, operator, 'canary-title');
    const reader = await newReader(server, siteId, { news: true });
    const { body } = await desk.send({ notice, organizations: [reader.organization] });
    const member = await newSender(server, siteId, 'member');
    const elsewhere = await newSender(server, sixthSite);
    for (const one of [member, reader]) {
      expect((await one.call('GET', `${one.path}/mailings`)).status).toBe(403);
      expect((await one.call('GET', `${one.path}/news-consents`)).status).toBe(403);
      expect((await one.create(`${one.path}/mailings`, wished({ notice }))).status).toBe(403);
    }
    const theirs = await elsewhere.call('GET', `${elsewhere.path}/mailings/${String(body.id)}`);
    const nobodys = await elsewhere.call('GET', `${elsewhere.path}/mailings/${outsideId('mailing', newId())}`);
    const bare = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
    expect([theirs.status, bare(theirs.text)]).toEqual([404, bare(nobodys.text)]);
    for (const list of ['mailings', 'news-consents']) {
      const { text } = await elsewhere.call('GET', `${elsewhere.path}/${list}?pageSize=100`);
      expect(text).not.toContain('canary-title');
      expect(text).not.toContain(reader.mail);
    }
  });
});

describe('P-05 afterwards', () => {
  test('what failed is counted; when mails are forgotten the numbers stay, and who got it goes when the notice is over', async () => {
    const notice = await publishNotice(server, operator, 'counted');
    const organization = await newOrganization(server, 'customer', '見本電機', siteId);
    await newReader(server, siteId, { organization });
    server.mail.answerWith(550);
    const { body } = await desk.send({ notice, organizations: [organization] });
    await mailed();
    server.mail.answerWith(null);
    const result = { state: 'done', receivers: 1, sent: 0, failed: 1, dropped: 0, withdrawn: 0 };
    expect(await desk.shown(body.id)).toMatchObject(result);
    const id = insideId(String(body.id));
    const kept = async () =>
      (await server.app.db.selectFrom('mailing_receivers').select('user_id').where('mailing_id', '=', id).execute())
        .length;
    const later = async (days: number) => {
      const now = new Date(server.clock.now().getTime() + days * daysMs);
      await mailingRetention.run(server.app, now);
      await forgetMails(server.app.db, now);
    };
    await later(79);
    expect(await kept()).toBe(1);
    await server.app.db
      .updateTable('notices')
      .set({ ends_at: new Date(server.clock.now().getTime() + 300 * daysMs) })
      .where('id', '=', insideId(notice))
      .execute();
    await later(81);
    expect(await kept()).toBe(1);
    await later(400);
    expect(await kept()).toBe(0);
    expect(await desk.shown(body.id)).toMatchObject(result);
  });

  test('the consents are a list and a file: who, since when, by which way', async () => {
    const reader = await newReader(server, siteId, { news: true });
    const gone = await newReader(server, siteId, { news: true });
    await server.app.db
      .transaction()
      .execute((tx) => erasePerson(tx, siteOf(server, siteId), insideId(gone.id), server.clock.now()));
    const { body } = await operator.call(
      'GET',
      `${operator.path}/news-consents?text=${encodeURIComponent(reader.mail.toUpperCase())}&news=yes`,
    );
    expect(body.items).toMatchObject([
      { user: reader.id, news: true, way: 'account', organization: { id: reader.organization } },
    ]);
    const cookie = [...operator.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    for (const format of ['csv', 'xlsx']) {
      const answer = await fetch(`${server.url}/api/${siteId}${operator.path}/exports/news-consents?format=${format}`, {
        headers: { cookie, 'accept-language': 'ja' },
      });
      const cells = await cellsOfFile(new Uint8Array(await answer.arrayBuffer()));
      const row = cells.find((one) => one.includes(reader.mail));
      expect(row).toEqual(expect.arrayContaining(['見本 viewer', '見本工業', '同意', 'アカウントのページ']));
      expect(cells.flat()).not.toContain(gone.mail);
    }
    const mailings = await operator.call(
      'GET',
      `${desk.path}?kind=important&state=done&text=${encodeURIComponent('題名 COUNTED')}`,
    );
    expect(mailings.body.items).toMatchObject([
      { title: { ja: '題名 counted', en: 'Title counted' }, failed: 1, toAll: false },
    ]);
  });
});
