import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveDevices, newSerial, register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { codeOf, siteOf, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import {
  acceptTransfer,
  mailed,
  newOf,
  offerDevice,
  registeredDevice,
  replaceDevice,
  spansOf,
  stateOfDevice,
  upsSite,
} from '../../../tools/test/transfers.ts';
import { insideId } from '../../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;
let owner: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newOf(server, 'maker');
  owner = await newOf(server, 'customer', '見本工業');
});
afterAll(() => server.close());

describe('P-32 a broken device is exchanged', () => {
  const place = { purchasedOn: '2026-10-15', prefecture: '東京都', company: '見本工業', remarks: '1号機' };

  test('registration and warranty move to the new serial number, the old one is locked, the history names both', async () => {
    const { id: device, serial } = await registeredDevice(server, owner, place);
    const [spare = ''] = await giveDevices(server, 1);
    const other = await newOf(server, 'customer');
    await offerDevice(owner, device, other.mail);
    let next = '';
    const events = await eventsCausedBy(server.app, async () => {
      const answer = await replaceDevice(operator, device, ` ${spare.slice(0, 2)}-${spare.slice(2)} `);
      expect([answer.status, answer.body]).toMatchObject([201, { serial: spare, model: 'SB1500-R' }]);
      next = String(answer.body.device);
    });
    expect(events).toEqual(['devices.replaced']);
    const now = server.clock.now();
    const kept = {
      purchased_on: '2026-10-15',
      warranty_until: '2029-10-14',
      prefecture: '東京都',
      company: '見本工業',
    };
    const own = { organization_id: insideId(owner.organization), cause: 'replaced', from_at: now, until_at: null };
    expect(await spansOf(server, next)).toMatchObject([{ ...own, ...kept, remarks: '1号機', serial: spare }]);
    expect(await spansOf(server, device)).toMatchObject([{ until_at: now, serial }]);
    expect((await stateOfDevice(owner, next)).body.replaces).toEqual({ serial, at: now.toISOString() });
    expect((await stateOfDevice(owner, device)).status).toBe(404);
    for (const who of [owner, other]) expect(codeOf(await register(who, serial))).toBe('devices/registration-refused');
    const mail = await mailed(server, owner.mail, `新しい製造番号: ${spare}`);
    expect(mail.text).toContain(`これまでの製造番号: ${serial}`);
    const { id: offer } = (await offerDevice(owner, next, other.mail)).body;
    await acceptTransfer(other, offer);
    expect((await stateOfDevice(other, next)).body.replaces).toBeNull();
  });

  test('what is wrong is told at its field, and nothing is half done', async () => {
    const { id: device, serial } = await registeredDevice(server, owner);
    const { serial: taken } = await registeredDevice(server, owner);
    const [battery = ''] = await giveDevices(server, 1, { model: 'BP1500' });
    const unmade = newSerial(siteOf(server, upsSite), 'SB1500-R');
    const codes = [];
    for (const wrong of ['', 'XX', unmade, taken, serial, battery])
      codes.push((await replaceDevice(operator, device, wrong)).body.errors);
    expect(codes.map((errors) => (errors as { code: string }[])[0]?.code)).toEqual([
      'identifiers/required',
      'devices/serial-form',
      'devices/not-exchangeable',
      'devices/not-exchangeable',
      'devices/same-device',
      'devices/other-kind',
    ]);
    const [spare = ''] = await giveDevices(server, 1);
    expect((await replaceDevice(operator, device, spare, '')).body.errors).toMatchObject([{ pointer: '/reason' }]);
    expect((await replaceDevice(owner, device, spare)).status).toBe(403);
    expect(await spansOf(server, device)).toMatchObject([{ until_at: null }]);
  });

  test('exchanged twice at once for two others, or for one that is just registered: exactly one wins', async () => {
    const { id: device } = await registeredDevice(server, owner);
    const [one = '', two = ''] = await giveDevices(server, 2);
    const answers = await Promise.all([replaceDevice(operator, device, one), replaceDevice(operator, device, two)]);
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 404]);
    const { id: broken } = await registeredDevice(server, owner);
    const [spare = ''] = await giveDevices(server, 1);
    const race = await Promise.all([replaceDevice(operator, broken, spare), register(owner, spare)]);
    expect(race.filter(({ status }) => status < 300)).toHaveLength(1);
  });

  test('a battery that stands at the device goes on with the new one', async () => {
    const { id: device, serial } = await registeredDevice(server, owner);
    const [pack = ''] = await giveDevices(server, 1, { model: 'BP1500' });
    expect((await register(owner, pack, {}, { registeredTo: serial })).status).toBe(201);
    const [spare = ''] = await giveDevices(server, 1);
    const next = insideId(String((await replaceDevice(operator, device, spare)).body.device));
    const parents = await server.app.db
      .selectFrom('device_parents')
      .select(['parent_device_id', 'until_at'])
      .where('parent_device_id', 'in', [insideId(device), next])
      .orderBy('from_at')
      .orderBy('until_at')
      .execute();
    expect(parents.map((row) => [row.parent_device_id, row.until_at !== null])).toEqual([
      [insideId(device), true],
      [next, false],
    ]);
  });
});
