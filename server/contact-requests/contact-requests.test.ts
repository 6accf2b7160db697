import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { erasePerson } from '../accounts/account-data/erase-person.ts';
import { daysMs, minutesMs } from '../kernel/clock.ts';
import { insideId } from '../kernel/ids.ts';
import { askOperators, askingSite, keptOf, onDesk, question } from '../../tools/test/contact-requests.ts';
import { giveDevices, register } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { codeOf, newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { sixthSite, writeSixthSite } from '../../tools/test/sixth-site.ts';
import { contactRequestRetention } from './retention.ts';

let server: TestServer;
let operator: Colleague;
let asker: Colleague;
let colleague: Colleague;
const siteId = askingSite;
const switchedOn = 'capabilities: { contact-requests: { tells: [operators], strangers: false, keptDays: 30 } }\n';

const newCustomer = async (site = siteId, language: 'ja' | 'en' = 'ja') =>
  newColleague(server, await newOrganization(server, 'customer', '見本商事', site), 'owner', {
    siteId: site,
    language,
  });
const newDesk = async (site = siteId, role: 'owner' | 'member' | 'viewer' = 'member') =>
  newColleague(server, await newOrganization(server, 'maker', '', site), role, { siteId: site });

beforeAll(async () => {
  server = await startTestServer({ moreSites: { [sixthSite]: (folder) => writeSixthSite(folder, switchedOn) } });
  operator = await newDesk();
  asker = await newCustomer();
  colleague = await newColleague(server, asker.organization, 'owner', { siteId });
});
afterAll(() => server.close());

const mailsTo = async (to: string) => {
  await allMailed(server);
  return server.mail.mails.filter((mail) => mail.to === to);
};

describe('P-06 asking with an account', () => {
  test('account and device go along, the desk is mailed, and an operator answers by mail', async () => {
    const [serial = ''] = await giveDevices(server, 1, { site: siteId });
    const registered = await register(asker, serial, {});
    const device = String(registered.body.id);
    const filledIn = await asker.call('GET', `${asker.path}/contact-asker?device=${device}`);
    expect(filledIn.body).toMatchObject({ name: '見本 owner', mail: asker.mail, organization: '見本商事' });
    expect(filledIn.body.device).toMatchObject({ id: device, label: expect.stringContaining(serial) as string });
    const id = await askOperators(asker, { kind: 'device', device, text: 'ランプが点滅します。', page: '/devices' });
    const site = siteOf(server, siteId);
    const mail = await server.mail.waitFor((one) => one.to === site.contact.mail && one.text.includes(serial));
    for (const told of ['見本商事', asker.mail, '> ランプが点滅します。']) expect(mail.text).toContain(told);
    const page = /\/o\/(org_\S+)\/contact-desk\/(crq_\S+)/.exec(mail.text);
    expect(page?.slice(1)).toEqual([operator.organization, id]);

    const seen = await onDesk(operator, id);
    expect(seen.body).toMatchObject({
      state: 'open',
      kind: 'device',
      page: '/devices',
      asker: { known: true, user: asker.id, mail: asker.mail, organization: '見本商事' },
      device: { id: device },
    });
    expect((await seen.answer('バッテリーを交換してください。')).status).toBe(204);
    const answer = await server.mail.waitFor((one) => one.to === asker.mail && one.text.includes('バッテリーを交換'));
    expect(answer.subject).toContain('お問い合わせへの回答');
    expect(answer.text).toContain(`/o/${asker.organization}/contact/${id}`);
    const own = await asker.call('GET', `${asker.path}/contact-requests/${id}`);
    expect(own.body).toMatchObject({ state: 'answered', answers: [{ text: 'バッテリーを交換してください。' }] });
    expect(own.text).not.toContain('見本 member');
  });

  test('a device of others reads like one that is not there; every fault stands at its field', async () => {
    const other = await newCustomer();
    const [serial = ''] = await giveDevices(server, 1, { site: siteId });
    const theirs = String((await register(other, serial, {})).body.id);
    const wish = (device: string) => asker.create(`${asker.path}/contact-requests`, { ...question, device });
    const [foreign, nobodys] = [await wish(theirs), await wish(`dev_${randomUUID()}`)];
    expect(foreign).toMatchObject({ status: 422, body: { errors: [{ code: 'contact-requests/device-not-yours' }] } });
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
    const shown = await asker.call('GET', `${asker.path}/contact-asker?device=${theirs}`);
    expect(shown.body.device).toBeNull();
    const wrong = { kind: 'licence', about: 'あ'.repeat(81), text: '' };
    const refused = await asker.create(`${asker.path}/contact-requests`, wrong);
    expect((refused.body.errors as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/kind',
      '/about',
      '/text',
    ]);
    for (const malformed of [
      { kind: 'weather' },
      { page: 'https://evil.example' },
      { text: 'a'.repeat(20_001) },
      { more: 1 },
    ])
      expect((await asker.create(`${asker.path}/contact-requests`, { ...question, ...malformed })).status).toBe(400);
  });

  test('sent twice under one key it is asked once; so is an answer', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const caused = await eventsCausedBy(server.app, async () => {
      const twins = await Promise.all(
        [1, 2, 3].map(() => asker.call('POST', `${asker.path}/contact-requests`, question, key)),
      );
      expect(new Set(twins.map(({ body }) => body.id)).size).toBe(1);
      const seen = await onDesk(operator, String(twins[0]?.body.id));
      const again = { ...seen.seen, 'idempotency-key': randomUUID() };
      const answers = [await seen.answer('一度だけ', again), await seen.answer('一度だけ', again)];
      expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    });
    expect(caused).toEqual(['contact-request.opened', 'contact-request.answered']);
    const mails = await mailsTo(asker.mail);
    expect(mails.filter(({ text }) => text.includes('一度だけ')).length).toBe(1);
  });

  test('of two operators the second is told; a closed one is taken up before it is answered', async () => {
    const id = await askOperators(asker);
    const seen = await onDesk(operator, id);
    expect((await seen.answer(' ')).body.errors).toMatchObject([{ pointer: '/text', code: 'identifiers/required' }]);
    expect((await seen.answer('最初の回答')).status).toBe(204);
    expect(codeOf(await seen.answer('遅れた回答'))).toBe('platform/changed-meanwhile');
    expect(codeOf(await seen.close())).toBe('platform/changed-meanwhile');
    const caused = await eventsCausedBy(server.app, async () => {
      expect(codeOf(await (await onDesk(operator, id)).reopen())).toBe('contact-requests/not-closed');
      expect((await (await onDesk(operator, id)).close()).status).toBe(204);
      expect(codeOf(await (await onDesk(operator, id)).answer('閉じた後'))).toBe('contact-requests/closed');
      expect(codeOf(await (await onDesk(operator, id)).close())).toBe('contact-requests/closed');
      expect((await (await onDesk(operator, id)).reopen()).status).toBe(204);
      expect((await (await onDesk(operator, id)).answer('二つ目の回答')).status).toBe(204);
    });
    expect(caused).toEqual(['contact-request.closed', 'contact-request.reopened', 'contact-request.answered']);
    const { body } = await onDesk(operator, id);
    expect(body.answers).toMatchObject([
      { text: '最初の回答', by: '見本 member' },
      { text: '二つ目の回答', by: '見本 member' },
    ]);
  });

  test('each sees what they asked themselves; only operators who may answer see all of it', async () => {
    const id = await askOperators(asker, { about: 'カナリア 42' });
    const stranger = await newCustomer();
    const viewer = await newDesk(siteId, 'viewer');
    const elsewhere = await newDesk(sixthSite);
    for (const [who, status] of [
      [asker, 200],
      [colleague, 404],
      [stranger, 404],
    ] as const) {
      expect((await who.call('GET', `${who.path}/contact-requests/${id}`)).status).toBe(status);
      expect((await who.call('GET', `${who.path}/contact-requests`)).text.includes('カナリア')).toBe(status === 200);
      expect((await onDesk(who, id)).status).toBe(403);
    }
    expect((await onDesk(viewer, id)).status).toBe(403);
    const theirs = await onDesk(elsewhere, id);
    expect(theirs.status).toBe(404);
    for (const answer of [await theirs.answer('x', { 'if-match': '"1"' }), await theirs.close({ 'if-match': '"1"' })])
      expect(answer.status).toBe(404);
    expect((await elsewhere.call('GET', `${elsewhere.path}/contact-desk`)).text).not.toContain('カナリア');
    const list = async (query: string) => {
      const { body, status } = await operator.call('GET', `${operator.path}/contact-desk?pageSize=100&${query}`);
      expect(status).toBe(200);
      return (body.items as { id: string; state: string }[]).map((one) => one.id);
    };
    const text = encodeURIComponent('ｶﾅﾘｱ ４２');
    expect(await list(`text=${text}`)).toEqual([id]);
    expect(await list(`text=${text}&state=closed`)).toEqual([]);
    expect(await list(`text=${text}&kind=usage&sort=-createdAt`)).toEqual([id]);
    expect((await list(''))[0]).toBe(id);
    const file = await operator.call('GET', `${operator.path}/exports/contact-requests?format=csv&text=${text}`);
    expect(file.text).toContain('カナリア 42');
    expect((await asker.call('GET', `${asker.path}/exports/contact-requests?format=csv`)).status).toBe(403);
  });

  test('after twenty in an hour a user waits, and nobody else', async () => {
    const busy = await newCustomer();
    for (let at = 0; at < 20; at += 1) {
      await askOperators(busy);
      server.clock.move(minutesMs);
    }
    const refused = await busy.create(`${busy.path}/contact-requests`, question);
    expect(refused).toMatchObject({ status: 429, body: { type: '/problems/contact-requests/too-many' } });
    expect(Number(refused.headers.get('retry-after'))).toBe(40 * 60);
    await askOperators(await newCustomer());
  });
});

describe('P-06 what a site says', () => {
  test('operators alone are told, there is no form for strangers, and each site keeps to its own', async () => {
    const desk = await newDesk(sixthSite, 'owner');
    const someone = await newCustomer(sixthSite, 'en');
    const id = await askOperators(someone, { text: 'Which lamp is it?' });
    await server.mail.waitFor((one) => one.to === desk.mail && one.text.includes('> Which lamp is it?'));
    expect(await mailsTo(siteOf(server, sixthSite).contact.mail)).toEqual([]);
    await (await onDesk(desk, id)).answer('The red one.');
    const answer = await server.mail.waitFor((one) => one.to === someone.mail && one.text.includes('The red one.'));
    expect(answer.subject).toContain('An answer to your request');
    expect((await onDesk(operator, id)).status).toBe(404);
  });
});

describe('P-27 what is kept', () => {
  test('from the last answer or closing on as long as the site says, and not a moment before; open ones stay', async () => {
    const desk = await newDesk(sixthSite);
    const someone = await newCustomer(sixthSite);
    const [open, closed] = [await askOperators(someone), await askOperators(someone)];
    await (await onDesk(desk, closed)).close();
    const run = () => contactRequestRetention.run(server.app, server.clock.now());
    server.clock.move(30 * daysMs - 1);
    await run();
    expect(await keptOf(server, closed)).toBeDefined();
    server.clock.move(1);
    // What another test here had answered before may go as well.
    expect(new Set(await eventsCausedBy(server.app, run))).toEqual(new Set(['contact-request.forgotten']));
    expect([await keptOf(server, closed), (await keptOf(server, open))?.state]).toEqual([undefined, 'open']);
    expect(await eventsCausedBy(server.app, run)).toEqual([]);
  });

  test('who is erased takes along what they asked, its answers, and what was mailed about it', async () => {
    const leaving = await newCustomer();
    const desk = await newDesk();
    const id = await askOperators(leaving, { text: '消えるべき内容' });
    await (await onDesk(desk, id)).answer('消えるべき回答');
    await allMailed(server);
    const site = siteOf(server, siteId);
    await server.app.db.transaction().execute((tx) => erasePerson(tx, site, insideId(leaving.id), server.clock.now()));
    expect(await keptOf(server, id)).toBeUndefined();
    expect((await onDesk(desk, id)).status).toBe(404);
    const { rows } = await server.app.pool.query(
      `select m.recipient from mails m join events e on e.site_id = m.site_id and e.id = m.event_id where e.subject = $1`,
      [`contact-request/${insideId(id)}`],
    );
    expect(rows.length).toBe(2);
    expect(rows.every(({ recipient }) => String(recipient).startsWith('erased:'))).toBe(true);
  });
});
