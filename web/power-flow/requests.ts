import { queryOptions } from '@tanstack/react-query';
import type { Span } from '../../domain/power-flow/span.ts';
import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

const path = '/api/{site}/organizations/{organization}/devices/{device}/power-flow/history';

function readHistory(organization: string, device: string, query: Partial<Span>) {
  return answer(api.GET(path, { params: { path: { site: siteId, organization, device }, query } }));
}
export type History = Awaited<ReturnType<typeof readHistory>>;

/** What flowed in a span; without one, in the day that is today where the device stands. */
export function historyQuery(organization: string, device: string, span: Partial<Span>) {
  return queryOptions({
    queryKey: ['power-flow', siteId, organization, device, span],
    queryFn: () => readHistory(organization, device, span),
  });
}
