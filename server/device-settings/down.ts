import { sql } from 'kysely';
import type { Value, Values } from '../../domain/protocol/body.ts';
import type { Down } from '../../domain/protocol/down.ts';
import type { App } from '../kernel/app.ts';
import { eventsAbout } from '../kernel/live/topic.ts';
import type { DownSource } from '../readings/down/source.ts';
import { endLapsed } from './lapsed.ts';
import { mayBeSent, siteWithSettings } from './model.ts';

type Desired = Extract<Down, { kind: 'desired' }>;
type Row = { siteId: string; deviceId: string; model: string; setting: string; version: number; after: Value };

/** What devices shall set and have not answered, in one message each under the newest version. */
async function pending(app: App, deviceIds: readonly string[]): Promise<ReadonlyMap<string, readonly Down[]>> {
  const now = app.clock.now();
  const { rows: sites } = await sql<{ siteId: string }>`
    select distinct site_id as "siteId" from device_setting_changes
    where state = 'pending' and device_id = any(${[...deviceIds]}::uuid[])`.execute(app.db);
  const downs = new Map<string, Desired>();
  for (const { siteId } of sites) {
    const site = siteWithSettings(app, siteId);
    if (!site) continue;
    const rows = await app.db.transaction().execute(async (tx) => {
      await endLapsed(tx, siteId, now, deviceIds);
      const read = await sql<Row>`
        select c.site_id as "siteId", c.device_id as "deviceId", d.model, c.setting, c.version, c.value_after as after
        from device_setting_changes c join v_manufactured_devices d on d.site_id = c.site_id and d.device_id = c.device_id
        where c.site_id = ${siteId} and c.state = 'pending' and c.device_id = any(${[...deviceIds]}::uuid[])
        order by c.version, c.setting`.execute(tx);
      return read.rows;
    });
    for (const row of rows) if (mayBeSent(site, row.model, row.setting, row.after)) add(downs, row);
  }
  return new Map([...downs].map(([deviceId, down]) => [deviceId, [down]]));
}

function add(downs: Map<string, Desired>, { deviceId, setting, version, after }: Row): void {
  const values: Values = { ...downs.get(deviceId)?.values, [setting]: after };
  downs.set(deviceId, { kind: 'desired', version, values });
}

async function handed(app: App, downs: ReadonlyMap<string, readonly Down[]>): Promise<void> {
  const sent = [...downs].flatMap(([deviceId, some]) =>
    some.flatMap((down) => (down.kind === 'desired' ? [{ deviceId, version: down.version }] : [])),
  );
  const { rows } = await sql<{ siteId: string; deviceId: string }>`
    update device_setting_changes c set handed_at = ${app.clock.now()}
    from unnest(${sent.map((one) => one.deviceId)}::uuid[], ${sent.map((one) => one.version)}::bigint[]) as s(device_id, version)
    where c.device_id = s.device_id and c.state = 'pending' and c.handed_at is null and c.version <= s.version
    returning c.site_id as "siteId", c.device_id as "deviceId"`.execute(app.db);
  // No event: it is seen on the page and goes with the next connection again.
  app.live.tell(rows.map(({ siteId, deviceId }) => eventsAbout(siteId, `device/${deviceId}`)));
}

export const desiredSettings: DownSource = { kind: 'desired', pending, handed };
