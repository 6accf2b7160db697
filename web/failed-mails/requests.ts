import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/failed-mails';

export const failedMailsKey = ['failed-mails', siteId] as const;
export type FailedMailQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type FailedMail = Awaited<ReturnType<typeof listFailedMails>>['items'][number];

export function listFailedMails(organization: string, query: FailedMailQuery) {
  return answer(api.GET(base, { params: { path: { site: siteId, organization }, query } }));
}

export function handOverAgain(organization: string, mail: string) {
  return answer(api.POST(`${base}/{mail}/hand-over`, { params: { path: { site: siteId, organization, mail } } }));
}
