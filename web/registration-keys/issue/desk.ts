import type { Issued, ReviewRow } from '../../api/types.ts';
import {
  issueKeys,
  loadInstallation,
  reviewKeys,
  storeInstallation,
  type IssueMail,
  type IssueRequest,
} from '../requests.ts';

type Lines = [string, string];

/** What the wizard asks of the portal. The demo has a desk of its own, so that both walk through the same steps. */
export type Desk = {
  /** Keeps the answers of one desk apart from those of another. */
  name: string;
  demo: boolean;
  load: (deviceId: string) => Promise<{ lines: readonly string[] | null }>;
  store: (deviceId: string, lines: Lines) => Promise<unknown>;
  review: (request: IssueRequest) => Promise<{ rows: ReviewRow[] }>;
  issue: (attempt: string, body: IssueRequest & { mail?: IssueMail }) => Promise<Issued>;
};

export function deskOf(organization: string): Desk {
  return {
    name: organization,
    demo: false,
    load: (deviceId) => loadInstallation(organization, deviceId),
    store: (deviceId, lines) => storeInstallation(organization, deviceId, lines),
    review: (request) => reviewKeys(organization, request),
    issue: (attempt, body) => issueKeys(organization, attempt, body),
  };
}
