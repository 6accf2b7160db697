import { sql } from 'kysely';
import type { RequestKind, RequestState } from '../../domain/contact-requests/kinds.ts';
import type { Language } from '../../domain/site/languages.ts';
import { reachableDevice } from '../kernel/access.ts';
import type { Database, Tx } from '../kernel/database.ts';
import { versionOf } from '../kernel/http/version.ts';
import { asSearched } from '../kernel/search.ts';
import type { Scope } from '../kernel/session.ts';

export const requestSorts = ['createdAt', 'state', 'kind', 'asker'] as const;
type Sort = (typeof requestSorts)[number];
export type RequestFilter = { text: string; state: RequestState | null; kind: RequestKind | null };
export const everyRequest: RequestFilter = { text: '', state: null, kind: null };

/** Every request of the site with who asked, as `r`: as the account is today, or as it was typed. */
function requests(db: Database | Tx, siteId: string) {
  const all = db
    .selectFrom('contact_requests as q')
    .leftJoin('users as u', (join) => join.onRef('u.site_id', '=', 'q.site_id').onRef('u.id', '=', 'q.user_id'))
    .leftJoin('organizations as o', (join) =>
      join.onRef('o.site_id', '=', 'q.site_id').onRef('o.id', '=', 'q.organization_id'),
    )
    .select(['q.id', 'q.text', 'q.about', 'q.page', 'q.reference', 'q.version'])
    .select(['q.created_at as createdAt', 'q.device_id as deviceId', 'q.device_label as deviceLabel'])
    .select(['q.user_id as userId', 'q.organization_id as organizationId'])
    .select([
      sql<RequestKind>`q.kind`.as('kind'),
      sql<RequestState>`q.state`.as('state'),
      sql<Language>`coalesce(u.language, q.language)`.as('language'),
      sql<string>`coalesce(u.name, q.typed_name)`.as('name'),
      sql<string>`coalesce(u.login_id, '')`.as('loginId'),
      sql<string>`coalesce(u.mail, q.typed_mail)`.as('mail'),
      sql<string>`coalesce(o.name, q.typed_organization, '')`.as('organization'),
    ])
    .where('q.site_id', '=', siteId);
  return db.selectFrom(all.as('r'));
}

/** What operators look for among all requests of the site; the caller has been let in as one of them. */
export function matchingRequests(
  db: Database | Tx,
  scope: Pick<Scope, 'siteId'>,
  { text, state, kind }: RequestFilter,
) {
  let matching = requests(db, scope.siteId);
  if (state) matching = matching.where('r.state', '=', state);
  if (kind) matching = matching.where('r.kind', '=', kind);
  if (text)
    matching = matching.where(
      sql<boolean>`lower(normalize(concat_ws(' ', r.name, r."loginId", r.mail, r.organization, r.about, r."deviceLabel", r.text), nfkc))
        like ${asSearched(text)}`,
    );
  return matching;
}

/** What the caller asked, and nobody else. */
export function ownRequests(db: Database | Tx, scope: Scope) {
  return requests(db, scope.siteId)
    .where('r.userId', '=', scope.userId)
    .where('r.organizationId', '=', scope.organizationId);
}

const places = {
  createdAt: sql`r."createdAt"`,
  state: sql`array_position('{open,answered,closed}'::text[], r.state)`,
  kind: sql`r.kind collate "C"`,
  asker: sql`lower(r.name) collate "C"`,
} as const;

/** In their order; by themselves what waits for an answer comes first, and of those the newest. */
export function inOrder(matching: ReturnType<typeof requests>, sort?: Sort | `-${Sort}`) {
  const rows = matching.selectAll('r');
  const key = sort?.replace(/^-/, '') as Sort | undefined;
  const first = key ? rows.orderBy(places[key], sort?.startsWith('-') ? 'desc' : 'asc') : rows.orderBy(places.state);
  return first.orderBy('r.createdAt', 'desc').orderBy('r.id', 'desc');
}

export type RequestRow = Awaited<ReturnType<ReturnType<typeof inOrder>['execute']>>[number];

export function findForDesk(
  db: Database | Tx,
  scope: Pick<Scope, 'siteId'>,
  id: string,
): Promise<RequestRow | undefined> {
  return inOrder(matchingRequests(db, scope, everyRequest).where('r.id', '=', id)).executeTakeFirst();
}

export function findOwn(db: Database | Tx, scope: Scope, id: string): Promise<RequestRow | undefined> {
  return inOrder(ownRequests(db, scope).where('r.id', '=', id)).executeTakeFirst();
}

/** Holds a request of the site, so that two who answer do so one after the other. */
export async function lockRequest(tx: Tx, scope: Scope, id: string): Promise<RequestRow | undefined> {
  await sql`select 1 from contact_requests where site_id = ${scope.siteId} and id = ${id} for no key update`.execute(
    tx,
  );
  return findForDesk(tx, scope, id);
}

export function versionOfRequest({ id, version }: Pick<RequestRow, 'id' | 'version'>): string {
  return versionOf({ id, version });
}

/** The answers to a request, the oldest first; `by` is who answers for it among the operators. */
export function answersTo(db: Database | Tx, scope: Pick<Scope, 'siteId'>, id: string) {
  return db
    .selectFrom('contact_answers as a')
    .innerJoin('users as u', (join) => join.onRef('u.site_id', '=', 'a.site_id').onRef('u.id', '=', 'a.answered_by'))
    .select(['a.created_at as at', 'a.text', 'u.name as by'])
    .where('a.site_id', '=', scope.siteId)
    .where('a.request_id', '=', id)
    .orderBy('a.created_at')
    .orderBy('a.id')
    .execute();
}
export type AnswerRow = Awaited<ReturnType<typeof answersTo>>[number];

/** How a device is called that the caller may read; undefined for any other. */
export async function findDevice(db: Database | Tx, scope: Scope, deviceId: string): Promise<string | undefined> {
  const place = { organization: 'v.organization_id', registration: 'v.registration_id' } as const;
  const { rows } = await sql<{ label: string }>`
    select concat(v.serial, ' (', v.model, ')') as label from v_registered_devices v
    where v.site_id = ${scope.siteId} and v.device_id = ${deviceId}::uuid and v.until_at is null
      and ${reachableDevice(scope, 'read', place)}`.execute(db);
  return rows[0]?.label;
}
