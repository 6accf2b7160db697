import { randomUUID } from 'node:crypto';
import { addDays } from '../../domain/counters/civil.ts';
import { civilDay } from '../../domain/site/civil-day.ts';
import type { Colleague } from '../../tools/test/organizations.ts';
import type { shopOf } from '../../tools/test/shop.ts';
import { commandFor, type Command, type Line, type Wish } from './command.ts';

export type Shop = Awaited<ReturnType<typeof shopOf>>;
type Who = Pick<Colleague, 'organization' | 'path' | 'call' | 'loginId'>;

const orderedOn = '2026-01-05';
const zone = 'Asia/Tokyo';
const planDaysAhead = 2;

/** A creating request: however often it is sent, it goes out under one Idempotency-Key. */
function creating({ call, path }: Who, to: string, body: object, wish: Wish): Command {
  const headers = { 'idempotency-key': randomUUID() };
  return commandFor(wish, () => call('POST', `${path}/${to}`, body, headers));
}

export function order(shop: Shop, dealer: Who, lines: readonly Line[]): Command {
  const number = `S-${randomUUID()}`;
  const message = { kind: 'order', number, dealer: dealer.loginId, orderedOn, lines };
  return commandFor({ kind: 'order', number, dealer: dealer.organization, lines }, () => shop(message));
}

/** One of an order's lines, or the whole order where it is null. */
export function shopRefund(shop: Shop, dealer: string, ordered: string, line: Line | null): Command {
  const number = `R-${randomUUID()}`;
  const message = { kind: 'refund', number, order: ordered, ...(line && { lines: [line] }) };
  return commandFor({ kind: 'shop-refund', number, dealer, order: ordered }, () => shop(message));
}

/** An operator takes back all that is left of an order. */
export function refund(operator: Who, dealer: string, ordered: { id: string; number: string }): Command {
  const wish = { kind: 'refund', dealer, order: ordered.number } as const;
  return creating(operator, `licence-orders/${ordered.id}/refunds`, { lines: null }, wish);
}

export function assign(
  dealer: Who,
  customer: string,
  lines: readonly (Line & { devices?: readonly string[] })[],
): Command {
  const plain = lines.map(({ type, termMonths, quantity }) => ({ type, termMonths, quantity }));
  const wish = { kind: 'assign', dealer: dealer.organization, customer, lines: plain } as const;
  return creating(dealer, 'licence-assignments', { customer, lines }, wish);
}

/** For a day that has not come: whoever holds the calendar decides when it does. */
export function plan(dealer: Who, customer: string, lines: readonly Line[]): Command {
  const day = addDays(civilDay(new Date(), zone), planDaysAhead);
  const wish = { kind: 'plan', dealer: dealer.organization, customer, lines } as const;
  return creating(dealer, 'licence-plans', { customer, lines, day }, wish);
}

export function cancel({ call, path }: Who, id: string): Command {
  return commandFor({ kind: 'cancel', plan: id }, () => call('DELETE', `${path}/licence-plans/${id}`));
}

export function passOn(dealer: Who, to: string, lines: readonly Line[]): Command {
  const wish = { kind: 'pass-on', from: dealer.organization, to, lines } as const;
  return creating(dealer, 'licence-passings', { kind: 'pass-on', to, lines }, wish);
}

export function giveBack(dealer: Who, to: string, lines: readonly Line[]): Command {
  const wish = { kind: 'return', from: dealer.organization, to, lines } as const;
  return creating(dealer, 'licence-passings', { kind: 'return', lines }, wish);
}

/** Changes of a licence as somebody saw it: sent again it is refused, as it then is another. */
export function place({ call, path }: Who, licence: string, device: string | null, seen: string): Command {
  const wish: Wish = device === null ? { kind: 'free', licence } : { kind: 'place', licence, device };
  const to = `${path}/licences/${licence}/device`;
  return commandFor(wish, () => call('PUT', to, { device }, { 'if-match': seen }));
}

export function setAside({ call, path }: Who, licence: string, device: string, seen: string): Command {
  const to = `${path}/licences/${licence}/set-aside`;
  return commandFor({ kind: 'set-aside', licence }, () => call('PUT', to, { device }, { 'if-match': seen }));
}
