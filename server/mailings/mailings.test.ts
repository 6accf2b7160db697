import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { manyReaders, newReader, newSender, publishNotice } from '../../tools/test/mailings.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { codeOf, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { cellsOfFile } from '../../tools/test/table-file.ts';
import { erasePerson } from '../accounts/account-data/erase-person.ts';
import { daysMs, hoursMs } from '../kernel/clock.ts';
import { insideId, newId, outsideId } from '../kernel/ids.ts';
import { forgetMails } from '../mail/forget.ts';
import { retryWaitsMs } from '../mail/worker.ts';
import { mailingRetention } from './retention.ts';

let server: TestServer;
let operator: Colleague;
let path: string;
const siteId = 'printer';

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
  operator = await newSender(server, siteId);
  path = `${operator.path}/mailings`;
});
afterAll(() => server.close());

type Wish = { notice: string; kind?: 'important' | 'news'; organizations?: string[] | null };
const wished = ({ notice, kind = 'important', organizations = null }: Wish) => ({ notice, kind, organizations });
const send = (wish: Wish, key: string = randomUUID()) =>
  operator.call('POST', path, wished(wish), { 'idempotency-key': key });
const count = async (wish: Wish) => (await operator.call('POST', `${path}/preview`, wished(wish))).body.receivers;
const subjects = (to: string) =>
  server.mail.mails.filter((mail) => mail.to === to && /題名|Title/.test(mail.subject)).map(({ subject }) => subject);
async function shown(id: unknown) {
  const { body } = await operator.call('GET', `${path}/${String(id)}`);
  return body;
}
const mailed = () => allMailed(server);

describe('P-05 who gets a mailing', () => {
  test('important goes to every active user of the chosen organizations, news to those who agreed, each in their language', async () => {
    const notice = await publishNotice(server, operator, 'who');
    const news = await publishNotice(server, operator, 'whonews');
    const [ja, en] = [await newReader(server, siteId), await newReader(server, siteId, { language: 'en', news: true })];
    const organizations = [ja.organization, en.organization];
    const other = await newReader(server, siteId, { news: true });
    expect(await count({ notice, organizations })).toBe(2);
    expect(await count({ notice: news, kind: 'news', organizations })).toBe(1);
    const caused = await eventsCausedBy(server.app, async () => {
      const sent = await send({ notice, organizations });
      expect(sent).toMatchObject({ status: 201, body: { receivers: 2 } });
      expect((await send({ notice: news, kind: 'news', organizations })).body.receivers).toBe(1);
    });
    expect(caused).toEqual(['mailing.sent', 'mailing.sent']);
    await mailed();
    const { name } = siteOf(server, siteId);
    expect(subjects(ja.mail)).toEqual([`[${name.ja}] 題名 who`]);
    expect(subjects(en.mail).toSorted()).toEqual([`[${name.en}] Title who`, `[${name.en}] Title whonews`]);
    expect(subjects(other.mail)).toEqual([]);
    const important = await server.mail.waitFor((mail) => mail.to === ja.mail && mail.subject.includes('題名 who'));
    expect(important.html).toContain('<strong>本文</strong> who &lt;b&gt;');
    expect(important.raw).not.toMatch(/List-Unsubscribe/i);
    const wanted = await server.mail.waitFor((mail) => mail.to === en.mail && mail.subject.includes('whonews'));
    expect(wanted.raw).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/);
    const stated = /List-Unsubscribe: <([^>]+)>/.exec(wanted.raw.replaceAll(/\r\n\s+/g, ' '))?.[1] ?? '';
    const posted = await fetch(`${server.url}${new URL(stated).pathname}`, { method: 'POST' });
    expect(posted.status).toBe(204);
    expect((await en.call('GET', '/account/news')).body).toMatchObject({ news: false, way: 'link' });
  });

  test('nobody without a proved address, nobody who has left or whose organization has closed, and one mail for one address', async () => {
    const notice = await publishNotice(server, operator, 'active');
    const organization = await newOrganization(server, 'customer', '見本電機', siteId);
    const readers = await Promise.all(
      Array.from({ length: 6 }, () => newReader(server, siteId, { organization, news: true })),
    );
    const [active, twin, ended, erased, unproved, unopened] = readers.map(({ id }) => insideId(id));
    const gone = await newReader(server, siteId, { news: true });
    const now = server.clock.now();
    const change = (id: string | undefined, values: object) =>
      server.app.db.updateTable('users').set(values).where('id', '=', String(id)).execute();
    await change(twin, { mail: readers[0]?.mail.toUpperCase() });
    await change(ended, { ended_at: now });
    await server.app.db.transaction().execute((tx) => erasePerson(tx, siteOf(server, siteId), String(erased), now));
    await change(unproved, { mail_unproved_since: now });
    await change(unopened, { password_hash: '!' });
    await server.app.db
      .updateTable('organizations')
      .set({ closed_at: now })
      .where('id', '=', insideId(gone.organization))
      .execute();
    const organizations = [organization, gone.organization];
    expect(active).toBeDefined();
    for (const kind of ['important', 'news'] as const) expect(await count({ notice, kind, organizations })).toBe(1);
  });

  test('who withdraws, leaves or is erased before the mail is written gets none; it counts as not sent any more', async () => {
    const notice = await publishNotice(server, operator, 'late');
    const organization = await newOrganization(server, 'customer', '見本電機', siteId);
    const make = () => newReader(server, siteId, { organization, news: true });
    const [stays, withdraws, erased] = [await make(), await make(), await make()];
    server.mail.answerWith(451);
    const { body } = await send({ notice, kind: 'news', organizations: [organization] });
    await expect
      .poll(
        async () =>
          (
            await server.app.db
              .selectFrom('mails')
              .select('id')
              .where('template', '=', 'mailing')
              .where('state', '=', 'due')
              .where('tries', '>', 0)
              .execute()
          ).length,
      )
      .toBe(3);
    expect(await shown(body.id)).toMatchObject({ state: 'under-way', receivers: 3, waiting: 3, sent: 0 });
    server.clock.move(1_000);
    await withdraws.call('PUT', '/account/news', { news: false });
    await server.app.db
      .transaction()
      .execute((tx) => erasePerson(tx, siteOf(server, siteId), insideId(erased.id), server.clock.now()));
    server.mail.answerWith(null);
    server.clock.move(retryWaitsMs[0] ?? 0);
    await mailed();
    expect(subjects(stays.mail)).toHaveLength(1);
    expect([...subjects(withdraws.mail), ...subjects(erased.mail)]).toEqual([]);
    expect(await shown(body.id)).toMatchObject({ state: 'done', sent: 1, dropped: 2, failed: 0, withdrawn: 1 });
  });
});

describe('P-05 exactly once', () => {
  test('pressing twice, at the same moment or later, and to more organizations: each user gets a notice once', async () => {
    const notice = await publishNotice(server, operator, 'once');
    const [first, second] = [await newReader(server, siteId), await newReader(server, siteId)];
    const organizations = [first.organization];
    const key = randomUUID();
    const twins = await Promise.all([1, 2, 3].map(() => send({ notice, organizations }, key)));
    expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
    const others = await Promise.all([1, 2, 3].map(() => send({ notice, organizations })));
    expect(others.map(codeOf)).toEqual(Array.from({ length: 3 }, () => 'mailings/nobody'));
    const both = await Promise.all(
      [1, 2].map(() => send({ notice, organizations: [first.organization, second.organization] })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    await mailed();
    expect([subjects(first.mail).length, subjects(second.mail).length]).toEqual([1, 1]);
  });

  test('ten thousand receivers are decided in one transaction, each with one mail', async () => {
    const notice = await publishNotice(server, operator, 'many');
    const organization = await newOrganization(server, 'customer', '見本重工', siteId);
    await manyReaders(server, siteId, organization, 10_000);
    const { body, status } = await send({ notice, organizations: [organization] });
    expect([status, body.receivers]).toEqual([201, 10_000]);
    const planned = () =>
      server.app.db
        .selectFrom('mailing_receivers as r')
        .innerJoin('mails as m', (join) => join.onRef('m.site_id', '=', 'r.site_id').onRef('m.id', '=', 'r.mail_id'))
        .select((eb) => eb.fn.count<number>('m.recipient').distinct().as('count'))
        .where('r.mailing_id', '=', insideId(String(body.id)))
        .executeTakeFirstOrThrow();
    await expect.poll(async () => (await planned()).count, { timeout: 30_000 }).toBe(10_000);
    // Nobody reads them here: the others of this file need not wait for them.
    await server.app.db.updateTable('mails').set({ state: 'dropped' }).where('recipient', 'like', 'reader%').execute();
    await mailed();
  });
});

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
    expect(subjects(reader.mail)).toEqual([]);
    expect(await count({ notice, organizations: [reader.organization] })).toBe(1);
  });

  test('only a notice that is shown is sent; what is not there or of another site is refused', async () => {
    const planned = await publishNotice(server, operator, 'planned', hoursMs);
    const over = await publishNotice(server, operator, 'over');
    const ended = await operator.call('POST', `${operator.path}/notices/${over}/end`, undefined, { 'if-match': '"1"' });
    expect(ended.status).toBe(200);
    expect(codeOf(await send({ notice: planned }))).toBe('mailings/notice-planned');
    expect(codeOf(await send({ notice: over }))).toBe('mailings/notice-over');
    expect((await operator.create(`${path}/tests`, { notice: planned, kind: 'news' })).status).toBe(204);
    expect(codeOf(await operator.create(`${path}/tests`, { notice: over, kind: 'news' }))).toBe('mailings/notice-over');
    const elsewhere = await newSender(server, sixthSite);
    const foreign = await publishNotice(server, elsewhere, 'foreign');
    for (const notice of [foreign, outsideId('notice', newId())]) {
      expect((await send({ notice })).status).toBe(404);
      expect((await operator.call('POST', `${path}/preview`, wished({ notice }))).status).toBe(404);
      expect((await operator.create(`${path}/tests`, { notice, kind: 'news' })).status).toBe(404);
    }
    const stranger = await newOrganization(server, 'customer', 'カナリア商会', sixthSite);
    const notice = await publishNotice(server, operator, 'unknown');
    const own = await newReader(server, siteId);
    const refused = await send({ notice, organizations: [own.organization, stranger] });
    expect(refused).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/organizations/1', code: 'mailings/organization-unknown' }] },
    });
    await server.app.db.updateTable('users').set({ mail: '' }).where('id', '=', insideId(operator.id)).execute();
    expect(codeOf(await operator.create(`${path}/tests`, { notice, kind: 'news' }))).toBe('mailings/no-address');
    await server.app.db
      .updateTable('users')
      .set({ mail: operator.mail })
      .where('id', '=', insideId(operator.id))
      .execute();
  });

  test('P-02 only who may mail at this site sees mailings and consents', async () => {
    const notice = await publishNotice(server, operator, 'canary-title');
    const reader = await newReader(server, siteId, { news: true });
    const { body } = await send({ notice, organizations: [reader.organization] });
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
    const { body } = await send({ notice, organizations: [organization] });
    await mailed();
    server.mail.answerWith(null);
    const result = { state: 'done', receivers: 1, sent: 0, failed: 1, dropped: 0, withdrawn: 0 };
    expect(await shown(body.id)).toMatchObject(result);
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
    expect(await shown(body.id)).toMatchObject(result);
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
      `${path}?kind=important&state=done&text=${encodeURIComponent('題名 COUNTED')}`,
    );
    expect(mailings.body.items).toMatchObject([
      { title: { ja: '題名 counted', en: 'Title counted' }, failed: 1, toAll: false },
    ]);
  });
});
