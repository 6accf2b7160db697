import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/alarms';
const mails = '/api/{site}/organizations/{organization}/alarm-mails';

const place = (organization: string) => ({ site: siteId, organization });

export type AlarmQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type Alarm = Awaited<ReturnType<typeof listAlarms>>['items'][number];
export type MailSettings = Awaited<ReturnType<typeof readMails>>;

/** Everything below this key is asked anew when something about alarms has changed. */
export const alarmsKey = ['alarms', siteId] as const;

export function listAlarms(organization: string, query: AlarmQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

function readAlarm(organization: string, alarm: string) {
  return answer(api.GET(`${base}/{alarm}`, { params: { path: { ...place(organization), alarm } } }));
}

export const alarmQuery = (organization: string, alarm: string) =>
  queryOptions({
    queryKey: [...alarmsKey, organization, 'one', alarm],
    queryFn: () => readAlarm(organization, alarm),
    staleTime: 0,
  });

const statusPath = '/api/{site}/organizations/{organization}/devices/{device}/status';
export type DeviceStatus = Awaited<ReturnType<typeof readDeviceStatus>>;

function readDeviceStatus(organization: string, device: string) {
  return answer(api.GET(statusPath, { params: { path: { ...place(organization), device } } }));
}

export const deviceStatusQuery = (organization: string, device: string) =>
  queryOptions({
    queryKey: [...alarmsKey, organization, 'status', device],
    queryFn: () => readDeviceStatus(organization, device),
    staleTime: 0,
  });

/** `attempt` stays the same while the same press is tried again. */
export function acknowledgeAlarm(organization: string, alarm: string, attempt: string, note: string) {
  const params = { path: { ...place(organization), alarm }, header: { 'Idempotency-Key': attempt } };
  return answer(api.POST(`${base}/{alarm}/acknowledgement`, { params, body: { note } }));
}

function readMails(organization: string) {
  return answerWithVersion(api.GET(mails, { params: { path: place(organization) } }));
}

export const mailsQuery = (organization: string) =>
  queryOptions({
    queryKey: [...alarmsKey, organization, 'mails'],
    queryFn: () => readMails(organization),
    staleTime: 0,
  });

export function changeMails(organization: string, version: string, body: { from: string; until: string }) {
  const header = { 'If-Match': `"${version}"` };
  return answer(api.PUT(mails, { params: { path: place(organization), header }, body }));
}
