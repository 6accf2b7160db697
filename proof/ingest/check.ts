import { sql } from 'kysely';
import type { DeviceCredential } from '../../edge/gateway/bootstrap.ts';
import type { App } from '../../server/kernel/app.ts';
import { insideId } from '../../server/kernel/ids.ts';
import { timeOf, valuesOf, valuesPerMessage, type Plan } from './reporting.ts';

export type Kept = { at: Date; measured: (number | null)[] };
export type DeviceEvidence = { plan: Plan; kept: readonly Kept[]; latest: Kept | null; faults: Record<string, number> };

/** Holds what is stored of a device against what it was told is stored; each sentence is a fault. */
export function findFaults({ plan, kept, latest, faults }: DeviceEvidence): string[] {
  const name = `device ${plan.device}`;
  const found: string[] = [];
  const byTime = Map.groupBy(kept, ({ at }) => at.getTime());
  for (let index = 0; index < plan.messages; index += 1) {
    const timeMs = timeOf(plan.startMs, index);
    const rows = byTime.get(timeMs) ?? [];
    byTime.delete(timeMs);
    if (rows.length !== 1) found.push(`${name}: message ${index} is there ${rows.length} times`);
    const expected = valuesOf(plan.device, index).join();
    for (const { measured } of rows)
      if (measured.slice(0, valuesPerMessage).join() !== expected)
        found.push(`${name}: message ${index} says ${measured.join()} and not ${expected}`);
  }
  for (const timeMs of byTime.keys()) found.push(`${name}: there is something of ${timeMs} that it never sent`);
  const lastMs = timeOf(plan.startMs, plan.messages - 1);
  if (latest?.at.getTime() !== lastMs)
    found.push(`${name}: the latest value is of ${latest?.at.getTime()}, not of ${lastMs}`);
  else if (latest.measured.slice(0, valuesPerMessage).join() !== valuesOf(plan.device, plan.messages - 1).join())
    found.push(`${name}: the latest values are ${latest.measured.join()}`);
  for (const [code, count] of Object.entries(faults))
    found.push(`${name}: ${count} times "${code}", and it did nothing wrong`);
  return found;
}

/** What the database holds of a device. */
export async function readEvidence({ db }: App, deviceKey: number, plan: Plan): Promise<DeviceEvidence> {
  const kept = await sql<Kept>`select at, measured from readings where device_key = ${deviceKey}`.execute(db);
  const latest = await sql<Kept>`select at, measured from reading_latest where device_key = ${deviceKey}`.execute(db);
  const faults = await sql<{ code: string; count: number }>`
    select code, count from reading_faults where device_key = ${deviceKey}`.execute(db);
  return {
    plan,
    kept: kept.rows,
    latest: latest.rows[0] ?? null,
    faults: Object.fromEntries(faults.rows.map(({ code, count }) => [code, count])),
  };
}

/** Devices whose day was never marked for rolling up although something of it is there. */
export async function countUnmarked({ db }: App): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct r.device_key) as count from readings r
    where not exists (select 1 from reading_days_due d where d.device_key = r.device_key)
      and not exists (select 1 from reading_days d where d.device_key = r.device_key)`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Holds what is stored of all devices against what they were told is stored; a plan's device is a place among the credentials. */
export async function checkAll(
  app: App,
  credentials: readonly DeviceCredential[],
  plans: readonly Plan[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string; deviceKey: number }>`
    select device_id::text as id, device_key as "deviceKey" from v_manufactured_devices`.execute(app.db);
  const keys = new Map(rows.map(({ id, deviceKey }) => [id, deviceKey]));
  const faults: string[] = [];
  for (const plan of plans) {
    const id = insideId(credentials[plan.device]?.device ?? '');
    faults.push(...findFaults(await readEvidence(app, keys.get(id) ?? 0, plan)));
  }
  const unmarked = await countUnmarked(app);
  if (unmarked > 0) faults.push(`${unmarked} devices have readings that nobody will roll up`);
  return faults;
}
