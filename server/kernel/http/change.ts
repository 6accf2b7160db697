import type { KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import type { App, Site } from '../app.ts';
import type { Tx } from '../database.ts';
import { canonicalJson, writeEvents, type Cause } from '../events.ts';
import { keyedHash, seal, unseal } from '../seal.ts';
import { isProblem, platformProblem, type Problem } from './problem.ts';
import type { Outcome, Reply } from './route.ts';

const twinWaitMs = 10_000;
const lockNotAvailable = '55P03';

/** What makes a creating request known again: who sent it, its key, and what it asked. */
export type Twin = { caller: string; key: string; requestHash: Buffer };

/** Keyed, because a body may hold a password: what rests in the database must not help to guess it. */
export function hashRequest(key: KeyObject, operationId: string, params: unknown, body: unknown): Buffer {
  return keyedHash(key, 'request', canonicalJson([operationId, params ?? null, body ?? null]));
}

/**
 * Runs a change in one transaction with its events. With a twin, the answer is stored in the same transaction: the
 * second request with that key waits on the first one's row and then reads its answer.
 */
export async function runChange<R>(
  app: App,
  site: Site,
  cause: Cause,
  twin: Twin | null,
  work: (tx: Tx) => Promise<Outcome<R>>,
): Promise<Reply<R> | Problem> {
  try {
    return await app.db.transaction().execute(async (tx) => {
      if (twin) {
        const earlier = await claim(app, tx, site, cause, twin);
        if (earlier) return earlier as Reply<R> | Problem;
      }
      const { reply, events, beforeCommit } = await work(tx);
      // Heard below; the change may fail before, and then this is nobody's.
      beforeCommit?.catch(() => undefined);
      await writeEvents(tx, cause, events ?? []);
      if (twin) await storeAnswer(app, tx, site, twin, reply);
      await beforeCommit;
      return reply;
    });
  } catch (error) {
    if (twin && error instanceof Error && 'code' in error && error.code === lockNotAvailable)
      return platformProblem('still-running');
    throw error;
  }
}

/** Takes the key for this request, or gives the answer its twin got. */
async function claim(app: App, tx: Tx, site: Site, cause: Cause, twin: Twin): Promise<Reply<unknown> | Problem | null> {
  await sql`select set_config('lock_timeout', ${String(twinWaitMs)}, true)`.execute(tx);
  const inserted = await tx
    .insertInto('idempotent_answers')
    .values({
      site_id: site.id,
      caller: twin.caller,
      key: twin.key,
      request_hash: twin.requestHash,
      created_at: cause.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (inserted) return null;
  const stored = await tx
    .selectFrom('idempotent_answers')
    .select(['request_hash', 'status', 'sealed_body'])
    .where('site_id', '=', site.id)
    .where('caller', '=', twin.caller)
    .where('key', '=', twin.key)
    .executeTakeFirst();
  if (!stored?.sealed_body) return platformProblem('still-running');
  if (!twin.requestHash.equals(stored.request_hash)) return platformProblem('idempotency-key-reused');
  return JSON.parse(
    unseal(app.keys.rest, `answer ${site.id} ${twin.caller} ${twin.key}`, stored.sealed_body).toString(),
  );
}

async function storeAnswer(app: App, tx: Tx, site: Site, twin: Twin, reply: Reply<unknown> | Problem): Promise<void> {
  await tx
    .updateTable('idempotent_answers')
    .set({
      status: reply.status,
      sealed_body: seal(app.keys.rest, `answer ${site.id} ${twin.caller} ${twin.key}`, JSON.stringify(reply)),
    })
    .where('site_id', '=', site.id)
    .where('caller', '=', twin.caller)
    .where('key', '=', twin.key)
    .execute();
  if (isProblem(reply) && reply.status === 429) await forget(tx, site, twin);
}

/** A refusal that time alone mends is not kept: the same request may be sent again. */
async function forget(tx: Tx, site: Site, twin: Twin): Promise<void> {
  await tx
    .deleteFrom('idempotent_answers')
    .where('site_id', '=', site.id)
    .where('caller', '=', twin.caller)
    .where('key', '=', twin.key)
    .execute();
}
