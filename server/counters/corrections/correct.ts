import { sql } from 'kysely';
import type { App, Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import type { Scope } from '../../kernel/session.ts';
import { countersOf } from '../ledger/models.ts';
import { postEntries, type NewEntry } from '../ledger/post.ts';
import { counterProblem } from '../problems.ts';

/** `values` by code of the counter; null takes the reading out. */
export type Correction = { at: Date; values: Record<string, number | null>; reason: string };

/**
 * What an operator found a device's reading of one instant to have been. The reading stays in the ledger; days and months follow at
 * once, closed months by an adjustment.
 */
export async function correctReading(
  app: App,
  tx: Tx,
  site: Site,
  scope: Scope,
  deviceId: string,
  { at, values, reason }: Correction,
): Promise<Outcome<{ corrected: number }>> {
  const { rows } = await sql<{ deviceKey: number; model: string }>`
    select device_key as "deviceKey", model from v_manufactured_devices
    where site_id = ${site.id} and device_id = ${deviceId}`.execute(tx);
  const [device] = rows;
  if (!device) return { reply: platformProblem('not-found') };
  const { ordinals } = countersOf(site, device.model);
  const unknown = Object.keys(values).filter((code) => !ordinals.has(code));
  if (unknown.length > 0)
    return {
      reply: platformProblem('invalid-fields', {
        errors: unknown.map((code) => ({
          pointer: `/values/${code}`,
          code: 'counters/counter-unknown',
          params: { code },
        })),
      }),
    };
  if (!(await isThere(tx, device.deviceKey, at))) return { reply: counterProblem('reading-unknown') };
  const entry = {
    ...device,
    timeMs: at.getTime(),
    receivedAt: scope.now,
    facts: { reason, userId: scope.userId },
  };
  const some = (cause: 'correction' | 'withdrawal', list: (number | null)[]): NewEntry[] =>
    list.length > 0 ? [{ ...entry, cause, values: list }] : [];
  await postEntries(app, tx, site, [
    ...some(
      'correction',
      placed(ordinals, values, (value) => value),
    ),
    ...some(
      'withdrawal',
      placed(ordinals, values, (value) => (value === null ? 0 : null)),
    ),
  ]);
  return {
    reply: { status: 201, body: { corrected: Object.keys(values).length } },
    events: [
      {
        what: 'counters.corrected',
        subject: `device/${deviceId}`,
        data: { device: outsideId('device', deviceId), at: at.toISOString(), codes: Object.keys(values) },
        details: { reason, values },
      },
    ],
  };
}

function placed(
  ordinals: ReadonlyMap<string, number>,
  values: Correction['values'],
  pick: (value: number | null) => number | null,
): (number | null)[] {
  const list: (number | null)[] = [];
  for (const [code, value] of Object.entries(values)) {
    const picked = pick(value);
    const ordinal = ordinals.get(code);
    if (picked === null || ordinal === undefined) continue;
    while (list.length <= ordinal) list.push(null);
    list[ordinal] = picked;
  }
  return list;
}

/** Only what the device reported can be corrected, and only as long as it is kept. */
async function isThere(tx: Tx, deviceKey: number, at: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from counter_entries where device_key = ${deviceKey} and at = ${at} and cause = 'reported'
      and at >= coalesce((select max(at) from counter_entries where device_key = ${deviceKey} and cause = 'base'), '-infinity')
    limit 1`.execute(tx);
  return rows.length > 0;
}
