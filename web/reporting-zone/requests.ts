import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

const path = '/api/{site}/organizations/{organization}/reporting-zone';
export type Zone = Awaited<ReturnType<typeof readZone>>;

function readZone(organization: string) {
  return answerWithVersion(api.GET(path, { params: { path: { site: siteId, organization } } }));
}

export const zoneQuery = (organization: string) =>
  queryOptions({
    queryKey: ['reporting-zone', siteId, organization],
    queryFn: () => readZone(organization),
    staleTime: 0,
  });

export function changeZone(organization: string, version: string, timeZone: string) {
  const params = { path: { site: siteId, organization }, header: { 'If-Match': `"${version}"` } };
  return answer(api.PUT(path, { params, body: { timeZone } }));
}
