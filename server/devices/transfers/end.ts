import type { TransferEnd } from '../../../domain/devices/transfer.ts';
import type { Tx } from '../../kernel/database.ts';
import { platformProblem } from '../../kernel/http/problem.ts';
import type { Outcome } from '../../kernel/http/route.ts';
import type { Scope } from '../../kernel/session.ts';
import { deviceProblem } from '../problems.ts';
import { lockDevice } from '../registered.ts';
import { closeTransfer, findTransfer, stateOf, type TransferRow } from './store.ts';

/** The receiver declines, or who offered takes the offer back; what an operator ordered only an operator ends. */
export async function giveUpTransfer(tx: Tx, scope: Scope, id: string): Promise<Outcome<never>> {
  const found = await lockTransfer(tx, scope, id);
  if (!found) return { reply: platformProblem('not-found') };
  if (found.side === 'received') return end(tx, scope, found, 'declined');
  if (found.side !== 'given' || found.cause === 'order') return { reply: platformProblem('not-permitted') };
  return end(tx, scope, found, 'withdrawn');
}

/** An operator stops a hand-over, whoever began it. */
export async function cancelTransfer(tx: Tx, scope: Scope, id: string): Promise<Outcome<never>> {
  const found = await lockTransfer(tx, scope, id);
  return found ? end(tx, scope, found, 'cancelled') : { reply: platformProblem('not-found') };
}

async function lockTransfer(tx: Tx, scope: Scope, id: string): Promise<TransferRow | null> {
  const seen = await findTransfer(tx, scope, id);
  if (!seen) return null;
  await lockDevice(tx, scope.siteId, seen.deviceId);
  return (await findTransfer(tx, scope, id)) ?? { ...seen, outcome: 'overtaken' };
}

async function end(tx: Tx, scope: Scope, found: TransferRow, how: TransferEnd): Promise<Outcome<never>> {
  const state = stateOf(found, scope.now);
  if (state !== 'open' && state !== 'waiting') return { reply: deviceProblem('transfer-over') };
  await closeTransfer(tx, scope, found.deviceId, { outcome: how });
  const data = { transfer: found.id, device: found.deviceId, organization: found.fromId, how };
  return {
    reply: { status: 204 },
    events: [{ what: 'transfers.ended', subject: `device/${found.deviceId}`, data }],
  };
}
