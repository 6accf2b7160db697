import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { findRegistration } from './find.ts';

/** Takes the mark off a warranty that an edit made longer (U-07); done twice it is done once. */
export async function checkedWarranty(tx: Tx, scope: Scope, deviceId: string): Promise<Outcome<never>> {
  const row = await findRegistration(tx, scope, deviceId, 'read', true);
  if (!row) return { reply: platformProblem('not-found') };
  if (row.lengthened_at === null) return { reply: { status: 204 } };
  await tx
    .updateTable('device_registrations')
    .set({ lengthened_at: null })
    .where('site_id', '=', row.site_id)
    .where('id', '=', row.id)
    .execute();
  const data = { device: deviceId, organization: row.organization_id };
  return {
    reply: { status: 204 },
    events: [{ what: 'devices.warranty-checked', subject: `device/${deviceId}`, data }],
  };
}
