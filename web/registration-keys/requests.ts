import { answer, api } from '../api/client.ts';
import { siteId } from '../context/address.ts';

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

type Paging = { page: number; pageSize: 10 | 25 | 50 | 100 };

export function listKeys(organization: string, query: Paging & { deviceId?: string; activationKey?: string }) {
  return answer(api.GET(`${base}/registration-keys`, { params: { path: path(organization), query } }));
}

export function listActivationKeys(organization: string, query: Paging & { number?: string }) {
  return answer(api.GET(`${base}/activation-keys`, { params: { path: path(organization), query } }));
}
