import type pg from 'pg';
import { hasCumulative, markFalls } from '../../../domain/readings/falls.ts';
import type { Measured } from '../../../domain/readings/reading.ts';
import type { App } from '../../kernel/app.ts';
import { txOn } from '../../kernel/database.ts';
import { connectedTo } from '../connected.ts';
import { reportedBy } from '../live.ts';
import type { TakenReport } from '../report-taker.ts';
import { metricsOf, type Reporter, type Subject } from '../reporter.ts';
import { dayOf } from './days.ts';
import { gather, type FindSubject, type Gathered, type GatheredRow } from './gather.ts';
import { noticedIn } from './notice.ts';
import type { Answers, Item } from './item.ts';
import { copyRows, mergeRows, writeDue, writeLatest, writeReports, writeRest } from './write.ts';

const uniqueViolation = '23505';
const marksKeptMax = 200_000;

/** What a node remembers so as not to write it with each batch: days marked as due that cannot be in work yet, months that are there. */
export type Known = { due: Set<string>; months: Set<string> };

/**
 * Stores a batch of messages in one transaction and says what each sender is told. A batch of new readings goes by COPY; one of
 * which something is there already is rolled back and merged row by row, so that the same message twice is stored once.
 */
export async function storeBatch(app: App, known: Known, items: readonly Item[]): Promise<Answers[]> {
  const client = await app.pool.connect();
  let broken: unknown;
  try {
    try {
      return await storeWith(app, client, known, items, false);
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
      return await storeWith(app, client, known, items, true);
    }
  } catch (error) {
    broken = error;
    throw error;
  } finally {
    client.release(broken !== undefined);
  }
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === uniqueViolation;
}

async function storeWith(
  app: App,
  client: pg.PoolClient,
  known: Known,
  items: readonly Item[],
  merging: boolean,
): Promise<Answers[]> {
  await client.query('begin');
  try {
    const isLive = await findLive(client, items);
    const taken = items.filter(({ reporter }) => isLive(reporter));
    const gathered = gather(taken, await findChildren(app, client, taken));
    await markFallen(client, gathered);
    const rows = sorted(gathered);
    const months = await makeMonths(client, known, rows);
    if (merging) await mergeRows(client, gathered);
    else if (rows.length > 0) await copyRows(client, rows);
    await writeLatest(client, rows);
    const due = dueOf(app.clock.now(), known, gathered);
    await writeDue(client, due);
    await writeRest(client, gathered);
    await handOn(app, client, await writeReports(client, gathered));
    await tellNoticed(app, client, gathered);
    await client.query('commit');
    rememberDue(known, due);
    for (const month of months) known.months.add(month);
    tellWatchers(app, gathered);
    const answers = new Map(taken.map((item, index) => [item, gathered.answers[index] ?? []]));
    return items.map((item) => answers.get(item) ?? null);
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** After the commit: whoever looks now finds it. */
function tellWatchers({ live }: App, { rows, reports }: Gathered): void {
  const keys = new Set([...rows.values(), ...reports].map(({ deviceKey }) => deviceKey));
  live.tell([...keys].map(reportedBy));
}

/** Who may send at this moment: what comes with a withdrawn credential is not stored, whatever way it came. */
async function findLive(client: pg.PoolClient, items: readonly Item[]): Promise<(reporter: Reporter) => boolean> {
  const credentials = new Set<string>();
  const devices = new Map<string, string>();
  for (const { reporter } of items) {
    if (reporter.credentialId !== null) credentials.add(reporter.credentialId);
    else devices.set(reporter.deviceId, reporter.site.id);
  }
  const { rows } = await client.query<{ live: string }>(
    `select id as live from device_credentials where id = any($1::uuid[]) and withdrawn_at is null
     union all
     select d.device_id from unnest($2::text[], $3::uuid[]) as d(site_id, device_id)
     where exists (select 1 from device_credentials c
       where c.site_id = d.site_id and c.device_id = d.device_id and c.withdrawn_at is null)`,
    [[...credentials], [...devices.values()], [...devices.keys()]],
  );
  const live = new Set(rows.map((row) => row.live));
  return ({ credentialId, deviceId }) => live.has(credentialId ?? deviceId);
}

/** Devices that are bound to those who report for them. */
async function findChildren(app: App, client: pg.PoolClient, items: readonly Item[]): Promise<FindSubject> {
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

/** Only models with metrics that only grow have to be compared with what was there before. */
async function markFallen(client: pg.PoolClient, { rows }: Gathered): Promise<void> {
  const growing = [...rows.values()].filter(({ subject }) => hasCumulative(subject.table.metrics));
  if (growing.length === 0) return;
  const keys = [...new Set(growing.map(({ deviceKey }) => deviceKey))];
  const latest = await client.query<{ deviceKey: number; at: Date; measured: Measured }>(
    'select device_key as "deviceKey", at, measured from reading_latest where device_key = any($1::bigint[])',
    [keys],
  );
  const before = new Map(
    latest.rows.map(({ deviceKey, at, measured }) => [deviceKey, { timeMs: at.getTime(), measured }]),
  );
  for (const row of growing.toSorted((a, b) => a.timeMs - b.timeMs)) {
    const last = before.get(row.deviceKey);
    if (last && row.timeMs <= last.timeMs) continue;
    if (last) row.reading = markFalls(row.subject.table.metrics, last.measured, row.reading);
    before.set(row.deviceKey, { timeMs: row.timeMs, measured: row.reading.measured });
  }
}

/** Gives what devices said to those who make something of it. */
async function handOn(app: App, client: pg.PoolClient, reports: readonly TakenReport[]): Promise<void> {
  if (reports.length === 0) return;
  for (const taker of connectedTo(app).reports) {
    const some = reports.filter(({ kind }) => taker.kinds.includes(kind));
    if (some.length > 0) await taker.take(app, txOn(client), some);
  }
}

async function tellNoticed(app: App, client: pg.PoolClient, gathered: Gathered): Promise<void> {
  const { notices } = connectedTo(app);
  const noticed = notices.length > 0 ? noticedIn(gathered) : [];
  if (noticed.length === 0) return;
  for (const take of notices) await take(app, txOn(client), noticed);
}

/** In one order, so that two nodes with the same messages do not wait for each other. */
function sorted({ rows }: Gathered): GatheredRow[] {
  return [...rows.values()].toSorted((a, b) => a.deviceKey - b.deviceKey || a.timeMs - b.timeMs);
}

/** Makes the partitions that these need; which ones, for when that is committed. */
async function makeMonths(
  client: pg.PoolClient,
  { months }: Known,
  rows: readonly GatheredRow[],
): Promise<ReadonlySet<string>> {
  const wanted = new Set(rows.map(({ timeMs }) => dayOf(timeMs, 'UTC').slice(0, 7)));
  for (const month of wanted)
    if (!months.has(month)) await client.query('select make_reading_partitions($1::date)', [`${month}-01`]);
  return wanted;
}

function dueOf(now: Date, { due }: Known, { rows }: Gathered): { deviceKey: number; day: string; open: boolean }[] {
  const found = new Map<string, { deviceKey: number; day: string; open: boolean }>();
  for (const { deviceKey, timeMs, site } of rows.values()) {
    const day = dayOf(timeMs, site.timeZone);
    const key = `${deviceKey} ${day}`;
    const open = day >= dayOf(now.getTime(), site.timeZone);
    if (!(open && due.has(key))) found.set(key, { deviceKey, day, open });
  }
  return [...found.values()];
}

/** A day that is not over is in nobody's work before it has been for ten minutes (roll-up.ts), so its mark is there until then. */
function rememberDue({ due }: Known, marks: readonly { deviceKey: number; day: string; open: boolean }[]): void {
  if (due.size + marks.length > marksKeptMax) due.clear();
  for (const { deviceKey, day, open } of marks) if (open) due.add(`${deviceKey} ${day}`);
}
