import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const mine = '/api/{site}/organizations/{organization}';
const base = `${mine}/mailings` as const;
const consents = `${mine}/news-consents` as const;
const account = '/api/{site}/account/news';
const underWayPollMs = 3_000;

type Key = { 'Idempotency-Key': string };
export type Wish = paths[typeof base]['post']['requestBody']['content']['application/json'];
export type MailingQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type ConsentQuery = NonNullable<paths[typeof consents]['get']['parameters']['query']>;
export type MailingRow = Awaited<ReturnType<typeof listMailings>>['items'][number];
export type ConsentRow = Awaited<ReturnType<typeof listConsents>>['items'][number];
export type Preview = paths[`${typeof base}/preview`]['post']['responses'][200]['content']['application/json'];
export type Mailing = paths[`${typeof base}/{mailing}`]['get']['responses'][200]['content']['application/json'];

/** Everything below this key is asked anew when something was sent. */
export const mailingsKey = ['mailings', siteId] as const;

const place = (organization: string) => ({ site: siteId, organization });

/** While mails of it wait, the numbers are asked for again. */
export function pollMs(shown: readonly { state: MailingRow['state'] }[] | undefined): number | false {
  return shown?.some(({ state }) => state === 'under-way') ? underWayPollMs : false;
}

export function listMailings(organization: string, query: MailingQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

export const mailingQuery = (organization: string, mailing: string) =>
  queryOptions({
    queryKey: [...mailingsKey, organization, 'one', mailing],
    queryFn: () => answer(api.GET(`${base}/{mailing}`, { params: { path: { ...place(organization), mailing } } })),
    staleTime: 0,
    refetchInterval: (asked) => pollMs(asked.state.data && [asked.state.data]),
  });

export const previewQuery = (organization: string, body: Wish) =>
  queryOptions({
    queryKey: [...mailingsKey, organization, 'preview', body],
    queryFn: () => answer(api.POST(`${base}/preview`, { params: { path: place(organization) }, body })),
    staleTime: 0,
    retry: false,
  });

const noticesMax = 100;

/** The notices that are shown now. */
export const noticesQuery = (organization: string) =>
  queryOptions({
    queryKey: [...mailingsKey, organization, 'notices'],
    queryFn: () =>
      answer(
        api.GET(`${mine}/notices`, {
          params: { path: place(organization), query: { page: 1, pageSize: noticesMax, state: 'current' } },
        }),
      ),
    staleTime: 0,
  });

export const organizationsMax = 10;

/** The organizations with these words in their names. */
export const organizationsQuery = (organization: string, name: string) =>
  queryOptions({
    queryKey: [...mailingsKey, organization, 'organizations', name],
    queryFn: () =>
      answer(
        api.GET(`${mine}/organizations`, {
          params: { path: place(organization), query: { page: 1, pageSize: organizationsMax, text: name } },
        }),
      ),
    enabled: name !== '',
  });

export function sendTest(organization: string, header: Key, body: Pick<Wish, 'notice' | 'kind'>) {
  return answer(api.POST(`${base}/tests`, { params: { path: place(organization), header }, body }));
}

export function send(organization: string, header: Key, body: Wish) {
  return answer(api.POST(base, { params: { path: place(organization), header }, body }));
}

export function listConsents(organization: string, query: ConsentQuery) {
  return answer(api.GET(consents, { params: { path: place(organization), query } }));
}

export const newsQuery = queryOptions({
  queryKey: ['news', siteId],
  queryFn: () => answer(api.GET(account, { params: { path: { site: siteId } } })),
  staleTime: 0,
});

export function changeNews(news: boolean) {
  return answer(api.PUT(account, { params: { path: { site: siteId } }, body: { news } }));
}

export function checkNewsLink(token: string) {
  return answer(
    api.POST('/api/{site}/news-withdrawals/check', { params: { path: { site: siteId } }, body: { token } }),
  );
}

export function withdrawNews(token: string) {
  return answer(api.POST('/api/{site}/news-withdrawals', { params: { path: { site: siteId } }, body: { token } }));
}
