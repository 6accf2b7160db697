import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gatherMs, mailEveryMs } from '../../domain/alarms/telling.ts';
import {
  alarmsOf,
  giveAddress,
  letRead,
  lookNow,
  newAt,
  ownGateways,
  sayAs,
  tellAll,
  type Said,
} from '../../tools/test/alarms.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { bootstrap } from '../../edge/gateway/bootstrap.ts';
import { makeGateways, telemetry, type TestGateway } from '../../tools/test/gateways.ts';
import { allMailed } from '../../tools/test/mails.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { daysMs, hoursMs, minutesMs } from '../kernel/clock.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-18T03:00:00Z') });
});
afterAll(() => server.close());

const now = () => server.clock.now().getTime();
const status = (...states: string[]): Said => ({ kind: 'status', message: { time: now(), states } });
const event = (code: string, on: boolean | null, more: object = {}): Said => ({
  kind: 'events',
  message: { time: now(), event: code, on, ...more },
});
const values = (measured: object, offsetMs = 0) => telemetry(now() + offsetMs, measured) as Said;
const say = (gateway: TestGateway, ...messages: Said[]) => sayAs(server, gateway, ...messages);
const move = (ms: number) => server.clock.move(ms);

/** The alarms of a gateway, when the worker has looked. */
async function found(gateway: TestGateway): Promise<string[]> {
  await settled();
  return (await alarmsOf(server, gateway)).map(
    ({ cause, code, open, flapping, rises }) =>
      `${[cause, code].filter(Boolean).join(' ')} ${open ? 'open' : 'over'}${flapping ? ` ×${rises}` : ''}`,
  );
}

const settled = () => lookNow(server);

async function newGateway(values_: Parameters<typeof ownGateways>[3] = {}) {
  const owner = await newAt(server, 'customer');
  const [gateway] = await ownGateways(server, owner, 1, values_);
  if (!gateway) throw new Error('no gateway');
  return { owner, gateway };
}

describe('E-08 what a gateway reports', () => {
  test('a state is raised once and cleared once, whatever comes twice, late or out of order', async () => {
    const { gateway } = await newGateway();
    const first = status('E01', 'I01');
    await say(gateway, first);
    expect(await found(gateway)).toEqual(['status E01 open']);
    await say(gateway, first, status('E01'));
    move(minutesMs);
    await say(gateway, status('E01', 'W01'));
    move(minutesMs);
    expect(await found(gateway)).toEqual(['status E01 open', 'status W01 open']);
    const late: Said = { kind: 'status', message: { time: now() - 90_000, states: [] } };
    await say(gateway, late);
    expect(await found(gateway)).toEqual(['status E01 open', 'status W01 open']);
    await say(gateway, status('W01'));
    expect(await found(gateway)).toEqual(['status E01 over', 'status W01 open']);
    await say(gateway, status());
    expect(await found(gateway)).toEqual(['status E01 over', 'status W01 over']);
  });

  test('events begin, end, or come and go; codes that nobody knows are unknown, and few of them are taken', async () => {
    const { gateway } = await newGateway();
    await say(gateway, event('P01', true, { text: '<b>停電</b>' }), event('W02', null));
    expect(await found(gateway)).toEqual(['status P01 open', 'status W02 over']);
    move(1_000);
    await say(gateway, event('P01', false));
    expect(await found(gateway)).toContain('status P01 over');
    for (let at = 0; at < 21; at += 1) await say(gateway, event(`X${at}`, true));
    const kept = (await found(gateway)).filter((one) => one.startsWith('status X'));
    expect(kept).toHaveLength(20);
    expect((await alarmsOf(server, gateway)).at(-1)).toMatchObject({ severity: 'unknown' });
  });

  test('P-35 the fourth rise within an hour flaps, is one open alarm, and ends after an hour of quiet', async () => {
    const { gateway } = await newGateway();
    for (let at = 0; at < 6; at += 1) {
      await say(gateway, status('E01'));
      move(minutesMs);
      await say(gateway, status());
      move(minutesMs);
    }
    const three = ['status E01 over', 'status E01 over', 'status E01 over'];
    expect(await found(gateway)).toEqual([...three, 'status E01 open ×6']);
    await say(gateway, values({ powerConsumed: 1 }));
    move(58 * minutesMs);
    await say(gateway, values({ powerConsumed: 1 }));
    expect((await found(gateway)).slice(0, 4)).toEqual([...three, 'status E01 open ×6']);
    move(minutesMs);
    expect(await found(gateway)).toContain('status E01 over ×6');
  });

  test('P-31 what was before stays with who had it; what still is, is raised anew for the next owner', async () => {
    const { gateway } = await newGateway();
    await say(gateway, status('E01'));
    expect(await found(gateway)).toEqual(['status E01 open']);
    move(minutesMs);
    const next = await newAt(server, 'customer', '次の持ち主');
    await sql`update device_registrations set until_at = ${server.clock.now()} where serial = ${gateway.factory.serial}`.execute(
      server.app.db,
    );
    await sql`insert into device_registrations (site_id, id, device_id, organization_id, from_at, cause, serial, model, type, changed_at)
      select site_id, gen_random_uuid(), device_id, ${next.organization.slice(4)}, until_at, 'transferred', serial, model, type, until_at
      from device_registrations where serial = ${gateway.factory.serial}`.execute(server.app.db);
    move(minutesMs);
    expect(await found(gateway)).toEqual(['status E01 over']);
    await say(gateway, status('E01'));
    expect(await found(gateway)).toEqual(['status E01 over', 'status E01 open']);
    const seen = await next.call('GET', `${next.path}/alarms?state=all`);
    expect(seen.body['items']).toHaveLength(1);
  });
});

describe('E-08 what the server finds', () => {
  test('silence is raised after the time of the model, once, and is over with the next report', async () => {
    const { gateway } = await newGateway();
    await say(gateway, values({ powerConsumed: 5 }));
    move(15 * minutesMs);
    expect(await found(gateway)).toEqual([]);
    move(1_000 + 15_000);
    expect(await found(gateway)).toEqual(['silence open']);
    move(hoursMs);
    expect(await found(gateway)).toEqual(['silence open']);
    await say(gateway, { kind: 'hello', message: { firmware: '1.0' } });
    move(20_000);
    expect(await found(gateway)).toEqual(['silence over']);
  });

  test('who never reported is not silent, nor is who is out of use', async () => {
    const { gateway } = await newGateway();
    const { gateway: ended } = await newGateway();
    await say(ended, values({ powerConsumed: 5 }));
    await sql`update device_registrations set ended_on = '2026-11-18' where serial = ${ended.factory.serial}`.execute(
      server.app.db,
    );
    move(hoursMs);
    expect([await found(gateway), await found(ended)]).toEqual([[], []]);
  });

  test('a value that cannot be is one alarm for device and metric until ten good ones came in a row', async () => {
    const { gateway } = await newGateway();
    const charge = (percent: number) => values({ remainingCapacity3: percent });
    await say(gateway, charge(120));
    move(1_000);
    await say(gateway, charge(130));
    expect(await found(gateway)).toEqual(['impossible remainingCapacity3 open']);
    for (let at = 0; at < 9; at += 1) {
      move(2_000);
      await say(gateway, charge(50));
    }
    expect(await found(gateway)).toEqual(['impossible remainingCapacity3 open']);
    move(20_000);
    await say(gateway, charge(50));
    move(20_000);
    expect(await found(gateway)).toEqual(['impossible remainingCapacity3 over']);
    await say(gateway, values({ energyBought: 500 }));
    move(1_000);
    await say(gateway, values({ energyBought: 400 }));
    expect((await found(gateway)).at(-1)).toBe('impossible energyBought open');
  });

  test('a clock that is off is noticed by what it asks and what it sends, until it is right', async () => {
    const { gateway } = await newGateway();
    const ask = (offsetMs: number): Said => ({ kind: 'time', message: { time: now() + offsetMs } });
    await say(gateway, ask(5 * minutesMs));
    expect(await found(gateway)).toEqual([]);
    await say(gateway, ask(5 * minutesMs + 1));
    expect(await found(gateway)).toEqual(['clock open']);
    move(1_000);
    await say(gateway, ask(0));
    expect(await found(gateway)).toEqual(['clock over']);
    move(1_000);
    await say(gateway, values({ powerConsumed: 1 }, 20 * minutesMs));
    expect((await found(gateway)).at(-1)).toBe('clock open');
    move(20_000);
    await say(gateway, values({ powerConsumed: 1 }));
    move(20_000);
    expect((await found(gateway)).at(-1)).toBe('clock over');
  });
});

describe('E-08 P-35 mails', () => {
  const to = (address: string) =>
    server.mail.mails
      .filter((mail) => mail.to.toLowerCase() === address.toLowerCase() && /アラーム|larm/.test(mail.subject))
      .map(({ subject, text }) => ({ subject, text }));
  /** Everything that is to be told has been. */
  const told = async () => {
    await settled();
    await tellAll(server);
    await allMailed(server);
  };

  test('one cause is one mail to each address of the owner and of who looks after it, in its language', async () => {
    const { owner, gateway } = await newGateway();
    const dealer = await newAt(server, 'dealer', '見本設備', 'en');
    const stranger = await newAt(server, 'dealer');
    const link = await letRead(server, owner, dealer);
    await giveAddress(server, owner, 'one@owner.example.jp');
    await giveAddress(server, owner, 'both@owner.example.jp', 'en');
    await giveAddress(server, dealer, 'Both@owner.example.jp', 'en');
    await say(gateway, status('E01', 'W01'));
    await settled();
    move(gatherMs - 1);
    await told();
    expect(to('one@owner.example.jp')).toEqual([]);
    move(1);
    await told();
    const [mail] = to('one@owner.example.jp');
    expect(mail?.subject).toContain('アラーム 2件');
    expect(mail?.text).toContain('パワーコンディショナーの停止');
    expect(mail?.text).toContain(`/o/${owner.organization}/alarms`);
    expect(to('both@owner.example.jp').map(({ subject }) => subject)).toEqual([expect.stringContaining('2 alarms')]);
    expect([to(owner.mail), to(dealer.mail), to(stranger.mail)]).toEqual([[], [], []]);

    move(minutesMs);
    await say(gateway, status());
    await settled();
    move(mailEveryMs - 2 * minutesMs);
    await told();
    expect(to('one@owner.example.jp')).toHaveLength(1);
    // What a mail is still to tell ends with the link.
    await sql`update grants set until = ${server.clock.now()} where id = ${link}`.execute(server.app.db);
    await giveAddress(server, dealer, 'late@dealer.example.jp');
    move(2 * minutesMs);
    await told();
    expect(to('one@owner.example.jp').map(({ text }) => text.split('【解消】').length)).toEqual([1, 3]);
    expect(to('late@dealer.example.jp')).toEqual([]);
  });

  test('without maintenance addresses the account’s own gets them; flapping is one mail; who withdraws gets none', async () => {
    const { owner, gateway } = await newGateway();
    for (let at = 0; at < 8; at += 1) {
      await say(gateway, status('E01'));
      move(2_000);
      await say(gateway, status());
      move(2_000);
    }
    await settled();
    move(gatherMs);
    await told();
    expect(to(owner.mail)).toHaveLength(1);
    expect(to(owner.mail)[0]?.text.match(/【/g)).toHaveLength(4);
    expect(to(owner.mail)[0]?.text).toContain('【断続】');
    await say(gateway, status('E01'));
    move(hoursMs / 2);
    await told();
    expect(to(owner.mail).filter(({ text }) => text.includes('パワーコンディショナー'))).toHaveLength(1);
  });

  test('it is reminded of at growing intervals until somebody takes note', async () => {
    const { owner, gateway } = await newGateway();
    const steady = (until: number) => say(gateway, values({ powerConsumed: until }));
    await say(gateway, status('E01'));
    await steady(1);
    await settled();
    const reminders = async (days: number) => {
      move(days * daysMs);
      await steady(days);
      move(20_000);
      await settled();
      move(mailEveryMs);
      await told();
      return to(owner.mail).filter(({ text }) => text.includes('【継続中】')).length;
    };
    expect(await reminders(0)).toBe(0);
    expect(await reminders(1)).toBe(1);
    expect(await reminders(1)).toBe(1);
    expect(await reminders(1)).toBe(2);
    const fresh = await newAt(server, 'maker');
    const list = await fresh.call('GET', `${fresh.path}/alarms?text=${gateway.factory.serial}`);
    const [alarm] = list.body['items'] as { id: string; organization: { id: string } }[];
    expect(alarm?.organization.id).toBe(owner.organization);
    const done = await fresh.create(`${fresh.path}/alarms/${alarm?.id}/acknowledgement`, { note: '手配済み' });
    expect(done.status).toBe(204);
    expect(await reminders(5)).toBe(2);
  });

  test('in quiet hours mails wait, but for what needs service at once', async () => {
    const { owner, gateway } = await newGateway();
    const path = `${owner.path}/alarm-mails`;
    const before = await owner.call('GET', path);
    expect(before.body).toMatchObject({ quiet: { from: '', until: '' }, own: false, addresses: 1, whose: 'account' });
    const put = (hours: object, version = before.headers.get('etag')) =>
      owner.call('PUT', path, hours, { 'if-match': String(version) });
    expect(await put({ from: '22:00', until: '' })).toMatchObject({ status: 422 });
    const local = new Date(now() + 9 * hoursMs).toISOString().slice(11, 13);
    const next = String((Number(local) + 2) % 24).padStart(2, '0');
    expect(await put({ from: `${local}:00`, until: `${next}:00` })).toMatchObject({ status: 200, body: { own: true } });
    expect(await put({ from: '', until: '' })).toMatchObject({ status: 412 });
    await say(gateway, status('E01'));
    await settled();
    move(gatherMs);
    await told();
    expect(to(owner.mail)).toEqual([]);
    await say(gateway, status('E01', 'E02'));
    await settled();
    move(gatherMs);
    await told();
    expect(to(owner.mail).map(({ text }) => [text.includes('漏電'), text.includes('パワー')])).toEqual([[true, false]]);
    move(2 * hoursMs);
    await told();
    expect(to(owner.mail).some(({ text }) => text.includes('パワー'))).toBe(true);
  });
});

test('E-08 a note has up to 200 characters, an alarm is acknowledged once, and others see neither', async () => {
  const { owner, gateway } = await newGateway();
  const stranger = await newAt(server, 'dealer');
  await say(gateway, status('E01'));
  await settled();
  const list = await owner.call('GET', `${owner.path}/alarms?device=${gateway.credential.device}`);
  const [alarm] = list.body['items'] as { id: string }[];
  const note = (by: typeof owner, text: string) =>
    by.create(`${by.path}/alarms/${alarm?.id}/acknowledgement`, { note: text });
  expect(await note(stranger, 'x')).toMatchObject({ status: 404 });
  expect(await stranger.call('GET', `${stranger.path}/alarms?state=all`)).toMatchObject({ body: { total: 0 } });
  expect(await note(owner, '点'.repeat(201))).toMatchObject({ status: 422 });
  const told = await eventsCausedBy(server.app, async () => {
    const answers = await Promise.all([note(owner, '点'.repeat(200)), note(owner, '別の人')]);
    expect(answers.map((answer) => String(answer.status)).toSorted()).toEqual(['204', '409']);
  });
  expect(told.filter((what) => what.startsWith('alarms.'))).toEqual(['alarms.acknowledged']);
  const file = await owner.call('GET', `${owner.path}/exports/alarms?format=csv&state=all`);
  expect(file.text).toContain(gateway.factory.serial);
  expect(file.text).toContain('パワーコンディショナーの停止');
});

test('P-32 an exchanged device that goes on reporting is cut off, and who has the new one is told of it', async () => {
  const { owner, gateway } = await newGateway();
  await say(gateway, values({ powerConsumed: 1 }));
  const [spare] = await makeGateways(server, 1);
  const operator = await newAt(server, 'maker');
  const path = `${operator.path}/devices/${gateway.credential.device}/replacement`;
  const exchanged = await operator.create(path, { serial: spare?.serial, reason: '基板の故障' });
  expect(exchanged.status).toBe(201);
  await expect(say(gateway, values({ powerConsumed: 2 }))).rejects.toThrow(/credential-wrong/);
  const raised = async () => {
    await settled();
    const { body } = await owner.call('GET', `${owner.path}/alarms?state=all&cause=exchanged`);
    return (body['items'] as { code: string; device: { serial: string }; clearedAt: string | null }[]).map(
      ({ code, device, clearedAt }) => [code, device.serial, clearedAt === null],
    );
  };
  move(20_000);
  expect(await raised()).toEqual([]);
  move(3 * minutesMs);
  await expect(bootstrap(server.url, gateway.factory)).rejects.toThrow(/proof-wrong|403|refused/i);
  move(20_000);
  expect(await raised()).toEqual([[gateway.factory.serial, spare?.serial, true]]);
});
