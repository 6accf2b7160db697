import { parseText } from '../../domain/identifiers/single-line.ts';
import type { Tx } from '../kernel/database.ts';
import { faultAt, platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import type { Scope } from '../kernel/session.ts';
import { alarmProblem } from './problems.ts';
import { findAlarm } from './store.ts';

export const noteCharactersMax = 200;

/** Somebody takes note of an alarm and says so (E-08). Of two at once one does; nobody is reminded of it afterwards. */
export async function acknowledge(tx: Tx, scope: Scope, alarmId: string, typed: string): Promise<Outcome<never>> {
  const alarm = await findAlarm(tx, scope, alarmId);
  if (!alarm) return { reply: platformProblem('not-found') };
  const note = parseText(typed, { max: noteCharactersMax });
  if (!note.ok) return { reply: platformProblem('invalid-fields', { errors: [faultAt('/note', note)] }) };
  const { numUpdatedRows } = await tx
    .updateTable('alarms')
    .set({ acknowledged_at: scope.now, acknowledged_by: scope.userId, note: note.value })
    .where('site_id', '=', scope.siteId)
    .where('id', '=', alarmId)
    .where('acknowledged_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) return { reply: alarmProblem('acknowledged-already') };
  const { deviceId, organizationId, cause, code } = alarm;
  const data = { alarm: alarmId, device: deviceId, organization: organizationId, cause, code };
  return {
    reply: { status: 204 },
    events: [{ what: 'alarms.acknowledged', subject: `device/${deviceId}`, data, details: { note: note.value } }],
  };
}
