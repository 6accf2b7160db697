import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newMaker } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { giveStock } from '../../../tools/test/licence-stock.ts';
import { assignLicences, newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import { newColleague, type Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { mailed } from '../../../tools/test/transfers.ts';
import { checkStock } from './check.ts';

let server: TestServer;
let dealer: Colleague;
let below: Colleague;
let stranger: Colleague;

const year = { type: 'recorder', termMonths: 12 };
const parallel = 20;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  dealer = await newDealer(server, '見本販売');
  below = await newDealer(server, '見本二次店', dealer.organization);
  stranger = await newDealer(server, '別の販売店');
  await giveStock(server, 'camera', dealer.organization, [{ ...year, quantity: 10 }]);
});
afterAll(() => server.close());

const passOn = (by: Colleague, to: Colleague, quantity: number) =>
  by.create(`${by.path}/licence-passings`, { kind: 'pass-on', to: to.organization, lines: [{ ...year, quantity }] });
const giveBack = (by: Colleague, quantity: number) =>
  by.create(`${by.path}/licence-passings`, { kind: 'return', lines: [{ ...year, quantity }] });
const faults = ({ body }: { body: Record<string, unknown> }) =>
  (body.errors as { pointer: string; code: string; params?: object }[]).map(({ pointer, code, params }) => [
    pointer,
    code,
    params,
  ]);
type Row = { inStock: number; assigned: number; below: number; assignedBelow: number; returnable: number };
const rowOf = async (who: Colleague): Promise<Row | undefined> => {
  const { body } = await who.call('GET', `${who.path}/licence-stock`);
  return (body.items as (Row & { type: string; termMonths: number })[]).find(({ termMonths }) => termMonths === 12);
};
const moves = async (who: Colleague, query = '') => {
  const { body } = await who.call('GET', `${who.path}/licence-stock/moves${query}`);
  return (body.items as { cause: string; quantity: number; other: string | null }[]).map(
    ({ cause, quantity, other }) => [cause, quantity, other],
  );
};

describe('L-10 passing on', () => {
  test('leaves the one stock and is in the other at once, told to the sub-dealer; the dealer sees totals', async () => {
    const events = await eventsCausedBy(server.app, async () => {
      const passed = await passOn(dealer, below, 4);
      expect(passed).toMatchObject({ status: 201, body: { to: { id: below.organization, name: '見本二次店' } } });
    });
    expect(events).toEqual(['licences.passed-on']);
    const mail = await mailed(server, below.mail, '見本販売から、');
    expect(mail.text).toContain('レコーダー接続カメラ用 1年：4');
    const customer = await newCustomerOf(server, below, '二次店のお客様');
    await assignLicences(below, customer.organization, { ...year, quantity: 1 });
    expect(await rowOf(dealer)).toMatchObject({ inStock: 6, assigned: 0, below: 3, assignedBelow: 1 });
    expect(await rowOf(below)).toMatchObject({ inStock: 3, assigned: 1, below: 0, returnable: 3 });
    expect(await moves(dealer)).toEqual([
      ['pass-on', -4, '見本二次店'],
      ['order', 10, null],
    ]);
    expect(await moves(below)).toEqual([
      ['assign', -1, null],
      ['pass-on', 4, '見本販売'],
    ]);
    const listed = await dealer.call('GET', `${dealer.path}/dealer-stock`);
    expect(listed.body.items).toEqual([{ id: below.organization, name: '見本二次店', ...year, held: 3, assigned: 1 }]);
    // Nothing of the sub-dealer's customers reaches the dealer above, by any of these.
    for (const path of ['licence-stock', 'dealer-stock', 'licence-stock/moves', 'licence-orders'])
      expect((await dealer.call('GET', `${dealer.path}/${path}`)).text).not.toContain('二次店のお客様');
  });

  test('is done once however often it is sent, and for nobody but own sub-dealers', async () => {
    const body = { kind: 'pass-on', to: below.organization, lines: [{ ...year, quantity: 1 }] };
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        dealer.call('POST', `${dealer.path}/licence-passings`, body, { 'idempotency-key': key }),
      ),
    );
    expect(new Set(answers.map(({ status, body: { id } }) => `${status} ${String(id)}`)).size).toBe(1);
    expect(await rowOf(dealer)).toMatchObject({ inStock: 5 });
    const customer = await newCustomerOf(server, dealer);
    const grandchild = await newDealer(server, '孫の販売店', below.organization);
    for (const to of [stranger, customer, grandchild, dealer])
      expect(faults(await passOn(dealer, to, 1))).toEqual([['/to', 'licences/sub-dealer-unknown', undefined]]);
    expect((await passOn(stranger, below, 1)).status).toBe(422);
    const member = await newColleague(server, dealer.organization, 'member', { siteId: 'camera' });
    expect((await passOn(member, below, 1)).status).toBe(403);
  });

  test('of more than there is, of nothing, or of one thing twice is refused whole', async () => {
    expect(faults(await passOn(dealer, below, 6))).toEqual([
      ['/lines/0/quantity', 'licences/stock-short', { available: 5 }],
    ]);
    const several = (lines: object[]) =>
      dealer.create(`${dealer.path}/licence-passings`, { kind: 'pass-on', to: below.organization, lines });
    expect(faults(await several([]))).toEqual([['/lines', 'licences/lines-missing', undefined]]);
    expect(
      faults(
        await several([
          { ...year, quantity: 1 },
          { ...year, quantity: 1 },
        ]),
      ),
    ).toEqual([['/lines/1/term', 'licences/line-twice', undefined]]);
    const half = await several([
      { ...year, quantity: 1 },
      { type: 'direct', termMonths: 84, quantity: 1 },
    ]);
    expect(faults(half)).toEqual([['/lines/1/quantity', 'licences/stock-short', { available: 0 }]]);
    expect(await rowOf(dealer)).toMatchObject({ inStock: 5 });
  });
});

describe('L-10 giving back', () => {
  test('goes to the dealer above, of what came from there; what a sub-dealer bought itself stays its own', async () => {
    await giveStock(server, 'camera', below.organization, [{ ...year, quantity: 7 }]);
    expect(await rowOf(below)).toMatchObject({ inStock: 11, returnable: 4 });
    expect(faults(await giveBack(below, 5))).toEqual([
      ['/lines/0/quantity', 'licences/nothing-returnable', { available: 4 }],
    ]);
    const events = await eventsCausedBy(server.app, async () => {
      expect((await giveBack(below, 3)).body.to).toEqual({ id: dealer.organization, name: '見本販売' });
    });
    expect(events).toEqual(['licences.returned']);
    await mailed(server, dealer.mail, '見本二次店から、');
    expect(await rowOf(below)).toMatchObject({ inStock: 8, returnable: 1 });
    expect(await rowOf(dealer)).toMatchObject({ inStock: 8, below: 8 });
    expect((await giveBack(dealer, 1)).body.type).toBe('/problems/licences/none-above');
  });

  test('operators see the stock and the moves of all; others nothing of it', async () => {
    const operator = await newMaker(server, 'camera');
    const listed = await operator.call('GET', `${operator.path}/dealer-stock?text=見本&sort=-held`);
    expect((listed.body.items as { name: string; held: number }[]).map(({ name, held }) => [name, held])).toEqual([
      ['見本販売', 8],
      ['見本二次店', 8],
    ]);
    expect(await moves(operator, '?cause=return&sort=quantity')).toEqual([
      ['return', -3, '見本販売'],
      ['return', 3, '見本二次店'],
    ]);
    for (const [days, count] of [
      ['?from=2026-11-20&until=2026-11-20', 2],
      ['?from=2026-11-21', 0],
      ['?until=2026-11-19', 0],
    ] as const)
      expect([days, (await moves(operator, `${days}&cause=return`)).length]).toEqual([days, count]);
    expect(await moves(stranger)).toEqual([]);
    expect((await stranger.call('GET', `${stranger.path}/dealer-stock`)).body.items).toEqual([]);
    const file = await dealer.call('GET', `${dealer.path}/exports/licence-stock-moves?format=csv&encoding=utf-8`);
    expect(file.text).toContain('返却の受け取り,レコーダー接続カメラ用,12,3,見本二次店');
  });
});

test(`L-10 ${parallel} who pass on, assign and give back the last licence at once: one gets it, and the ledger agrees`, async () => {
  const top = await newDealer(server, '競争の販売店');
  const sub = await newDealer(server, '競争の二次店', top.organization);
  const [own, theirs] = [await newCustomerOf(server, top), await newCustomerOf(server, sub)];
  await giveStock(server, 'camera', top.organization, [{ ...year, quantity: 1 }]);
  const assign = (by: Colleague, to: Colleague) =>
    by.create(`${by.path}/licence-assignments`, { customer: to.organization, lines: [{ ...year, quantity: 1 }] });
  const race = Array.from({ length: parallel }, (_, at) => (at % 2 === 0 ? passOn(top, sub, 1) : assign(top, own)));
  const first = await Promise.all(race);
  expect(first.filter(({ status }) => status === 201)).toHaveLength(1);
  const passed = (await rowOf(sub))?.inStock ?? 0;
  const second = await Promise.all([giveBack(sub, 1), assign(sub, theirs), giveBack(sub, 1), assign(sub, theirs)]);
  expect(second.filter(({ status }) => status === 201)).toHaveLength(passed);
  expect((await checkStock(server.app.db)).faults).toEqual([]);
});
