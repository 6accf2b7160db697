import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from 'kysely';
import { faultsOf } from '../../tools/test/devices.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import {
  assignLicences,
  licenceSite,
  newCustomerOf,
  newDealer,
  serveDevices,
  type WishedLine,
} from '../../tools/test/licences.ts';
import { codeOf, newColleague, newOrganization, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { insideId } from '../kernel/ids.ts';
import { carryOutDue, licencePlanJob } from './plans/due.ts';

let server: TestServer;
let dealer: Colleague;
let customer: Colleague;
let cameras: { id: string; serial: string }[];

const direct = (more: Partial<WishedLine> = {}): WishedLine => ({
  type: 'direct',
  termMonths: 12,
  quantity: 1,
  ...more,
});
const stock = (quantity: number) =>
  giveStock(server, licenceSite, dealer.organization, [{ type: 'direct', termMonths: 12, quantity }]);
const plans = (more = '') => dealer.call('GET', `${dealer.path}/licence-plans?sort=createdAt${more}`);
const renewals = (more = '') => dealer.call('GET', `${dealer.path}/licence-renewals?months=12${more}`);
const counts = (more: object) => ({ open: 0, planned: 0, waiting: 0, renewed: 0, declined: 0, unused: 0, ...more });

/** Time goes by until then, as clocks in Tokyo show it; people log in anew. */
async function moveOn(civil: string): Promise<void> {
  server.clock.move(Date.parse(`${civil}:00+09:00`) - server.clock.now().getTime());
  const again = ({ organization }: Colleague) => newColleague(server, organization, 'owner', { siteId: licenceSite });
  [dealer, customer] = [await again(dealer), await again(customer)];
}

async function plan(day: string, more: Partial<WishedLine> = {}) {
  const body = { customer: customer.organization, lines: [direct(more)], day };
  return dealer.create(`${dealer.path}/licence-plans`, body);
}

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T03:00:00Z') });
  dealer = await newDealer(server);
  customer = await newCustomerOf(server, dealer);
  await stock(10);
  await assignLicences(dealer, customer.organization, direct({ quantity: 2 }));
  cameras = await serveDevices(server, customer, 2);
});
afterAll(() => server.close());

describe('L-06 what an assignment would do', () => {
  test('too early it loses days, the best day is the first of the expiry month, and nothing is changed by asking', async () => {
    await moveOn('2027-09-01T10:00');
    const events = await eventsCausedBy(server.app, async () => {
      const body = { customer: customer.organization, lines: [direct({ quantity: 3 })] };
      const answer = await dealer.call('POST', `${dealer.path}/licence-assignment-checks`, body);
      const effect = { lastDay: '2027-12-31', lostDays: 61, wonDays: 0, bestDay: '2027-12-01' };
      expect(answer.body).toMatchObject({
        customer: { id: customer.organization, name: '見本工業', proved: true },
        bestDay: '2027-12-01',
        lines: [
          {
            available: 8,
            assignedOn: '2027-09-01',
            freeUntil: '2027-10-31',
            paidFrom: '2027-11-01',
            lastDay: '2028-10-31',
            waiting: 1,
            cameras: cameras.map(({ id, serial }) => ({ device: id, serial, ...effect })),
          },
        ],
      });
    });
    expect(events).toEqual([]);
  });

  test('for one that was set aside that one is told; more than there is in stock is refused as assigning would', async () => {
    const ask = (line: object) =>
      dealer.call('POST', `${dealer.path}/licence-assignment-checks`, {
        customer: customer.organization,
        lines: [line],
      });
    const second = cameras[1]?.id;
    const { body } = await ask(direct({ devices: [second ?? ''] }));
    expect(body).toMatchObject({ lines: [{ cameras: [{ device: second }], waiting: 0 }] });
    expect(faultsOf(await ask(direct({ quantity: 9 })))).toEqual(['/lines/0/quantity licences/stock-short']);
  });
});

describe('L-06 by itself on a day', () => {
  test.each([
    ['', 'plan-day'],
    ['2027-09-01', 'plan-day-past'],
    ['2099-01-01', 'plan-day-far'],
  ])('a day "%s" is refused', async (day, code) => {
    expect(faultsOf(await plan(day))).toEqual([`/day licences/${code}`]);
  });

  test('it is listed, and one that is cancelled is never carried out', async () => {
    expect((await plan('2027-12-01', { devices: [cameras[0]?.id ?? ''] })).status).toBe(201);
    const other = await plan('2027-10-01');
    const [id] = other.body.plans as string[];
    const cancel = () => dealer.call('DELETE', `${dealer.path}/licence-plans/${id}`);
    expect((await cancel()).status).toBe(204);
    expect(codeOf(await cancel())).toBe('licences/plan-over');
    const stranger = await newDealer(server, '別の販売店');
    expect((await stranger.call('DELETE', `${stranger.path}/licence-plans/${id}`)).status).toBe(404);
    expect((await stranger.call('GET', `${stranger.path}/licence-plans`)).body.items).toEqual([]);
    await moveOn('2027-10-02T10:00');
    expect(await carryOutDue(server.app, siteOf(server, licenceSite), server.clock.now())).toBe(0);
    expect((await plans()).body.items).toMatchObject([
      { customer: { name: '見本工業' }, day: '2027-12-01', state: 'open', serial: cameras[0]?.serial, quantity: 1 },
      { id, day: '2027-10-01', state: 'cancelled', serial: null },
    ]);
    expect((await plans('&state=open')).body.total).toBe(1);
  });

  test('L-11 the calendar tells what runs out, what is planned for, and of whom', async () => {
    const planned = {
      customer: { id: customer.organization, name: '見本工業' },
      type: 'direct',
      lastDay: '2027-12-31',
    };
    const { body } = await renewals();
    expect(body.items).toEqual([{ ...planned, bestDay: '2027-12-01', counts: counts({ open: 1, planned: 1 }) }]);
    const months = body.months as { month: string; counts: object }[];
    expect(months).toHaveLength(12);
    expect(months[0]).toEqual({ month: '2027-10', counts: counts({}) });
    expect(months[2]).toEqual({ month: '2027-12', counts: counts({ open: 1, planned: 1 }) });
    const one = await dealer.call(
      'GET',
      `${dealer.path}/licence-renewals/${customer.organization}?type=direct&lastDay=2027-12-31`,
    );
    expect(one.body.cameras).toEqual([
      { device: cameras[0]?.id, serial: cameras[0]?.serial, state: 'planned' },
      { device: cameras[1]?.id, serial: cameras[1]?.serial, state: 'open' },
    ]);
    for (const [wish, count] of [
      ['&month=2027-12', 1],
      ['&month=2027-11', 0],
      ['&state=open', 1],
      ['&state=waiting', 0],
      ['&type=recorder', 0],
      ['&text=工業', 1],
      ['&text=nobody', 0],
    ] as const)
      expect([wish, (await renewals(wish)).body.total]).toEqual([wish, count]);
    const viewer = await newColleague(server, dealer.organization, 'viewer', { siteId: licenceSite });
    expect((await viewer.call('GET', `${viewer.path}/licence-renewals?months=12`)).body).toEqual(body);
    expect((await viewer.call('GET', `${viewer.path}/exports/licence-renewals?format=csv`)).status).toBe(200);
    const check = { customer: customer.organization, lines: [direct()] };
    expect((await viewer.call('POST', `${viewer.path}/licence-assignment-checks`, check)).status).toBe(403);
    expect((await customer.call('GET', `${customer.path}/licence-renewals`)).status).toBe(403);
    const above = await newDealer(server, '見本総販売店');
    expect((await above.call('GET', `${above.path}/licence-renewals`)).body.items).toEqual([]);
    const theirs = await above.call(
      'GET',
      `${above.path}/licence-renewals/${customer.organization}?type=direct&lastDay=2027-12-31`,
    );
    expect(theirs.status).toBe(404);
  });

  test('on its day it is carried out once, whoever looks and how often, and who planned it is told', async () => {
    await moveOn('2027-11-30T23:59');
    const site = siteOf(server, licenceSite);
    expect(await carryOutDue(server.app, site, server.clock.now())).toBe(0);
    await moveOn('2027-12-01T00:00');
    const events = await eventsCausedBy(server.app, async () => {
      const looks = await Promise.all([1, 2, 3].map(() => carryOutDue(server.app, site, server.clock.now())));
      expect(looks.reduce((sum, one) => sum + one, 0)).toBe(1);
      await licencePlanJob.run(server.app, server.clock.now());
    });
    expect(events).toEqual(['licences.assigned']);
    const rows = await server.app.db
      .selectFrom('licences')
      .selectAll()
      .where('set_aside_for', '=', insideId(cameras[0]?.id ?? ''))
      .execute();
    expect(rows.map((row) => row.last_day)).toEqual(['2029-01-31']);
    expect((await plans('&state=done')).body.total).toBe(1);
    const told = await server.mail.waitFor(
      ({ to, subject }) => to === dealer.mail && subject.includes('割り当てました'),
    );
    expect(told.text).toContain('ダイレクトカメラ用　1年　1本（2029年1月31日まで）');
    expect((await renewals('&month=2027-12')).body.items).toMatchObject([{ counts: counts({ open: 1, renewed: 1 }) }]);
  });

  test('what there is not enough of fails, takes nothing, and is told', async () => {
    await plan('2027-12-02', { quantity: 100 });
    await moveOn('2027-12-02T09:00');
    const events = await eventsCausedBy(server.app, () => licencePlanJob.run(server.app, server.clock.now()));
    expect(events).toEqual(['licences.plan-failed']);
    expect((await plans('&state=failed')).body.items).toMatchObject([{ reason: 'stock-short', quantity: 100 }]);
    const told = await server.mail.waitFor(
      ({ to, subject }) => to === dealer.mail && subject.includes('られませんでした'),
    );
    expect(told.text).toContain('在庫が足りませんでした');
  });
});

describe('L-11 what follows', () => {
  test('what waits, what is not to be renewed, and what ends without having served', async () => {
    await server.app.db
      .insertInto('licence_camera_choices')
      .values({
        site_id: licenceSite,
        device_id: insideId(cameras[1]?.id ?? ''),
        customer_id: insideId(customer.organization),
        renews: false,
      })
      .execute();
    expect((await renewals('&month=2027-12')).body.items).toMatchObject([
      { counts: counts({ declined: 1, renewed: 1 }) },
    ]);
    await sql`delete from licence_camera_choices`.execute(server.app.db);
    await assignLicences(dealer, customer.organization, direct({ quantity: 2 }));
    const { body } = await dealer.call('GET', `${dealer.path}/licence-renewals?months=24`);
    expect(body.items).toMatchObject([
      { lastDay: '2027-12-31', counts: counts({ waiting: 1, renewed: 1 }) },
      { lastDay: '2029-01-31', counts: counts({ open: 2, unused: 1 }) },
    ]);
    const file = await dealer.call('GET', `${dealer.path}/exports/licence-renewals?format=csv&months=24`);
    expect(file.text.split('\r\n').filter((line) => line.includes('見本工業'))).toHaveLength(5);
    expect(file.text).toContain('取り置いたライセンス');
  });
});

describe('L-03 history', () => {
  const history = (who: Colleague, more = '') => who.call('GET', `${who.path}/licence-assignments?pageSize=25${more}`);

  test('who assigned what to whom and when, and what was done as planned; the newest first', async () => {
    const { body } = await history(dealer);
    expect(body.items).toMatchObject([
      { quantity: 2, planned: false, by: '見本 owner', assignedOn: '2027-12-02' },
      { quantity: 1, planned: true, by: null, assignedOn: '2027-12-01', lastDay: '2029-01-31' },
      {
        quantity: 2,
        planned: false,
        assignedOn: '2026-11-20',
        freeUntil: '2026-12-31',
        lastDay: '2027-12-31',
        dealer: '見本販売',
      },
    ]);
    for (const [wish, count] of [
      ['&text=工業', 3],
      ['&text=見本 owner', 2],
      ['&type=recorder', 0],
      ['&term=12', 3],
      ['&from=2027-12-01', 2],
      ['&from=2027-12-01&until=2027-12-01', 1],
    ] as const)
      expect([wish, (await history(dealer, wish)).body.total]).toEqual([wish, count]);
    const file = await dealer.call('GET', `${dealer.path}/exports/licence-assignments?format=csv`);
    expect(file.text.split('\r\n').filter((line) => line.includes('見本工業'))).toHaveLength(3);
    expect(file.text).toContain('予約どおり自動');
  });

  test('L-10 the customer sees its own without who did it, operators all, a dealer above and others none', async () => {
    const own = await history(customer);
    expect(own.body).toMatchObject({ total: 3, items: [{ dealer: '見本販売', by: null }, {}, {}] });
    const maker = await newColleague(server, await newOrganization(server, 'maker', '', licenceSite), 'viewer', {
      siteId: licenceSite,
    });
    expect((await history(maker)).body.total).toBe(3);
    const below = await newDealer(server, '見本二次店', dealer.organization);
    const theirs = await newCustomerOf(server, below, '二次店のお客様');
    await giveStock(server, licenceSite, below.organization, [{ type: 'direct', termMonths: 12, quantity: 1 }]);
    await assignLicences(below, theirs.organization, direct());
    expect((await history(dealer)).text).not.toContain('二次店のお客様');
    expect((await history(below)).body.total).toBe(1);
    expect((await history(await newCustomerOf(server, dealer, '別のお客様'))).body.total).toBe(0);
  });
});

test('L-11 the sums of the calendar are what is read device by device, whether anything follows there or not', async () => {
  const own = await newDealer(server, '見本四日市販売');
  await giveStock(server, licenceSite, own.organization, [
    { type: 'direct', termMonths: 12, quantity: 4 },
    { type: 'direct', termMonths: 60, quantity: 1 },
  ]);
  const chooses = async (who: Colleague, device: string | undefined) =>
    server.app.db
      .insertInto('licence_camera_choices')
      .values({
        site_id: licenceSite,
        device_id: insideId(device ?? ''),
        customer_id: insideId(who.organization),
        renews: false,
      })
      .execute();
  const scenes = [
    { name: 'あ 何も続かない', waits: 0, expected: { open: 1, declined: 1 } },
    { name: 'い 一つ待機', waits: 1, expected: { waiting: 1, declined: 1 } },
  ];
  for (const { name, waits } of scenes) {
    const who = await newCustomerOf(server, own, name);
    await assignLicences(own, who.organization, direct({ quantity: 2 }));
    const [, second] = await serveDevices(server, who, 2);
    await chooses(who, second?.id);
    if (waits > 0) await assignLicences(own, who.organization, direct({ termMonths: 60, quantity: waits }));
  }
  type Row = { customer: { id: string; name: string }; type: string; lastDay: string; bestDay: string; counts: object };
  const { body } = await own.call('GET', `${own.path}/licence-renewals?months=24`);
  const rows = body.items as Row[];
  expect(rows.map(({ customer }) => customer.name)).toEqual(scenes.map(({ name }) => name));
  for (const [index, { customer, type, lastDay, bestDay, counts: found }] of rows.entries()) {
    const one = await own.call('GET', `${own.path}/licence-renewals/${customer.id}?type=${type}&lastDay=${lastDay}`);
    expect(one.body).toMatchObject({ counts: found, bestDay });
    expect(found).toEqual(counts(scenes[index]?.expected ?? {}));
  }
});
