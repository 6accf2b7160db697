import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';
import type { RegisterRequest } from './register/state.ts';

const base = '/api/{site}/organizations/{organization}/devices';

function path(organization: string) {
  return { site: siteId, organization };
}

export type Review = Awaited<ReturnType<typeof reviewDevice>>;

function reviewDevice(organization: string, body: RegisterRequest) {
  return answer(api.POST(`${base}/review`, { params: { path: path(organization) }, body }));
}

/** What would be registered; a serial number that is not there counts as a try, so it is asked once. */
export function reviewQuery(organization: string, request: RegisterRequest) {
  return queryOptions({
    queryKey: ['devices', siteId, organization, 'review', request],
    queryFn: () => reviewDevice(organization, request),
    staleTime: 60_000,
    refetchOnWindowFocus: false,
    retry: false,
  });
}

/** `attempt` stays the same while the same registration is tried again. */
export function registerDevice(organization: string, attempt: string, body: RegisterRequest) {
  const header = { 'Idempotency-Key': attempt };
  return answer(api.POST(base, { params: { path: path(organization), header }, body }));
}
