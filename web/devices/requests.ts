import { queryOptions } from '@tanstack/react-query';
import type { RegistrationValues } from '../../domain/devices/fields.ts';
import { answer, answerWithVersion, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';
import type { ListState } from '../ui/data-table/list-state.ts';
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

/** Everything below this key is asked anew after a change of devices. */
const all = ['devices', siteId] as const;
const oneOf = (organization: string, device: string) => ({ params: { path: { ...path(organization), device } } });

export type DeviceList = Awaited<ReturnType<typeof listDevices>>;
export type DeviceRow = DeviceList['items'][number];
export type Device = Awaited<ReturnType<typeof readDevice>>;
type ListQuery = NonNullable<paths[typeof base]['get']['parameters']['query']>;

/** `useListState` lets only known columns and fields through. */
export function listDevices(organization: string, { page, pageSize, sort, search }: ListState) {
  const query = { page, pageSize, ...(sort && { sort }), ...search } as ListQuery;
  return answer(api.GET(base, { params: { path: path(organization), query } }));
}

function readDevice(organization: string, device: string) {
  return answerWithVersion(api.GET(`${base}/{device}`, oneOf(organization, device)));
}

export function deviceQuery(organization: string, device: string) {
  return queryOptions({
    queryKey: [...all, organization, 'one', device],
    queryFn: () => readDevice(organization, device),
    staleTime: 0, // what is changed here is compared with what is stored now
  });
}

export type DeviceChange = { values: Partial<RegistrationValues>; registeredTo?: string };

export function changeDevice(organization: string, { id, version }: Device, body: DeviceChange) {
  const { path: place } = oneOf(organization, id).params;
  return answer(
    api.PATCH(`${base}/{device}`, { params: { path: place, header: { 'If-Match': `"${version}"` } }, body }),
  );
}

export type History = Awaited<ReturnType<typeof readHistory>>;

function readHistory(organization: string, device: string) {
  return answer(api.GET(`${base}/{device}/history`, oneOf(organization, device)));
}

export function historyQuery(organization: string, device: string) {
  return queryOptions({
    queryKey: [...all, organization, 'history', device],
    queryFn: () => readHistory(organization, device),
    staleTime: 0,
  });
}

/** An operator has looked at a warranty that an edit made longer. */
export function checkWarranty(organization: string, device: string) {
  return answer(api.POST(`${base}/{device}/warranty-checked`, oneOf(organization, device)));
}

const clubPath = '/api/{site}/organizations/{organization}/club';
export type Club = Awaited<ReturnType<typeof readClub>>;

function readClub(organization: string) {
  return answerWithVersion(api.GET(clubPath, { params: { path: path(organization) } }));
}

export function clubQuery(organization: string) {
  return queryOptions({
    queryKey: [...all, organization, 'club'],
    queryFn: () => readClub(organization),
    staleTime: 0,
  });
}

export function changeClub(organization: string, version: string, member: boolean) {
  const header = { 'If-Match': `"${version}"` };
  return answer(api.PUT(clubPath, { params: { path: path(organization), header }, body: { member } }));
}

const modelsPath = '/api/{site}/organizations/{organization}/device-models';
export type Model = Awaited<ReturnType<typeof readModels>>['items'][number];

function readModels(organization: string) {
  return answer(api.GET(modelsPath, { params: { path: path(organization) } }));
}

export function modelsQuery(organization: string) {
  return queryOptions({ queryKey: [...all, organization, 'models'], queryFn: () => readModels(organization) });
}

const manufacturedPath = '/api/{site}/organizations/{organization}/manufactured-devices';
export type ManufacturedRow = Awaited<ReturnType<typeof listManufactured>>['items'][number];
type ManufacturedQuery = NonNullable<paths[typeof manufacturedPath]['get']['parameters']['query']>;

export function listManufactured(organization: string, { page, pageSize, sort, search }: ListState) {
  const query = { page, pageSize, ...(sort && { sort }), ...search } as ManufacturedQuery;
  return answer(api.GET(manufacturedPath, { params: { path: path(organization), query } }));
}
