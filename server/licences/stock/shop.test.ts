import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shopToleranceSeconds } from '../../../domain/licences/shop-signature.ts';
import { newMaker } from '../../../tools/test/devices.ts';
import { eventsCausedBy } from '../../../tools/test/events.ts';
import { assignLicences, newBelow, newCustomerOf, newDealer } from '../../../tools/test/licences.ts';
import type { Colleague } from '../../../tools/test/organizations.ts';
import { startTestServer, type TestServer } from '../../../tools/test/server.ts';
import { shopOf } from '../../../tools/test/shop.ts';
import { mailed } from '../../../tools/test/transfers.ts';
import { checkStock } from './check.ts';

let server: TestServer;
let dealer: Colleague;
let send: Awaited<ReturnType<typeof shopOf>>;

beforeAll(async () => {
  server = await startTestServer({ startAt: new Date('2026-11-20T01:00:00Z') });
  dealer = await newDealer(server);
  send = await shopOf(server);
});
afterAll(() => server.close());

const line = { type: 'direct', termMonths: 12, quantity: 3 };
const order = (number: string, more: object = {}) => ({
  kind: 'order',
  number,
  dealer: dealer.loginId,
  orderedOn: '2026-11-20',
  lines: [line],
  ...more,
});
const refund = (number: string, of: string, more: object = {}) => ({ kind: 'refund', number, order: of, ...more });
const inStock = async (who = dealer) => {
  const { body } = await who.call('GET', `${who.path}/licence-stock`);
  return (body.items as { inStock: number }[]).reduce((sum, one) => sum + one.inStock, 0);
};
const connection = async (who: Colleague) => (await who.call('GET', `${who.path}/licence-stock`)).body.shop;
const codes = ({ body }: { body: Record<string, unknown> }) =>
  (body.errors as { pointer: string; code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`);

describe('L-12 an order of the shop', () => {
  test('is in the stock at once, once however often and however many at a time it comes', async () => {
    const events = await eventsCausedBy(server.app, async () => {
      const answers = await Promise.all(Array.from({ length: 10 }, () => send(order('S-1'))));
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      expect(answers.map(({ body }) => String(body.state)).toSorted()).toEqual([
        ...Array.from({ length: 9 }, () => 'before'),
        'stored',
      ]);
    });
    expect(events).toEqual(['licences.ordered']);
    expect(await inStock()).toBe(3);
    await mailed(server, dealer.mail, '注文番号：S-1');
  });

  test('of a number that says something else is refused, and changes nothing', async () => {
    for (const other of [
      { lines: [{ ...line, quantity: 4 }] },
      { orderedOn: '2026-11-19' },
      { dealer: (await newDealer(server)).loginId },
    ])
      expect(await send(order('S-1', other))).toMatchObject({
        status: 409,
        body: { type: '/problems/licences/order-differs' },
      });
    expect(await inStock()).toBe(3);
  });

  test('says place by place what is wrong with it', async () => {
    const wrong = order(' ', {
      dealer: 'nobody',
      orderedOn: '2026-11-21',
      lines: [{ ...line, type: 'camera', termMonths: 13 }, line, line],
    });
    expect(codes(await send(wrong))).toEqual([
      '/number identifiers/required',
      '/lines/0/type licences/order-type',
      '/lines/0/termMonths licences/order-term',
      '/lines/2 licences/line-twice',
      '/orderedOn licences/order-day',
      '/dealer licences/dealer-unknown',
    ]);
    expect(codes(await send(order('S-2', { lines: [] })))).toEqual(['/lines platform/too-short']);
    expect(codes(await send(order('S-2', { lines: [{ ...line, quantity: 0 }] })))).toEqual([
      '/lines/0/quantity platform/too-short',
    ]);
    expect((await send({}, { body: 'x'.repeat(70_000) })).status).toBe(413);
  });
});

describe('L-12 a message that is not the shop’s', () => {
  const at = (seconds: number) => new Date(server.clock.now().getTime() + seconds * 1_000);

  test('is refused in words, changes nothing, and shows on the page of the stock', async () => {
    expect(await connection(dealer)).toMatchObject({ refusedAt: null, refusal: null });
    const forged = await send(order('S-9'), { secret: Buffer.alloc(32, 7) });
    expect(forged).toMatchObject({ status: 401, body: { type: '/problems/licences/shop-signature' } });
    expect(String(forged.body.title)).toContain('signature');
    const changed = await send(order('S-9'), {
      body: JSON.stringify(order('S-9', { lines: [{ ...line, quantity: 4 }] })),
    });
    expect(changed.body.type).toBe('/problems/licences/shop-signature');
    expect((await send(order('S-9'), { signature: '' })).status).toBe(401);
    const old = await send(order('S-9'), { at: at(-shopToleranceSeconds - 1) });
    expect(old).toMatchObject({ status: 401, body: { type: '/problems/licences/shop-time', params: { minutes: 5 } } });
    expect(await connection(dealer)).toMatchObject({
      refusal: 'shop-signature',
      refusedAt: '2026-11-20T01:00:00.000Z',
    });
    expect(await inStock()).toBe(3);
    expect((await send({ kind: 'test' }, { at: at(-shopToleranceSeconds) })).body).toEqual({ state: 'heard' });
    server.clock.move(60_000);
    expect((await send({ kind: 'test' })).status).toBe(200);
    expect(await connection(dealer)).toMatchObject({ acceptedAt: '2026-11-20T01:01:00.000Z' });
    await send(order('S-9'), { at: at(-shopToleranceSeconds - 1) });
    expect(await connection(dealer)).toMatchObject({ refusal: 'shop-time', refusedAt: '2026-11-20T01:01:00.000Z' });
  });

  test('has no address at a site without licences', async () => {
    const elsewhere = await shopOf({ ...server, app: server.app }, 'camera');
    expect((await elsewhere({ kind: 'test' })).status).toBe(200);
    const response = await fetch(`${server.url}/api/ups/shop-orders`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"kind":"test"}',
    });
    expect(response.status).toBe(404);
  });

  test('is nothing that the customers of a dealer hear of', async () => {
    expect(await connection(await newCustomerOf(server, dealer))).toBeNull();
    expect(await connection(await newMaker(server, 'camera'))).toMatchObject({ refusal: 'shop-time' });
  });
});

describe('L-12 a refund of the shop', () => {
  test('takes back what is not assigned nor passed on, once, and says how many stay', async () => {
    await send(order('S-5', { lines: [{ ...line, quantity: 6 }] }));
    const customer = await newCustomerOf(server, dealer);
    // The three of S-1 are older and go first.
    await assignLicences(dealer, customer.organization, { ...line, quantity: 4 });
    const below = await newBelow(server, dealer.organization, 'dealer', '見本二次店');
    const passed = await dealer.create(`${dealer.path}/licence-passings`, {
      kind: 'pass-on',
      to: below,
      lines: [{ ...line, quantity: 2 }],
    });
    expect(passed.status).toBe(201);
    const answers = await Promise.all(Array.from({ length: 5 }, () => send(refund('R-1', 'S-5'))));
    const refunded = [{ type: 'direct', termMonths: 12, asked: 6, refunded: 3, assigned: 1, passedOn: 2 }];
    expect(answers.map(({ body }) => JSON.stringify(body.refunded))).toEqual(
      answers.map(() => JSON.stringify(refunded)),
    );
    expect(answers.filter(({ body }) => body.state === 'stored')).toHaveLength(1);
    expect(await inStock()).toBe(0);
    expect((await send(refund('R-2', 'S-1', { lines: [line] }))).body).toMatchObject({
      state: 'stored',
      refunded: [{ asked: 3, refunded: 0, assigned: 3 }],
    });
  });

  test('of an unknown order or line, or of a number that said something else, is refused', async () => {
    expect((await send(refund('R-3', 'S-404'))).body.type).toBe('/problems/licences/order-unknown');
    expect((await send(refund('R-1', 'S-1'))).body.type).toBe('/problems/licences/refund-differs');
    expect((await send(refund('R-1', 'S-5', { lines: [line] }))).body.type).toBe('/problems/licences/refund-differs');
    expect(codes(await send(refund('R-3', 'S-5', { lines: [{ ...line, termMonths: 36 }] })))).toEqual([
      '/lines/0 licences/order-line-unknown',
    ]);
    expect((await checkStock(server.app.db)).faults).toEqual([]);
  });
});
