import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { IssueRequest } from '../requests.ts';
import type { Desk } from './desk.ts';

/** Asked once per content: a wrong entry counts as a try, so nothing is asked again by itself. */
export function reviewQuery(desk: Desk, request: IssueRequest) {
  return queryOptions({
    queryKey: ['review', desk.name, request],
    queryFn: () => desk.review(request),
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Asks now, and leaves the answer for the page that shows it. */
export function useReview(desk: Desk): (request: IssueRequest) => Promise<unknown> {
  const client = useQueryClient();
  return (request) => client.fetchQuery({ ...reviewQuery(desk, request), staleTime: 0 });
}
