import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { customerSite, newMaker } from '../../tools/test/customers.ts';
import { eventsCausedBy } from '../../tools/test/events.ts';
import { giveStock } from '../../tools/test/licence-stock.ts';
import { assignLicences, newCustomerOf, newDealer, serveDevices } from '../../tools/test/licences.ts';
import { codeOf, everybodysPassword, siteOf, type Colleague } from '../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../tools/test/server.ts';
import { closesUnsettled } from '../accounts/account-data/erase-person.ts';
import { insideId } from '../kernel/ids.ts';

let server: TestServer;
let operator: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newMaker(server);
});
afterAll(() => server.close());

const year = { type: 'direct', termMonths: 12 };
const reason = '廃業のため';
const stock = (dealer: Colleague, quantity: number) =>
  giveStock(server, customerSite, dealer.organization, [{ ...year, quantity }]);
const pathOf = ({ organization }: Colleague) => `${operator.path}/organizations/${organization}/closing`;
const wordsOf = async (of: Colleague) => (await operator.call('GET', pathOf(of))).body.words;
const close = (of: Colleague, seen: number, successor: Colleague | null = null) =>
  operator.call('POST', pathOf(of), { successor: successor?.organization ?? null, seen, reason });
const closeOwn = (who: Colleague, seen = 0) =>
  who.call('POST', `${who.path}/closing`, { seen, reason, password: everybodysPassword });
const isOpen = async (who: Colleague) => (await who.call('GET', '/session')).status === 200;
const inStock = async (who: Colleague) => {
  const { body } = await who.call('GET', `${who.path}/licence-stock`);
  return (body.items as { inStock: number }[]).reduce((sum, row) => sum + row.inStock, 0);
};
const left = (count: number) => ({ code: 'licences/stock-left', params: { count } });

describe('L-02 P-15a a dealer with licences in stock', () => {
  test('cannot close, neither by itself nor by an operator, before all of them are assigned, given back or taken back', async () => {
    const above = await newDealer(server, '見本本店');
    const dealer = await newDealer(server, '見本二次店', above.organization);
    const order = await stock(dealer, 3);
    await stock(above, 2);
    const line = (quantity: number) => [{ ...year, quantity }];
    await above.create(`${above.path}/licence-passings`, {
      kind: 'pass-on',
      to: dealer.organization,
      lines: line(2),
    });
    expect(await wordsOf(dealer)).toEqual([{ ...left(5), stops: true }]);
    expect((await dealer.call('GET', `${dealer.path}/closing`)).body.words).toEqual([{ ...left(5), stops: true }]);
    const events = await eventsCausedBy(server.app, async () => {
      for (const answer of [await close(dealer, 0), await closeOwn(dealer)])
        expect([answer.status, codeOf(answer), answer.body.errors]).toMatchObject([
          409,
          'organizations/not-settled',
          [{ pointer: '', ...left(5) }],
        ]);
    });
    expect(events).toEqual([]);
    expect(await isOpen(dealer)).toBe(true);

    const customer = await newCustomerOf(server, dealer);
    await assignLicences(dealer, customer.organization, { ...year, quantity: 1 });
    await dealer.create(`${dealer.path}/licence-passings`, { kind: 'return', lines: line(2) });
    expect(codeOf(await close(dealer, 1))).toBe('organizations/not-settled');
    const refund = await operator.create(`${operator.path}/licence-orders/${order}/refunds`, { lines: null });
    expect([refund.status, await wordsOf(dealer)]).toEqual([201, []]);
    expect((await close(dealer, 1)).status).toBe(204);
    expect([await isOpen(dealer), await inStock(above)]).toEqual([false, 2]);
  });

  test('nor does it close with the last person who has the account erased', async () => {
    const dealer = await newDealer(server);
    const site = siteOf(server, customerSite);
    const user = await server.app.db
      .selectFrom('users')
      .select('id')
      .where('organization_id', '=', insideId(dealer.organization))
      .executeTakeFirstOrThrow();
    const held = () =>
      server.app.db
        .transaction()
        .execute((tx) => closesUnsettled(server.app, tx, site, user.id, server.app.clock.now()));
    expect(await held()).toBeNull();
    await stock(dealer, 1);
    expect(await held()).toMatchObject({ code: 'organizations/not-settled', errors: [left(1)] });
  });

  test('closing while stock is passed on to it: never is any left in a closed one', async () => {
    const above = await newDealer(server, '見本本店');
    await stock(above, 20);
    const outcomes: unknown[] = [];
    for (let round = 0; round < 6; round += 1) {
      const dealer = await newDealer(server, '見本二次店', above.organization);
      const lines = [{ ...year, quantity: 1 }];
      const passing = { kind: 'pass-on', to: dealer.organization, lines };
      const [closed, passed] = await Promise.all([
        close(dealer, 0),
        above.create(`${above.path}/licence-passings`, passing),
      ]);
      const [fault] = (passed.body.errors ?? []) as { code: string }[];
      outcomes.push(`${closed.status} ${passed.status} ${fault?.code ?? ''}`.trim());
    }
    const possible = ['204 422 licences/sub-dealer-unknown', '409 201'];
    expect(outcomes.filter((one) => !possible.includes(String(one)))).toEqual([]);
    expect(outcomes).toHaveLength(6);
  });

  test('what it planned is no promise any more for who looks after its customers', async () => {
    const heir = await newDealer(server, '見本商会');
    const dealer = await newDealer(server);
    await stock(dealer, 1);
    const customer = await newCustomerOf(server, dealer);
    await assignLicences(dealer, customer.organization, { ...year, quantity: 1 });
    await serveDevices(server, customer, 1);
    const plan = { customer: customer.organization, lines: [{ ...year, quantity: 1 }], day: '2027-12-01' };
    expect((await dealer.create(`${dealer.path}/licence-plans`, plan)).status).toBe(201);
    const counts = async (of: Colleague) => {
      const { body } = await of.call('GET', `${of.path}/licence-renewals?months=14`);
      return (body.items as { counts: Record<string, number> }[]).map((row) => row.counts);
    };
    expect(await counts(dealer)).toMatchObject([{ open: 0, planned: 1 }]);
    expect((await close(dealer, 1, heir)).status).toBe(204);
    expect(await counts(heir)).toMatchObject([{ open: 1, planned: 0 }]);
  });
});

test('L-05 P-15a a customer with licences is told what becomes of them, and may close', async () => {
  const dealer = await newDealer(server);
  await stock(dealer, 2);
  const customer = await newCustomerOf(server, dealer);
  await assignLicences(dealer, customer.organization, { ...year, quantity: 2 });
  const word = { code: 'licences/licences-stay', params: { count: 2 }, stops: false };
  expect(await wordsOf(customer)).toEqual([word]);
  expect((await customer.call('GET', `${customer.path}/closing`)).body.words).toEqual([word]);
  expect((await closeOwn(customer)).status).toBe(204);
  expect(await isOpen(customer)).toBe(false);
});
