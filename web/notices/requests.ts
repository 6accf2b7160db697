import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';
import type { ComposedRequest } from './compose/state.ts';

const base = '/api/{site}/organizations/{organization}/notices';
type PageSize = 10 | 25 | 50 | 100;
export type NoticeState = 'planned' | 'current' | 'past';
type ListQuery = { page: number; pageSize: PageSize; state?: NoticeState; text?: string };

const pathOf = (organization: string) => ({ site: siteId, organization });
const seen = (version: number) => ({ 'If-Match': `"${version}"` });

export function listShownNotices(page: number, pageSize: PageSize) {
  return answer(api.GET('/api/{site}/notices', { params: { path: { site: siteId }, query: { page, pageSize } } }));
}

export function listNotices(organization: string, query: ListQuery) {
  return answer(api.GET(base, { params: { path: pathOf(organization), query } }));
}

export function getNotice(organization: string, notice: string) {
  return answer(api.GET(`${base}/{notice}`, { params: { path: { ...pathOf(organization), notice } } }));
}

export function previewNotice(organization: string, request: ComposedRequest, notice: string | null) {
  const body = { ...request, ...(notice && { notice }) };
  return answer(api.POST(`${base}/preview`, { params: { path: pathOf(organization) }, body }));
}

export function publishNotice(organization: string, attempt: string, body: ComposedRequest) {
  const params = { path: pathOf(organization), header: { 'Idempotency-Key': attempt } };
  return answer(api.POST(base, { params, body }));
}

export function changeNotice(organization: string, notice: string, version: number, body: ComposedRequest) {
  const params = { path: { ...pathOf(organization), notice }, header: seen(version) };
  return answer(api.PUT(`${base}/{notice}`, { params, body }));
}

export function endNotice(organization: string, notice: string, version: number) {
  const params = { path: { ...pathOf(organization), notice }, header: seen(version) };
  return answer(api.POST(`${base}/{notice}/end`, { params }));
}

export function deleteNotice(organization: string, notice: string, version: number) {
  const params = { path: { ...pathOf(organization), notice }, header: seen(version) };
  return answer(api.DELETE(`${base}/{notice}`, { params }));
}
