import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { giveStock } from '../../../tools/test/licence-stock.ts';
import { newOrganization, siteOf } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { insideId } from '../../kernel/ids.ts';
import { takeStock } from './take.ts';

const siteId = 'camera';
const year = { type: 'recorder', termMonths: 12 };
const parallel = 20;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
});
afterAll(() => server.close());

const take = (dealer: string, quantity: number, wanted = year) =>
  server.app.db
    .transaction()
    .execute((tx) =>
      takeStock(tx, siteOf(server, siteId), insideId(dealer), { ...wanted, quantity }, server.clock.now()),
    );

async function balances(dealer: string) {
  const { rows } = await sql<{ holder: string; quantity: number }>`
    select b.holder, sum(b.quantity)::int as quantity from licence_balances b
    join licence_lots l on l.site_id = b.site_id and l.id = b.lot_id
    join licence_orders o on o.site_id = l.site_id and o.id = l.order_id
    where b.site_id = ${siteId} and o.dealer_id = ${insideId(dealer)} group by 1`.execute(server.app.db);
  return Object.fromEntries(
    rows.map(({ holder, quantity }) => [holder === insideId(dealer) ? 'dealer' : holder, quantity]),
  );
}

test('L-02 what is assigned comes from the oldest order, and only of the type and term that was asked for', async () => {
  const dealer = await newOrganization(server, 'dealer', '見本販売', siteId);
  await giveStock(server, siteId, dealer, [{ ...year, quantity: 2 }], { orderedOn: '2026-11-10' });
  await giveStock(
    server,
    siteId,
    dealer,
    [
      { ...year, quantity: 2 },
      { type: 'direct', termMonths: 12, quantity: 9 },
    ],
    { orderedOn: '2026-10-01' },
  );
  const taken = await take(dealer, 3);
  expect(taken).toMatchObject({ ok: true, lots: [{ quantity: 2 }, { quantity: 1 }] });
  const [older, newer] = (taken.ok && taken.lots) || [];
  const order = await sql<{ id: string; on: string }>`
    select l.id, o.ordered_on as on from licence_lots l join licence_orders o on o.site_id = l.site_id and o.id = l.order_id
    where l.id in (${older!.lotId}, ${newer!.lotId}) order by 2`.execute(server.app.db);
  expect(order.rows.map(({ id }) => id)).toEqual([older!.lotId, newer!.lotId]);
  expect(await take(dealer, 2)).toEqual({ ok: false, available: 1 });
  expect(await take(dealer, 1, { type: 'recorder', termMonths: 36 })).toEqual({ ok: false, available: 0 });
  expect(await balances(dealer)).toEqual({ maker: -13, dealer: 10, assigned: 3 });
});

test(`L-02 of ${parallel} who take the last licence at once one gets it`, async () => {
  const dealer = await newOrganization(server, 'dealer', '見本販売', siteId);
  await giveStock(server, siteId, dealer, [{ ...year, quantity: 1 }]);
  const answers = await Promise.all(Array.from({ length: parallel }, () => take(dealer, 1)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toEqual(
    Array.from({ length: parallel - 1 }, () => ({ ok: false, available: 0 })),
  );
  expect(await balances(dealer)).toEqual({ maker: -1, dealer: 0, assigned: 1 });
});
