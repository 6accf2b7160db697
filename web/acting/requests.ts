import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/acting';
const site = { site: siteId };

export type ActingQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type Acting = Awaited<ReturnType<typeof listActing>>['items'][number];
type Paging = { page: number; pageSize: 10 | 25 | 50 | 100 };

export function startActing(
  organization: string,
  header: { 'Idempotency-Key': string },
  body: { of: string; reason: string },
) {
  return answer(api.POST(base, { params: { path: { ...site, organization }, header }, body }));
}

export function listActing(organization: string, query: ActingQuery) {
  return answer(api.GET(base, { params: { path: { ...site, organization }, query } }));
}

export const oneActingQuery = (organization: string, acting: string, query: Paging) =>
  queryOptions({
    queryKey: ['acting', siteId, organization, acting, query],
    queryFn: () => answer(api.GET(`${base}/{acting}`, { params: { path: { ...site, organization, acting }, query } })),
    staleTime: 0,
  });
