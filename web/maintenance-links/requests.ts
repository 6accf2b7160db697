import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/maintenance-links';
const site = { site: siteId };

type Key = { 'Idempotency-Key': string };
export type LinkQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type NewLink = paths[typeof base]['post']['requestBody']['content']['application/json'];
export type LinkList = Awaited<ReturnType<typeof listLinks>>;
export type LinkRow = LinkList['items'][number];
export type Terms = { configure: boolean; until: string };

const one = (organization: string, link: string) => ({ params: { path: { ...site, organization, link } } });

export function listLinks(organization: string, query: LinkQuery) {
  return answer(api.GET(base, { params: { path: { ...site, organization }, query } }));
}

/** Everything below this key is asked anew after a change of links. */
export const linksKey = ['maintenance-links', siteId] as const;

export const linkQuery = (organization: string, link: string) =>
  queryOptions({
    queryKey: [...linksKey, organization, 'one', link],
    queryFn: () => answerWithVersion(api.GET(`${base}/{link}`, one(organization, link))),
    staleTime: 0,
    retry: false,
  });

/** Those that are in force, so many as a page holds. */
export const runningLinksQuery = (organization: string) =>
  queryOptions({
    queryKey: [...linksKey, organization, 'running'],
    queryFn: () => listLinks(organization, { text: '', state: 'running', page: 1, pageSize: 100 }),
    staleTime: 0,
  });

/** What a dealer tells its customers. */
export const ownPairQuery = (organization: string) =>
  queryOptions({
    queryKey: [...linksKey, organization, 'own-pair'],
    queryFn: async () => (await listLinks(organization, { text: '', page: 1, pageSize: 10 })).ownPair,
  });

export function askForDealer(organization: string, body: { dealer: string; phone: string }) {
  const path = { ...site, organization };
  return answer(api.POST('/api/{site}/organizations/{organization}/dealer-checks', { params: { path }, body }));
}

export function beginLink(organization: string, header: Key, body: NewLink) {
  return answer(api.POST(base, { params: { path: { ...site, organization }, header }, body }));
}

export function changeLink(organization: string, link: string, version: string, body: Terms) {
  const path = { ...site, organization, link };
  return answer(api.PATCH(`${base}/{link}`, { params: { path, header: { 'If-Match': `"${version}"` } }, body }));
}

export function endLink(organization: string, link: string) {
  return answer(api.DELETE(`${base}/{link}`, one(organization, link)));
}

export function openLink(organization: string, link: string) {
  return answer(api.POST(`${base}/{link}/opened`, one(organization, link)));
}
