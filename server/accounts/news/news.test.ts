import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  agreements,
  newCompany,
  newOperator,
  signUpValues,
  testPassword,
  tokenIn,
} from '../../../tools/test/accounts.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { newColleague, newOrganization } from '../../../tools/test/organizations.ts';
import { person } from '../../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../../tools/test/sixth-site.ts';
import { daysMs } from '../../kernel/clock.ts';
import { insideId } from '../../kernel/ids.ts';
import { newsHeaders, newsToken } from './link.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: writeSixthSite } });
});
afterAll(() => server.close());

const siteId = 'printer';

/** Somebody at a site whose forms ask nobody for news. */
async function someone(site = siteId) {
  const organization = await newOrganization(server, 'customer', '見本工業', site);
  const user = await newColleague(server, organization, 'viewer', { siteId: site });
  return { ...user, token: newsToken(server.app, site, insideId(user.id)), stranger: person(server.url, site) };
}

/** What is kept, and what stands in the log. */
async function logged(userId: string) {
  const rows = await server.app.db
    .selectFrom('events')
    .select(['what', 'data', 'actor_kind'])
    .where('subject', '=', `user/${insideId(userId)}`)
    .where('what', 'like', 'news.%')
    .orderBy('id')
    .execute();
  return rows.map(({ what, data, actor_kind: by }) => `${what} ${String((data as { way: string }).way)} ${by}`);
}

describe('P-05 news by mail', () => {
  test('everybody gives and withdraws it on their own account, also where no form asks for it; each leaves one event', async () => {
    const user = await someone();
    const own = async () => (await user.call('GET', '/account/news')).body;
    expect(await own()).toEqual({ news: false, since: null, way: null });
    const since = server.clock.now().toISOString();
    const caused = await eventsCausedBy(server.app, async () => {
      expect((await user.call('PUT', '/account/news', { news: true })).body).toEqual({
        news: true,
        since,
        way: 'account',
      });
      server.clock.move(1_000);
      // Saying the same again keeps the date.
      expect((await user.call('PUT', '/account/news', { news: true })).body).toMatchObject({ since });
      expect((await user.call('PUT', '/account/news', { news: false })).body).toMatchObject({
        news: false,
        way: 'account',
      });
    });
    expect(caused).toEqual(['news.agreed', 'news.withdrawn']);
    expect(await logged(user.id)).toEqual(['news.agreed account user', 'news.withdrawn account user']);
  });

  test('RFC 8058: opening the address changes nothing, posting to it withdraws without a login, and twice is once', async () => {
    const user = await someone();
    await user.call('PUT', '/account/news', { news: true });
    const site = server.app.sites.get(siteId);
    if (!site) throw new Error('no site');
    const headers = newsHeaders(site, user.token);
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    const stated = /^<(.+)>$/.exec(headers['List-Unsubscribe'] ?? '')?.[1] ?? '';
    const address = `${server.url}${new URL(stated).pathname}`;
    const opened = await fetch(address, { redirect: 'manual' });
    expect([opened.status, opened.headers.get('location')]).toEqual([303, `${site.address}/news#${user.token}`]);
    expect(await user.stranger.call('POST', '/news-withdrawals/check', { token: user.token })).toMatchObject({
      status: 200,
      body: { mail: expect.stringMatching(/^v\*\*\*@example\.jp$/), news: true },
    });
    expect((await user.call('GET', '/account/news')).body.news).toBe(true);
    const post = () =>
      fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: 'List-Unsubscribe=One-Click',
      });
    const caused = await eventsCausedBy(server.app, async () => {
      expect((await Promise.all([post(), post(), post()])).map(({ status }) => status)).toEqual([204, 204, 204]);
      expect((await user.stranger.call('POST', '/news-withdrawals', { token: user.token })).status).toBe(204);
    });
    expect(caused).toEqual(['news.withdrawn']);
    expect((await user.call('GET', '/account/news')).body).toMatchObject({ news: false, way: 'link' });
    expect((await logged(user.id)).at(-1)).toBe('news.withdrawn link nobody');
  });

  test('a link is good for its own user at its own site only, and for nothing else', async () => {
    const [user, other, elsewhere] = [await someone(), await someone(), await someone(sixthSite)];
    for (const one of [user, other, elsewhere]) await one.call('PUT', '/account/news', { news: true });
    const flipped = `${user.token.slice(0, -2)}${user.token.endsWith('AA') ? 'BB' : 'AA'}`;
    const swapped = newsToken(server.app, siteId, insideId(other.id)).slice(0, 20) + user.token.slice(20);
    for (const token of ['', 'x', flipped, swapped, elsewhere.token, 'A'.repeat(64)]) {
      const body = { type: '/problems/accounts/news-link-invalid' };
      expect(await user.stranger.call('POST', '/news-withdrawals', { token })).toMatchObject({ status: 422, body });
      expect(await user.stranger.call('POST', '/news-withdrawals/check', { token })).toMatchObject({
        status: 422,
        body,
      });
      expect(await user.stranger.call('POST', `/news-withdrawals/${token || 'x'}`)).toMatchObject({
        status: 422,
        body,
      });
    }
    for (const one of [user, other, elsewhere]) expect((await one.call('GET', '/account/news')).body.news).toBe(true);
    expect((await user.stranger.call('POST', '/withdrawals', { token: user.token })).status).toBe(422);
  });

  test('one mailbox with several login IDs is let alone altogether', async () => {
    const [user, twin, other] = [await someone(), await someone(), await someone()];
    await server.app.db
      .updateTable('users')
      .set({ mail: user.mail.toUpperCase() })
      .where('id', '=', insideId(twin.id))
      .execute();
    for (const one of [user, twin, other]) await one.call('PUT', '/account/news', { news: true });
    await user.stranger.call('POST', '/news-withdrawals', { token: user.token });
    const states = await Promise.all(
      [user, twin, other].map(async (one) => (await one.call('GET', '/account/news')).body.news),
    );
    expect(states).toEqual([false, false, true]);
  });

  test('the forms that ask for it say by which way it came: sign-up, account, operator', async () => {
    const mail = 'news-wanted@example.jp';
    const stranger = person(server.url, 'conference');
    const agreed = await agreements(stranger);
    await stranger.create('/sign-ups', { values: signUpValues(mail, { news: true }), language: 'ja', agreed });
    const proof = await server.mail.waitFor((one) => one.to === mail && one.text.includes('set-password#'));
    await stranger.call('POST', '/passwords', { token: tokenIn(proof.text), password: testPassword });
    const { id } = await server.app.db
      .selectFrom('users')
      .select('id')
      .where('mail', '=', mail)
      .executeTakeFirstOrThrow();
    expect(await logged(`usr_${id}`)).toEqual(['news.agreed sign-up nobody']);

    const member = await newCompany(server);
    const change = async (news: boolean) => {
      const { headers } = await member.call('GET', '/account');
      return member.call('PATCH', '/account', { values: { news } }, { 'if-match': String(headers.get('etag')) });
    };
    expect((await change(true)).status).toBe(200);
    expect((await member.call('GET', '/account/news')).body).toMatchObject({ news: true, way: 'account' });
    const operator = await newOperator(server);
    const { body } = await member.call('GET', '/account');
    const managed = `${operator.path}/accounts/${String((body.user as { id: string }).id)}`;
    const seen = (await operator.call('GET', managed)).headers.get('etag');
    const asked = { values: { news: false }, reason: '電話での依頼' };
    expect((await operator.call('PATCH', managed, asked, { 'if-match': String(seen) })).status).toBe(200);
    expect((await member.call('GET', '/account/news')).body).toMatchObject({ news: false, way: 'operator' });
  });

  test('P-27 who is gone wants nothing any more, and their link is dead', async () => {
    const user = await someone();
    await user.call('PUT', '/account/news', { news: true });
    server.clock.move(daysMs / 48);
    await server.app.db
      .updateTable('users')
      .set({ ended_at: server.clock.now() })
      .where('id', '=', insideId(user.id))
      .execute();
    expect((await user.stranger.call('POST', '/news-withdrawals', { token: user.token })).status).toBe(422);
  });
});
