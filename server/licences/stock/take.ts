import { oldestFirst } from '../../../domain/licences/oldest-first.ts';
import type { Site } from '../../kernel/app.ts';
import type { Tx } from '../../kernel/database.ts';
import { assigned, findLots, lockStock, moveStock, type Lots } from './ledger.ts';

export type Wanted = { type: string; termMonths: number; quantity: number };
export type Taken = { ok: true; lots: Lots } | { ok: false; available: number };

/**
 * Takes licences out of a dealer's stock for an assignment, oldest lot first: the ledger is written, and of each lot so many licences are to
 * be made in the same transaction. Where there are not so many nothing is written and `available` says how many there are. Of any number
 * that take the last one at the same moment one gets it.
 */
export async function takeStock(tx: Tx, site: Site, dealerId: string, wanted: Wanted, now: Date): Promise<Taken> {
  await lockStock(tx, site.id, [dealerId]);
  const held = await findLots(tx, site.id, dealerId, wanted);
  const lots = oldestFirst(held, wanted.quantity);
  if (!lots) return { ok: false, available: held.reduce((sum, { quantity }) => sum + quantity, 0) };
  await moveStock(tx, site.id, now, { cause: 'assign', from: dealerId, to: assigned, lots });
  return { ok: true, lots };
}
