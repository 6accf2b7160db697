import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { mailingDesk, manyReaders, newReader, newSender, publishNotice } from '../../tools/test/mailings.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { codeOf, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { erasePerson } from '../accounts/account-data/erase-person.ts';
import { insideId } from '../kernel/ids.ts';
import { retryWaitsMs } from '../mail/worker.ts';

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

describe('P-05 who gets a mailing', () => {
  test('important goes to every active user of the chosen organizations, news to those who agreed, each in their language', async () => {
    const notice = await publishNotice(server, operator, 'who');
    const news = await publishNotice(server, operator, 'whonews');
    const [ja, en] = [await newReader(server, siteId), await newReader(server, siteId, { language: 'en', news: true })];
    const organizations = [ja.organization, en.organization];
    const other = await newReader(server, siteId, { news: true });
    expect(await desk.count({ notice, organizations })).toBe(2);
    expect(await desk.count({ notice: news, kind: 'news', organizations })).toBe(1);
    const caused = await eventsCausedBy(server.app, async () => {
      const sent = await desk.send({ notice, organizations });
      expect(sent).toMatchObject({ status: 201, body: { receivers: 2 } });
      expect((await desk.send({ notice: news, kind: 'news', organizations })).body.receivers).toBe(1);
    });
    expect(caused).toEqual(['mailing.sent', 'mailing.sent']);
    await mailed();
    const { name } = siteOf(server, siteId);
    expect(desk.subjects(ja.mail)).toEqual([`[${name.ja}] 題名 who`]);
    expect(desk.subjects(en.mail).toSorted()).toEqual([`[${name.en}] Title who`, `[${name.en}] Title whonews`]);
    expect(desk.subjects(other.mail)).toEqual([]);
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
    for (const kind of ['important', 'news'] as const)
      expect(await desk.count({ notice, kind, organizations })).toBe(1);
  });

  test('who withdraws, leaves or is erased before the mail is written gets none; it counts as not sent any more', async () => {
    const notice = await publishNotice(server, operator, 'late');
    const organization = await newOrganization(server, 'customer', '見本電機', siteId);
    const make = () => newReader(server, siteId, { organization, news: true });
    const [stays, withdraws, erased] = [await make(), await make(), await make()];
    server.mail.answerWith(451);
    const { body } = await desk.send({ notice, kind: 'news', organizations: [organization] });
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
    expect(await desk.shown(body.id)).toMatchObject({ state: 'under-way', receivers: 3, waiting: 3, sent: 0 });
    server.clock.move(1_000);
    await withdraws.call('PUT', '/account/news', { news: false });
    await server.app.db
      .transaction()
      .execute((tx) => erasePerson(tx, siteOf(server, siteId), insideId(erased.id), server.clock.now()));
    server.mail.answerWith(null);
    server.clock.move(retryWaitsMs[0] ?? 0);
    await mailed();
    expect(desk.subjects(stays.mail)).toHaveLength(1);
    expect([...desk.subjects(withdraws.mail), ...desk.subjects(erased.mail)]).toEqual([]);
    expect(await desk.shown(body.id)).toMatchObject({ state: 'done', sent: 1, dropped: 2, failed: 0, withdrawn: 1 });
  });
});

describe('P-05 exactly once', () => {
  test('pressing twice, at the same moment or later, and to more organizations: each user gets a notice once', async () => {
    const notice = await publishNotice(server, operator, 'once');
    const [first, second] = [await newReader(server, siteId), await newReader(server, siteId)];
    const organizations = [first.organization];
    const key = randomUUID();
    const twins = await Promise.all([1, 2, 3].map(() => desk.send({ notice, organizations }, key)));
    expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
    const others = await Promise.all([1, 2, 3].map(() => desk.send({ notice, organizations })));
    expect(others.map(codeOf)).toEqual(Array.from({ length: 3 }, () => 'mailings/nobody'));
    const both = await Promise.all(
      [1, 2].map(() => desk.send({ notice, organizations: [first.organization, second.organization] })),
    );
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    await mailed();
    expect([desk.subjects(first.mail).length, desk.subjects(second.mail).length]).toEqual([1, 1]);
  });

  test('ten thousand receivers are decided in one transaction, each with one mail', async () => {
    const notice = await publishNotice(server, operator, 'many');
    const organization = await newOrganization(server, 'customer', '見本重工', siteId);
    await manyReaders(server, siteId, organization, 10_000);
    const { body, status } = await desk.send({ notice, organizations: [organization] });
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
