import { sql } from 'kysely';
import { parseOrderNumber } from '../../../domain/licences/order.ts';
import { judgeMessage, shopToleranceSeconds } from '../../../domain/licences/shop-signature.ts';
import { licenceOptions } from '../../../domain/site/capabilities.ts';
import { civilDay } from '../../../domain/site/civil-day.ts';
import type { App, Site } from '../../kernel/app.ts';
import { minutesMs, secondsMs } from '../../kernel/clock.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { faultAt, platformProblem, type FieldFault, type Problem } from '../../kernel/http/problem.ts';
import type { Outcome, Signed } from '../../kernel/http/route.ts';
import { holdOpen } from '../../organizations/lock.ts';
import { licenceProblem } from '../problems.ts';
import { findDealersNamed } from './dealers.ts';
import { orderedEvents } from './ordered.ts';
import { findOrders, isSameOrder, lockOrders, storeOrders, type OrderLine } from './orders.ts';
import { findLotsOf, repeatedLine, unknownLine, weighRefund, writeRefund, type RefundedLine } from './refund.ts';
import { refundedLines, type ShopAnswer, type ShopMessage } from './shop-message.ts';
import { shopSecret } from './shop-secret.ts';

/** Strangers may send as much as they like: that a message was refused is written down so often. */
const refusalsEveryMs = minutesMs;
const toleranceMinutes = (shopToleranceSeconds * secondsMs) / minutesMs;

/** Why a message is not the shop's, or null. Sites without a shop have no such address. */
export async function judgeShop(app: App, site: Site, signed: Signed | null, now: Date): Promise<Problem | null> {
  const secret = await shopSecret(app.keyProvider, site);
  if (!secret || !signed) return platformProblem('not-found');
  const verdict = judgeMessage(secret, signed, signed.bytes, now);
  if (verdict === 'right') return null;
  await sql`
    insert into licence_shops (site_id, refused_at, refusal) values (${site.id}, ${now}::timestamptz, ${verdict})
    on conflict (site_id) do update set refused_at = excluded.refused_at, refusal = excluded.refusal
    where licence_shops.refused_at is null or licence_shops.refused_at <= ${new Date(now.getTime() - refusalsEveryMs)}::timestamptz`.execute(
    app.db,
  );
  return verdict === 'shop-time'
    ? licenceProblem(verdict, { params: { minutes: toleranceMinutes } })
    : licenceProblem(verdict);
}

export type ShopState = { acceptedAt: Date | null; refusedAt: Date | null; refusal: string | null };

export async function findShop(db: Database, siteId: string): Promise<ShopState | null> {
  const row = await db
    .selectFrom('licence_shops')
    .select(['accepted_at as acceptedAt', 'refused_at as refusedAt', 'refusal'])
    .where('site_id', '=', siteId)
    .executeTakeFirst();
  return row ?? null;
}

/** Does what a message of the shop says, once however often it comes (L-12). */
export async function takeMessage(tx: Tx, site: Site, message: ShopMessage, now: Date): Promise<Outcome<ShopAnswer>> {
  await sql`
    insert into licence_shops (site_id, accepted_at) values (${site.id}, ${now}::timestamptz)
    on conflict (site_id) do update set accepted_at = excluded.accepted_at`.execute(tx);
  if (message.kind === 'test') return { reply: { status: 200, body: { state: 'heard' } } };
  await lockOrders(tx, site.id);
  return message.kind === 'order' ? takeOrder(tx, site, message, now) : takeRefund(tx, site, message, now);
}

type Of<K extends ShopMessage['kind']> = Extract<ShopMessage, { kind: K }>;

async function takeOrder(tx: Tx, site: Site, message: Of<'order'>, now: Date): Promise<Outcome<ShopAnswer>> {
  const number = readNumber(message.number, '/number');
  const named = (await findDealersNamed(tx, site.id, [message.dealer])).get(message.dealer);
  // Stock that is to be stored keeps its dealer open.
  const dealer = named && (await holdOpen(tx, site.id, [named.id])).has(named.id) ? named : undefined;
  const known = typeof number === 'string' ? (await findOrders(tx, site.id, [number])).get(number) : undefined;
  const errors = faultsOf(site, message, now);
  if (typeof number !== 'string') errors.unshift(number);
  // Who has closed meanwhile is not asked for again: an order that was taken stays so.
  if (!dealer && !known) errors.push({ pointer: '/dealer', code: 'licences/dealer-unknown' });
  if (errors.length > 0 || typeof number !== 'string') return { reply: platformProblem('invalid-fields', { errors }) };
  const order = {
    number,
    dealerId: dealer?.id ?? known?.dealerId ?? '',
    orderedOn: message.orderedOn,
    lines: message.lines,
  };
  if (known)
    return {
      reply: isSameOrder(known, order) ? { status: 200, body: { state: 'before' } } : licenceProblem('order-differs'),
    };
  await storeOrders(tx, site.id, [order], { source: 'shop', createdBy: null, now });
  return { reply: { status: 200, body: { state: 'stored' } }, events: orderedEvents([order], 'shop') };
}

/** What no order can say, place by place. */
function faultsOf(site: Site, { orderedOn, lines }: Pick<Of<'order'>, 'orderedOn' | 'lines'>, now: Date): FieldFault[] {
  const { types, terms } = licenceOptions(site);
  const errors = lines.flatMap(({ type, termMonths }, at): FieldFault[] => [
    ...(types.some(({ id }) => id === type) ? [] : [{ pointer: `/lines/${at}/type`, code: 'licences/order-type' }]),
    ...(terms.includes(termMonths) ? [] : [{ pointer: `/lines/${at}/termMonths`, code: 'licences/order-term' }]),
  ]);
  const repeated = repeatedLine(lines);
  if (repeated !== null) errors.push({ pointer: `/lines/${repeated}`, code: 'licences/line-twice' });
  if (orderedOn > civilDay(now, site.timeZone)) errors.push({ pointer: '/orderedOn', code: 'licences/order-day' });
  return errors;
}

async function takeRefund(tx: Tx, site: Site, message: Of<'refund'>, now: Date): Promise<Outcome<ShopAnswer>> {
  const number = readNumber(message.number, '/number');
  const orderNumber = readNumber(message.order, '/order');
  if (typeof number !== 'string' || typeof orderNumber !== 'string')
    return {
      reply: platformProblem('invalid-fields', {
        errors: [number, orderNumber].filter((one) => typeof one !== 'string'),
      }),
    };
  const order = (await findOrders(tx, site.id, [orderNumber])).get(orderNumber);
  if (!order) return { reply: licenceProblem('order-unknown') };
  const asked = message.lines ?? null;
  const before = await findRefund(tx, site.id, number);
  if (before) {
    const same = before.orderId === order.id && JSON.stringify(plain(before.asked)) === JSON.stringify(plain(asked));
    return {
      reply: same
        ? { status: 200, body: { state: 'before', refunded: refundedLines.parse(before.result) } }
        : licenceProblem('refund-differs'),
    };
  }
  const wrong = asked && (await wrongLine(tx, site.id, order.id, asked));
  if (wrong) return { reply: wrong };
  const wished = await weighRefund(tx, site, order, asked);
  const cause = { asked, source: 'shop', number, createdBy: null, now } as const;
  const { refund, events } = await writeRefund(tx, site, order, wished, cause);
  return { reply: { status: 200, body: { state: 'stored', refunded: refund.lines } }, events };
}

/** A line that is asked for twice, or that the order does not have. */
export async function wrongLine(
  tx: Tx,
  siteId: string,
  orderId: string,
  asked: readonly OrderLine[],
): Promise<Problem | null> {
  const repeated = repeatedLine(asked);
  const unknown = unknownLine(await findLotsOf(tx, siteId, orderId), asked);
  const at = repeated ?? unknown;
  if (at === null) return null;
  const code = repeated === null ? 'licences/order-line-unknown' : 'licences/line-twice';
  return platformProblem('invalid-fields', { errors: [{ pointer: `/lines/${at}`, code }] });
}

const plain = (lines: readonly OrderLine[] | null) =>
  lines && lines.map(({ type, termMonths, quantity }) => `${type} ${termMonths} ${quantity}`).toSorted();

async function findRefund(tx: Tx, siteId: string, number: string) {
  const { rows } = await sql<{ orderId: string; asked: OrderLine[] | null; result: RefundedLine[] }>`
    select order_id as "orderId", asked, result from licence_refunds where site_id = ${siteId} and number = ${number}`.execute(
    tx,
  );
  return rows[0] ?? null;
}

function readNumber(typed: string, pointer: string): string | FieldFault {
  const read = parseOrderNumber(typed);
  return read.ok ? read.value : faultAt(pointer, read);
}
