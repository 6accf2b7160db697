import { createHash } from 'node:crypto';
import type { App } from '../../server/kernel/app.ts';
import { insideId } from '../../server/kernel/ids.ts';
import type { SentFile } from '../files/client.ts';
import { findHalves } from '../files/halves.ts';
import { oneMailEach } from '../files/mails.ts';
import { findChainFault } from '../kit/chain.ts';

type Stored = { id: string; serial: string; organizationId: string; importId: string | null; code: number | null };

/** Holds what became of every file against what is there: all of it exactly once, each device with its code, or nothing. */
export async function findRegistrationFaults(
  app: App,
  siteId: string,
  files: readonly SentFile<string>[],
): Promise<string[]> {
  const stored = await readStored(app, siteId);
  const owners = Map.groupBy(stored, ({ serial }) => serial);
  const { fault } = await findChainFault(app.db, siteId);
  return [
    ...(fault ? [fault] : []),
    ...(await findHalves(app, siteId, 'device_registrations')),
    ...[...owners].flatMap(([serial, { length }]) => (length === 1 ? [] : [`${serial} is registered ${length} times`])),
    ...stored.flatMap(({ serial, code }) => (code === null ? [`${serial} has no code`] : [])),
    ...files.flatMap((file) => asTold(file, owners)),
    ...(await oneEventEach(app, siteId, files, stored)),
    ...(await oneMailEach(app, siteId)),
  ];
}

async function readStored({ db }: App, siteId: string): Promise<Stored[]> {
  return db
    .selectFrom('device_registrations as r')
    .leftJoin('unlock_codes as u', (join) =>
      join.onRef('u.site_id', '=', 'r.site_id').onRef('u.device_id', '=', 'r.device_id'),
    )
    .select(['r.id', 'r.serial', 'r.organization_id as organizationId', 'r.import_id as importId', 'u.code'])
    .where('r.site_id', '=', siteId)
    .execute();
}

function asTold({ id, organization, state, rows }: SentFile<string>, owners: ReadonlyMap<string, Stored[]>): string[] {
  const over = ['done', 'refused', 'refused-at-once', 'failed'].includes(state);
  if (!over) return [`file ${id} is ${state} in the end`];
  const mine = insideId(organization);
  const there = rows.filter((serial) => owners.get(serial)?.[0]?.organizationId === mine).length;
  const wanted = state === 'done' ? rows.length : 0;
  return there === wanted ? [] : [`file ${id} is ${state}, and ${there} of its ${rows.length} devices are there`];
}

/** Each file that is done has its one event, whose hash is that of its registrations; no other file has one. */
async function oneEventEach(
  { db }: App,
  siteId: string,
  files: readonly SentFile<string>[],
  stored: readonly Stored[],
): Promise<string[]> {
  const events = await db
    .selectFrom('events')
    .select(['subject', 'data'])
    .where('site_id', '=', siteId)
    .where('what', '=', 'devices.registered-by-file')
    .execute();
  const done = files.filter((file) => file.state === 'done');
  // A file that was handed over again by its own organization is the same import, or registers nothing new.
  const imports = [...new Set(done.map(({ id }) => insideId(id ?? '')))];
  const byImport = Map.groupBy(stored, ({ importId }) => importId ?? '');
  const faults = imports.flatMap((id) => {
    const found = events.filter((event) => event.subject === `import/${id}`);
    const hash = createHash('sha256');
    for (const one of (byImport.get(id) ?? []).map((row) => row.id).toSorted()) hash.update(one);
    const told = (found[0]?.data as { newRegistrationsHash?: string } | undefined)?.newRegistrationsHash;
    return found.length === 1 && told === hash.digest('hex')
      ? []
      : [`file ${id} has ${found.length} events, or one of other registrations`];
  });
  return events.length === imports.length ? faults : [...faults, `${events.length} events for ${imports.length} files`];
}
