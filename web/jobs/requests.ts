import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

export type ShownJob = Awaited<ReturnType<typeof listJobs>>['items'][number];

const refreshedEveryMs = 60_000;

function listJobs(organization: string) {
  return answer(
    api.GET('/api/{site}/organizations/{organization}/jobs', { params: { path: { site: siteId, organization } } }),
  );
}

export function jobsQuery(organization: string) {
  return queryOptions({
    queryKey: ['jobs', siteId, organization],
    queryFn: () => listJobs(organization),
    staleTime: 0,
    refetchInterval: refreshedEveryMs,
  });
}
