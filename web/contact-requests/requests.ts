import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const own = '/api/{site}/organizations/{organization}/contact-requests';
const desk = '/api/{site}/organizations/{organization}/contact-desk';

type Key = { 'Idempotency-Key': string };
type BodyOf<P extends keyof paths> = paths[P] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;
export type UserWish = BodyOf<typeof own>;
export type StrangerWish = BodyOf<'/api/{site}/contact-requests'>;
export type DeskQuery = NonNullable<paths[typeof desk]['get']['parameters']['query']>;
type OwnQuery = NonNullable<paths[typeof own]['get']['parameters']['query']>;
export type OwnRow = Awaited<ReturnType<typeof listOwn>>['items'][number];
export type DeskRow = Awaited<ReturnType<typeof listForDesk>>['items'][number];
export type DeskRequest = DeskAnswer & { version: string };
type DeskAnswer = paths[`${typeof desk}/{request}`]['get']['responses'][200]['content']['application/json'];
export type Kind = OwnRow['kind'];

/** Everything below this key is asked anew when something was asked or answered. */
export const contactRequestsKey = ['contact-requests', siteId] as const;

const place = (organization: string) => ({ site: siteId, organization });
const at = (organization: string, request: string) => ({ ...place(organization), request });
const seen = (version: string) => ({ 'If-Match': `"${version}"` });

export const askerQuery = (organization: string, device: string) =>
  queryOptions({
    queryKey: [...contactRequestsKey, organization, 'asker', device],
    queryFn: () =>
      answer(
        api.GET('/api/{site}/organizations/{organization}/contact-asker', {
          params: { path: place(organization), query: device ? { device } : {} },
        }),
      ),
    staleTime: 0,
  });

export function ask(organization: string, header: Key, body: UserWish) {
  return answer(api.POST(own, { params: { path: place(organization), header }, body }));
}

export function askFromOutside(header: Key, body: StrangerWish) {
  return answer(api.POST('/api/{site}/contact-requests', { params: { path: { site: siteId }, header }, body }));
}

export function listOwn(organization: string, query: OwnQuery) {
  return answer(api.GET(own, { params: { path: place(organization), query } }));
}

export const ownQuery = (organization: string, request: string) =>
  queryOptions({
    queryKey: [...contactRequestsKey, organization, 'own', request],
    queryFn: () => answer(api.GET(`${own}/{request}`, { params: { path: at(organization, request) } })),
    staleTime: 0,
  });

export function listForDesk(organization: string, query: DeskQuery) {
  return answer(api.GET(desk, { params: { path: place(organization), query } }));
}

export const deskQuery = (organization: string, request: string) =>
  queryOptions({
    queryKey: [...contactRequestsKey, organization, 'desk', request],
    queryFn: () => answerWithVersion(api.GET(`${desk}/{request}`, { params: { path: at(organization, request) } })),
    staleTime: 0,
  });

export function sendAnswer(organization: string, request: string, version: string, header: Key, text: string) {
  const params = { path: at(organization, request), header: { ...header, ...seen(version) } };
  return answer(api.POST(`${desk}/{request}/answers`, { params, body: { text } }));
}

export function changeState(organization: string, request: string, version: string, to: 'close' | 'reopen') {
  const params = { path: at(organization, request), header: seen(version) };
  return answer(
    to === 'close' ? api.POST(`${desk}/{request}/close`, { params }) : api.POST(`${desk}/{request}/reopen`, { params }),
  );
}
