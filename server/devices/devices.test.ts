import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkCharacterOf } from '../../domain/identifiers/check-digit.ts';
import {
  everyValue,
  faultsOf,
  giveDevices,
  newCustomer,
  newMaker,
  newSerial,
  register,
  wishFor,
} from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import type { Answer } from '../../tools/test/person.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { hoursMs } from '../kernel/clock.ts';
import { newId } from '../kernel/ids.ts';

const siteId = 'ups';
let server: TestServer;
let owner: Colleague;
let other: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  owner = await newCustomer(server);
  other = await newCustomer(server);
});
afterAll(() => server.close());

const serialOf = (model: string) => newSerial(siteOf(server, siteId), model);

describe('U-03 registering one device', () => {
  test('U-03 the model is found from the serial number, what was typed is normalised, the warranty runs from the date of purchase', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const typed = ` ${serial.slice(0, 2).toLowerCase()}−${serial.slice(2)} `;
    const review = await owner.call('POST', `${owner.path}/devices/review`, wishFor(typed, everyValue));
    expect(review).toMatchObject({
      status: 200,
      body: {
        serial,
        model: 'SB1500-R',
        type: 'ups',
        warrantyUntil: '2029-10-14',
        registeredTo: null,
        values: { ...everyValue, postalCode: '1000001', kana: 'ミホン ジロウ' },
      },
    });
    let answer: Answer | undefined;
    const events = await eventsCausedBy(server.app, async () => {
      answer = await register(owner, typed, everyValue);
    });
    expect(answer).toMatchObject({ status: 201, body: { serial, model: 'SB1500-R', warrantyUntil: '2029-10-14' } });
    expect(events).toEqual(['devices.registered']);
  });

  test.each([
    ['', 'identifiers/required'],
    ['AB12', 'devices/serial-form'],
    ['wrong check digit', 'devices/serial-check-digit'],
  ])(
    'U-03 the serial number %j is told at its field, before anybody looks whether it is there',
    async (typed, code) => {
      const right = serialOf('SB1500-R');
      const serial = typed === 'wrong check digit' ? right.slice(0, -1) + ((Number(right.at(-1)) + 1) % 10) : typed;
      const answer = await register(owner, serial, { postalCode: '12' });
      expect(answer.status).toBe(422);
      expect(faultsOf(answer)).toEqual([`/serial ${code}`, '/values/postalCode identifiers/postal-code-japan']);
    },
  );

  test.each([
    ['2026-09-30', 'devices/purchased-before-shipping'],
    ['2026-11-21', 'devices/purchased-in-future'],
    ['2026-02-30', 'devices/day'],
  ])('U-07 a purchase on %s is refused', async (purchasedOn, code) => {
    const [serial = ''] = await giveDevices(server, 1);
    expect(faultsOf(await register(owner, serial, { purchasedOn }))).toEqual([`/values/purchasedOn ${code}`]);
    for (const day of ['2026-10-01', '2026-11-20']) {
      const review = wishFor(serial, { purchasedOn: day });
      expect((await owner.call('POST', `${owner.path}/devices/review`, review)).status).toBe(200);
    }
  });

  test('U-03 not made, taken, locked, of another site and without the claim code read alike; only one’s own is told', async () => {
    const [taken = '', locked = ''] = await giveDevices(server, 2);
    const [claimed = ''] = await giveDevices(server, 1, { model: 'SB6000-X', claimCode: 'MIHON-2026' });
    await server.app.db
      .updateTable('manufactured_devices')
      .set({ locked_at: server.app.clock.now() })
      .where('serial', '=', locked)
      .execute();
    const own = await register(owner, taken);
    const answers = [
      await register(other, serialOf('SB1500-R')),
      await register(other, taken),
      await register(other, locked),
      await register(other, claimed),
      await register(other, claimed, {}, { claimCode: 'MIHON-2027' }),
    ];
    const plain = (answer: Answer) => `${answer.status} ${answer.text.replace(/"requestId":"[^"]*"/, '')}`;
    expect(new Set(answers.map(plain)).size).toBe(1);
    expect(faultsOf(answers[0] as Answer)).toEqual(['/serial devices/not-registrable']);
    const again = await register(owner, taken);
    expect(again.body.errors).toMatchObject([{ code: 'devices/registered-already', params: { device: own.body.id } }]);
    expect((await register(other, claimed, {}, { claimCode: 'mihon 2026' })).status).toBe(201);
  });

  test('U-03 of many who want one device at once exactly one gets it', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const who = [owner, other, await newCustomer(server), await newCustomer(server)];
    const answers = await Promise.all(who.map((one) => register(one, serial)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(3);
  });

  test('P-24 the same request sent again is the same registration', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const send = () =>
      owner.call('POST', `${owner.path}/devices`, wishFor(serial), { 'idempotency-key': `again-${serial}` });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.status).toBe(201);
    expect(second.body).toEqual(first.body);
  });

  test('U-03 after twenty misses in an hour nothing is looked at until the first is an hour ago, and operators are told once', async () => {
    const guesser = await newCustomer(server);
    const [serial = ''] = await giveDevices(server, 1);
    const events = await eventsCausedBy(server.app, async () => {
      for (let miss = 0; miss < 20; miss += 1) expect((await register(guesser, serialOf('SB1500-R'))).status).toBe(422);
      const refused = await register(guesser, serial);
      expect(refused).toMatchObject({ status: 429, body: { type: '/problems/devices/too-many-tries' } });
      expect(refused.headers.get('retry-after')).toBe('3600');
    });
    expect(events).toEqual(['devices.serials-guessed']);
    server.clock.move(hoursMs);
    // Sessions are over by then.
    const later = await newColleague(server, guesser.organization, 'owner', { siteId });
    expect((await register(later, serial)).status).toBe(201);
  });
});

describe('U-03 harvesting', () => {
  test('U-03 of the serial numbers around one’s own nothing is learned: made, taken and never made answer alike', async () => {
    const curious = await newCustomer(server);
    const [own = ''] = await giveDevices(server, 1);
    await register(curious, own);
    const near = neighboursOf(own, 16);
    const made = await giveDevices(server, 0, { serials: near.filter((_, at) => at % 4 < 2) });
    const holder = await newCustomer(server);
    for (const serial of made.filter((_, at) => at % 2 === 0))
      expect((await register(holder, serial)).status).toBe(201);
    const free = new Set(made.filter((_, at) => at % 2 === 1));
    const answers = new Set<string>();
    for (const serial of near.filter((one) => !free.has(one))) {
      const { status, text } = await register(curious, serial);
      answers.add(`${status} ${text.replace(/"requestId":"[^"]*"/, '')}`);
    }
    expect(near).toHaveLength(32);
    expect([...answers].filter((one) => one.startsWith('422'))).toHaveLength(1);
    // The twenty-first has to wait, whatever it is.
    expect([...answers].filter((one) => one.startsWith('429'))).toHaveLength(1);
    expect(answers.size).toBe(2);
  });

  test('U-03 one address may miss a hundred an hour, from whichever organizations', async () => {
    const [serial = ''] = await giveDevices(server, 1);
    const misses = Array.from({ length: 100 }, () => server.app.clock.now());
    await server.app.db
      .updateTable('try_counters')
      .set({ failed_at: misses })
      .where('site_id', '=', siteId)
      .where('purpose', '=', 'device-serial-address')
      .execute();
    const fresh = await newCustomer(server);
    expect(await register(fresh, serial)).toMatchObject({ status: 429 });
    await server.app.db.deleteFrom('try_counters').where('purpose', '=', 'device-serial-address').execute();
    expect((await register(fresh, serial)).status).toBe(201);
  });
});

/** The serial numbers before and after one, so many on each side, with their check digits. */
function neighboursOf(serial: string, count: number): string[] {
  const digits = Number(serial.slice(2, -1));
  return Array.from({ length: 2 * count }, (_, at) => {
    const number = (digits + at - count + (at < count ? 0 : 1) + 1_000_000) % 1_000_000;
    const body = serial.slice(0, 2) + String(number).padStart(6, '0');
    return body + checkCharacterOf('luhn', body);
  });
}

describe('P-17 for a customer', () => {
  test('P-17 a dealer with the right to configure registers and edits for its customer; with less it reads like nobody’s', async () => {
    const customer = await newCustomer(server, '見本学習館');
    const dealer = await newColleague(server, await newOrganization(server, 'dealer', '見本販売', siteId), 'owner', {
      siteId,
    });
    const maker = await newMaker(server);
    const give = (rights: string[]) =>
      maker.create(`${maker.path}/organizations/${customer.organization}/grants`, {
        to: dealer.organization,
        rights,
        until: null,
      });
    const [serial = '', second = ''] = await giveDevices(server, 2);
    const stranger = await register(dealer, serial, {}, { for: customer.organization });
    const nobody = await register(dealer, serial, {}, { for: `org_${newId()}` });
    expect(faultsOf(stranger)).toEqual(['/for platform/not-found']);
    expect(faultsOf(nobody)).toEqual(faultsOf(stranger));
    const reading = await give(['list', 'read']);
    expect(reading.status).toBe(201);
    expect(faultsOf(await register(dealer, serial, {}, { for: customer.organization }))).toEqual([
      '/for platform/not-found',
    ]);
    await maker.call(
      'DELETE',
      `${maker.path}/organizations/${customer.organization}/grants/${String(reading.body.id)}`,
    );
    await give(['list', 'read', 'configure']);
    const made = await register(dealer, serial, { remarks: '設置済み' }, { for: customer.organization });
    expect(made.status).toBe(201);
    const theirs = await customer.call('GET', `${customer.path}/devices`);
    expect(theirs.body).toMatchObject({ total: 1, items: [{ serial, organization: { id: customer.organization } }] });
    const path = `${dealer.path}/devices/${String(made.body.id)}`;
    const seen = await dealer.call('GET', path);
    expect(seen.body).toMatchObject({ mayChange: true, organization: { name: '見本学習館' } });
    const version = { 'if-match': String(seen.headers.get('etag')) };
    expect((await dealer.call('PATCH', path, { values: { remarks: '移設' } }, version)).status).toBe(200);
    await register(dealer, second);
    expect((await dealer.call('GET', `${dealer.path}/devices`)).body.total).toBe(2);
    const viewer = await newColleague(server, customer.organization, 'viewer', { siteId });
    expect((await register(viewer, second)).status).toBe(403);
  });
});

describe('U-13 batteries', () => {
  beforeAll(async () => {
    owner = await newCustomer(server);
    other = await newCustomer(server);
  });

  test('U-13 a battery stands by itself or is registered to a UPS of one’s own, with a warranty of its own', async () => {
    const [ups = '', theirs = ''] = await giveDevices(server, 2);
    const [first = '', second = ''] = await giveDevices(server, 2, { model: 'BP1500' });
    await register(owner, ups);
    await register(other, theirs);
    const alone = await register(owner, first, { purchasedOn: '2026-10-15' });
    expect(alone).toMatchObject({ status: 201, body: { type: 'battery', warrantyUntil: '2027-10-14' } });
    for (const registeredTo of [theirs, serialOf('SB1500-R')])
      expect(faultsOf(await register(owner, second, {}, { registeredTo }))).toEqual([
        '/registeredTo devices/parent-unknown',
      ]);
    expect(faultsOf(await register(owner, second, {}, { registeredTo: first }))).toEqual([
      '/registeredTo devices/parent-not-for-model',
    ]);
    const placed = await owner.call('POST', `${owner.path}/devices/review`, wishFor(second, {}, { registeredTo: ups }));
    expect(placed.body.registeredTo).toEqual({ serial: ups, model: 'SB1500-R' });
    expect((await register(owner, second, {}, { registeredTo: ups })).status).toBe(201);
  });
});
