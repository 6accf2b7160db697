import { sql } from 'kysely';
import type { z } from 'zod';
import { eventAreas, eventKindsOf, type EventArea, type EventKind } from '../../../domain/events/kinds.ts';
import { daySpan } from '../../../domain/site/civil-time.ts';
import type { Site } from '../../kernel/app.ts';
import { reachableDevice } from '../../kernel/access.ts';
import type { Database, Tx } from '../../kernel/database.ts';
import { idPrefixes } from '../../kernel/ids.ts';
import { asCompared, asSearched, contains } from '../../kernel/search.ts';
import type { Scope } from '../../kernel/session.ts';
import type { auditQuery } from './schemas.ts';

/** So many people or things a search may mean; who types less than that finds nothing more by it. */
const candidatesMax = 500;

export type AuditFilter = {
  kinds: readonly EventKind[] | null;
  people: readonly string[] | null;
  subjects: readonly string[] | null;
  from: Date | null;
  before: Date | null;
};

/** Who asks: operators read the whole log of their site, others what concerns their organization. */
export type AuditReader = { scope: Scope; wholeSite: boolean };

/** Looks up what the typed words mean, before the log itself is asked. */
export async function readFilter(
  db: Database | Tx,
  site: Site,
  reader: AuditReader,
  { person, object, kind, from, until }: z.output<typeof auditQuery>,
): Promise<AuditFilter> {
  return {
    kinds: kind === undefined ? null : isArea(kind) ? eventKindsOf(kind) : [kind],
    people: person.trim() === '' ? null : await findPeople(db, reader, person.trim()),
    subjects: object.trim() === '' ? null : await findSubjects(db, reader, object.trim()),
    ...daySpan(from, until, site.timeZone),
  };
}

function isArea(kind: EventArea | EventKind): kind is EventArea {
  return eventAreas.some((area) => area === kind);
}

const idPattern = /^([a-z]+)_([0-9a-f-]{36})$/;

/**
 * People and API keys by name; people of the caller's own organization, and for operators all, also by login ID and mail address. What is not shown of a person does
 * not find them either.
 */
async function findPeople(db: Database | Tx, { scope, wholeSite }: AuditReader, typed: string): Promise<string[]> {
  const [, prefix, id] = idPattern.exec(typed) ?? [];
  if (id && (prefix === idPrefixes.user || prefix === idPrefixes.apiKey)) return [id];
  const pattern = asSearched(typed);
  const { rows } = await sql<{ id: string }>`
    select u.id from users u where u.site_id = ${scope.siteId} and u.erased_at is null and (
      (${wholeSite} or u.organization_id = ${scope.organizationId}::uuid)
        and lower(normalize(concat_ws(' ', u.name, u.login_id, u.mail), NFKC)) like ${pattern}
      or lower(normalize(u.name, NFKC)) like ${pattern} and exists (
        select from acting_sessions a where a.site_id = u.site_id and a.user_id = u.id
          and a.organization_id = ${scope.organizationId}::uuid))
    union
    select k.id from api_keys k where k.site_id = ${scope.siteId} and lower(normalize(k.name, NFKC)) like ${pattern}
      and (${wholeSite} or k.organization_id = ${scope.organizationId}::uuid)
    order by id limit ${candidatesMax}`.execute(db);
  return rows.map((row) => row.id);
}

/** Things by serial number, name, key, device ID or ID, as events name them. What of them the caller may see is for the query of the log to say. */
async function findSubjects(db: Database | Tx, reader: AuditReader, typed: string): Promise<string[]> {
  const { scope, wholeSite } = reader;
  const { siteId } = scope;
  const [, prefix, id] = idPattern.exec(typed) ?? [];
  const kind = Object.entries(idPrefixes).find(([, one]) => one === prefix)?.[0];
  if (id && kind) return [`${kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/${id}`];
  const code = typed.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();
  const { rows } = await sql<{ subject: string }>`
    (select 'device/' || m.device_id as subject from manufactured_devices m
      where m.site_id = ${siteId} and ${contains('m.serial', typed.normalize('NFKC').toUpperCase())}
        and (${wholeSite} or exists (select from v_device_spans r where r.site_id = m.site_id and r.device_id = m.device_id
          and (r.organization_id = ${scope.organizationId}::uuid
            or ${reachableDevice(scope, 'read', { organization: 'r.organization_id', registration: 'r.registration_id' })})))
      limit ${candidatesMax})
    union all
    (select 'organization/' || o.id from organizations o
      where o.site_id = ${siteId} and lower(normalize(o.name, NFKC)) like ${asSearched(asCompared(typed))} limit ${candidatesMax})`.execute(
    db,
  );
  const people = await findPeople(db, reader, typed);
  return [
    ...rows.map(({ subject }) => subject),
    ...people.map((person) => `user/${person}`),
    ...['activation-key', 'identifier/hex16', 'identifier/mac'].map((name) => `${name}/${code}`),
  ];
}
