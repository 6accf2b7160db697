import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyValue, faultsOf, giveDevices, newCustomer, newMaker, register } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import type { Answer } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';

let server: TestServer;
let other: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  other = await newCustomer(server);
});
afterAll(() => server.close());

describe('U-06 one device', () => {
  let member: Colleague;
  beforeAll(async () => {
    member = await newCustomer(server, '見本病院');
  });

  async function newDevice(values: Record<string, string> = everyValue, options = {}) {
    const [serial = ''] = await giveDevices(server, 1, options);
    const path = `${member.path}/devices/${String((await register(member, serial, values)).body.id)}`;
    const seen = await member.call('GET', path);
    return { serial, path, seen, version: { 'if-match': String(seen.headers.get('etag')) } };
  }

  test('U-06 what may be edited is stored normalised, the owner is mailed the changed fields by name and no value', async () => {
    const { serial, path, seen, version } = await newDevice();
    expect(seen.body).toMatchObject({ shippedOn: '2026-10-01', mayChange: true, club: false, warrantyMonths: 36 });
    let answer: Answer | undefined;
    const events = await eventsCausedBy(server.app, async () => {
      answer = await member.call('PATCH', path, { values: { postalCode: '１２３４５６７', remarks: '3階' } }, version);
    });
    expect(answer).toMatchObject({
      status: 200,
      body: { changed: ['postalCode', 'remarks'], values: { postalCode: '1234567', remarks: '3階', city: '千代田区' } },
    });
    expect(events).toEqual(['devices.changed']);
    const mail = await server.mail.waitFor((one) => one.text.includes(serial) && one.subject.includes('変更'));
    expect(mail.to).toBe(member.mail);
    expect(mail.text).toContain('・設置場所の郵便番号: 変更\n・備考: 変更');
    expect(mail.text).not.toMatch(/1234567|3階/);
    expect((await member.call('PATCH', path, { values: { remarks: '4階' } }, version)).status).toBe(412);
  });

  test('P-14 nothing is stored and nobody mailed when nothing differs', async () => {
    const { path, seen, version } = await newDevice();
    const events = await eventsCausedBy(server.app, async () => {
      const same = await member.call(
        'PATCH',
        path,
        { values: { ...everyValue, remarks: ` ${everyValue.remarks} ` } },
        version,
      );
      expect(same).toMatchObject({ status: 200, body: { changed: [] } });
      expect(same.headers.get('etag')).toBe(seen.headers.get('etag'));
    });
    expect(events).toEqual([]);
  });

  test.each(['serial', 'model', 'shippedOn', 'endedOn', 'contributed', 'organization'])(
    'U-06 %s cannot be edited',
    async (field) => {
      const { path, version } = await newDevice();
      expect((await member.call('PATCH', path, { values: {}, [field]: 'x' }, version)).status).toBe(400);
      expect((await member.call('PATCH', path, { values: { [field]: 'x' } }, version)).status).toBe(400);
    },
  );

  test('U-07 an edit that makes a warranty longer is marked, operators are mailed, and one of them takes the mark off', async () => {
    const { serial, path, version } = await newDevice({ purchasedOn: '2026-10-01' });
    const operator = await newMaker(server);
    const early = await member.call('PATCH', path, { values: { purchasedOn: '2026-09-30' } }, version);
    expect(faultsOf(early)).toEqual(['/values/purchasedOn devices/purchased-before-shipping']);
    const longer = await member.call('PATCH', path, { values: { purchasedOn: '2026-11-01' } }, version);
    expect(longer.body).toMatchObject({ warrantyUntil: '2029-10-31', lengthened: true });
    const mail = await server.mail.waitFor((one) => one.to === operator.mail && one.text.includes(serial));
    expect(mail.text).toContain('変更後の購入日: 2026-11-01');
    const marked = async () =>
      (await operator.call('GET', `${operator.path}/devices?lengthened=yes&serial=${serial}`)).body.total;
    expect(await marked()).toBe(1);
    const check = `${operator.path}${path.slice(member.path.length)}/warranty-checked`;
    const events = await eventsCausedBy(server.app, async () => {
      expect((await operator.call('POST', check)).status).toBe(204);
      expect((await operator.call('POST', check)).status).toBe(204);
    });
    expect(events).toEqual(['devices.warranty-checked']);
    expect(await marked()).toBe(0);
  });

  test('U-13 a battery moves to another UPS, and away from all', async () => {
    const [one, two] = [await newDevice(), await newDevice()];
    const battery = await newDevice({}, { model: 'BP1500' });
    const put = async (registeredTo: string) => {
      const { headers } = await member.call('GET', battery.path);
      const version = { 'if-match': String(headers.get('etag')) };
      return (await member.call('PATCH', battery.path, { values: {}, registeredTo }, version)).body;
    };
    expect(await put(one.serial)).toMatchObject({ changed: ['registeredTo'], registeredTo: { serial: one.serial } });
    expect(await put(two.serial)).toMatchObject({ changed: ['registeredTo'], registeredTo: { serial: two.serial } });
    expect((await member.call('GET', one.path)).body.attached).toEqual([]);
    expect(await put('')).toMatchObject({ changed: ['registeredTo'], registeredTo: null });
    expect(await put(battery.serial)).toMatchObject({ errors: [{ code: 'devices/parent-not-for-model' }] });
  });

  test('U-09 what an operator changes on behalf of the customer is mailed as the maker’s doing', async () => {
    const { serial, path, version } = await newDevice();
    const operator = await newMaker(server);
    const started = await operator.create(`${operator.path}/acting`, {
      of: member.organization,
      reason: '電話での依頼',
    });
    expect(started.status).toBe(201);
    expect((await operator.call('PATCH', path, { values: { remarks: '移設' } }, version)).status).toBe(200);
    const mail = await server.mail.waitFor(
      (one) => one.to === member.mail && one.text.includes(serial) && one.text.includes('運営担当'),
    );
    expect(mail.text).toContain('・備考: 変更');
  });
});

describe('U-07 the owner’s club', () => {
  test('U-07 one switch covers all devices, and keeps from when until when', async () => {
    const member = await newCustomer(server, '見本学園');
    const [serial = ''] = await giveDevices(server, 1);
    const device = await register(member, serial);
    const path = `${member.path}/club`;
    const version = async () => ({ 'if-match': String((await member.call('GET', path)).headers.get('etag')) });
    expect((await member.call('GET', path)).body).toEqual({ member: false, devices: 1, history: [] });
    const first = await version();
    const events = await eventsCausedBy(server.app, async () => {
      expect((await member.call('PUT', path, { member: true }, first)).body).toMatchObject({ member: true });
      expect((await member.call('PUT', path, { member: true }, await version())).status).toBe(200);
      expect((await member.call('PUT', path, { member: false }, first)).status).toBe(412);
    });
    expect(events).toEqual(['club.joined']);
    expect((await member.call('GET', `${member.path}/devices/${String(device.body.id)}`)).body.club).toBe(true);
    server.clock.move(60_000);
    await member.call('PUT', path, { member: false }, await version());
    const { history } = (await member.call('GET', path)).body as { history: { from: string; until: string }[] };
    expect(history).toHaveLength(1);
    expect(Date.parse(history[0]?.until ?? '') - Date.parse(history[0]?.from ?? '')).toBe(60_000);
    const mails = await server.mail.waitFor((one) => one.to === member.mail && one.subject.includes('終了'));
    expect(mails.text).toContain('現在の機器の台数: 1');
  });

  test('U-01 the customer’s data ask for it, and hold the same as the club’s own page', async () => {
    const member = await newCustomer(server, '見本農園');
    const own = async () => {
      const { body, headers } = await member.call('GET', '/account');
      return { values: body.values as Record<string, unknown>, version: { 'if-match': String(headers.get('etag')) } };
    };
    const given = { company: '見本農園', name: '見本 次郎', kana: 'ミホン', phone: '03-1234-5678' };
    expect((await own()).values.club).toBe(false);
    const events = await eventsCausedBy(server.app, async () => {
      const values = { ...given, club: true };
      const stored = await member.call('PATCH', '/account', { values }, (await own()).version);
      expect(stored.status).toBe(200);
      expect((await member.call('GET', `${member.path}/club`)).body).toMatchObject({ member: true });
      const club = await member.call('GET', `${member.path}/club`);
      const version = { 'if-match': String(club.headers.get('etag')) };
      await member.call('PUT', `${member.path}/club`, { member: false }, version);
    });
    expect(events).toEqual(['account.changed', 'organization.changed', 'club.joined', 'club.left']);
    expect((await own()).values.club).toBe(false);
  });
});

describe('U-06 the history of a device', () => {
  test('U-06 each change with its fields and who made it, the newest first; nothing of what stood in them, nothing for others', async () => {
    const member = await newCustomer(server, '見本倉庫');
    const [serial = ''] = await giveDevices(server, 1);
    const id = String((await register(member, serial)).body.id);
    const path = `${member.path}/devices/${id}`;
    for (const values of [{ remarks: 'canary-1' }, { company: '見本商事', department: '設備課' }]) {
      server.clock.move(60_000);
      const match = { 'if-match': (await member.call('GET', path)).headers.get('etag') ?? '' };
      await member.call('PATCH', path, { values }, match);
    }
    const { status, body, text } = await member.call('GET', `${path}/history`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      cause: 'registered',
      items: [
        { what: 'changed', fields: ['company', 'department'], user: '見本 owner', organization: '見本倉庫' },
        { what: 'changed', fields: ['remarks'], user: '見本 owner', organization: '見本倉庫' },
      ],
    });
    expect(text).not.toContain('canary-1');
    expect((await other.call('GET', `${other.path}/devices/${id}/history`)).status).toBe(404);
    const maker = await newMaker(server);
    expect((await maker.call('GET', `${maker.path}/devices/${id}/history`)).body.items).toHaveLength(2);
  });
});
