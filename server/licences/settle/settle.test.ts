import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveDevices, register } from '../../../tools/test/devices.ts';
import { newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import { newColleague, newOrganization, siteOf } from '../../../tools/test/organizations.ts';
import { expiryOf, giveLicences, placeLicence, spansServing } from '../../../tools/test/placements.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId, outsideId } from '../../kernel/ids.ts';
import { settle, settleDueOf } from './settle.ts';
import { settleAll } from './worker.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
});
afterAll(() => server.close());

/** A customer with cameras, each served until that day. */
async function fleet(lastDays: readonly string[]): Promise<{ customer: string; cameras: string[] }> {
  const customer = await newOrganization(server, 'customer', '見本工業', 'camera');
  const serials = await giveDevices(server, lastDays.length, { site: 'camera', model: 'VC-20' });
  const rows = await server.app.db
    .selectFrom('manufactured_devices')
    .select('device_id')
    .where('site_id', '=', 'camera')
    .where('serial', 'in', serials)
    .orderBy('serial')
    .execute();
  const cameras = rows.map((row) => outsideId('device', row.device_id));
  for (const [at, device] of cameras.entries()) {
    const [licence = ''] = await giveLicences(server, { customer, lastDay: lastDays[at] ?? '' });
    await placeLicence(server, { customer, licence, device });
  }
  return { customer, cameras };
}

async function settledEvents(customer: string) {
  const rows = await server.app.db
    .selectFrom('events')
    .select(['what', 'data', 'actor_kind as actor'])
    .where('subject', '=', `organization/${insideId(customer)}`)
    .where('what', 'in', ['licences.taken-over', 'licences.expired'])
    .orderBy('id')
    .execute();
  return rows.map(({ what, data, actor }) => ({ what, actor, at: (data as { at: string }).at }));
}

const settleNow = (customers: readonly string[]) =>
  server.app.db
    .transaction()
    .execute((tx) => settle(tx, siteOf(server, 'camera'), customers.map(insideId), server.clock.now()));

describe('L-06 waiting licences take over', () => {
  test('one mail to the customer and one to its dealer say so, each in its language', async () => {
    const dealer = await newDealer(server);
    const { organization } = await newCustomerOf(server, dealer, '見本商店');
    const owner = await newColleague(server, organization, 'owner', { siteId: 'camera', language: 'en' });
    const serials = (await giveDevices(server, 2, { site: 'camera', model: 'VC-20' })).toSorted();
    await giveLicences(server, { customer: organization, lastDay: '2026-10-31' });
    const [recorder = ''] = await giveDevices(server, 1, { site: 'camera', model: 'VR-16' });
    await register(owner, recorder);
    await giveLicences(server, { customer: organization, lastDay: '2026-11-30', count: 2 });
    for (const serial of serials) await register(owner, serial, {}, { registeredTo: recorder });
    await giveLicences(server, { customer: organization, lastDay: '2027-12-31' });
    const ended = expiryOf('2026-11-30');
    await server.app.db
      .transaction()
      .execute((tx) => settle(tx, siteOf(server, 'camera'), [insideId(organization)], ended));
    const told = (to: string, words: string) =>
      server.mail.waitFor((one) => one.to === to && one.text.includes(words) && one.text.includes(serials[0] ?? ''));
    const [english, japanese] = [
      await told(owner.mail, '1 waiting licence has taken over'),
      await told(dealer.mail, '待機中のライセンス1個'),
    ];
    expect(english.text).toContain('1 device is left without a licence.');
    expect(english.text).not.toContain(serials[1]);
    expect(japanese.text).toContain('ライセンスのない機器が1台あります。');
  });

  test('at the moment of the expiry, however late it is settled and however often at once, exactly once', async () => {
    const { customer, cameras } = await fleet(['2026-11-30', '2026-11-30', '2026-12-31']);
    const [next = '', later = ''] = await giveLicences(server, { customer, lastDay: '2027-12-31', count: 2 });
    await settleNow([customer]);
    expect(await spansServing(server, String(cameras[0]))).toMatchObject([{ settled: false }]);
    server.clock.move(expiryOf('2027-01-05').getTime() - server.clock.now().getTime());
    await Promise.all([
      ...Array.from({ length: 5 }, () => settleNow([customer])),
      settleAll(server.app, server.clock.now()),
      settleDueOf(server.app, siteOf(server, 'camera'), [insideId(customer)], server.clock.now()),
    ]);
    const [november, december, end] = ['2026-11-30', '2026-12-31', '2027-12-31'].map((day) =>
      expiryOf(day).toISOString(),
    );
    const follows = { from: november, until: end, cause: 'automatic', settled: false };
    expect(await spansServing(server, String(cameras[0]))).toMatchObject([
      { until: november, settled: true },
      { ...follows, licence: next },
    ]);
    expect(await spansServing(server, String(cameras[1]))).toMatchObject([
      { until: november, settled: true },
      { ...follows, licence: later },
    ]);
    expect(await spansServing(server, String(cameras[2]))).toMatchObject([{ until: december, settled: true }]);
    expect(await settledEvents(customer)).toEqual([
      { what: 'licences.taken-over', actor: 'system', at: november },
      { what: 'licences.expired', actor: 'system', at: december },
    ]);
    await settleNow([customer]);
    expect(await settledEvents(customer)).toHaveLength(2);
  });

  test('what the customer decided holds: not renewed, set aside, another camera’s', async () => {
    const { customer, cameras } = await fleet(['2027-01-31', '2027-01-31', '2027-01-31']);
    const [first = '', second = '', third = ''] = cameras;
    const inside = insideId(customer);
    await server.app.db
      .insertInto('licence_camera_choices')
      .values({ site_id: 'camera', device_id: insideId(first), customer_id: inside, renews: false })
      .execute();
    const [aside = ''] = await giveLicences(server, { customer, lastDay: '2028-03-31' });
    await server.app.db
      .updateTable('licences')
      .set({ set_aside_for: insideId(third) })
      .where('site_id', '=', 'camera')
      .where('id', '=', aside)
      .execute();
    const [free = ''] = await giveLicences(server, { customer, lastDay: '2028-02-29' });
    server.clock.move(expiryOf('2027-01-31').getTime() - server.clock.now().getTime());
    await settleNow([customer]);
    const servers = await Promise.all(cameras.map((one) => spansServing(server, one)));
    expect(servers.map((spans) => spans[1]?.licence)).toEqual([undefined, free, aside]);
    expect(second).not.toBe('');
  });
});
