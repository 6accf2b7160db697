import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faultsOf } from '../../../tools/test/devices.ts';
import { giveStock } from '../../../tools/test/licence-stock.ts';
import { assignLicences, licenceSite, newCustomerOf, newDealer, serveDevices } from '../../../tools/test/licences.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId } from '../../kernel/ids.ts';
import { licencePlanJob } from './due.ts';

let server: TestServer;
let dealer: Colleague;
let customer: Colleague;
let cameras: { id: string; serial: string }[];

const year = { type: 'direct', termMonths: 12, quantity: 1 };

/** Time goes by until then, as clocks in Tokyo show it; people log in anew. */
async function moveOn(civil: string): Promise<void> {
  server.clock.move(Date.parse(`${civil}:00+09:00`) - server.clock.now().getTime());
  dealer = await newColleague(server, dealer.organization, 'owner', { siteId: licenceSite });
}

/** Two devices until the end of 2027, for the first of which a licence is set aside already. */
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T03:00:00Z') });
  dealer = await newDealer(server);
  customer = await newCustomerOf(server, dealer);
  await giveStock(server, licenceSite, dealer.organization, [{ ...year, quantity: 10 }]);
  await assignLicences(dealer, customer.organization, { ...year, quantity: 2 });
  cameras = await serveDevices(server, customer, 2);
  await moveOn('2027-12-02T10:00');
  await assignLicences(dealer, customer.organization, { ...year, devices: [cameras[0]?.id ?? ''] });
});
afterAll(() => server.close());

const plan = (day: string, more: { tooLate?: number; devices?: string[] } = {}) => {
  const { devices = [], ...agreed } = more;
  const body = { customer: customer.organization, lines: [{ ...year, devices }], day, ...agreed };
  return dealer.create(`${dealer.path}/licence-plans`, body);
};
const plans = async (state: string) =>
  (await dealer.call('GET', `${dealer.path}/licence-plans?state=${state}`)).body.items as object[];
const cancel = (id = '') => dealer.call('DELETE', `${dealer.path}/licence-plans/${id}`);
const countsOf = async (month: string) => {
  const { body } = await dealer.call('GET', `${dealer.path}/licence-renewals?months=24&month=${month}`);
  return (body.items as { counts: object }[]).map(({ counts }) => counts);
};
/** Of the customer's licences that run, the first to expire first: whether each serves a device. */
const serving = async () => {
  const { rows } = await sql<{ serves: boolean }>`
    select exists (select from licence_placements p where p.licence_id = l.id and p.until_at > ${server.clock.now()}) as serves
    from licences l where l.customer_id = ${insideId(customer.organization)} and l.expires_at > ${server.clock.now()}
    order by l.expires_at, l.id`.execute(server.app.db);
  return rows.map(({ serves }) => serves);
};

test('L-06 a day after the last one of a device is refused with how many devices and days, unless that was agreed to', async () => {
  const second = cameras[1]?.id ?? '';
  for (const more of [{}, { tooLate: 0 }, { devices: [second] }])
    expect((await plan('2028-01-11', more)).body.errors).toMatchObject([
      { pointer: '/day', code: 'licences/plan-too-late', params: { count: 1, days: 10 } },
    ]);
  expect((await plan('2028-01-01')).body.errors).toMatchObject([{ params: { count: 1, days: 0 } }]);
  expect(await plans('open')).toEqual([]);
  const { status, body } = await plan('2027-12-31');
  expect(status).toBe(201);
  expect((await cancel((body.plans as string[])[0])).status).toBe(204);
});

test('L-06 agreed to it is carried out, waits, and goes by itself to no device without a licence', async () => {
  const second = cameras[1]?.id ?? '';
  const { status } = await plan('2028-01-01', { tooLate: 1, devices: [second] });
  expect(status).toBe(201);
  // Nothing promises what will not be.
  expect(await countsOf('2027-12')).toMatchObject([{ open: 1, planned: 0, renewed: 1 }]);
  await moveOn('2028-01-01T00:00');
  await licencePlanJob.run(server.app, server.clock.now());
  expect(await plans('done')).toMatchObject([{ day: '2028-01-01', serial: null }]);
  expect(await serving()).toEqual([true, false]);
  await moveOn('2028-01-05T10:00');
  expect(await countsOf('2029-01')).toMatchObject([{ open: 0, waiting: 1 }]);
  expect(await serving()).toEqual([true, false]);
});

test('L-06 nothing is set aside for a device that has no licence: it would never come to it', async () => {
  const lines = [{ ...year, devices: [cameras[1]?.id ?? ''] }];
  const now = { customer: customer.organization, lines };
  expect(faultsOf(await dealer.create(`${dealer.path}/licence-assignments`, now))).toEqual([
    '/lines/0/devices licences/device-over',
  ]);
});
