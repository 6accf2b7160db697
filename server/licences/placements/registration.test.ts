import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, giveDevices, newSerial, register } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { siteOf, codeOf, type Colleague } from '../../../tools/test/organizations.ts';
import { expiryOf, giveLicences, spansServing } from '../../../tools/test/placements.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { acceptTransfer, newOf, offerDevice, replaceDevice, stateOfDevice } from '../../../tools/test/transfers.ts';

const site = 'camera';
let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newOf(server, 'maker', '', site);
});
afterAll(() => server.close());

const customer = (name = '見本工業') => newOf(server, 'customer', name, site);
const made = async (model: string, count = 1) => giveDevices(server, count, { site, model });
const one = async (model: string) => (await made(model))[0] ?? '';

async function registered(owner: Colleague, model: string, recorder?: string) {
  const serial = await one(model);
  const answer = await register(owner, serial, {}, recorder === undefined ? {} : { registeredTo: recorder });
  expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
  return { id: String(answer.body.id), serial };
}

describe('L-05 registering', () => {
  test('is refused before a licence of its type was assigned, and costs no try', async () => {
    const owner = await customer();
    const recorder = await one('VR-16');
    for (const serial of [recorder, await one('VC-30D')])
      expect(faultsOf(await register(owner, serial))).toEqual(['/serial licences/none-assigned']);
    await giveLicences(server, { customer: owner.organization, type: 'direct', lastDay: '2027-12-31' });
    expect(faultsOf(await register(owner, recorder))).toEqual(['/serial licences/none-assigned']);
    await giveLicences(server, { customer: owner.organization, lastDay: '2027-12-31' });
    expect((await register(owner, recorder)).status).toBe(201);
    expect(faultsOf(await register(owner, newSerial(siteOf(server, site), 'VC-20')))).toEqual([
      '/serial devices/not-registrable',
    ]);
  });

  test('places a waiting licence at once, the earliest to expire first and of the same type; without one it says none', async () => {
    const owner = await customer();
    const [later = ''] = await giveLicences(server, { customer: owner.organization, lastDay: '2028-12-31' });
    const [sooner = ''] = await giveLicences(server, { customer: owner.organization, lastDay: '2027-12-31' });
    await giveLicences(server, { customer: owner.organization, type: 'direct', lastDay: '2027-01-31' });
    const recorder = await registered(owner, 'VR-16');
    const serial = await one('VC-20');
    const events = await eventsCausedBy(server.app, async () => {
      expect((await register(owner, serial, {}, { registeredTo: recorder.serial })).status).toBe(201);
    });
    expect(events).toEqual(['devices.registered', 'licences.placed']);
    const device = async (of: string) =>
      ((await owner.call('GET', `${owner.path}/devices?serial=${of}`)).body.items as { id: string }[])[0]?.id ?? '';
    expect(await spansServing(server, await device(serial))).toEqual([
      {
        licence: sooner,
        from: '2026-11-20T01:00:00.000Z',
        until: expiryOf('2027-12-31').toISOString(),
        cause: 'automatic',
        settled: false,
      },
    ]);
    const second = await registered(owner, 'VC-20', recorder.serial);
    expect(await spansServing(server, second.id)).toMatchObject([{ licence: later }]);
    const third = await registered(owner, 'VC-20', recorder.serial);
    expect(await spansServing(server, third.id)).toEqual([]);
    const { body } = await owner.call('GET', `${owner.path}/devices?sort=licenceState`);
    const until = (day: string) => ({
      licenceState: 'licensed',
      licenceType: 'recorder',
      licensedUntil: new Date(expiryOf(day).getTime() - 1).toISOString(),
    });
    const [missing, first, other, needless] = (body.items as { contributed: unknown }[]).map((row) => row.contributed);
    expect([missing, needless]).toEqual([
      { licenceState: 'missing', licenceType: null, licensedUntil: null },
      { licenceState: 'needless', licenceType: null, licensedUntil: null },
    ]);
    // Of the same state they stand by name.
    expect([first, other]).toEqual(expect.arrayContaining([until('2027-12-31'), until('2028-12-31')]));
  });

  test('a camera on a recorder names its recorder; it cannot be taken from it later', async () => {
    const owner = await customer();
    await giveLicences(server, { customer: owner.organization, lastDay: '2027-12-31' });
    const recorder = await registered(owner, 'VR-16');
    const serial = await one('VC-20');
    expect(faultsOf(await register(owner, serial))).toEqual(['/registeredTo devices/parent-missing']);
    const camera = await register(owner, serial, {}, { registeredTo: recorder.serial });
    const path = `${owner.path}/devices/${String(camera.body.id)}`;
    const seen = await owner.call('GET', path);
    const answer = await owner.call(
      'PATCH',
      path,
      { values: {}, registeredTo: '' },
      { 'if-match': String(seen.headers.get('etag')) },
    );
    expect(faultsOf(answer)).toEqual(['/registeredTo devices/parent-missing']);
  });

  test('a customer has two direct cameras at most, also when ten are registered at once; one that ended makes room', async () => {
    const owner = await customer();
    await giveLicences(server, { customer: owner.organization, type: 'direct', lastDay: '2027-12-31', count: 3 });
    const serials = await made('VC-30D', 10);
    const answers = await Promise.all(serials.map((serial) => register(owner, serial)));
    const taken = answers.filter(({ status }) => status === 201);
    expect(taken).toHaveLength(2);
    const refused = answers.filter(({ status }) => status !== 201);
    expect(refused.map((answer) => [answer.status, ...faultsOf(answer)])).toEqual(
      Array.from({ length: 8 }, () => [422, '/serial licences/too-many-devices']),
    );
    expect(refused[0]?.text).toContain('"max":2');
    const first = String(taken[0]?.body.id);
    const [spare = ''] = await made('VC-30D');
    expect(faultsOf(await register(owner, spare))).toEqual(['/serial licences/too-many-devices']);
    const events = await eventsCausedBy(server.app, async () => {
      const end = { endedOn: '2026-11-19', reason: '故障' };
      expect((await operator.create(`${operator.path}/devices/${first}/end`, end)).status).toBe(204);
    });
    expect(events).toEqual(['devices.ended', 'licences.freed']);
    expect(await spansServing(server, first)).toMatchObject([{ until: '2026-11-20T01:00:00.000Z', settled: true }]);
    expect((await register(owner, spare)).status).toBe(201);
  });
});

describe('P-32 L-05 what becomes of a licence when its device goes', () => {
  test('it goes on with the device that takes its place, its dates as they were', async () => {
    const owner = await customer();
    const [licence = ''] = await giveLicences(server, {
      customer: owner.organization,
      type: 'direct',
      lastDay: '2027-12-31',
    });
    const camera = await registered(owner, 'VC-30D');
    const answer = await replaceDevice(operator, camera.id, await one('VC-30D'));
    expect(answer.status).toBe(201);
    const now = '2026-11-20T01:00:00.000Z';
    expect(await spansServing(server, camera.id)).toMatchObject([{ licence, from: now, until: now, settled: true }]);
    expect(await spansServing(server, String(answer.body.device))).toEqual([
      { licence, from: now, until: expiryOf('2027-12-31').toISOString(), cause: 'replaced', settled: false },
    ]);
  });

  test('it stays with the customer who hands the device over, and the receiver’s limit holds', async () => {
    const [giver, taker] = [await customer(), await customer('見本商事')];
    const [licence = ''] = await giveLicences(server, {
      customer: giver.organization,
      type: 'direct',
      lastDay: '2027-12-31',
    });
    await giveLicences(server, { customer: taker.organization, type: 'direct', lastDay: '2027-12-31', count: 2 });
    const camera = await registered(giver, 'VC-30D');
    const [own] = [await registered(taker, 'VC-30D'), await registered(taker, 'VC-30D')];
    const { body } = await offerDevice(giver, camera.id, taker.mail);
    expect(codeOf(await acceptTransfer(taker, body.id))).toBe('licences/too-many-devices');
    expect((await stateOfDevice(giver, camera.id)).status).toBe(200);
    expect(await spansServing(server, camera.id)).toMatchObject([{ licence, settled: false }]);
    await operator.create(`${operator.path}/devices/${own?.id}/end`, { endedOn: '2026-11-19', reason: '故障' });
    expect((await acceptTransfer(taker, body.id)).status).toBe(200);
    expect(await spansServing(server, camera.id)).toMatchObject([{ licence, settled: true }]);
    const next = await registered(giver, 'VC-30D');
    expect(await spansServing(server, next.id)).toMatchObject([{ licence }]);
  });
});
