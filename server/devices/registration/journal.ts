import { sql } from 'kysely';
import type { App } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { nothingReplayed, type Replay, type Replayed } from '../../kernel/replay.ts';
import type { Scope } from '../../kernel/session.ts';

const kind = 'devices.registered';
type Registered = { devices: { deviceId: string; organizationId: string }[] };

/** Writes down whose devices become, before anybody is told: with them go their codes. What was held for their owner is theirs now. */
export async function journalRegistrations(
  app: App,
  tx: Tx,
  scope: Scope,
  openings: readonly { deviceId: string; organizationId: string }[],
): Promise<void> {
  if (openings.length === 0) return;
  const devices = openings.map(({ deviceId, organizationId }) => ({ deviceId, organizationId }));
  await sql`delete from held_devices where site_id = ${scope.siteId}
    and device_id = any(${devices.map(({ deviceId }) => deviceId)}::uuid[])`.execute(tx);
  await app.journal.write([{ kind, site: scope.siteId, at: scope.now.toISOString(), body: { devices } }]);
}

/** A device that is nobody's in the backup is kept for whom it was registered to last. */
export const registrationReplay: Replay = {
  kind,
  async replay(tx, lines, now) {
    const last = new Map<string, { site: string; deviceId: string; organizationId: string }>();
    for (const { site, body } of lines)
      for (const one of (body as Registered).devices) last.set(`${site} ${one.deviceId}`, { site, ...one });
    const counted: Replayed = { ...nothingReplayed };
    for (const { site, deviceId, organizationId } of last.values()) {
      const { rows } = await sql<{ taken: boolean }>`
        select exists (select 1 from device_registrations r
          where r.site_id = d.site_id and r.device_id = d.device_id and r.until_at is null) as taken
        from manufactured_devices d where d.site_id = ${site} and d.device_id = ${deviceId}::uuid`.execute(tx);
      const [found] = rows;
      counted[!found ? 'lost' : found.taken ? 'known' : 'held'] += 1;
      if (!found || found.taken) continue;
      await sql`
        insert into held_devices (site_id, device_id, organization_id, held_at)
        values (${site}, ${deviceId}::uuid, ${organizationId}::uuid, ${now}::timestamptz)
        on conflict (site_id, device_id) do update set organization_id = excluded.organization_id`.execute(tx);
    }
    return counted;
  },
};

/** Lets anybody register devices that were held, all of a site or these serial numbers; how many. */
export async function releaseDevices(tx: Tx, siteId: string, serials: readonly string[] | null): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from held_devices h using manufactured_devices d
    where h.site_id = ${siteId} and d.site_id = h.site_id and d.device_id = h.device_id
      and (${serials === null} or d.serial = any(${[...(serials ?? [])]}::text[]))`.execute(tx);
  return Number(numAffectedRows);
}

export async function heldSerials(tx: Tx, siteId: string): Promise<string[]> {
  const { rows } = await sql<{ serial: string }>`
    select d.serial from held_devices h join manufactured_devices d on d.site_id = h.site_id and d.device_id = h.device_id
    where h.site_id = ${siteId} order by d.serial`.execute(tx);
  return rows.map(({ serial }) => serial);
}
