import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { mergeReadings } from '../../../domain/readings/merge.ts';
import type { Reading } from '../../../domain/readings/reading.ts';
import type { TakenReport } from '../report-taker.ts';
import { copyReadings, encodeRows } from './copy.ts';
import { countFault, type Gathered, type GatheredRow } from './gather.ts';
import type { Due, Newest } from './known.ts';
import { records, recordsOf, type Incoming } from './records.ts';
import { sendersOf, type Senders } from './senders.ts';

const isoOf = (timeMs: number) => new Date(timeMs).toISOString();

/** All rows at once; the database refuses them all when one is there already. */
export async function copyRows(client: pg.PoolClient, rows: readonly GatheredRow[]): Promise<void> {
  await pipeline([encodeRows(rows)], client.query(copyFrom(copyReadings)));
}

/** As `copyRows` for a batch of which something is there already: that is merged, and nothing is written twice. */
export async function mergeRows(client: pg.PoolClient, gathered: Gathered): Promise<void> {
  const rows = [...gathered.rows.values()];
  const inserted = await client.query<{ deviceKey: number; at: Date }>(
    `insert into readings (device_key, at, measured, texts, marks)
     select device_key, at, measured, texts, marks from ${records} r
     on conflict do nothing returning device_key as "deviceKey", at`,
    [await recordsOf(client, rows.map(alone))],
  );
  const added = new Set(inserted.rows.map(({ deviceKey, at }) => `${deviceKey} ${at.getTime()}`));
  const there = rows.filter(({ deviceKey, timeMs }) => !added.has(`${deviceKey} ${timeMs}`));
  if (there.length === 0) return;
  const kept = await client.query<{ deviceKey: number; at: Date } & Reading>(
    `select device_key as "deviceKey", at, measured, texts, marks from readings
     where (device_key, at) in (select * from unnest($1::bigint[], $2::timestamptz[])) order by device_key, at for update`,
    [there.map(({ deviceKey }) => deviceKey), there.map(({ timeMs }) => isoOf(timeMs))],
  );
  const grown: GatheredRow[] = [];
  for (const { deviceKey, at, measured, texts, marks } of kept.rows) {
    const row = gathered.rows.get(`${deviceKey} ${at.getTime()}`);
    if (!row) continue;
    const merged = mergeReadings({ measured, texts, marks }, row.reading);
    row.reading = merged.reading;
    if (merged.grown) grown.push(row);
    if (merged.differing > 0) countFault(gathered, deviceKey, 'value-differs', row.receivedAt);
  }
  if (grown.length === 0) return;
  await client.query(
    `update readings k set measured = r.measured, texts = r.texts, marks = r.marks
     from ${records} r where k.device_key = r.device_key and k.at = r.at`,
    [await recordsOf(client, grown.map(alone))],
  );
}

/** A row of which nothing but what it says is asked. */
const alone = (row: GatheredRow): Incoming => ({ row, newest: false, last: null });

/** What a statement relies on without having asked: that these may send, and that these readings are the last ones. */
export type Relied = { senders: Senders; newest: Newest };
export const onNothing: Relied = { senders: sendersOf([]), newest: new Map() };

/**
 * New rows and the newest of each device in one statement, which commits itself: no turn to the database is spent on less. False when
 * something that was relied on is not so; then nothing is written.
 */
export async function writeAtOnce(
  client: pg.PoolClient,
  rows: readonly GatheredRow[],
  { senders: { credentials, sites, devices }, newest: last }: Relied,
): Promise<boolean> {
  if (rows.length === 0) return true;
  const newest = new Set(newestOf(rows));
  const incoming = rows.map((row) => {
    const isNewest = newest.has(row);
    return { row, newest: isNewest, last: (isNewest && last.get(row.deviceKey)) || null };
  });
  const { rows: found } = await client.query<{ holds: boolean }>({
    name: 'readings',
    text: `with r as materialized (select * from ${records}), relied as materialized (
       select not exists (select from unnest($2::uuid[]) as s(id)
           where not exists (select from device_credentials c where c.id = s.id and c.withdrawn_at is null))
         and not exists (select from unnest($3::text[], $4::uuid[]) as s(site_id, device_id)
           where not exists (select from device_credentials c
             where c.site_id = s.site_id and c.device_id = s.device_id and c.withdrawn_at is null))
         and not exists (select from r where last_at is not null
           and not exists (select from reading_latest l
             where l.device_key = r.device_key and l.at = r.last_at and l.received_at = r.last_received_at)) as holds
     ), stored as (
       insert into readings (device_key, at, measured, texts, marks)
       select device_key, at, measured, texts, marks from r, relied where holds
     ), newest as (
       ${intoLatest}
       select device_key, at, measured, texts, marks, received_at, received_at from r, relied where newest and holds
       ${ofLatest}
     )
     select holds from relied`,
    values: [await recordsOf(client, incoming), credentials, sites, devices],
  });
  return found[0]?.holds === true;
}

const intoLatest =
  'insert into reading_latest (device_key, at, measured, texts, marks, received_at, first_received_at)';
const ofLatest = `on conflict (device_key) do update set at = excluded.at, measured = excluded.measured, texts = excluded.texts,
  marks = excluded.marks, received_at = excluded.received_at where excluded.at >= reading_latest.at`;

/** The newest reading of each device; an older one that comes late leaves it. Rows go in one order, so that no two nodes wait for each other. */
export async function writeLatest(client: pg.PoolClient, rows: readonly GatheredRow[]): Promise<void> {
  const newest = newestOf(rows);
  if (newest.length === 0) return;
  await client.query(
    `${intoLatest}
     select device_key, at, measured, texts, marks, received_at, received_at from ${records} r
     ${ofLatest}`,
    [await recordsOf(client, newest.map(alone))],
  );
}

function newestOf(rows: readonly GatheredRow[]): GatheredRow[] {
  const newest = new Map<number, GatheredRow>();
  for (const row of rows)
    if (row.timeMs >= (newest.get(row.deviceKey)?.timeMs ?? -Infinity)) newest.set(row.deviceKey, row);
  return [...newest.values()].toSorted((a, b) => a.deviceKey - b.deviceKey);
}

/** Days that have to be rolled up (again). A day that is over may be in work just now, so its mark is taken hold of. */
export async function writeDue(client: pg.PoolClient, due: readonly Due[]): Promise<void> {
  if (due.length === 0) return;
  const sorted = due.toSorted((a, b) => a.deviceKey - b.deviceKey || (a.day < b.day ? -1 : 1));
  await client.query(
    `insert into reading_days_due (device_key, day) select * from unnest($1::bigint[], $2::date[])
     on conflict (device_key, day) do update set day = excluded.day`,
    [sorted.map(({ deviceKey }) => deviceKey), sorted.map(({ day }) => day)],
  );
}

/** What is said beside readings, once; those that were not there before. */
export async function writeReports(client: pg.PoolClient, { reports }: Gathered): Promise<TakenReport[]> {
  if (reports.length === 0) return [];
  const { rows } = await client.query<{ at: number }>(
    `with said as (
       select * from unnest($1::bigint[], $2::text[], $3::timestamptz[], $4::jsonb[], $5::timestamptz[])
         with ordinality as s(device_key, kind, at, body, received_at, place)
     ), stored as (
       insert into device_reports (device_key, kind, at, body, received_at)
       select device_key, kind, at, body, received_at from said on conflict do nothing returning device_key, kind, at, body
     )
     select min(place)::integer as at from said join stored using (device_key, kind, at, body) group by device_key, kind, at, body order by 1`,
    [
      reports.map(({ deviceKey }) => deviceKey),
      reports.map(({ kind }) => kind),
      reports.map(({ timeMs }) => isoOf(timeMs)),
      reports.map(({ body }) => JSON.stringify(body)),
      reports.map(({ receivedAt }) => receivedAt.toISOString()),
    ],
  );
  return rows.flatMap(({ at }) => {
    const report = reports[at - 1];
    return report ? [{ ...report, at: new Date(report.timeMs) }] : [];
  });
}

/** How far clocks are off, and what was not taken. */
export async function writeRest(client: pg.PoolClient, { clocks, faults }: Gathered): Promise<void> {
  if (clocks.size > 0) {
    const sorted = [...clocks].toSorted(([a], [b]) => a - b);
    await client.query(
      `insert into device_clocks (device_key, ahead_ms, asked_at)
       select * from unnest($1::bigint[], $2::bigint[], $3::timestamptz[])
       on conflict (device_key) do update set ahead_ms = excluded.ahead_ms, asked_at = excluded.asked_at`,
      [
        sorted.map(([deviceKey]) => deviceKey),
        sorted.map(([, { aheadMs }]) => aheadMs),
        sorted.map(([, { askedAt }]) => askedAt.toISOString()),
      ],
    );
  }
  if (faults.size > 0) {
    const sorted = [...faults].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, fault]) => fault);
    await client.query(
      `insert into reading_faults (device_key, day, code, count)
       select k, (r at time zone 'UTC')::date, c, n from unnest($1::bigint[], $2::timestamptz[], $3::text[], $4::bigint[]) as i(k, r, c, n)
       on conflict (device_key, day, code) do update set count = reading_faults.count + excluded.count`,
      [
        sorted.map(({ deviceKey }) => deviceKey),
        sorted.map(({ receivedAt }) => receivedAt.toISOString()),
        sorted.map(({ code }) => code),
        sorted.map(({ count }) => count),
      ],
    );
  }
}
