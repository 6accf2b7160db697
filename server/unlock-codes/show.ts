import { formatBinary, formatDecimal } from '../../domain/unlock-codes/notation.ts';
import { readsPerHourMax } from '../../domain/unlock-codes/reads.ts';
import type { Site } from '../kernel/app.ts';
import type { Tx } from '../kernel/database.ts';
import type { NewEvent } from '../kernel/events.ts';
import { platformProblem } from '../kernel/http/problem.ts';
import type { Outcome } from '../kernel/http/route.ts';
import { outsideId } from '../kernel/ids.ts';
import type { Scope } from '../kernel/session.ts';
import { ownerGetsCode } from './give.ts';
import { countRead } from './reads.ts';
import { findReadableCode } from './store.ts';

export type ShownCode = {
  device: string;
  serial: string;
  model: string;
  registeredAt: string;
  code: string;
  codeBinary: string | null;
};

/** Opens the code of a device once more, e.g. for its certificate: an event each time, and only so many an hour. */
export async function showCode(tx: Tx, site: Site, scope: Scope, deviceId: string): Promise<Outcome<ShownCode>> {
  const found = await findReadableCode(tx, scope, deviceId);
  if (!found || !ownerGetsCode(site, found.cause)) return { reply: platformProblem('not-found') };
  const counted = await countRead(tx, scope);
  if ('refused' in counted) return { reply: counted.refused };
  const { length } = found;
  const body = {
    device: outsideId('device', deviceId),
    serial: found.serial,
    model: found.model,
    registeredAt: found.registeredAt.toISOString(),
    code: formatDecimal(found.code, length),
    codeBinary: formatBinary(found.code, length),
  };
  const shown: NewEvent = {
    what: 'unlock-codes.shown',
    subject: `device/${deviceId}`,
    data: { device: deviceId, organization: found.organizationId },
  };
  const harvested: NewEvent = {
    what: 'unlock-codes.harvested',
    subject: `user/${scope.userId}`,
    data: { organization: scope.organizationId, user: scope.userId, reads: readsPerHourMax },
  };
  return { reply: { status: 200, body }, events: counted.harvested ? [shown, harvested] : [shown] };
}
