import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { orderLinesMax } from '../../../domain/licences/order.ts';
import { newMaker } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { carryOut, uploadFile } from '../../../tools/test/imports.ts';
import { assignLicences, newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import type { Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { mailed } from '../../../tools/test/transfers.ts';
import { checkStock } from './check.ts';

let server: TestServer;
let operator: Colleague;
let dealer: Colleague;
let other: Colleague;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  operator = await newMaker(server, 'camera');
  dealer = await newDealer(server);
  other = await newDealer(server, '別の販売店');
});
afterAll(() => server.close());

const headings = '注文番号,注文日,販売店コード,種類,利用期間,数量';
const fileOf = (...rows: string[]) => [headings, ...rows].join('\n');
const upload = (...rows: string[]) => uploadFile(operator, 'licence-orders', fileOf(...rows), 'orders.csv');
const faultsOf = ({ shown }: Awaited<ReturnType<typeof upload>>) =>
  shown.rows.flatMap(({ line, faults }) => Object.entries(faults).map(([key, { code }]) => `${line} ${key} ${code}`));
const stockOf = async (who: Colleague) => {
  const { body } = await who.call('GET', `${who.path}/licence-stock`);
  return (body.items as { type: string; termMonths: number; inStock: number; assigned: number }[]).map(
    ({ type, termMonths, inStock, assigned }) => [type, termMonths, inStock, assigned],
  );
};
const orders = async (who: Colleague, query = '') =>
  (await who.call('GET', `${who.path}/licence-orders${query}`)).body.items as Record<string, unknown>[];

describe('L-02 orders that an operator imports', () => {
  test('are in the dealers’ stock after the confirmation, each number once, and the dealer is mailed', async () => {
    const rows = [
      `A-1,2026-11-18,${dealer.loginId},レコーダー接続カメラ用,1年,5`,
      `A-1,2026/11/18,${dealer.loginId},direct,36,2`,
      `A-2,2026-11-19,${dealer.loginId.toUpperCase()},recorder,12,1`,
    ];
    const { shown } = await upload(...rows);
    expect([shown.state, shown.faultCount, shown.rows[0]?.cells['dealerName']]).toEqual(['previewed', 0, '見本販売']);
    expect(await stockOf(dealer)).toEqual([]);
    const events = await eventsCausedBy(server.app, async () => {
      expect(await carryOut(operator, shown)).toMatchObject({ state: 'done', storedCount: 3 });
    });
    expect(events.toSorted()).toEqual([
      'import.confirmed',
      'import.done',
      'licence-orders.imported',
      'licences.ordered',
    ]);
    expect(await stockOf(dealer)).toEqual([
      ['direct', 36, 2, 0],
      ['recorder', 12, 6, 0],
    ]);
    const mail = await mailed(server, dealer.mail, 'A-1');
    expect(mail.text).toContain('注文番号：A-1、A-2\nレコーダー接続カメラ用 1年：6\nダイレクトカメラ用 3年：2');
    // The same file, and one of the same orders among new ones: what is there already counts for nothing.
    const again = await upload(...rows.toReversed(), `A-3,2026-11-20,${other.loginId},direct,12,1`);
    expect(await carryOut(operator, again.shown)).toMatchObject({ state: 'done', storedCount: 1 });
    expect(await stockOf(dealer)).toHaveLength(2);
    expect(await stockOf(other)).toEqual([['direct', 12, 1, 0]]);
  });

  test('whose number says something else is refused in words, with all else that is wrong, and nothing is stored', async () => {
    await carryOut(operator, (await upload(`B-1,2026-11-18,${other.loginId},direct,12,1`)).shown);
    const wrong = await upload(
      `B-1,2026-11-18,${other.loginId},direct,12,2`,
      `B-2,2026-11-21,${other.loginId},direct,12,1`,
      'B-3,2026-11-18,nobody@example.jp,camera,2年,0',
      `B-4,2026-11-18,${other.loginId},direct,12,1`,
      `B-4,2026-11-19,${dealer.loginId},direct,12,1`,
      ',,,,,',
    );
    expect(faultsOf(wrong)).toEqual([
      '2 number licences/order-differs',
      '3 orderedOn licences/order-day',
      '4 type licences/order-type',
      '4 term licences/order-term',
      '4 quantity licences/order-quantity',
      '6 dealer licences/order-mixed',
      '6 orderedOn licences/order-mixed',
      '6 term licences/order-line-twice',
    ]);
    const confirmed = await operator.call('POST', `${operator.path}/imports/${wrong.shown.id}/confirm`, {
      hash: wrong.shown.hash,
    });
    expect(confirmed.body.type).toBe('/problems/imports/has-faults');
    const unknown = await upload('B-5,2026-11-18,nobody@example.jp,direct,12,1');
    expect(faultsOf(unknown)).toEqual(['2 dealer licences/dealer-unknown']);
    expect(await stockOf(other)).toEqual([['direct', 12, 2, 0]]);
  });

  test(`have up to ${orderLinesMax} lines`, async () => {
    const lines = Array.from({ length: orderLinesMax + 1 }, () => `C-1,2026-11-18,${other.loginId},direct,12,1`);
    const { shown } = await upload(...lines);
    const long = shown.rows.filter(({ faults }) => faults['number']?.code === 'licences/order-lines-over');
    expect([shown.rowCount, long.map(({ line }) => line)]).toEqual([orderLinesMax + 1, [orderLinesMax + 2]]);
  });

  test('are nobody’s to import but operators’, and a dealer sees its own alone', async () => {
    const asDealer = await uploadFile(dealer, 'licence-orders', fileOf(`D-1,2026-11-18,${dealer.loginId},direct,12,9`));
    expect(asDealer.status).toBe(403);
    expect((await orders(dealer)).map(({ number }) => number)).toEqual(['A-2', 'A-1', 'A-1']);
    expect((await orders(operator, '?text=b-&pageSize=50')).map(({ number }) => number)).toEqual(['B-1']);
    const [foreign] = await orders(other);
    const path = `/licence-orders/${String(foreign?.id)}`;
    expect((await other.call('GET', `${other.path}${path}`)).status).toBe(200);
    expect((await dealer.call('GET', `${dealer.path}${path}`)).status).toBe(404);
    const customer = await newCustomerOf(server, dealer);
    expect(await orders(customer)).toEqual([]);
    expect(await stockOf(customer)).toEqual([]);
  });
});

describe('L-12 a refund', () => {
  const refund = (order: unknown, lines: object[] | null) =>
    operator.create(`${operator.path}/licence-orders/${String(order)}/refunds`, { lines });

  test('takes back what is not assigned, says how many stay, and is told to the dealer', async () => {
    const [, first] = await orders(dealer, '?text=A-1&sort=inStock');
    const customer = await newCustomerOf(server, dealer);
    await assignLicences(dealer, customer.organization, { type: 'recorder', termMonths: 12, quantity: 2 });
    const some = await refund(first?.id, [{ type: 'recorder', termMonths: 12, quantity: 1 }]);
    expect(some.body.refunded).toEqual([
      { type: 'recorder', termMonths: 12, asked: 1, refunded: 1, assigned: 2, passedOn: 0 },
    ]);
    const rest = await refund(first?.id, null);
    expect(rest.body.refunded).toEqual([
      { type: 'recorder', termMonths: 12, asked: 4, refunded: 2, assigned: 2, passedOn: 0 },
      { type: 'direct', termMonths: 36, asked: 2, refunded: 2, assigned: 0, passedOn: 0 },
    ]);
    expect((await refund(first?.id, null)).body.type).toBe('/problems/licences/nothing-to-refund');
    expect(await stockOf(dealer)).toEqual([['recorder', 12, 1, 2]]);
    const mail = await mailed(server, dealer.mail, 'ダイレクトカメラ用 3年：2');
    expect(mail.text).toContain('注文番号：A-1');
    const read = await dealer.call('GET', `${dealer.path}/licence-orders/${String(first?.id)}`);
    expect(read.body).toMatchObject({
      number: 'A-1',
      lines: [{ quantity: 5, inStock: 0, assigned: 2, refunded: 3 }, { refunded: 2 }],
    });
    expect(read.body.refunds).toHaveLength(2);
  });

  test('of lines that the order does not have, or twice, is refused; and it is an operator’s alone', async () => {
    const [first] = await orders(other);
    const line = { type: 'direct', termMonths: 12, quantity: 1 };
    expect((await refund(first?.id, [{ ...line, termMonths: 84 }])).body).toMatchObject({
      type: '/problems/platform/invalid-fields',
      errors: [{ pointer: '/lines/0', code: 'licences/order-line-unknown' }],
    });
    expect((await refund(first?.id, [line, line])).body.errors).toMatchObject([
      { pointer: '/lines/1', code: 'licences/line-twice' },
    ]);
    const own = await other.create(`${other.path}/licence-orders/${String(first?.id)}/refunds`, { lines: null });
    expect(own.status).toBe(403);
  });
});

test('L-02 the ledger agrees with all that was done; what does not agree is named', async () => {
  expect(await checkStock(server.app.db)).toMatchObject({ faults: [], licences: 2 });
  await server.app.db.updateTable('licence_balances').set({ quantity: 7 }).where('holder', '=', 'refunded').execute();
  const { faults } = await checkStock(server.app.db);
  expect(faults.map(({ fault, found }) => `${fault} ${found}`)).toEqual(['balance 7', 'balance 7']);
  const rewritten = server.app.db.updateTable('licence_entries').set({ quantity: 7 }).execute();
  await expect(rewritten).rejects.toThrow(/not allowed/);
});
