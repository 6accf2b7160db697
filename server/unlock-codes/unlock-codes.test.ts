import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOfUnit } from '../../domain/unlock-codes/factory-file.ts';
import { formatBinary, formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { readsPerHourMax } from '../../domain/unlock-codes/reads.ts';
import { giveDevices, newSerial, register, wishFor } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { acceptTransfer, newPair, offerDevice, registeredDevice, replaceDevice } from '../../tools/test/transfers.ts';
import { checkout } from '../config.ts';
import { hoursMs } from '../kernel/clock.ts';
import { insideId, newId } from '../kernel/ids.ts';
import { KeyUnavailable } from '../kernel/key-provider.ts';
import { unlockFactoryFileOf } from './factory.ts';

const siteId = 'ups';
/** The same maker after a change of masters, whose keys do not follow a hand-over. */
const rotated = 'rotated';
let server: TestServer;
let owner: Colleague;
let other: Colleague;

beforeAll(async () => {
  server = await startTestServer({
    startAt: new Date('2026-11-20T01:00:00Z'),
    moreSites: { [rotated]: writeRotated },
  });
  owner = await newCustomer();
  other = await newCustomer();
});
afterAll(() => server.close());

async function writeRotated(folder: string): Promise<void> {
  await cp(join(checkout, 'sites', siteId), folder, { recursive: true });
  const yaml = await readFile(join(folder, 'site.yaml'), 'utf8');
  const changed = yaml
    .replace('issue: 1', 'issue: 2')
    .replace('master: unlock-1 }]', 'master: unlock-1 }, { version: 2, master: unlock-2, shippedFrom: 2026-10-15 }]')
    .replace('waitingDays: 14', 'follows: { keys: false }');
  await writeFile(join(folder, 'site.yaml'), changed);
}

async function newCustomer(site = siteId): Promise<Colleague> {
  return newColleague(server, await newOrganization(server, 'customer', '見本工業', site), 'owner', { siteId: site });
}

/** What the unit with this serial number says its code is: made by the factory, without the portal's database. */
async function codeInUnit(serial: string, model: string, version: number | null = null, site = siteId) {
  const unit = { model, serial, version, hold: 'secret' } as const;
  const file = await unlockFactoryFileOf(server.app, siteOf(server, site), unit);
  if (!file.ok) throw new Error(file.code);
  const { length } = file.value;
  const code = codeOfUnit(file.value);
  return { code: formatDecimal(code, length), codeBinary: formatBinary(code, length) ?? '' };
}

const pathOf = (who: Colleague, device: unknown) => `${who.path}/devices/${String(device)}/unlock-code`;

describe('U-10 the code of a registration', () => {
  test.each([
    ['SB1500-R', /^\d{4}$/, /^[01]{10}$/],
    ['SB3000-X', /^\d{6}$/, /^$/],
    ['SB6000-X', /^\d{8}$/, /^$/],
  ])('U-03 whoever registers a %s gets the code that is in the unit', async (model, decimal, binary) => {
    const [serial = ''] = await giveDevices(server, 1, {
      model,
      ...(model === 'SB6000-X' && { claimCode: 'MIHON-1' }),
    });
    const answer = await register(owner, serial, {}, model === 'SB6000-X' ? { claimCode: 'MIHON-1' } : {});
    expect(answer.status).toBe(201);
    expect(answer.body.contributed).toEqual(await codeInUnit(serial, model));
    const { code, codeBinary } = answer.body.contributed as { code: string; codeBinary: string };
    expect(code).toMatch(decimal);
    expect(codeBinary).toMatch(binary);
    const shown = await owner.call('GET', pathOf(owner, answer.body.id));
    expect(shown).toMatchObject({ status: 200, body: { serial, model, code, codeBinary: codeBinary || null } });
  });

  test('U-13 a battery has none', async () => {
    const [serial = ''] = await giveDevices(server, 1, { model: 'BP1500' });
    const answer = await register(owner, serial);
    expect(answer.body.contributed).toEqual({ code: null, codeBinary: null });
    expect((await owner.call('GET', pathOf(owner, answer.body.id))).status).toBe(404);
  });

  test('U-10 fifty units, some of them at once, each get their own', async () => {
    const serials = await giveDevices(server, 50);
    const answers = [];
    for (let from = 0; from < serials.length; from += 10)
      answers.push(...(await Promise.all(serials.slice(from, from + 10).map((serial) => register(owner, serial)))));
    const given = answers.map(({ body }) => body.contributed);
    expect(given).toEqual(await Promise.all(serials.map((serial) => codeInUnit(serial, 'SB1500-R'))));
    expect(new Set(given.map((one) => JSON.stringify(one))).size).toBeGreaterThan(40);
  });

  test('P-24 the same request sent again gives the same code, and one row of it', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const send = () =>
      owner.call('POST', `${owner.path}/devices`, wishFor(serial), { 'idempotency-key': `s-${serial}` });
    const [first, second] = await Promise.all([send(), send()]);
    expect(second.body).toEqual(first.body);
    expect(await storedOf(first.body.id)).toHaveLength(1);
  });

  test('P-19 while the key provider is away nobody registers, and nothing is half done', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const { keyProvider } = server.app;
    server.app.keyProvider = { key: () => Promise.reject(new KeyUnavailable('the provider does not answer')) };
    const events = await eventsCausedBy(server.app, async () => {
      const answer = await register(owner, serial);
      expect(answer).toMatchObject({ status: 503, body: { type: '/problems/platform/unavailable' } });
      expect(answer.text).not.toContain('provider');
    });
    server.app.keyProvider = keyProvider;
    expect(events).toEqual([]);
    const registered = await server.app.db
      .selectFrom('device_registrations')
      .select('id')
      .where('serial', '=', serial)
      .execute();
    expect(registered).toEqual([]);
    expect(await register(other, serial)).toMatchObject({
      status: 201,
      body: { contributed: await codeInUnit(serial, 'SB1500-R') },
    });
  });
});

describe('U-10 a change of masters', () => {
  test('U-10 a unit gets the code of the version it was made with, and keeps it whoever registers it', async () => {
    const first = await newCustomer(rotated);
    const second = await newCustomer(rotated);
    const [old = ''] = await giveDevices(server, 1, { site: rotated, shippedOn: '2026-10-14' });
    const [fresh = ''] = await giveDevices(server, 1, { site: rotated, shippedOn: '2026-10-15' });
    const [unknown = ''] = await giveDevices(server, 1, { site: rotated, shippedOn: '' });
    const codes = [];
    for (const serial of [old, fresh, unknown]) codes.push((await register(first, serial)).body);
    expect(codes.map(({ contributed }) => contributed)).toEqual([
      await codeInUnit(old, 'SB1500-R', 1, rotated),
      await codeInUnit(fresh, 'SB1500-R', 2, rotated),
      await codeInUnit(unknown, 'SB1500-R', 2, rotated),
    ]);
    // The factory's list is corrected after the code was given out: the unit has one code for ever.
    await server.app.db
      .updateTable('manufactured_devices')
      .set({ shipped_on: '2026-10-15' })
      .where('serial', '=', old)
      .execute();
    await endRegistration(old);
    expect((await register(second, old)).body.contributed).toEqual(codes[0]?.contributed);
    expect(await storedOf(codes[0]?.id)).toHaveLength(1);
    expect((await first.call('GET', pathOf(first, codes[0]?.id))).status).toBe(404);
    expect((await second.call('GET', pathOf(second, codes[0]?.id))).status).toBe(200);
  });

  test('P-31 a new owner gets the same code, and the old one sees it no more', async () => {
    const { seller, buyer, device } = await newPair(server);
    const before = await seller.call('GET', pathOf(seller, device.id));
    const { id } = (await offerDevice(seller, device.id, buyer.mail)).body;
    expect((await acceptTransfer(buyer, id)).status).toBe(200);
    const after = await buyer.call('GET', pathOf(buyer, device.id));
    expect(after).toMatchObject({ status: 200, body: { code: before.body.code, serial: device.serial } });
    expect((await seller.call('GET', pathOf(seller, device.id))).status).toBe(404);
  });

  test('P-31 where keys do not follow a hand-over the new owner gets no code', async () => {
    const [from, to] = [await newCustomer(rotated), await newCustomer(rotated)];
    const device = await registeredDevice(server, from, {}, rotated);
    expect((await from.call('GET', pathOf(from, device.id))).status).toBe(200);
    const { id } = (await offerDevice(from, device.id, to.mail)).body;
    expect((await acceptTransfer(to, id)).status).toBe(200);
    expect((await to.call('GET', pathOf(to, device.id))).status).toBe(404);
    expect(await listedOf(device.serial)).toEqual([{}]);
  });

  test('P-32 the unit that takes the place of a broken one has a code of its own', async () => {
    const maker = await newColleague(server, await newOrganization(server, 'maker', '', siteId), 'owner', { siteId });
    const { id } = await registeredDevice(server, owner);
    const [serial = ''] = await giveDevices(server, 1);
    const answer = await replaceDevice(maker, id, serial);
    expect(answer.body.contributed).toEqual(await codeInUnit(serial, 'SB1500-R'));
    expect((await owner.call('GET', pathOf(owner, id))).status).toBe(404);
  });
});

/** What the list keeps beside the registration in force. */
async function listedOf(serial: string): Promise<unknown[]> {
  const rows = await server.app.db
    .selectFrom('device_registrations')
    .select('listed')
    .where('serial', '=', serial)
    .where('until_at', 'is', null)
    .execute();
  return rows.map(({ listed }) => listed);
}

async function storedOf(device: unknown) {
  return server.app.db
    .selectFrom('unlock_codes')
    .select(['version', 'code'])
    .where('device_id', '=', insideId(String(device)))
    .execute();
}

async function endRegistration(serial: string): Promise<void> {
  await server.app.db
    .updateTable('device_registrations')
    .set({ until_at: server.app.clock.now() })
    .where('serial', '=', serial)
    .execute();
}

describe('U-10 opening a code again', () => {
  test('U-10 somebody else’s device reads like one that does not exist; each opening is an event', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const { body } = await register(owner, serial);
    const foreign = await other.call('GET', pathOf(other, body.id));
    const nobodys = await other.call('GET', pathOf(other, `dev_${newId()}`));
    const plain = (text: string) => text.replace(/"requestId":"[^"]*"/, '');
    expect(foreign.status).toBe(404);
    expect(plain(foreign.text)).toBe(plain(nobodys.text));
    const events = await eventsCausedBy(server.app, () => owner.call('GET', pathOf(owner, body.id)));
    expect(events).toEqual(['unlock-codes.shown']);
  });

  test('U-06 an ended unit keeps its code', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const { body } = await register(owner, serial);
    await server.app.db
      .updateTable('device_registrations')
      .set({ ended_on: '2026-11-20' })
      .where('serial', '=', serial)
      .execute();
    expect(await owner.call('GET', pathOf(owner, body.id))).toMatchObject({
      status: 200,
      body: body.contributed as object,
    });
  });

  test('U-10 after sixty within an hour one waits, colleagues do not, and operators are mailed once', async () => {
    const maker = await newColleague(server, await newOrganization(server, 'maker', '', siteId), 'owner', { siteId });
    const colleague = await newColleague(server, owner.organization, 'viewer', { siteId });
    const reader = await newColleague(server, owner.organization, 'viewer', { siteId });
    const [serial = ''] = await giveDevices(server, 1);
    const { body } = await register(owner, serial);
    const events = await eventsCausedBy(server.app, async () => {
      for (let read = 0; read < readsPerHourMax; read += 1)
        expect((await reader.call('GET', pathOf(reader, body.id))).status).toBe(200);
      const refused = await reader.call('GET', pathOf(reader, body.id));
      expect(refused).toMatchObject({ status: 429, body: { type: '/problems/unlock-codes/too-many-reads' } });
      expect(refused.headers.get('retry-after')).toBe('3600');
      expect(String(refused.body.title)).toContain('60分');
    });
    expect(events.filter((what) => what !== 'unlock-codes.shown')).toEqual(['unlock-codes.harvested']);
    expect(events).toHaveLength(readsPerHourMax + 1);
    expect((await colleague.call('GET', pathOf(colleague, body.id))).status).toBe(200);
    const mail = await server.mail.waitFor(({ to }) => to === maker.mail);
    expect(mail.subject).toContain('キーコード');
    expect(mail.text).toContain('見本工業');
    expect(mail.text).not.toContain((body.contributed as { code: string }).code);
    server.clock.move(hoursMs);
    const later = await newColleague(server, owner.organization, 'viewer', { siteId });
    expect((await later.call('GET', pathOf(later, body.id))).status).toBe(200);
  });
});

describe('U-10 what the site’s data say', () => {
  test('U-10 the pages know which models are locked and how long their codes are, and of no master', async () => {
    const site = await owner.call('GET', '');
    const shown = (site.body.capabilities as Record<string, unknown>)['unlock-codes'];
    expect(shown).toMatchObject({ models: expect.arrayContaining([{ model: 'SB3000-X', length: 'digits6' }]) });
    expect(site.text).not.toContain('unlock-1');
  });

  test.each([
    ['a model without code', 'BP1500', 'B123456789', null, 'model-without-code'],
    ['an unknown model', 'SB9999', 'AB1234567', null, 'model-without-code'],
    ['a version that is not there', 'SB1500-R', 'AB1234567', 9, 'version-unknown'],
    ['a serial of another form', 'SB1500-R', 'B123', null, 'serial-form'],
  ])('U-10 the factory makes no unit of %s', async (_, model, serial, version, code) => {
    const unit = { model, serial, version, hold: 'code' } as const;
    expect(await unlockFactoryFileOf(server.app, siteOf(server, siteId), unit)).toMatchObject({ ok: false, code });
  });

  test('U-10 the factory takes a serial number as people type it', async () => {
    const serial = newSerial(siteOf(server, siteId), 'SB1500-R');
    const typed = ` ${serial.slice(0, 2).toLowerCase()}－${serial.slice(2)}`;
    expect(await codeInUnit(typed, 'SB1500-R')).toEqual(await codeInUnit(serial, 'SB1500-R'));
  });
});
