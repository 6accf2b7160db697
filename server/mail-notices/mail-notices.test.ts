import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherMs, mailEveryMs } from '../../domain/alarms/telling.ts';
import { lookNow, tellAll } from '../../tools/test/alarms.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { newReached } from '../../tools/test/mail-notices.ts';
import { allMailed } from '../../tools/test/mails.ts';
import {
  codeOf,
  everybodysPassword,
  newColleague,
  newOrganization,
  type Colleague,
} from '../../tools/test/organizations.ts';
import {
  counted,
  givePrinter,
  isIn,
  measured,
  printerSite,
  reportAs,
  type TestPrinter,
} from '../../tools/test/printers.ts';
import { tonerWatch } from '../toner/lows.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';

let server: TestServer;
let owner: Colleague;
let member: Colleague;
let stranger: Colleague;
let printer: TestPrinter;

const opening = '2026-11-18T11:00:00+09:00';
const own = (who: Colleague, of = who) => `${who.path}/mail-notices/${of.id}`;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date(opening) });
  owner = await newReached(server);
  member = await newReached(server, { organization: owner.organization, role: 'member', language: 'en' });
  stranger = await newReached(server);
  printer = await givePrinter(server, owner, { installation: '複合機 1' });
});
afterAll(() => server.close());

async function choose(who: Colleague, of: Colleague, events: string[]) {
  const { headers, status } = await who.call('GET', own(who, of));
  if (status !== 200) throw new Error(String(status));
  const seen = headers.get('etag') ?? '';
  return who.call('PUT', own(who, of), { events }, { 'if-match': seen });
}

const told = (to: Colleague) => server.mail.mails.filter((mail) => mail.to === to.mail);

/** What the printer says comes to whoever is told of it, after the gathering. */
async function says(...states: string[]): Promise<void> {
  for (const one of [owner, member]) await one.call('GET', own(one));
  server.clock.move(mailEveryMs);
  await reportAs(server, printer, [isIn(server.clock.now(), ...states)]);
  await lookNow(server, printerSite);
  server.clock.move(gatherMs);
  await tellAll(server);
}

describe('C-11 who chooses what', () => {
  test('what is usual until somebody chooses: owners get what cannot wait, others what they are toner managers of', async () => {
    const first = await owner.call('GET', own(owner));
    expect(first.body).toMatchObject({
      mail: owner.mail,
      reached: true,
      events: ['service-call', 'error', 'silence', 'toner-low'],
      chosen: false,
    });
    expect((await member.call('GET', own(member))).body).toMatchObject({ events: ['toner-low'], chosen: false });
  });

  test('each their own; owners and managers those of everybody; nobody else', async () => {
    expect((await choose(member, member, ['warning', 'error'])).body).toMatchObject({
      events: ['error', 'warning'],
      chosen: true,
    });
    expect((await choose(owner, member, ['warning', 'error'])).status).toBe(200);
    const foreign = await member.call('GET', own(member, owner));
    const nobodys = await member.call('GET', `${member.path}/mail-notices/usr_00000000-0000-7000-8000-000000000000`);
    expect([foreign.status, codeOf(foreign)]).toEqual([404, 'platform/not-found']);
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...nobodys.body, requestId: '' });
    expect((await stranger.call('GET', `${stranger.path}/mail-notices/${owner.id}`)).status).toBe(404);
    expect((await member.call('GET', `${member.path}/mail-notices`)).status).toBe(403);
  });

  test('of two who choose at once the second is told; the same once more is no event', async () => {
    const { headers } = await owner.call('GET', own(owner));
    const seen = { 'if-match': headers.get('etag') ?? '' };
    const put = (events: string[], header = seen) => owner.call('PUT', own(owner), { events }, header);
    expect((await put(['error'])).status).toBe(200);
    expect(codeOf(await put(['warning']))).toBe('platform/changed-meanwhile');
    expect(await eventsCausedBy(server.app, () => choose(owner, owner, ['error']))).toEqual([]);
    expect(codeOf(await put(['error'], { 'if-match': '' }))).toBe('platform/version-missing');
  });

  test.each([
    [{ events: ['fire'] }],
    [{ events: 'error' }],
    [{ events: ['error'], more: 1 }],
    [{ events: Array.from({ length: 7 }, () => 'error') }],
  ])('%j is refused', async (body) => {
    const { headers } = await owner.call('GET', own(owner));
    const answer = await owner.call('PUT', own(owner), body, { 'if-match': headers.get('etag') ?? '' });
    expect(answer.status).toBe(400);
  });

  test('the list has everybody, is searched and filtered, and is a file', async () => {
    await choose(member, member, ['warning']);
    await choose(owner, owner, ['error']);
    const names = async (query: string) => {
      const { body } = await owner.call('GET', `${owner.path}/mail-notices?${query}`);
      return (body['items'] as { id: string }[]).map(({ id }) => (id === owner.id ? 'owner' : 'member'));
    };
    expect(await names('')).toEqual(['owner', 'member']);
    expect(await names('sort=-role')).toEqual(['member', 'owner']);
    expect(await names('event=warning')).toEqual(['member']);
    expect(await names(`text=${encodeURIComponent(owner.mail.slice(0, 20).toUpperCase())}`)).toEqual(['owner']);
    const { status, text } = await owner.call('GET', `${owner.path}/exports/mail-notices?format=csv`);
    expect([status, text.includes('警告')]).toEqual([200, true]);
  });
});

describe('C-11 to be without an address', () => {
  const remove = (who: Pick<Colleague, 'call'>, password: unknown) =>
    who.call('POST', '/account/mail-removal', { password });

  test('with the present password alone; the address is told, no notices and no reset go anywhere, and once is enough', async () => {
    const one = await newReached(server);
    expect((await one.call('GET', '/account')).body).toMatchObject({ mailRemovable: true });
    expect(codeOf(await remove(one, 'wrong'))).toBe('accounts/present-password-wrong');
    expect((await remove(one, ['array'])).status).toBe(400);
    const events = await eventsCausedBy(server.app, async () => {
      for (let turn = 0; turn < 2; turn += 1) expect((await remove(one, everybodysPassword)).status).toBe(204);
    });
    expect(events).toEqual(['mail.removed']);
    await server.mail.waitFor((mail) => mail.to === one.mail && mail.text.includes('登録を削除しました'));
    expect((await one.call('GET', own(one))).body).toMatchObject({ mail: '', reached: false });
    expect((await one.call('GET', '/account')).body).toMatchObject({ user: { mail: '' }, mailRemovable: false });
    const asked = await eventsCausedBy(server.app, () =>
      one.call('POST', '/password-resets', { account: one.loginId }),
    );
    expect(asked).not.toContain('password-reset.asked');
  });

  test('not where the address is what somebody logs in with', async () => {
    const organization = await newOrganization(server, 'dealer', '見本販売', 'conference');
    const dealer = await newColleague(server, organization, 'owner', { siteId: 'conference' });
    expect((await dealer.call('GET', '/account')).body).toMatchObject({ mailRemovable: false });
    expect(codeOf(await remove(dealer, everybodysPassword))).toBe('accounts/mail-needed');
  });
});

describe('C-11 mails about printers', () => {
  test('an event comes to those who chose it, once, and to nobody else', async () => {
    await choose(owner, owner, ['error']);
    await choose(member, member, ['warning']);
    await allMailed(server);
    const before = [told(owner).length, told(member).length];
    await says('paperJam');
    await server.mail.waitFor((mail) => mail.to === owner.mail && mail.text.includes('用紙が詰まっています'));
    await says('paperJam', 'paperOut');
    await server.mail.waitFor((mail) => mail.to === member.mail && mail.text.includes('There is no paper'));
    await allMailed(server);
    expect([told(owner).length, told(member).length]).toEqual(before.map((count) => count + 1));
    await says();
    await server.mail.waitFor((mail) => mail.to === owner.mail && /解消/.test(mail.subject + mail.text));
    expect(told(stranger)).toEqual([]);
  });

  test('what is chosen away before the mail goes out is not told', async () => {
    await choose(owner, owner, ['service-call']);
    await choose(member, member, ['service-call']);
    await allMailed(server);
    const before = told(member).length;
    server.clock.move(mailEveryMs);
    await reportAs(server, printer, [isIn(server.clock.now(), 'serviceCall')]);
    await lookNow(server, printerSite);
    await choose(member, member, []);
    server.clock.move(gatherMs);
    await tellAll(server);
    await server.mail.waitFor((mail) => mail.to === owner.mail && mail.text.includes('点検が必要です'));
    await allMailed(server);
    expect(told(member).length).toBe(before);
  });

  test('low toner is told to the toner manager, unless they chose it away', async () => {
    const level = (tonerBlack: number) => reportAs(server, printer, [measured(server.clock.now(), { tonerBlack })]);
    const path = `${owner.path}/toner/devices/${printer.device}`;
    const seen = (await owner.call('GET', path)).headers.get('etag') ?? '';
    await owner.call('PUT', `${path}/manager`, { user: member.id }, { 'if-match': seen });
    await choose(member, member, []);
    const low = () => told(member).filter(({ subject }) => subject.includes('Toner'));
    await level(8);
    await tonerWatch.run(server.app, server.clock.now());
    const states = async () =>
      (await server.app.db.selectFrom('mails').select('state').where('template', '=', 'toner-low').execute()).map(
        ({ state }) => state,
      );
    await expect.poll(states).toEqual(['dropped']);
    await choose(member, member, ['toner-low']);
    for (const [minutes, percent] of [
      [1, 60],
      [1, 7],
    ] as const) {
      server.clock.move(minutes * 60_000);
      await level(percent);
      await tonerWatch.run(server.app, server.clock.now());
    }
    await server.mail.waitFor(
      (mail) => mail.to === member.mail && mail.subject.includes('Toner') && mail.text.includes('7%'),
    );
    expect(low()).toHaveLength(1);
  });

  test('who is changed by somebody else hears of it; who changes their own does not', async () => {
    await choose(owner, member, ['error', 'warning']);
    await server.mail.waitFor((mail) => mail.to === member.mail && mail.text.includes('Errors, Warnings'));
    expect(told(owner).filter(({ subject }) => subject.includes('メール通知'))).toEqual([]);
  });

  test('the page about alarms says to how many users they go', async () => {
    await choose(owner, owner, ['error']);
    await choose(member, member, []);
    expect((await owner.call('GET', `${owner.path}/alarm-mails`)).body).toMatchObject({ addresses: 1, whose: 'users' });
  });

  test('silence in office hours is told to who chose it', async () => {
    await choose(owner, owner, ['silence']);
    server.clock.move(mailEveryMs);
    await reportAs(server, printer, [counted(server.clock.now(), { total: 100 })]);
    server.clock.move(185 * 60_000);
    await lookNow(server, printerSite);
    server.clock.move(gatherMs);
    await tellAll(server);
    const mail = await server.mail.waitFor((one) => one.to === owner.mail && one.text.includes('報告が途絶えています'));
    expect(mail.text).toContain(printer.serial);
  });
});
