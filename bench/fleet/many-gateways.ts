import { sql } from 'kysely';
import { outsideId } from '../../server/kernel/ids.ts';
import type { App } from '../../server/kernel/app.ts';
import { findLive } from '../../server/readings/credentials/store.ts';
import { metricsOf, type Reporter } from '../../server/readings/reporter.ts';
import { gatewayModel, gatewaySite } from '../../tools/test/gateways.ts';

const madeAt = new Date('2026-01-01T00:00:00Z');

/** Puts gateways with a credential each into the database, in great numbers; nobody could log in with these. */
export async function giveManyGateways({ db }: App, count: number): Promise<void> {
  const uuid = (what: string) => sql.raw(`md5('${what} ' || n)::uuid`);
  const numbers = sql`generate_series(1, ${count}::integer) as n`;
  await db.transaction().execute(async (tx) => {
    await sql`insert into manufactured_devices (site_id, device_id, serial, model, shipped_on, created_at)
      select ${gatewaySite}, ${uuid('gateway')}, 'GW' || lpad(n::text, 8, '0') || 'BT', ${gatewayModel}, ${madeAt}::date, ${madeAt} from ${numbers}`.execute(
      tx,
    );
    await sql`insert into device_credentials (site_id, id, device_id, secret_hash, challenge_hash, created_at)
      select ${gatewaySite}, ${uuid('credential')}, ${uuid('gateway')}, sha256('none'), sha256(('challenge ' || n)::bytea), ${madeAt}
      from ${numbers}`.execute(tx);
  });
}

/** All of them as those who send. */
export async function reportersOf(app: App): Promise<Reporter[]> {
  const site = app.sites.get(gatewaySite);
  if (!site) throw new Error(`no site ${gatewaySite}`);
  const table = metricsOf(site, gatewayModel);
  const { rows } = await sql<{ deviceId: string; deviceKey: number }>`
    select device_id::text as "deviceId", device_key as "deviceKey" from manufactured_devices
    where site_id = ${gatewaySite} order by device_key`.execute(app.db);
  const keys = new Map(rows.map(({ deviceId, deviceKey }) => [deviceId, deviceKey]));
  const reporters: Reporter[] = [];
  for await (const some of findLive(app))
    for (const { id, deviceId } of some) {
      const device = outsideId('device', deviceId);
      reporters.push({ site, credentialId: id, deviceId, deviceKey: keys.get(deviceId) ?? 0, device, table });
    }
  return reporters.toSorted((a, b) => a.deviceKey - b.deviceKey);
}
