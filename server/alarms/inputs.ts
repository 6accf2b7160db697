import { sql } from 'kysely';
import type { Tx } from '../kernel/database.ts';
import type { NoticeTaker, ReportTaker, TakenReport } from '../readings/report-taker.ts';

/** What waits to be made something of: a change of status, an event, values that cannot be, a clock that was looked at. */
export type Input = { deviceKey: number; at: Date; receivedAt: Date } & (
  | { kind: 'status'; body: { states: string[] } }
  | { kind: 'event'; body: { event: string; on: boolean | null; text: string | null } }
  | { kind: 'values'; body: { metrics: string[] } }
  | { kind: 'clock'; body: { aheadMs: number | null } }
);

type Status = TakenReport & { states: string[] };

/**
 * Puts what devices report where the worker finds it, in the transaction that stores it. Most status messages say what the one before said:
 * those only move its time on, and so does nothing that comes late.
 */
export const alarmReports: ReportTaker = {
  kinds: ['status', 'events'],
  take: async ({ sites }, tx, taken) => {
    const reports = taken.filter(({ siteId }) => 'alarms' in (sites.get(siteId)?.capabilities ?? {}));
    const statuses = reports.flatMap((report) => (report.kind === 'status' ? [statusIn(report)] : []));
    const events = reports.filter(({ kind }) => kind === 'events').map(eventIn);
    await keep(tx, [...(await changedStatuses(tx, statuses)), ...events]);
  },
};

export const alarmNotices: NoticeTaker = async ({ sites }, tx, noticed) => {
  if (![...sites.values()].some(({ capabilities }) => 'alarms' in capabilities)) return;
  await keep(
    tx,
    noticed.map((one): Input => {
      const { deviceKey, receivedAt } = one;
      return one.kind === 'values'
        ? { kind: 'values', deviceKey, at: one.at, receivedAt, body: { metrics: one.metrics } }
        : { kind: 'clock', deviceKey, at: receivedAt, receivedAt, body: { aheadMs: one.aheadMs } };
    }),
  );
};

function statusIn(report: TakenReport): Status {
  const { states } = report.body as { states: string[] };
  return { ...report, states: [...new Set(states)].toSorted() };
}

function eventIn({ deviceKey, at, receivedAt, body }: TakenReport): Input {
  const { event, on, text } = body as { event: string; on: boolean | null; text: string | null };
  return { kind: 'event', deviceKey, at, receivedAt, body: { event, on, text } };
}

/** Those that say something else than the status before, in order; the newest of each device is kept, in one order of devices. */
async function changedStatuses(tx: Tx, statuses: readonly Status[]): Promise<Input[]> {
  if (statuses.length === 0) return [];
  const keys = [...new Set(statuses.map(({ deviceKey }) => deviceKey))].toSorted((a, b) => a - b);
  await sql`
    insert into alarm_statuses (device_key, at, states) select k, '-infinity', '{}' from unnest(${keys}::bigint[]) as i(k)
    on conflict do nothing`.execute(tx);
  const { rows } = await sql<{ deviceKey: number; atMs: number; states: string[] }>`
    select device_key as "deviceKey", (extract(epoch from at) * 1000)::float8 as "atMs", states from alarm_statuses
    where device_key = any(${keys}::bigint[]) order by device_key for update`.execute(tx);
  const known = new Map(rows.map((row) => [row.deviceKey, row]));
  const changed: Input[] = [];
  for (const { deviceKey, at, receivedAt, states } of statuses.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
    const before = known.get(deviceKey);
    if (!before || at.getTime() < before.atMs) continue;
    before.atMs = at.getTime();
    if (before.states.join(' ') === states.join(' ')) continue;
    before.states = states;
    changed.push({ kind: 'status', deviceKey, at, receivedAt, body: { states } });
  }
  const moved = [...known.values()].filter(({ atMs }) => Number.isFinite(atMs));
  await sql`
    update alarm_statuses s set at = n.at, states = n.states
    from jsonb_to_recordset(${JSON.stringify(
      moved.map(({ deviceKey, atMs, states }) => ({ key: deviceKey, at: new Date(atMs), states })),
    )}::jsonb) as n(key bigint, at timestamptz, states text[])
    where s.device_key = n.key`.execute(tx);
  return changed;
}

async function keep(tx: Tx, inputs: readonly Input[]): Promise<void> {
  if (inputs.length === 0) return;
  await sql`
    insert into alarm_inputs (device_key, kind, at, body, received_at)
    select device_key, kind, at, body, received_at
    from jsonb_to_recordset(${JSON.stringify(
      inputs.map(({ deviceKey, kind, at, body, receivedAt }) => ({
        device_key: deviceKey,
        kind,
        at,
        body,
        received_at: receivedAt,
      })),
    )}::jsonb) as i(device_key bigint, kind text, at timestamptz, body jsonb, received_at timestamptz)`.execute(tx);
}
