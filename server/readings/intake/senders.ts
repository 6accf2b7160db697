import type pg from 'pg';
import { markFalls } from '../../../domain/readings/falls.ts';
import type { Measured } from '../../../domain/readings/reading.ts';
import type { App } from '../../kernel/app.ts';
import { metricsOf, type Reporter, type Subject } from '../reporter.ts';
import type { FindSubject, Gathered } from './gather.ts';
import type { Item } from './item.ts';
import type { Newest } from './known.ts';

type Latest = [deviceKey: number, timeMs: number, receivedMs: number, measured: Measured];

/** Who sent: by the credentials they came with, or as devices of which any may be live. */
export type Senders = { credentials: readonly string[]; sites: readonly string[]; devices: readonly string[] };

export function sendersOf(items: readonly Item[]): Senders {
  const credentials = new Set<string>();
  const devices = new Map<string, string>();
  for (const { reporter } of items) {
    if (reporter.credentialId !== null) credentials.add(reporter.credentialId);
    else devices.set(reporter.deviceId, reporter.site.id);
  }
  return { credentials: [...credentials], sites: [...devices.values()], devices: [...devices.keys()] };
}

/** What has to be known of those who sent: who may at this moment, and what they reported last. One question, as each batch asks it. */
export async function findSenders(
  client: pg.PoolClient,
  items: readonly Item[],
): Promise<{ isLive: (reporter: Reporter) => boolean; newest: Newest }> {
  const { credentials, sites, devices } = sendersOf(items);
  const growing = growingOf(items.map(({ reporter }) => reporter));
  // One text of JSON is read many times sooner than as many rows with an array in each.
  const { rows } = await client.query<{ live: string[]; latest: Latest[] }>({
    name: 'senders',
    text: `select (select coalesce(json_agg(id), '[]') from (
         select id from device_credentials where id = any($1::uuid[]) and withdrawn_at is null
         union all
         select d.device_id from unnest($2::text[], $3::uuid[]) as d(site_id, device_id)
         where exists (select 1 from device_credentials c
           where c.site_id = d.site_id and c.device_id = d.device_id and c.withdrawn_at is null)) as l) as live,
       ${latestOf('$4')} as latest`,
    values: [credentials, sites, devices, growing],
  });
  const live = new Set(rows[0]?.live);
  // What comes with a withdrawn credential is not stored, whatever way it came.
  return {
    isLive: ({ credentialId, deviceId }) => live.has(credentialId ?? deviceId),
    newest: newestOf(growing, rows[0]?.latest ?? []),
  };
}

/** The devices of which something only grows. */
export function growingOf(subjects: readonly Subject[]): number[] {
  const growing = new Set<number>();
  for (const { table, deviceKey } of subjects) if (table.cumulative.length > 0) growing.add(deviceKey);
  return [...growing];
}

/** In floating point, which the database reckons and prints sooner than a numeric. */
const milliseconds = (at: string) => `round(date_part('epoch', ${at}) * 1000)`;

/** What these devices reported last, as one value. */
const latestOf = (
  keys: string,
) => `(select coalesce(json_agg(json_build_array(device_key, ${milliseconds('at')}, ${milliseconds('received_at')}, measured)), '[]')
  from reading_latest where device_key = any(${keys}::bigint[]))`;

function newestOf(asked: readonly number[], latest: readonly Latest[]): Newest {
  const newest: Newest = new Map(asked.map((deviceKey) => [deviceKey, null]));
  for (const [deviceKey, timeMs, receivedMs, measured] of latest)
    newest.set(deviceKey, { timeMs, receivedMs, measured });
  return newest;
}

/** Devices that are bound to those who report for them. */
export async function findChildren(app: App, client: pg.PoolClient, items: readonly Item[]): Promise<FindSubject> {
  const wanted = new Map<string, { item: Item; serial: string }>();
  for (const item of items) {
    const serial = 'message' in item.arrived ? item.arrived.message.device : null;
    if (serial !== null) wanted.set(`${item.reporter.deviceId} ${serial}`, { item, serial });
  }
  const found = new Map<string, Subject>();
  if (wanted.size > 0) {
    const { rows } = await client.query<{ parent: string; serial: string; deviceKey: number; model: string }>(
      `select p.parent_device_id as parent, d.serial, d.device_key as "deviceKey", d.model
       from unnest($1::text[], $2::uuid[], $3::text[]) as w(site_id, parent, serial)
       join v_manufactured_devices d on d.site_id = w.site_id and d.serial = w.serial
       join v_device_parents p on p.site_id = d.site_id and p.device_id = d.device_id and p.parent_device_id = w.parent
       where p.until_at is null and d.locked_at is null`,
      [
        [...wanted.values()].map(({ item }) => item.reporter.site.id),
        [...wanted.values()].map(({ item }) => item.reporter.deviceId),
        [...wanted.values()].map(({ serial }) => serial),
      ],
    );
    for (const { parent, serial, deviceKey, model } of rows) {
      const asked = wanted.get(`${parent} ${serial}`);
      if (asked) found.set(`${parent} ${serial}`, { deviceKey, table: metricsOf(asked.item.reporter.site, model) });
    }
  }
  return ({ reporter }, serial) => found.get(`${reporter.deviceId} ${serial}`);
}

/**
 * Marks what fell of what only grows, and says what is the newest then. Those whom others report for were not asked about with the
 * senders.
 */
export async function markFallen(client: pg.PoolClient, { rows }: Gathered, newest: Newest): Promise<Newest> {
  const growing = [...rows.values()].filter(({ subject }) => subject.table.cumulative.length > 0);
  const others = growing.flatMap(({ deviceKey }) => (newest.has(deviceKey) ? [] : [deviceKey]));
  const before = new Map([...newest, ...(await findNewest(client, others))]);
  for (const row of growing.toSorted((a, b) => a.timeMs - b.timeMs)) {
    const last = before.get(row.deviceKey);
    if (last && row.timeMs <= last.timeMs) continue;
    if (last) row.reading = markFalls(row.subject.table, last.measured, row.reading);
    const { timeMs, receivedAt, reading } = row;
    before.set(row.deviceKey, { timeMs, receivedMs: receivedAt.getTime(), measured: reading.measured });
  }
  return before;
}

async function findNewest(client: pg.PoolClient, deviceKeys: readonly number[]): Promise<Newest> {
  if (deviceKeys.length === 0) return new Map();
  const { rows } = await client.query<{ latest: Latest[] }>(`select ${latestOf('$1')} as latest`, [
    [...new Set(deviceKeys)],
  ]);
  return newestOf(deviceKeys, rows[0]?.latest ?? []);
}
