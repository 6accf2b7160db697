import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf, giveDevices, register } from '../../../tools/test/devices.ts';
import { giveStock as giveStockAt } from '../../../tools/test/licence-stock.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { assignLicences, newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId } from '../../kernel/ids.ts';

let server: TestServer;
let dealer: Colleague;
let other: Colleague;
let customer: Colleague;

const line = (more: object = {}) => ({ type: 'recorder', termMonths: 12, quantity: 1, ...more });
const giveStock = (to: Colleague, more: object) => giveStockAt(server, 'camera', to.organization, [line(more)]);
const assign = (by: Colleague, to: Colleague, ...lines: object[]) =>
  by.create(`${by.path}/licence-assignments`, { customer: to.organization, lines });

/** What a holder has, over all lots. */
async function held(holder: string): Promise<number> {
  const rows = await server.app.db
    .selectFrom('licence_balances')
    .select('quantity')
    .where('holder', '=', holder === 'assigned' ? holder : insideId(holder))
    .execute();
  return rows.reduce((sum, { quantity }) => sum + quantity, 0);
}

beforeAll(async () => {
  // 21:00 of 19 November in Tokyo is the 20th three hours later.
  server = await startTestServer({ startAt: new Date('2026-11-19T15:30:00Z') });
  dealer = await newDealer(server);
  other = await newDealer(server, '別の販売店');
  customer = await newCustomerOf(server, dealer);
});
afterAll(() => server.close());

describe('L-03 one act', () => {
  test('L-04 takes stock and makes licences with the dates of this day where the site is, with one event', async () => {
    await giveStock(dealer, { quantity: 5 });
    await giveStock(dealer, { quantity: 3, termMonths: 36 });
    const before = await held('assigned');
    let assigned: Awaited<ReturnType<typeof assignLicences>> = [];
    const events = await eventsCausedBy(server.app, async () => {
      assigned = await assignLicences(dealer, customer.organization, line({ quantity: 2 }), line({ termMonths: 36 }));
    });
    expect(events).toEqual(['licences.assigned']);
    expect(assigned).toMatchObject([
      {
        termMonths: 12,
        quantity: 2,
        assignedOn: '2026-11-20',
        freeUntil: '2026-12-31',
        paidFrom: '2027-01-01',
        lastDay: '2027-12-31',
      },
      { termMonths: 36, quantity: 1, lastDay: '2029-12-31' },
    ]);
    expect(assigned.flatMap(({ licences }) => licences)).toHaveLength(3);
    expect(await held(dealer.organization)).toBe(5);
    expect((await held('assigned')) - before).toBe(3);
    const rows = await server.app.db
      .selectFrom('licences')
      .selectAll()
      .where('customer_id', '=', insideId(customer.organization))
      .execute();
    expect(rows.map((row) => row.expires_at.toISOString()).toSorted()).toEqual([
      '2027-12-31T15:00:00.000Z',
      '2027-12-31T15:00:00.000Z',
      '2029-12-31T15:00:00.000Z',
    ]);
  });

  test('a request that is sent twice is one act', async () => {
    await giveStock(dealer, { quantity: 2, type: 'direct' });
    const body = { customer: customer.organization, lines: [line({ type: 'direct' })] };
    const key = { 'idempotency-key': randomUUID() };
    const before = await held(dealer.organization);
    const [first, second] = await Promise.all(
      [1, 2].map(() => dealer.call('POST', `${dealer.path}/licence-assignments`, body, key)),
    );
    expect(first?.status).toBe(201);
    expect(second?.body).toEqual(first?.body);
    expect(before - (await held(dealer.organization))).toBe(1);
  });

  test('where one line is short nothing of the others is taken either', async () => {
    await giveStock(dealer, { quantity: 2, termMonths: 60 });
    const before = await held(dealer.organization);
    const answer = await assign(
      dealer,
      customer,
      line({ termMonths: 60, quantity: 2 }),
      line({ termMonths: 84, quantity: 1 }),
    );
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: '/lines/1/quantity', code: 'licences/stock-short', params: { available: 0 } }] },
    });
    expect(await held(dealer.organization)).toBe(before);
  });

  test('of many who assign the last one at the same moment one does', async () => {
    await giveStock(other, { quantity: 1 });
    const theirs = await newCustomerOf(server, other);
    const answers = await Promise.all(Array.from({ length: 20 }, () => assign(other, theirs, line())));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(19);
    expect(await held(other.organization)).toBe(0);
  });

  test.each<[string, object[], string[]]>([
    ['nothing', [], ['/lines licences/lines-missing']],
    ['a type of nobody', [line({ type: 'dome' })], ['/lines/0/type licences/type-unknown']],
    ['a term that is not sold', [line({ termMonths: 13 })], ['/lines/0/termMonths licences/term-unknown']],
    ['a line twice', [line(), line()], ['/lines/1/type licences/line-twice']],
    ['none', [line({ quantity: 0 })], ['/lines/0/quantity platform/too-short']],
    ['a device of nobody', [line({ devices: [`dev_${randomUUID()}`] })], ['/lines/0/devices licences/device-unfit']],
  ])('%s is refused at its place', async (_, lines, faults) => {
    expect(faultsOf(await assign(dealer, customer, ...lines))).toEqual(faults);
  });
});

describe('L-03 for whom', () => {
  test('only for own customers: others read like one that is not there', async () => {
    const below = await newDealer(server, '見本二次店', dealer.organization);
    const theirs = await newCustomerOf(server, below, '二次店のお客様');
    const unknown = [`/customer licences/customer-unknown`];
    const nobody = { ...other, organization: `org_${randomUUID()}` };
    for (const to of [theirs, other, below, nobody])
      expect(faultsOf(await assign(dealer, to, line()))).toEqual(unknown);
    expect(faultsOf(await assign(below, customer, line()))).toEqual(unknown);
  });

  test('suggestions come from three characters on, and are own customers alone', async () => {
    const below = await newDealer(server, '見本二次店その二', dealer.organization);
    const theirs = await newCustomerOf(server, below);
    const suggest = async (by: Colleague, text: string) =>
      by.call('GET', `${by.path}/licence-customers?text=${encodeURIComponent(text)}`);
    const found = await suggest(dealer, customer.mail.slice(0, 14).toUpperCase());
    expect(found.body.items).toEqual([
      { id: customer.organization, name: '見本工業', address: customer.mail, proved: true },
    ]);
    expect((await suggest(dealer, '見本工業')).body.items).toHaveLength(1);
    expect((await suggest(dealer, theirs.mail)).body.items).toEqual([]);
    expect((await suggest(below, theirs.mail)).body.items).toHaveLength(1);
    expect((await suggest(dealer, ' ow ')).status).toBe(400);
    expect((await suggest(dealer, '%%%')).body.items).toEqual([]);
    const viewer = await newColleague(server, dealer.organization, 'viewer', { siteId: 'camera' });
    expect((await suggest(viewer, customer.mail)).status).toBe(403);
    expect((await suggest(customer, customer.mail)).status).toBe(403);
  });
});

describe('L-06 set aside', () => {
  test('for a device of the customer that takes such licences and is to be renewed', async () => {
    await giveStock(dealer, { quantity: 3, type: 'direct' });
    const [serial = ''] = await giveDevices(server, 1, { site: 'camera', model: 'VC-30D' });
    const registered = await register(customer, serial, { installation: '玄関' });
    expect(registered.status).toBe(201);
    const device = String(registered.body.id);
    const wrong = await assign(dealer, customer, line({ devices: [device] }));
    expect(faultsOf(wrong)).toEqual(['/lines/0/devices licences/device-unfit']);
    const [made] = await assignLicences(dealer, customer.organization, {
      type: 'direct',
      termMonths: 12,
      quantity: 2,
      devices: [device],
    });
    const rows = await server.app.db
      .selectFrom('licences')
      .select(['id', 'set_aside_for'])
      .where('assignment_id', '=', insideId(made?.id ?? ''))
      .execute();
    expect(new Set(rows.map((row) => row.set_aside_for))).toEqual(new Set([insideId(device), null]));
    await server.app.db
      .insertInto('licence_camera_choices')
      .values({
        site_id: 'camera',
        device_id: insideId(device),
        customer_id: insideId(customer.organization),
        renews: false,
      })
      .execute();
    const refused = await assign(dealer, customer, line({ type: 'direct', devices: [device] }));
    expect(faultsOf(refused)).toEqual(['/lines/0/devices licences/device-not-renewing']);
  });
});
