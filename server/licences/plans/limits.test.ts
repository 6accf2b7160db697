import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { linesMax, quantityMax } from '../../../domain/licences/lines.ts';
import { orderLinesMax } from '../../../domain/licences/order.ts';
import { planDaysMax } from '../../../domain/licences/plan-day.ts';
import { addDays } from '../../../domain/counters/civil.ts';
import { faultsOf } from '../../../tools/test/devices.ts';
import { licenceSite, newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import type { Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId } from '../../kernel/ids.ts';
import { openPlansMax } from './make.ts';

let server: TestServer;
let dealer: Colleague;
let customer: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T03:00:00Z') });
  dealer = await newDealer(server);
  customer = await newCustomerOf(server, dealer);
});
afterAll(() => server.close());

const year = { type: 'direct', termMonths: 12, quantity: 1 };
const plan = (more: { day?: string; lines?: object[] } = {}) =>
  dealer.create(`${dealer.path}/licence-plans`, {
    customer: customer.organization,
    lines: [year],
    day: '2027-12-01',
    ...more,
  });
const manyLines = (count: number) => Array.from({ length: count }, (_, at) => ({ ...year, termMonths: at + 1 }));

test(`L-06 a dealer has up to ${openPlansMax} open plans; one more is refused in words, and one that is cancelled makes room`, async () => {
  await sql`
    insert into licence_plans (site_id, id, dealer_id, customer_id, type, term_months, quantity, day, created_at)
    select ${licenceSite}, gen_random_uuid(), ${insideId(dealer.organization)}::uuid, ${insideId(customer.organization)}::uuid,
      'direct', 12, 1, '2027-12-01', ${server.clock.now()}
    from generate_series(1, ${openPlansMax - 1}::int)`.execute(server.app.db);
  const last = await plan();
  expect(last.status).toBe(201);
  const over = await plan();
  expect([over.status, over.body.type, over.body.title]).toEqual([
    409,
    '/problems/licences/too-many-plans',
    expect.stringContaining(String(openPlansMax)),
  ]);
  const [id] = last.body.plans as string[];
  expect((await dealer.call('DELETE', `${dealer.path}/licence-plans/${id}`)).status).toBe(204);
  // Each device that one is set aside for has a plan of its own, and so has the rest of a line: two would be one too many.
  expect((await plan({ lines: [year, { ...year, type: 'recorder' }] })).status).toBe(409);
  expect((await plan()).status).toBe(201);
});

test(`L-06 a day up to ${planDaysMax} days ahead`, async () => {
  const latest = addDays('2026-11-20', planDaysMax);
  expect(faultsOf(await plan({ day: addDays(latest, 1) }))).toEqual(['/day licences/plan-day-far']);
  expect(faultsOf(await plan({ day: latest, lines: [] }))).toEqual(['/lines licences/lines-missing']);
});

test(`L-03 up to ${linesMax} lines and ${quantityMax} licences in one act, said at the lines`, async () => {
  const ask = (lines: object[]) =>
    dealer.create(`${dealer.path}/licence-assignments`, { customer: customer.organization, lines });
  const atLimit = await ask(manyLines(linesMax));
  expect([atLimit.status, new Set(faultsOf(atLimit).map((fault) => fault.split(' ')[1]))]).toEqual([
    422,
    new Set(['licences/term-unknown']),
  ]);
  const over = await ask(manyLines(linesMax + 1));
  expect([over.status, faultsOf(over)]).toEqual([400, ['/lines platform/too-long']]);
  const half = quantityMax / 2;
  const two = (more: number) => [
    { ...year, quantity: half },
    { ...year, termMonths: 36, quantity: half + more },
  ];
  expect(faultsOf(await ask(two(0)))).toEqual([
    '/lines/0/quantity licences/stock-short',
    '/lines/1/quantity licences/stock-short',
  ]);
  expect(faultsOf(await ask(two(1)))).toEqual(['/lines licences/quantity-over']);
});

test(`L-10 up to ${orderLinesMax} lines are passed on at once, said at the lines`, async () => {
  const below = await newDealer(server, '見本二次店', dealer.organization);
  const pass = (lines: object[]) =>
    dealer.create(`${dealer.path}/licence-passings`, { kind: 'pass-on', to: below.organization, lines });
  const atLimit = await pass(manyLines(orderLinesMax));
  expect([atLimit.status, faultsOf(atLimit).length]).toEqual([422, orderLinesMax]);
  const over = await pass(manyLines(orderLinesMax + 1));
  expect([over.status, faultsOf(over)]).toEqual([400, ['/lines platform/too-long']]);
});
