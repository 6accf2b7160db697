import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const one = '/api/{site}/organizations/{organization}/licence-holders/{other}';
const accounts = '/api/{site}/organizations/{organization}/accounts';
const site = { site: siteId };

export type Holder = Awaited<ReturnType<typeof readHolder>>;

function readHolder(organization: string, other: string) {
  return answer(api.GET(one, { params: { path: { ...site, organization, other } } }));
}

export const holderQuery = (organization: string, other: string) =>
  queryOptions({
    queryKey: ['licence-holder', siteId, organization, other],
    queryFn: () => readHolder(organization, other),
    staleTime: 0,
  });

export function handLicences(
  organization: string,
  other: string,
  header: { 'Idempotency-Key': string },
  body: { to: string; licences: string[]; reason: string },
) {
  return answer(api.POST(`${one}/hand`, { params: { path: { ...site, organization, other }, header }, body }));
}

type AccountQuery = NonNullable<paths[typeof accounts]['get']['parameters']['query']>;

/** Customers by the name, address or login ID of somebody of theirs. */
export function findCustomers(organization: string, query: AccountQuery) {
  return answer(api.GET(accounts, { params: { path: { ...site, organization }, query } }));
}
