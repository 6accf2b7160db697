import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/types.ts';
import { siteId } from '../../context/address.ts';

const site = { site: siteId };
const accounts = '/api/{site}/organizations/{organization}/accounts';
type Headers = { 'Idempotency-Key': string };

export type AccountWay = Awaited<ReturnType<typeof listWays>>['items'][number];
export type Opening = AccountWay['openings'][number];
export type MadeAccount = Awaited<ReturnType<typeof makeAccount>>;
type NewAccount = paths[typeof accounts]['post']['requestBody']['content']['application/json'];

function listWays(organization: string) {
  const path = { ...site, organization };
  return answer(api.GET('/api/{site}/organizations/{organization}/account-ways', { params: { path } }));
}

/** For whom accounts can be made here, and how. */
export function waysQuery(organization: string) {
  return queryOptions({
    queryKey: ['account-ways', siteId, organization],
    queryFn: () => listWays(organization),
    staleTime: Infinity,
  });
}

export function makeAccount(organization: string, header: Headers, body: NewAccount) {
  return answer(api.POST(accounts, { params: { path: { ...site, organization }, header }, body }));
}

export function openingsQuery(organization: string, user: string) {
  return queryOptions({
    queryKey: ['account-openings', siteId, organization, user],
    queryFn: () =>
      answer(api.GET(`${accounts}/{user}/openings`, { params: { path: { ...site, organization, user } } })),
    staleTime: 0,
  });
}

export function openAccountAgain(
  organization: string,
  user: string,
  header: Headers,
  body: { opening: 'link' | 'initial'; reason: string },
) {
  const path = { ...site, organization, user };
  return answer(api.POST(`${accounts}/{user}/openings`, { params: { path, header }, body }));
}

export function askOwnPassword() {
  return answer(api.POST('/api/{site}/session/own-password', { params: { path: site } }));
}
