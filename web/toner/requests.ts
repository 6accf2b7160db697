import { queryOptions } from '@tanstack/react-query';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';

const base = '/api/{site}/organizations/{organization}/toner';
const orderPath = `${base}/order` as const;
const devicePath = `${base}/devices/{device}` as const;

const place = (organization: string) => ({ site: siteId, organization });

export type TonerQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;
export type TonerList = Awaited<ReturnType<typeof listToner>>;
export type TonerItem = TonerList['items'][number];
export type OrderQuery = NonNullable<paths[typeof orderPath]['get']['parameters']['query']>;
export type OrderItem = Awaited<ReturnType<typeof listOrder>>['items'][number];
export type DeviceToner = Awaited<ReturnType<typeof readDevice>>;
export type Supply = DeviceToner['supplies'][number];
export type Forecast = Supply['forecast'];

/** Everything below this key is asked anew when something about toner has changed. */
export const tonerKey = ['toner', siteId] as const;

export function listToner(organization: string, query: TonerQuery) {
  return answer(api.GET(base, { params: { path: place(organization), query } }));
}

export function listOrder(organization: string, query: OrderQuery) {
  return answer(api.GET(orderPath, { params: { path: place(organization), query } }));
}

function readDevice(organization: string, device: string) {
  return answerWithVersion(api.GET(devicePath, { params: { path: { ...place(organization), device } } }));
}

export const deviceTonerQuery = (organization: string, device: string) =>
  queryOptions({
    queryKey: [...tonerKey, organization, 'device', device],
    queryFn: () => readDevice(organization, device),
    staleTime: 0, // what is chosen here is compared with what is stored now
    retry: false,
  });

export function chooseManager(organization: string, device: string, version: string, user: string | null) {
  const params = { path: { ...place(organization), device }, header: { 'If-Match': `"${version}"` } };
  return answer(api.PUT(`${devicePath}/manager`, { params, body: { user } }));
}
