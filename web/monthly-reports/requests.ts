import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/monthly-report';

const place = (organization: string) => ({ site: siteId, organization });

export type Settings = Awaited<ReturnType<typeof readSettings>>;
export type Wish = NonNullable<paths[typeof base]['put']['requestBody']>['content']['application/json'];

export const monthlyReportKey = ['monthly-report', siteId] as const;

function readSettings(organization: string) {
  return answerWithVersion(api.GET(base, { params: { path: place(organization) } }));
}

export const settingsQuery = (organization: string) =>
  queryOptions({
    queryKey: [...monthlyReportKey, organization],
    queryFn: () => readSettings(organization),
    staleTime: 0,
  });

export function changeSettings(organization: string, version: string, body: Wish) {
  const header = { 'If-Match': `"${version}"` };
  return answer(api.PUT(base, { params: { path: place(organization), header }, body }));
}

/** `attempt` stays the same while the same press is tried again. */
export function askForReport(organization: string, attempt: string) {
  const header = { 'Idempotency-Key': attempt };
  return answer(api.POST(`${base}/mailings`, { params: { path: place(organization), header } }));
}
