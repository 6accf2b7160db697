import { lockOrders, storeOrders, type OrderLine } from '../../server/licences/stock/orders.ts';
import { insideId, newId, outsideId } from '../../server/kernel/ids.ts';
import type { TestServer } from './server.ts';

/** Puts licences into a dealer's stock as an order would, past the pages; gives the order's outside ID. */
export async function giveStock(
  server: Pick<TestServer, 'app'>,
  siteId: string,
  organization: string,
  lines: readonly OrderLine[],
  { orderedOn = '2026-11-01', number = `T-${newId()}` } = {},
): Promise<string> {
  const { db, clock } = server.app;
  const order = { number, dealerId: insideId(organization), orderedOn, lines };
  const [id = ''] = await db.transaction().execute(async (tx) => {
    await lockOrders(tx, siteId);
    return storeOrders(tx, siteId, [order], { source: 'import', createdBy: null, now: clock.now() });
  });
  return outsideId('licenceOrder', id);
}
