import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { reviewKeys, type IssueRequest } from '../requests.ts';

/** Asked once per content: a wrong entry counts as a try, so nothing is asked again by itself. */
export function reviewQuery(organization: string, request: IssueRequest) {
  return queryOptions({
    queryKey: ['review', organization, request],
    queryFn: () => reviewKeys(organization, request),
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Asks now, and leaves the answer for the page that shows it. */
export function useReview(organization: string): (request: IssueRequest) => Promise<unknown> {
  const client = useQueryClient();
  return (request) => client.fetchQuery({ ...reviewQuery(organization, request), staleTime: 0 });
}
