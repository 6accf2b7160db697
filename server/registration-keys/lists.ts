import { formatDeviceId, type DeviceIdFormat } from '../../domain/identifiers/device-id.ts';
import { formatKey } from '../../domain/registration-keys/key.ts';
import type { App, Site } from '../kernel/app.ts';
import { reachable } from '../kernel/access.ts';
import type { Scope } from '../kernel/session.ts';
import { totalMax } from '../kernel/http/schemas.ts';
import type { Lines } from './installations.ts';
import { keyMaker } from './masters.ts';

export type Page = { page: number; pageSize: number };

type IssueFilter = Page & { deviceId: string | null; activationKey: string | null };

/** Everything issued by organizations the caller may read, as far as it fits the filter. */
function issuesOf(app: App, scope: Scope, filter: IssueFilter) {
  let matching = app.db
    .selectFrom('registration_key_issues as r')
    .innerJoin('registration_key_bindings as b', (join) =>
      join.onRef('b.site_id', '=', 'r.site_id').onRef('b.id', '=', 'r.binding_id'),
    )
    .innerJoin('identifiers as i', (join) =>
      join.onRef('i.site_id', '=', 'b.site_id').onRef('i.id', '=', 'b.identifier_id'),
    )
    .where('r.site_id', '=', scope.siteId)
    .where('r.organization_id', 'in', reachable(scope, 'read'));
  if (filter.deviceId) matching = matching.where('i.value', '=', filter.deviceId);
  if (filter.activationKey) matching = matching.where('b.activation_key', '=', filter.activationKey);
  return matching;
}

function pageOfIssues(app: App, scope: Scope, filter: IssueFilter) {
  return issuesOf(app, scope, filter)
    .innerJoin('activation_keys as a', (join) =>
      join.onRef('a.site_id', '=', 'b.site_id').onRef('a.number', '=', 'b.activation_key'),
    )
    .innerJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'r.site_id').onRef('o.id', '=', 'r.organization_id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('installation_texts as t')
          .select('t.lines')
          .whereRef('t.site_id', '=', 'r.site_id')
          .whereRef('t.organization_id', '=', 'r.organization_id')
          .whereRef('t.identifier_id', '=', 'i.id')
          .orderBy('t.stored_at', 'desc')
          .orderBy('t.id', 'desc')
          .limit(1)
          .as('installation'),
      (join) => join.onTrue(),
    )
    .select(['r.issued_at', 'i.kind', 'i.value', 'b.product', 'b.feature', 'b.slot', 'b.key_version'])
    .select(['a.number', 'a.product_number', 'a.purpose', 'a.category', 'o.name as organization', 'installation.lines'])
    .orderBy('r.issued_at', 'desc')
    .orderBy('r.binding_id')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
}

/** What was issued, newest first: to the caller's own organization, for operators to all; optionally of one device or one activation key (K-07). */
export async function listIssues(app: App, site: Site, scope: Scope, filter: IssueFilter) {
  const counted = await app.db
    .selectFrom(
      issuesOf(app, scope, filter)
        .select('r.binding_id')
        .limit(totalMax + 1)
        .as('hits'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await pageOfIssues(app, scope, filter);
  const versions = rows.map((row) => row.key_version);
  const makeKey = await keyMaker(app, site, versions);
  const items = rows.map((row) => {
    const { product, feature, slot } = row;
    return {
      issuedAt: row.issued_at.toISOString(),
      deviceId: formatDeviceId(row.value, row.kind as DeviceIdFormat),
      category: row.category,
      organization: row.organization,
      activationKey: formatKey(row.number),
      productNumber: row.product_number,
      purpose: row.purpose,
      registrationKey: formatKey(makeKey({ product, deviceId: row.value, feature, slot, version: row.key_version })),
      installation: row.lines && ([row.lines[0] ?? '', row.lines[1] ?? ''] satisfies Lines),
    };
  });
  return { items, ...totals(counted.count), page: filter.page, pageSize: filter.pageSize };
}

/** The activation keys of the site, newest first; operators only, and never with a registration ID. */
export async function listActivationKeys(app: App, scope: Scope, filter: Page & { number: string | null }) {
  let matching = app.db.selectFrom('activation_keys as a').where('a.site_id', '=', scope.siteId);
  if (filter.number) matching = matching.where('a.number', '=', filter.number);
  const counted = await app.db
    .selectFrom(
      matching
        .select('a.number')
        .limit(totalMax + 1)
        .as('hits'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .leftJoin('registration_key_bindings as b', (join) =>
      join.onRef('b.site_id', '=', 'a.site_id').onRef('b.activation_key', '=', 'a.number').on('b.moved_at', 'is', null),
    )
    .select(['a.number', 'a.product_number', 'a.purpose', 'a.category', 'a.created_at', 'b.id as bound'])
    .orderBy('a.created_at', 'desc')
    .orderBy('a.number')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
    .execute();
  const items = rows.map((row) => ({
    number: formatKey(row.number),
    productNumber: row.product_number,
    purpose: row.purpose,
    category: row.category,
    importedAt: row.created_at.toISOString(),
    issued: row.bound !== null,
  }));
  return { items, ...totals(counted.count), page: filter.page, pageSize: filter.pageSize };
}

function totals(count: number): { total: number; totalCapped: boolean } {
  return { total: Math.min(count, totalMax), totalCapped: count > totalMax };
}
