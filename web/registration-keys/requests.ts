import { answer, api } from '../api/client.ts';
import type { paths } from '../api/types.ts';
import { siteId } from '../context/address.ts';
import type { ListState } from '../ui/data-table/list-state.ts';

export type IssueRequest = {
  category: string;
  deviceId: string;
  activationKeys: { number: string; registrationId: string }[];
};
export type IssueMail = { addresses: string[]; subject: string };

function path(organization: string) {
  return { site: siteId, organization };
}

const base = '/api/{site}/organizations/{organization}';

export function reviewKeys(organization: string, body: IssueRequest) {
  return answer(api.POST(`${base}/registration-keys/review`, { params: { path: path(organization) }, body }));
}

/** `attempt` stays the same while the same issue is tried again. */
export function issueKeys(organization: string, attempt: string, body: IssueRequest & { mail?: IssueMail }) {
  return answer(
    api.POST(`${base}/registration-keys`, {
      params: { path: path(organization), header: { 'Idempotency-Key': attempt } },
      body,
    }),
  );
}

export function loadInstallation(organization: string, deviceId: string) {
  return answer(
    api.GET(`${base}/registration-keys/installations/{deviceId}`, {
      params: { path: { ...path(organization), deviceId } },
    }),
  );
}

export function storeInstallation(organization: string, deviceId: string, lines: [string, string]) {
  return answer(
    api.PUT(`${base}/registration-keys/installations/{deviceId}`, {
      params: { path: { ...path(organization), deviceId } },
      body: { lines },
    }),
  );
}

type QueryOf<Path extends keyof paths> = paths[Path] extends { get: { parameters: { query?: infer Q } } } ? Q : never;

/** What stands in the address of a list as its request wants it; `useListState` lets only known columns and fields through. */
function wishesOf<Path extends keyof paths>({ page, pageSize, sort, search }: ListState): QueryOf<Path> {
  return { page, pageSize, ...(sort && { sort }), ...search } as unknown as QueryOf<Path>;
}

export function listKeys(organization: string, state: ListState) {
  const query = wishesOf<`${typeof base}/registration-keys`>(state);
  return answer(api.GET(`${base}/registration-keys`, { params: { path: path(organization), query } }));
}

export function listActivationKeys(organization: string, state: ListState) {
  const query = wishesOf<`${typeof base}/activation-keys`>(state);
  return answer(api.GET(`${base}/activation-keys`, { params: { path: path(organization), query } }));
}

export function listTotals(organization: string, state: ListState) {
  const query = wishesOf<`${typeof base}/registration-keys/totals`>(state);
  return answer(api.GET(`${base}/registration-keys/totals`, { params: { path: path(organization), query } }));
}

export function listHistory(organization: string, state: ListState) {
  const query = wishesOf<`${typeof base}/registration-keys/history`>(state);
  return answer(api.GET(`${base}/registration-keys/history`, { params: { path: path(organization), query } }));
}

export type TotalsRow = Awaited<ReturnType<typeof listTotals>>['items'][number];
export type HistoryRow = Awaited<ReturnType<typeof listHistory>>['items'][number];
