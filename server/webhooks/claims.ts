import { minutesMs } from '../kernel/clock.ts';
import type { Database } from '../kernel/database.ts';

/** Longer than a try can take: after that the node that was at it is dead. */
const leaseMs = minutesMs;

/** What this process has in hand: each claim with the webhook that it holds, once that is known. */
const inHand = new Map<string, string | null>();
/** Claims that it gave up while the database was away: whether they hold anything nobody knows. */
const dropped = new Set<string>();

/** Does work under a claim: nobody lets go of it meanwhile in this process. */
export async function underClaim<T>(claim: string, work: (holds: (webhook: string) => void) => Promise<T>): Promise<T> {
  inHand.set(claim, null);
  try {
    return await work((webhook) => void inHand.set(claim, webhook));
  } catch (error) {
    dropped.add(claim);
    throw error;
  } finally {
    inHand.delete(claim);
  }
}

/** Webhooks that a try of this process is under way to, whatever others made of its claim. */
export function webhooksInHand(): string[] {
  return [...inHand.values()].filter((webhook) => webhook !== null);
}

/** Lets go of every webhook that a dead node was at, so that its receiver need not wait for the end of the lease. */
export async function letGo(db: Database): Promise<void> {
  await release(db, await othersClaims(db));
}

export async function letGoOfDropped(db: Database): Promise<void> {
  const claims = [...dropped];
  await release(db, claims);
  for (const claim of claims) dropped.delete(claim);
}

/**
 * Lets go of what a node had in hand that died while others live: of each claim that stands for as long as the lease. That is told by how long this
 * node has seen it, as clocks differ and are set; a claim is never given twice.
 */
export function watchForDead(): (db: Database, nowMs: number) => Promise<void> {
  const seenSinceMs = new Map<string, number>();
  return async (db, nowMs) => {
    const claims = new Set(await othersClaims(db));
    for (const claim of seenSinceMs.keys()) if (!claims.has(claim)) seenSinceMs.delete(claim);
    for (const claim of claims) if (!seenSinceMs.has(claim)) seenSinceMs.set(claim, nowMs);
    await release(
      db,
      [...claims].filter((claim) => nowMs - (seenSinceMs.get(claim) ?? nowMs) >= leaseMs),
    );
  };
}

async function othersClaims(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('webhooks').select('claim').where('claim', 'is not', null).execute();
  return rows.flatMap(({ claim }) => (claim === null || inHand.has(claim) ? [] : [claim]));
}

async function release(db: Database, claims: readonly string[]): Promise<void> {
  if (claims.length === 0) return;
  await db.updateTable('webhooks').set({ claim: null }).where('claim', 'in', claims).execute();
}
