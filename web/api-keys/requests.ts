import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/api-keys';

type Key = { 'Idempotency-Key': string };
export type KeyQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type KeyList = Awaited<ReturnType<typeof listKeys>>;
export type KeyRow = KeyList['items'][number];
export type ScopeName = KeyList['scopes'][number];
export type NewKey = paths[typeof base]['post']['requestBody']['content']['application/json'];

/** Everything below this key is asked anew when a key was made or revoked. */
export const apiKeysKey = ['api-keys', siteId] as const;

const place = (organization: string) => ({ site: siteId, organization });
const one = (organization: string, key: string) => ({ params: { path: { ...place(organization), key } } });

export function listKeys(organization: string, query: KeyQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

/** What a new key can be good for. */
export const scopesQuery = (organization: string) =>
  queryOptions({
    queryKey: [...apiKeysKey, organization, 'scopes'],
    queryFn: async () => (await listKeys(organization, { text: '', page: 1, pageSize: 10 })).scopes,
  });

export const keyQuery = (organization: string, key: string) =>
  queryOptions({
    queryKey: [...apiKeysKey, organization, 'one', key],
    queryFn: () => answer(api.GET(`${base}/{key}`, one(organization, key))),
    staleTime: 0,
  });

export function makeKey(organization: string, header: Key, body: NewKey) {
  return answer(api.POST(base, { params: { path: place(organization), header }, body }));
}

export function revokeKey(organization: string, key: string) {
  return answer(api.DELETE(`${base}/{key}`, one(organization, key)));
}
