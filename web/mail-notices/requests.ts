import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/mail-notices';

const place = (organization: string) => ({ site: siteId, organization });

export type PeopleQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type PersonShown = Awaited<ReturnType<typeof listPeople>>['items'][number];
export type MailNoticeEvent = PersonShown['events'][number];
/** What somebody is mailed about, with the version that a change of it names. */
export type Choice = Awaited<ReturnType<typeof readChoice>>;

/** Everything below this key is asked anew when a choice has changed. */
export const mailNoticesKey = ['mail-notices', siteId] as const;

export function listPeople(organization: string, query: PeopleQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

function readChoice(organization: string, user: string) {
  return answerWithVersion(api.GET(`${base}/{user}`, { params: { path: { ...place(organization), user } } }));
}

export const choiceQuery = (organization: string, user: string) =>
  queryOptions({
    queryKey: [...mailNoticesKey, organization, 'one', user],
    queryFn: () => readChoice(organization, user),
    staleTime: 0,
  });

export function changeChoice(organization: string, user: string, version: string, events: MailNoticeEvent[]) {
  const params = { path: { ...place(organization), user }, header: { 'If-Match': `"${version}"` } };
  return answer(api.PUT(`${base}/{user}`, { params, body: { events } }));
}
