import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const base = '/api/{site}/organizations/{organization}';
const site = { site: siteId };

type Key = { 'Idempotency-Key': string };
type QueryOf<P extends keyof paths> = paths[P] extends { get: { parameters: { query?: infer Q } } }
  ? NonNullable<Q>
  : never;
export type OrderQuery = QueryOf<`${typeof base}/licence-orders`>;
export type MoveQuery = QueryOf<`${typeof base}/licence-stock/moves`>;
export type BelowQuery = QueryOf<`${typeof base}/dealer-stock`>;
export type Stock = Awaited<ReturnType<typeof readStock>>;
export type StockRow = Stock['items'][number];
export type OrderRow = Awaited<ReturnType<typeof listOrders>>['items'][number];
export type MoveRow = Awaited<ReturnType<typeof listMoves>>['items'][number];
export type BelowRow = Awaited<ReturnType<typeof listBelow>>['items'][number];
export type Order = Awaited<ReturnType<typeof readOrder>>;
export type Line = { type: string; termMonths: number; quantity: number };

/** Everything below this key is asked anew after a change of the stock. */
export const stockKey = ['licence-stock', siteId] as const;

const readStock = (organization: string) =>
  answer(api.GET(`${base}/licence-stock`, { params: { path: { ...site, organization } } }));

export const stockQuery = (organization: string) =>
  queryOptions({ queryKey: [...stockKey, organization], queryFn: () => readStock(organization), staleTime: 0 });

export function listOrders(organization: string, query: OrderQuery) {
  return answer(api.GET(`${base}/licence-orders`, { params: { path: { ...site, organization }, query } }));
}

export function listMoves(organization: string, query: MoveQuery) {
  return answer(api.GET(`${base}/licence-stock/moves`, { params: { path: { ...site, organization }, query } }));
}

export function listBelow(organization: string, query: BelowQuery) {
  return answer(api.GET(`${base}/dealer-stock`, { params: { path: { ...site, organization }, query } }));
}

const readOrder = (organization: string, order: string) =>
  answer(api.GET(`${base}/licence-orders/{order}`, { params: { path: { ...site, organization, order } } }));

export const orderQuery = (organization: string, order: string) =>
  queryOptions({
    queryKey: [...stockKey, organization, 'order', order],
    queryFn: () => readOrder(organization, order),
    staleTime: 0,
    retry: false,
  });

export function refundOrder(organization: string, order: string, header: Key, lines: Line[] | null) {
  const path = { ...site, organization, order };
  return answer(api.POST(`${base}/licence-orders/{order}/refunds`, { params: { path, header }, body: { lines } }));
}

export type Passing = { kind: 'pass-on'; to: string; lines: Line[] } | { kind: 'return'; lines: Line[] };

export function passStock(organization: string, header: Key, body: Passing) {
  const path = { ...site, organization };
  return answer(api.POST(`${base}/licence-passings`, { params: { path, header }, body }));
}
