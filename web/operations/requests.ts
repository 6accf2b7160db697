import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';
import type { ComposedRequest } from '../notices/compose/state.ts';

const base = '/api/{site}/organizations/{organization}/maintenance-windows';
export type WindowState = 'planned' | 'current' | 'past' | 'cancelled';
type ListQuery = { page: number; pageSize: 10 | 25 | 50 | 100; state?: WindowState; text?: string };
type WindowRequest = Pick<ComposedRequest, 'startsAt' | 'endsAt' | 'body'>;

const pathOf = (organization: string) => ({ site: siteId, organization });
const seen = (version: number) => ({ 'If-Match': `"${version}"` });

function windowOf({ startsAt, endsAt, body }: WindowRequest): WindowRequest {
  return { startsAt, endsAt, body };
}

export function listWindows(organization: string, query: ListQuery) {
  return answer(api.GET(base, { params: { path: pathOf(organization), query } }));
}

export function getWindow(organization: string, window: string) {
  return answer(api.GET(`${base}/{window}`, { params: { path: { ...pathOf(organization), window } } }));
}

export function previewWindow(organization: string, request: WindowRequest, window: string | null) {
  const body = { ...windowOf(request), ...(window && { window }) };
  return answer(api.POST(`${base}/preview`, { params: { path: pathOf(organization) }, body }));
}

export function planWindow(organization: string, attempt: string, request: WindowRequest) {
  const params = { path: pathOf(organization), header: { 'Idempotency-Key': attempt } };
  return answer(api.POST(base, { params, body: windowOf(request) }));
}

export function changeWindow(organization: string, window: string, version: number, request: WindowRequest) {
  const params = { path: { ...pathOf(organization), window }, header: seen(version) };
  return answer(api.PUT(`${base}/{window}`, { params, body: windowOf(request) }));
}

export function endWindow(organization: string, window: string, version: number) {
  const params = { path: { ...pathOf(organization), window }, header: seen(version) };
  return answer(api.POST(`${base}/{window}/end`, { params }));
}

export function cancelWindow(organization: string, window: string, version: number) {
  const params = { path: { ...pathOf(organization), window }, header: seen(version) };
  return answer(api.POST(`${base}/{window}/cancel`, { params }));
}
