import { formatKey } from '../../domain/registration-keys/key.ts';
import type { App, Site } from '../kernel/app.ts';
import type { Scope } from '../kernel/session.ts';
import { countUpTo } from '../kernel/http/list.ts';
import {
  activationKeyRows,
  matchingActivationKeys,
  type ActivationKeyFilter,
  type ActivationKeySort,
} from './bought.ts';
import type { Lines } from './installations.ts';
import {
  deviceIdOf,
  issuedRows,
  matchingIssues,
  registrationKeyOf,
  type IssuedRow,
  type IssueFilter,
  type IssueSort,
} from './issued.ts';
import { keyMaker } from './masters.ts';
import { findMarks } from './moves/marks.ts';

export type Page = { page: number; pageSize: number };

/** What was issued, newest first: to the caller's own organization, for operators to all; optionally of one device or one activation key (K-07). */
export async function listIssues(
  app: App,
  site: Site,
  scope: Scope,
  filter: IssueFilter & Page & { sort?: IssueSort | undefined },
) {
  const totals = await countUpTo(app.db, matchingIssues(app.db, scope, filter));
  const rows = await issuedRows(app.db, scope, filter, filter.sort ?? '-issuedAt')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  const marks = await findMarks(
    app.db,
    scope,
    rows.map((row) => row.binding),
  );
  const makeKey = await keyMaker(
    app,
    site,
    rows.map((row) => row.version),
  );
  const items = rows.map((row) => ({
    issuedAt: new Date(row.issuedAtMs).toISOString(),
    deviceId: deviceIdOf(row),
    category: row.category,
    organization: row.organization,
    activationKey: formatKey(row.number),
    productNumber: row.productNumber,
    purpose: row.purpose,
    registrationKey: registrationKeyOf(row, makeKey),
    installation: linesOf(row),
    ...(marks.get(row.binding) ?? { movedTo: null, movedFrom: null }),
  }));
  return { items, ...totals, page: filter.page, pageSize: filter.pageSize };
}

export function linesOf({ line1, line2 }: Pick<IssuedRow, 'line1' | 'line2'>): Lines | null {
  return line1 === null && line2 === null ? null : [line1 ?? '', line2 ?? ''];
}

/** The activation keys of the site, newest first; operators only, and never with a registration ID. */
export async function listActivationKeys(
  app: App,
  scope: Scope,
  filter: ActivationKeyFilter & Page & { sort?: ActivationKeySort | undefined },
) {
  const totals = await countUpTo(app.db, matchingActivationKeys(app.db, scope, filter));
  const rows = await activationKeyRows(app.db, scope, filter, filter.sort ?? '-importedAt')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  const items = rows.map((row) => ({
    number: formatKey(row.number),
    productNumber: row.productNumber,
    purpose: row.purpose,
    category: row.category,
    importedAt: new Date(row.importedAtMs).toISOString(),
    issued: row.bound !== null,
    voided: row.voidedAt !== null,
  }));
  return { items, ...totals, page: filter.page, pageSize: filter.pageSize };
}
