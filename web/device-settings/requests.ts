import { queryOptions } from '@tanstack/react-query';
import type { Value, Values } from '../../domain/protocol/body.ts';
import { answer, answerWithVersion, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

const path = '/api/{site}/organizations/{organization}/devices/{device}/settings';
const place = (organization: string, device: string) => ({ site: siteId, organization, device });

export type Settings = Awaited<ReturnType<typeof readSettings>>;
export type Setting = Settings['settings'][number];
export type HistoryRow = Awaited<ReturnType<typeof readHistory>>['items'][number];
export type { Value };

/** Everything below is asked anew when something is new about a device's settings. */
export const settingsKey = (organization: string, device: string) => ['device-settings', siteId, organization, device];

function readSettings(organization: string, device: string) {
  return answerWithVersion(api.GET(path, { params: { path: place(organization, device) } }));
}

export function settingsQuery(organization: string, device: string) {
  return queryOptions({
    queryKey: [...settingsKey(organization, device), 'now'],
    queryFn: () => readSettings(organization, device),
    staleTime: 0,
  });
}

export function changeSettings(organization: string, device: string, version: string, values: Values) {
  const header = { 'If-Match': `"${version}"` };
  return answer(api.PATCH(path, { params: { path: place(organization, device), header }, body: { values } }));
}

type Paging = { page: number; pageSize: 10 | 25 | 50 | 100 };

function readHistory(organization: string, device: string, query: Paging) {
  return answer(api.GET(`${path}/history`, { params: { path: place(organization, device), query } }));
}

export function historyQuery(organization: string, device: string, query: Paging) {
  return queryOptions({
    queryKey: [...settingsKey(organization, device), 'history', query],
    queryFn: () => readHistory(organization, device, query),
    staleTime: 0,
  });
}
