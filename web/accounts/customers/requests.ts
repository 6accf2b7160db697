import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const base = '/api/{site}/organizations/{organization}/customers';
const site = { site: siteId };
type Key = { 'Idempotency-Key': string };

export type CustomerQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type CustomerRow = Awaited<ReturnType<typeof listCustomers>>['items'][number];
export type Customer = Awaited<ReturnType<typeof readCustomer>>;

export function listCustomers(organization: string, query: CustomerQuery) {
  return answer(api.GET(base, { params: { path: { ...site, organization }, query } }));
}

function readCustomer(organization: string, other: string) {
  return answer(api.GET(`${base}/{other}`, { params: { path: { ...site, organization, other } } }));
}

export const customerQuery = (organization: string, other: string) =>
  queryOptions({
    queryKey: ['customer', siteId, organization, other],
    queryFn: () => readCustomer(organization, other),
    staleTime: 0,
  });

export function correctCustomer(organization: string, other: string, header: Key, mail: string) {
  return answer(
    api.POST(`${base}/{other}/address`, { params: { path: { ...site, organization, other }, header }, body: { mail } }),
  );
}

export function correctAccount(
  organization: string,
  user: string,
  header: Key,
  body: { mail: string; reason: string },
) {
  const path = { ...site, organization, user };
  return answer(
    api.POST('/api/{site}/organizations/{organization}/accounts/{user}/address', { params: { path, header }, body }),
  );
}
