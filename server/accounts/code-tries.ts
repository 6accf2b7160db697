import { sql } from 'kysely';
import { codeGuardTrippedMinutes, failedCodesPerMinuteMax } from '../../domain/accounts/code-guard.ts';
import { proofTriesMax } from '../../domain/accounts/proofs.ts';
import { normaliseCode } from '../../domain/identifiers/code.ts';
import type { App, Site } from '../kernel/app.ts';
import { after, minutesMs } from '../kernel/clock.ts';
import type { Tx } from '../kernel/database.ts';
import { writeEvents } from '../kernel/events.ts';
import type { Problem } from '../kernel/http/problem.ts';
import { accountProblem } from './problems.ts';
import { hashCode, useProof } from './proofs.ts';

/**
 * One try at a code, counted by the site before the code is looked at. `askerOnly` while so many codes fail that somebody
 * guesses at those of many people: then a code counts only in the browser that asked for it.
 */
export type CodeTry = { browserId: string; askerOnly: boolean; at: Date };

/** Counts a try of this site, whichever code it is for. So tries at the same time, on any node, do not outrun the limit. */
export async function beginCodeTry(
  app: App,
  site: Site,
  { browserId, now, requestId }: { browserId: string; now: Date; requestId: string | null },
): Promise<CodeTry> {
  const tryAt = (askerOnly: boolean): CodeTry => ({ browserId, askerOnly, at: now });
  // While the guard is tripped nothing is counted, so that a flood of guesses queues at no row.
  if (await isTripped(app, site, now)) return tryAt(true);
  const { rows } = await sql<{ failures: number }>`
    insert into code_guards as g (site_id, failed_at) values (${site.id}, array[${now}::timestamptz])
    on conflict (site_id) do update set failed_at =
      array(select t from unnest(g.failed_at) t where t > ${after(now, -minutesMs)}::timestamptz) || excluded.failed_at
    returning cardinality(failed_at) as failures`.execute(app.db);
  if ((rows[0]?.failures ?? 0) <= failedCodesPerMinuteMax) return tryAt(false);
  await trip(app, site, now, requestId);
  return tryAt(true);
}

async function isTripped(app: App, site: Site, now: Date): Promise<boolean> {
  const row = await app.db
    .selectFrom('code_guards')
    .select('tripped_until')
    .where('site_id', '=', site.id)
    .where('tripped_until', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

/** Of many who find the limit passed one trips the guard; from its event the operators' mail follows. */
async function trip(app: App, site: Site, now: Date, requestId: string | null): Promise<void> {
  const until = after(now, codeGuardTrippedMinutes * minutesMs);
  await app.db.transaction().execute(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('code_guards')
      .set({ tripped_until: until })
      .where('site_id', '=', site.id)
      .where((eb) => eb.or([eb('tripped_until', 'is', null), eb('tripped_until', '<=', now)]))
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return;
    const data = { failures: failedCodesPerMinuteMax, until: until.toISOString() };
    await writeEvents(tx, { siteId: site.id, actor: { kind: 'system' }, now, requestId }, [
      { what: 'codes.guessed', subject: `site/${site.id}`, data },
    ]);
  });
}

/** The code was right, so its try counts no more. */
export async function takeBackCodeTry(tx: Tx, site: Site, { at }: CodeTry): Promise<void> {
  await sql`
    update code_guards set failed_at = (
      select coalesce(array_agg(t), '{}') from unnest(failed_at) with ordinality as f(t, place)
      where place is distinct from array_position(failed_at, ${at}::timestamptz))
    where site_id = ${site.id}`.execute(tx);
}

/** A mailed code, locked by the caller. */
export type OpenCode = { id: string; secret_hash: Buffer; tries: number; browser_id: string | null };

/**
 * Judges a code that was typed: five tries each, once, and in the asking browser where only that counts. A right one is used up.
 * @returns the tries that were counted on it, or null when it is right
 */
export async function judgeCode(
  app: App,
  tx: Tx,
  site: Site,
  code: OpenCode,
  typed: string,
  codeTry: CodeTry,
): Promise<number | null> {
  if (code.tries >= proofTriesMax) return code.tries;
  if (codeTry.askerOnly && code.browser_id !== codeTry.browserId) return code.tries;
  const digits = normaliseCode(typed).replaceAll(/[-\s]/g, '');
  if (hashCode(app, site.id, code.id, digits).equals(code.secret_hash)) {
    await useProof(tx, site.id, code.id, codeTry.at);
    await takeBackCodeTry(tx, site, codeTry);
    return null;
  }
  const tries = code.tries + 1;
  await tx.updateTable('proofs').set({ tries }).where('site_id', '=', site.id).where('id', '=', code.id).execute();
  return tries;
}

/** Wrong, used up, too old, not there, or asked for in another browser: it reads alike. */
export function codeRefused({ askerOnly }: CodeTry): Problem {
  const code = askerOnly ? 'code-wrong-or-elsewhere' : 'code-wrong';
  return accountProblem(code, { errors: [{ pointer: '/code', code: `accounts/${code}` }] });
}
