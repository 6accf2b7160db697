import { sql } from 'kysely';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import { outsideId } from '../../kernel/ids.ts';
import { withdrawAll } from './store.ts';

/** An operator ends what a device logs in with: it was stolen, or its secret is known. */
export async function withdrawFrom(
  tx: Tx,
  site: Site,
  deviceId: string,
  now: Date,
): Promise<Outcome<{ withdrawn: number }>> {
  const { rows } = await sql`
    select 1 from v_manufactured_devices where site_id = ${site.id} and device_id = ${deviceId}`.execute(tx);
  if (rows.length === 0) return { reply: platformProblem('not-found') };
  const withdrawn = await withdrawAll(tx, site.id, deviceId, now);
  const data = { device: outsideId('device', deviceId), withdrawn };
  return {
    reply: { status: 200, body: { withdrawn } },
    events: withdrawn > 0 ? [{ what: 'readings.credentials-withdrawn', subject: `device/${deviceId}`, data }] : [],
  };
}
